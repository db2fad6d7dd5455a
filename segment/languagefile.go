package segment

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/script"
)

// readLanguage reads the data that all languages share, and then those of the language, which take
// precedence. The format is described in data/en.txt.
func readLanguage(name string) *languageData {
	d := &languageData{
		abbreviations: map[string]kind{}, starters: wordSet{}, sayVerbs: wordSet{}, neverStarts: wordSet{},
		interjections: wordSet{}, bangNames: wordSet{}, etcWords: wordSet{}, surelyStarts: wordSet{},
	}
	d.written = map[string]bool{}
	d.readFile("und")
	if name != "und" {
		d.readFile(name)
	}
	d.written = nil
	d.spaceTable = readSpaceTable(name)
	for w := range d.surelyStarts {
		d.afterSpace.add(w)
	}
	for _, w := range d.spaces.begins {
		d.afterSpace[w[0]&63] = ^uint64(0)
	}
	if d.spaceTable != nil {
		for i := range d.afterSpace {
			d.afterSpace[i] = ^uint64(0)
		}
	}
	if len(d.shads) > 0 {
		d.afterSpace[0xE0&63] = ^uint64(0) // the first byte of Tibetan letters
	}
	for style := range practices {
		d.marks[style] = d.markTable(&practices[style])
	}
	return d
}

func (d *languageData) readFile(name string) {
	body, err := dataFiles.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	n := 0
	for text := range strings.Lines(string(body)) {
		n++
		text, _, _ = strings.Cut(text, "#")
		if strings.TrimSpace(text) == "" {
			continue
		}
		key, words, ok := strings.Cut(text, ":")
		if !ok || !d.add(strings.TrimSpace(key), strings.Fields(words)) {
			panic(fmt.Sprintf("segment/data/%s.txt:%d: no such rule: %q", name, n, key))
		}
	}
}

var kindsByKey = map[string]kind{
	"title": title, "number": number, "inside": inside, "maybe": maybe, "end": final, "unit": unit, "word": common,
}

var marksByKey = map[string]mark{"stop": terminal, "ask": exclaim}

// setOf returns the set of words that a key names, nil if it names none.
func (d *languageData) setOf(key string) wordSet {
	switch key {
	case "start":
		return d.starters
	case "surely-starts":
		return d.surelyStarts
	case "never-starts":
		return d.neverStarts
	case "interjections":
		return d.interjections
	case "say":
		return d.sayVerbs
	case "bang-names":
		return d.bangNames
	case "etc-words":
		return d.etcWords
	}
	return nil
}

// listOf returns the list of beginnings or ends that a key names, nil if it names none.
func (d *languageData) listOf(key string) *[]string {
	switch key {
	case "unbroken":
		return &d.unbroken
	case "shad-after":
		return &d.shads
	case "particle":
		return &d.particles
	case "continues":
		return &d.continuers
	case "space-begins":
		return &d.spaces.begins
	case "space-continues":
		return &d.spaces.continues
	case "space-holds":
		return &d.spaces.holds
	}
	return nil
}

// add takes in one line of data. It reports whether there is such a key.
func (d *languageData) add(key string, words []string) bool {
	if k, ok := kindsByKey[key]; ok {
		for _, w := range words {
			d.abbreviate(strings.TrimSuffix(w, "."), k)
		}
		return true
	}
	if m, ok := marksByKey[key]; ok {
		for _, w := range words {
			d.ownMarks = append(d.ownMarks, ownMark{script.First(w), m})
		}
		return true
	}
	if set := d.setOf(key); set != nil {
		for _, w := range words {
			set[w] = struct{}{}
		}
		return true
	}
	if list := d.listOf(key); list != nil {
		*list = append(*list, words...)
		return true
	}
	switch key {
	case "ordinals":
		d.ordinals = beforeSmall
		if len(words) > 0 {
			if words[0] != "capitals" {
				return false
			}
			d.ordinals = beforeCapitals
		}
	case "colon":
		d.colons = beforeStarters
		if len(words) > 0 {
			if words[0] != "capitals" {
				return false
			}
			d.colons = beforeAnyCapital
		}
	case "space-or-period":
		d.spaces.periods = true
	case "weak-period":
		d.weakPeriod = true
	case "verses":
		d.verses = true
	case "clause-lists":
		d.clauseLists = true
	case "golden-colon":
		d.cutsColons = true
	case "golden-comma":
		d.cutsCommas = true
	default:
		return false
	}
	return true
}

// abbreviate adds an abbreviation as it is written, with a capital, and, if it is longer than two
// letters, all in capitals.
func (d *languageData) abbreviate(word string, k kind) {
	r, size := utf8.DecodeRuneInString(word)
	variants := []string{word}
	if len(word) > size { // a single capital is an initial
		variants = append(variants, string(unicode.ToTitle(r))+word[size:])
	}
	if len(word) > 2*size {
		variants = append(variants, strings.ToUpper(word))
	}
	for i, v := range variants {
		switch _, known := d.abbreviations[v]; {
		case i == 0 && (k != common || !known):
			d.abbreviations[v] = k
			d.written[v] = true
		case i > 0 && !d.written[v]: // the file does not say otherwise
			d.abbreviations[v] = k
		}
	}
}

// markTable returns the table of the marks that mean something in the language and the style.
func (d *languageData) markTable(p *practice) markTable {
	t := everywhere
	for _, own := range d.ownMarks {
		t.add(own.rune)
	}
	add := func(runes string) {
		for _, r := range runes {
			t.add(r)
		}
	}
	if d.spaceTable != nil {
		t[' '] = anyByte
	}
	for _, w := range d.spaces.begins {
		t[' '] |= 1 << (w[0] & 63)
	}
	if len(d.shads) > 0 {
		t[' '] |= 1 << (0xE0 & 63) // the first byte of Tibetan letters
	}
	if p.headings {
		for w := range d.surelyStarts {
			t[' '] |= 1 << (w[0] & 63)
		}
	}
	if p.semicolons {
		add(";")
	}
	if p.allSemicolons {
		add("；؛⁏፤﹔\u037E")
	}
	if p.lines {
		add("\n\r\u2028\u2029")
	}
	if d.colons != noColons && p.semicolons {
		add(":")
	}
	if d.clauseLists && p.semicolons {
		add(":：；")
	}
	if p.colons && d.cutsColons {
		add(":")
	}
	if p.colons && d.cutsCommas {
		add("،")
	}
	return t
}
