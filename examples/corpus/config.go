package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/seed"
)

// A Config is what the steps have to know. It travels to the workers with them, so it holds only
// what can be written as JSON.
type Config struct {
	Langs   []string // the languages to use, the source first; none means all
	Lexicon string   // core, wide or none
	Alone   bool     // no second pass
	Mine    bool     // sentences are paired, in documents that are not translations of each other
	Bucket  int      // sentences that are mined together; 0 means 4,000
	Ordered bool     // sentences in another place in the translation are left out
	Sure    float64  // least confidence of translation
	Near    float64  // similarity from which on units are merged; 0 means that only equal ones are
	Allow   []string // reasons for which no unit is left out
	Piece   int      // sentences of a piece of a long document; 0 means those of seed.Method
	Workers int      // documents that a worker aligns at a time
	Shards  int      // files of the output
	Format  string   // tmx, tsv or jsonl
	Output  string   // folder
}

// check returns an error if a value makes no sense.
func (c *Config) check() error {
	for _, l := range c.Langs {
		if tag, err := language.Parse(l); err != nil || tag == language.Und {
			return fmt.Errorf("--langs: %w", notLanguage(l))
		}
	}
	for _, a := range c.Allow {
		if !slices.Contains(seed.Reasons, seed.Reason(a)) {
			return fmt.Errorf("--allow: %q is not a reason; give one of %v", a, seed.Reasons)
		}
	}
	switch {
	case len(c.Langs) == 1:
		return fmt.Errorf("--langs names one language; a memory needs at least two")
	case c.Lexicon != "none" && builtIn[c.Lexicon] == nil:
		return fmt.Errorf("--lexicon: %q is not built in; give core, wide or none", c.Lexicon)
	case writers[c.Format] == nil:
		return fmt.Errorf("--format: there is no %q; give tmx, tsv or jsonl", c.Format)
	case c.Shards < 1:
		return fmt.Errorf("--shards %d: invalid number; give 1 or more", c.Shards)
	case !(c.Sure >= 0 && c.Sure <= 1):
		return fmt.Errorf("--sure %v: invalid confidence; give a number from 0 to 1", c.Sure)
	case c.Near != 0 && !(c.Near >= 0.5 && c.Near <= 1):
		return fmt.Errorf("--near %v: invalid similarity; give a number from 0.5 to 1", c.Near)
	case c.Output == "":
		return fmt.Errorf("no output folder is named; add --output memory")
	}
	return nil
}

// method returns how documents are aligned.
func (c *Config) method() *seed.Method {
	m := &seed.Method{Ordered: c.Ordered, PieceSentences: c.Piece}
	for _, l := range c.Langs {
		m.Langs = append(m.Langs, language.MustParse(l))
	}
	if open := builtIn[c.Lexicon]; open != nil {
		m.Dictionaries = []evidence.Dictionary{open}
	}
	return m
}

// filter returns what becomes a unit, as bitext seed has it.
func (c *Config) filter() *seed.Filter {
	f := seed.NewFilter(c.Sure, seed.SureBoundary)
	for _, a := range c.Allow {
		f.Allow(seed.Reason(a)) // check has refused all others
	}
	return &f
}

// list splits a value at commas.
func list(value string) []string {
	if value == "" {
		return nil
	}
	return strings.Split(value, ",")
}
