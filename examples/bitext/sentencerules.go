package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/srx"
)

var styles = map[string]segment.Style{
	"corpus": segment.Corpus, "clauses": segment.Clauses, "golden": segment.GoldenRules, "uax29": segment.Untailored,
}

var styleNames = []string{"corpus", "clauses", "golden", "uax29"}

// sentenceRules are how documents are cut into sentences: a style, or the user's own rules from a
// file that --srx names. The file is read once.
type sentenceRules struct {
	style, path string
	once        sync.Once
	rules       *srx.Rules
	err         error
}

// flags adds the flags that set it.
func (s *sentenceRules) flags(c *cobra.Command) {
	c.Flags().StringVar(&s.style, "style", "corpus", "`style` of sentences: corpus, clauses, golden or uax29")
	c.Flags().StringVar(&s.path, "srx", "", "`file` of rules for sentences (SRX), as your CAT tool has it, "+
		"instead of ours")
	completions(c, "style", styleNames...)
}

// uses returns the file that is read.
func (s *sentenceRules) uses() []fileUse {
	if s == nil {
		return nil
	}
	return uses("a file of rules", s.path)
}

// apply puts the style and the rules of the file into rules. Rules that cannot be applied are named
// on the standard error.
func (s *sentenceRules) apply(rules *segment.Rules) error {
	if s == nil {
		return nil
	}
	if err := choice("style", s.style, styleNames...); err != nil {
		return err
	}
	if rules.Style = styles[s.style]; s.path == "" {
		return nil
	}
	if rules.Style != segment.Corpus {
		return usagef("--srx and --style exclude each other; leave one of them out")
	}
	s.once.Do(func() {
		if s.rules, s.err = srx.Open(s.path); s.err != nil {
			if p := (*fs.PathError)(nil); errors.As(s.err, &p) {
				s.err = fileerr.In(s.path, s.err)
			}
			return
		}
		for _, limit := range s.rules.Limits() {
			fmt.Fprintf(os.Stderr, "bitext: %s: %v\n", s.path, limit)
		}
	})
	rules.Breaker = s.rules
	if s.rules == nil {
		rules.Breaker = nil
	}
	return s.err
}

// fingerprint returns what tells these rules from others.
func (s *sentenceRules) fingerprint() (string, error) {
	if s.path == "" {
		return s.style, nil
	}
	body, err := os.ReadFile(s.path)
	if err != nil {
		return "", fileerr.In(s.path, err)
	}
	return fmt.Sprintf("%s %x", s.style, sha256.Sum256(body)), nil
}
