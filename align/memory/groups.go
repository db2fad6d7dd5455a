package memory

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
)

// groups are the names of the documents of a memory. Names that share units are one document.
type groups struct {
	of    map[string]int
	names [][]string
}

func newGroups() *groups { return &groups{of: map[string]int{}} }

// add adds the names of the documents of one unit.
func (g *groups) add(names []string) {
	into := -1
	for _, n := range names {
		at, known := g.of[n]
		switch {
		case !known && into < 0:
			into = len(g.names)
			g.names = append(g.names, []string{n})
			g.of[n] = into
		case !known:
			g.names[into] = append(g.names[into], n)
			g.of[n] = into
		case into < 0:
			into = at
		case at != into:
			for _, m := range g.names[at] {
				g.of[m] = into
			}
			g.names[into] = append(g.names[into], g.names[at]...)
			g.names[at] = nil
		}
	}
}

// count returns how many documents there are.
func (g *groups) count() int {
	n := 0
	for _, names := range g.names {
		if len(names) > 0 {
			n++
		}
	}
	return n
}

// choose returns the names of the document that is meant, or none if no unit names one.
func (g *groups) choose(document, text string) ([]string, error) {
	var all []string
	for _, names := range g.names {
		if len(names) > 0 {
			all = append(all, strings.Join(names, " = "))
		}
	}
	if document != "" {
		at, ok := g.of[document]
		if other, known := g.of[text]; ok && known && other != at {
			return nil, fmt.Errorf("the memory has a text %q in another document, %s; rename the file, or add it there",
				text, strings.Join(g.names[other], " = "))
		}
		if ok {
			return g.names[at], nil
		}
		return nil, fmt.Errorf("the memory has no document %q; it has: %s", document, list(all))
	}
	if at, ok := g.of[text]; ok {
		return g.names[at], nil
	}
	switch g.count() {
	case 0:
		return nil, nil
	case 1:
		for _, names := range g.names {
			if len(names) > 0 {
				return names, nil
			}
		}
	}
	return nil, fmt.Errorf("the memory holds %d documents, and none is named %q; say which one it is a version of: %s",
		g.count(), text, list(all))
}

// list returns the first few of many names.
func list(names []string) string {
	const most = 20
	if len(names) == 0 {
		return "none"
	}
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

// documentsOf returns the names of the documents of a unit: its own, those of its variants, and of
// the sentences that it keeps for others.
func documentsOf(u *tmx.Unit) []string {
	var out []string
	add := func(name string) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	add(prop(u.Props, tmx.PropDocument))
	for _, v := range u.Variants {
		add(prop(v.Props, tmx.PropDocument))
		for _, p := range v.Props {
			if at, ok := also(p); ok {
				add(at.Document)
			}
		}
	}
	for _, p := range u.Props {
		if s, ok := keptSentence(p); ok {
			add(s.Document)
		}
	}
	return out
}
