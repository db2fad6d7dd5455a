package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// kind is what one of the packages takes in.
type kind struct {
	dict map[string]float64 // weight of an entry by its source; nil takes no dictionary
}

var kinds = map[string]kind{
	"core": {},
	"wide": {dict: map[string]float64{"wiktionary": 1, "cedict": 1, "omw": .3}},
}

// names are the weights of the names of CLDR, by what they name.
var names = map[string]float64{"territory": 2, "language": 1, "month": 1, "weekday": 2, "emoji": .3}

func (k kind) train(dir, lang string) (*lexicon.Lexicon, error) {
	l := &lexicon.Learner{Source: language.MustParse(lang), Target: language.English}
	name := lang + "-en.tsv.gz"
	err := rows(filepath.Join(dir, "parallel", name), 3, func(f []string) {
		l.Sentence(f[2], f[1])
	})
	if err != nil {
		return nil, err
	}
	err = rows(filepath.Join(dir, "names", name), 3, func(f []string) {
		l.Entry(f[2], f[1], names[f[0]])
	})
	if err != nil {
		return nil, err
	}
	if k.dict != nil {
		err = rows(filepath.Join(dir, "dict", name), 4, func(f []string) {
			if w := k.dict[f[0]]; w > 0 && !(f[0] == "omw" && lang == "fr") {
				l.Entry(f[2], f[1], w)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return l.Lexicon(), nil
}

// rows calls f with the columns of each line of a compressed table.
func rows(name string, columns int, f func([]string)) error {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != columns {
			return fmt.Errorf("%s:%d: %d columns, not %d", name, n, len(fields), columns)
		}
		f(fields)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
