package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// A kind describes the lexicons of one of the packages.
type kind struct {
	name, licence string
	limit         int                // bytes of one file
	dict          map[string]float64 // weight of an entry by its source; nil takes no dictionary
}

var kinds = map[string]kind{
	"core": {name: "core", licence: "that of the sources", limit: 150_000},
	"wide": {name: "wide", licence: "CC BY-SA 4.0", limit: 800_000, dict: map[string]float64{"wiktionary": 1, "cedict": 1, "omw": .1}},
}

// unspaced are the languages that are written without spaces between words.
var unspaced = map[string]bool{"ja": true, "th": true, "zh": true}

// otherTerms are the languages whose wordnets cannot be passed on under the licence of the rest:
// the French one is under CeCILL-C, the Persian one has an informal note for a licence.
var otherTerms = map[string]bool{"fa": true, "fr": true}

// sources are the works that lines of the data come from.
var sources = []struct{ tag, name string }{
	{"tatoeba", "Tatoeba, CC BY 2.0 FR"},
	{"laser-tatoeba", "Tatoeba test set of LASER, CC BY 2.0 FR"},
	{"udhr", "Universal Declaration of Human Rights, free to reproduce"},
	{"tico19", "TICO-19, CC0 1.0"},
	{"cldr", "CLDR 48, Unicode-3.0"},
	{"wiktionary", "Wiktionary 2015-01, CC BY-SA 3.0"},
	{"omw", "Open Multilingual WordNet, a licence for each language"},
	{"cedict", "CC-CEDICT 2026-01-04, CC BY-SA 4.0"},
}

// notes returns the notes of a lexicon.
func (k kind) notes(used map[string]bool) string {
	lines := []string{
		"Word translations of package " + k.name + " of github.com/bitext-go/bitext/align/lexicon.",
		"Made by: go generate ./align/lexicon/" + k.name,
		"Licence: " + k.licence + "; see LICENSE and NOTICE of that directory.",
	}
	for _, s := range sources {
		if used[s.tag] {
			lines = append(lines, "Source: "+s.name)
		}
	}
	return strings.Join(lines, "\n")
}

// names are the weights of the names of CLDR, by what they name.
var names = map[string]float64{"territory": 2, "language": 1, "month": 1, "weekday": 2, "emoji": .3}

// make trains the lexicon of a language and writes it.
func (k kind) make(dir, lang string, back held) (*lexicon.Lexicon, []byte, error) {
	l, texts, err := k.train(dir, lang, back)
	if err != nil {
		return nil, nil, err
	}
	return fit(l, texts, k.limit)
}

// train learns the lexicon of a language, and returns the sentences that it learned from too.
func (k kind) train(dir, lang string, back held) (*lexicon.Lexicon, [][2]string, error) {
	l := &lexicon.Learner{Source: language.MustParse(lang), Target: language.English}
	name := lang + "-en.tsv.gz"
	used := map[string]bool{"cldr": true}
	var texts [][2]string
	var plain []string
	err := sentences(dir, lang, back, func(tag, source, english string) {
		l.Sentence(source, english)
		used[tag] = true
		texts = append(texts, [2]string{source, english})
		plain = append(plain, source)
	})
	if err != nil {
		return nil, nil, err
	}
	if unspaced[lang] && k.dict == nil { // a dictionary knows better
		l.SourceWords = lexicon.NewWords(slices.Values(discover(plain)))
	}
	err = rows(filepath.Join(dir, "names", name), 3, func(f []string) {
		l.Entry(f[2], f[1], names[f[0]])
	})
	if err != nil {
		return nil, nil, err
	}
	if k.dict != nil {
		err = rows(filepath.Join(dir, "dict", name), 4, func(f []string) {
			if w := k.dict[f[0]]; w > 0 && !(f[0] == "omw" && otherTerms[lang]) {
				l.Entry(f[2], f[1], w)
				used[f[0]] = true
			}
		})
		if err != nil {
			return nil, nil, err
		}
	}
	learned, err := l.Lexicon(context.Background())
	if err != nil {
		return nil, nil, err
	}
	return learned.WithNotes(k.notes(used)), texts, nil
}

// sentences calls f with every sentence pair that a language is trained on, and the tag of its
// source.
func sentences(dir, lang string, back held, f func(tag, source, english string)) error {
	return rows(filepath.Join(dir, "parallel", lang+"-en.tsv.gz"), 3, func(c []string) {
		if !back.has(c[1]) && !back.has(c[2]) {
			f(c[0], c[2], c[1])
		}
	})
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
