package seed

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/examples/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

// beginning returns as much of a text as is needed to detect its language.
func beginning(body string) string {
	const enough = 4000
	if len(body) > enough {
		body = strings.ToValidUTF8(body[:enough], "")
	}
	return body
}

// texts reads a group and returns its texts, each language once, the source first.
func (w *work) texts(g Group) ([]*segment.Text, error) {
	var all []*segment.Text
	for _, f := range g {
		texts, err := w.seeding.Read(f.Path, f.Lang)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			t.Name = f.Name
			if tag, wrong := foreign(side{Lang: t.Lang, Text: beginning(t.Body)}); wrong {
				return nil, fmt.Errorf("%s: its name or the manifest says %s, but the text is in %s; "+
					"correct that, or find the right file", f.Name, say.Language(t.Lang), say.Language(tag))
			}
			if len(w.seeding.Langs) == 0 || indexOf(w.seeding.Langs, t.Lang) >= 0 {
				all = append(all, t)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *segment.Text) int {
		if len(w.seeding.Langs) > 0 {
			return indexOf(w.seeding.Langs, a.Lang) - indexOf(w.seeding.Langs, b.Lang)
		}
		return strings.Compare(a.Lang.String(), b.Lang.String())
	})
	for i, t := range all {
		switch {
		case t.Lang == language.Und:
			return nil, fmt.Errorf("%s: the language cannot be detected; put it into the name, as in report.en.txt, "+
				"or into a manifest", t.Name)
		case len(t.Sentences) == 0:
			return nil, fmt.Errorf("%s: no sentence found; check the file", t.Name)
		case i > 0 && t.Lang == all[i-1].Lang:
			return nil, fmt.Errorf("%s and %s: both are in %s; check which of them is the translation",
				all[i-1].Name, t.Name, say.Language(t.Lang))
		}
	}
	switch len(all) {
	case 0:
		return nil, errors.New("nothing in it is in a language of --langs")
	case 1:
		return nil, fmt.Errorf("only its %s text was found, but a unit needs two languages", say.Language(all[0].Lang))
	}
	return all, nil
}
