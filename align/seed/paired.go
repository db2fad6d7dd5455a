package seed

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

// Given returns the alignment of a group whose sentences are paired already, in the languages of
// the method. Somebody has vouched for its pairs, so that nobody is asked whether these are the
// right files. The texts are those of a file, or one for each file, in order;
// they are retained, and get the names of the files. The beads are not retained.
func (m *Method) Given(g Group, texts []*segment.Text, beads []align.Bead) (*Alignment, error) {
	var order []int // the texts that are used
	for i, t := range texts {
		t.Name = g[min(i, len(g)-1)].Name
		if len(m.Langs) == 0 || indexOf(m.Langs, t.Lang) >= 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if len(m.Langs) > 0 {
			return indexOf(m.Langs, texts[a].Lang) - indexOf(m.Langs, texts[b].Lang)
		}
		return strings.Compare(texts[a].Lang.String(), texts[b].Lang.String())
	})
	switch len(order) {
	case 0:
		return nil, errors.New("nothing in it is in a language of --langs")
	case 1:
		return nil, fmt.Errorf("only its %s text is in --langs, but a unit needs two languages",
			say.Language(texts[order[0]].Lang))
	}
	var kept []*segment.Text
	for _, i := range order {
		kept = append(kept, texts[i])
	}
	var chosen []align.Bead
	for _, b := range beads {
		c := align.Bead{Boundary: b.Boundary, Translation: b.Translation}
		for _, i := range order {
			c.Ranges = append(c.Ranges, b.Ranges[i])
		}
		chosen = append(chosen, c)
	}
	a := NewAlignment(chosen, kept...)
	a.Question, a.Given = "", true
	return a, nil
}
