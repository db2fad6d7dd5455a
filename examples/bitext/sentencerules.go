package main

import (
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

// sentenceRules are the user's own rules for sentences, from a file that --srx names. The file is
// read once.
type sentenceRules struct {
	path  string
	once  sync.Once
	rules *srx.Rules
	err   error
}

// flags adds the flag that names the file.
func (s *sentenceRules) flags(c *cobra.Command) {
	c.Flags().StringVar(&s.path, "srx", "", "`file` of rules for sentences (SRX), as your CAT tool has it, "+
		"instead of ours")
}

// apply puts the rules of the file into rules, if there is one. Rules that cannot be applied are
// named on the standard error.
func (s *sentenceRules) apply(rules *segment.Rules) error {
	if s == nil || s.path == "" {
		return nil
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
