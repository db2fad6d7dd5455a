// Package rivals groups the languages that a detector chooses among by the script that they share.
package rivals

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang"
)

// A Group holds candidates that share a script and that [lang.ByLetters] may not tell apart.
// Models[i] is the model of Langs[i].
type Group[M comparable] struct {
	Langs  []language.Tag
	Models []M
}

// Groups returns the groups among langs, by the tag that [lang.ByLetters] returns for their script,
// such as und-Latn. Languages that are alone in their script, or that letters tell apart, are in no
// group. It fails if a language of a group has no model or two have the same.
func Groups[M comparable](langs []language.Tag, modelOf func(language.Tag) (M, bool)) (map[string]*Group[M], error) {
	groups := map[string]*Group[M]{}
	for _, l := range langs {
		key := "und-" + langtag.Script(l)
		if groups[key] == nil {
			groups[key] = &Group[M]{}
		}
		groups[key].Langs = append(groups[key].Langs, l)
	}
	for key, g := range groups {
		if len(g.Langs) < 2 || lang.Distinguishable(g.Langs...) {
			delete(groups, key)
			continue
		}
		for i, l := range g.Langs {
			model, ok := modelOf(l)
			if !ok {
				return nil, fmt.Errorf("no model for %v, which has the same script as %v; leave one of them out",
					l, g.Langs[(i+1)%len(g.Langs)])
			}
			for k, other := range g.Models {
				if other == model {
					return nil, fmt.Errorf("%v and %v cannot be told apart; leave one of them out", g.Langs[k], l)
				}
			}
			g.Models = append(g.Models, model)
		}
	}
	return groups, nil
}
