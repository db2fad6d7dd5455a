package bilingual

import (
	"fmt"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/read"
)

// Join returns what resource files hold that are translations of one another: the strings of one
// key are a unit. langs are the languages of the documents, in their order.
func Join(docs []*read.Document, langs []language.Tag) (*File, error) {
	if len(docs) < 2 || len(docs) != len(langs) {
		return nil, fmt.Errorf("join %d documents in %d languages: name a language for each, and two or more",
			len(docs), len(langs))
	}
	b := &builder{langs: slices.Clone(langs)}
	units := map[string]int{}
	for i, d := range docs {
		for _, p := range d.Paragraphs {
			k, known := units[p.Key]
			if !known {
				if _, err := b.begin(); err != nil {
					return nil, err
				}
				k = len(b.units) - 1
				units[p.Key] = k
				b.units[k].setKey(p.Key)
			}
			if err := b.put(&b.units[k], langs[i], p.Text); err != nil {
				return nil, fmt.Errorf("%s: %w", d.Path, err)
			}
		}
	}
	f := b.file("")
	for i, d := range docs {
		f.Texts[i].Name = d.Name
	}
	paired := slices.ContainsFunc(f.Beads, func(b align.Bead) bool {
		n := 0
		for _, r := range b.Ranges {
			n += r.Len()
		}
		return n > 1
	})
	if !paired {
		return nil, fmt.Errorf("%s and %s have no key in common; check that one is the translation of the other",
			docs[0].Path, docs[len(docs)-1].Path)
	}
	return f, nil
}

// Keyed reports whether every paragraph of a document is a string with a key.
func Keyed(d *read.Document) bool {
	return len(d.Paragraphs) > 0 && !slices.ContainsFunc(d.Paragraphs,
		func(p read.Paragraph) bool { return p.Key == "" })
}
