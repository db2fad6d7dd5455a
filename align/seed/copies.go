package seed

import (
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/align/tmx"
)

// copyFinder returns a checker that finds text which is not translated, but copied.
func copyFinder() *check.Checker { return &check.Checker{Kinds: []check.Kind{check.Untranslated}} }

// holdsCopy reports whether a side of a unit holds text of another side.
func holdsCopy(c *check.Checker, u *tmx.Unit) bool {
	sides := make([]check.Side, len(u.Variants))
	for i, v := range u.Variants {
		sides[i] = check.Side{Lang: v.Lang, Text: v.Text}
	}
	return len(c.Check(sides...)) > 0
}
