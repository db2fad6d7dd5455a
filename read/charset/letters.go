package charset

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:generate go test -run Counted -update

//go:embed counted.txt
var countedFile string

//go:embed others.txt
var othersFile string

// letters has the cost of each letter of a language, in bits: the rarer a letter, the higher.
type letters struct {
	lang   string
	script *unicode.RangeTable
	cost   map[rune]float64
}

// languages has the letters of each language, by its tag. The files counted.txt and others.txt
// describe their format.
var languages = sync.OnceValue(func() map[string]*letters {
	all := map[string]*letters{}
	for line := range strings.Lines(countedFile + othersFile) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		l := &letters{lang: fields[0], cost: map[rune]float64{}}
		fields = fields[1:]
		if fields[0] == "=" {
			for r, c := range all[fields[1]].cost {
				l.cost[r] = c
			}
			fields = fields[2:]
		}
		for i := 0; i+1 < len(fields); i += 2 {
			bits, _ := strconv.Atoi(fields[i])
			for _, r := range fields[i+1] {
				l.cost[r] = float64(bits)
			}
		}
		for r := range l.cost {
			if l.script = scriptOf(r); l.script != nil {
				break
			}
		}
		all[l.lang] = l
	}
	return all
})

// scripts are the scripts of the encodings of one and two bytes.
var scripts = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic,
	unicode.Hebrew, unicode.Thai, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}

// scriptOf returns the script of a letter, or nil.
func scriptOf(r rune) *unicode.RangeTable {
	for _, s := range scripts {
		if unicode.Is(s, r) {
			return s
		}
	}
	return nil
}
