package main

import (
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/check"
)

// allKinds returns the kinds of findings of the program, in the order of the help.
func allKinds() []check.Kind { return append(check.Kinds(), kindTranslation, kindMoved) }

func kindNames() []string {
	var out []string
	for _, k := range allKinds() {
		out = append(out, string(k))
	}
	return out
}

// kinds returns the kinds to look for.
func (o *checkOptions) kinds() ([]check.Kind, error) {
	for flag, names := range map[string][]string{"only": o.only, "ignore": o.ignore} {
		for _, name := range names {
			if !slices.Contains(kindNames(), name) {
				return nil, usagef("--%s %s: there is no such kind of finding; choose %s", flag, name,
					strings.Join(kindNames(), ", "))
			}
		}
	}
	kinds := allKinds()
	if len(o.only) > 0 {
		kinds = slices.DeleteFunc(kinds, func(k check.Kind) bool { return !slices.Contains(o.only, string(k)) })
	}
	kinds = slices.DeleteFunc(kinds, func(k check.Kind) bool { return slices.Contains(o.ignore, string(k)) })
	if len(kinds) == 0 {
		return nil, usagef("--only and --ignore leave no kind of finding to look for")
	}
	return kinds, nil
}

// wrapped returns words as a list with commas, in lines of at most 100 characters.
func wrapped(words []string) string {
	var b strings.Builder
	width := 0
	for i, w := range words {
		if i > 0 {
			b.WriteByte(',')
			if width += 2 + len(w); width > 98 {
				b.WriteByte('\n')
				width = len(w)
			} else {
				b.WriteByte(' ')
			}
		} else {
			width = len(w)
		}
		b.WriteString(w)
	}
	return b.String()
}
