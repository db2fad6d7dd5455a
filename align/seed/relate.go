package seed

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/verdict"
)

// maxCompared is how many files of a collection are compared to find the right translation of a
// file. In a larger collection only the files that have none are.
const maxCompared = 5000

// relate gives an error to each task whose texts do not seem to be translations of each other. The
// error names the files of the collection that its files seem to be translations of, if there are
// any.
func (w *work) relate(ctx context.Context) error {
	var wrong []*task
	for _, t := range w.tasks {
		if err := ctx.Err(); err != nil {
			return err
		}
		if t.err != nil || w.seeding.Filter.Related == 0 {
			continue
		}
		var o Alignment
		if err := w.journal.get(t.key, &o); err != nil {
			return err
		}
		if question := o.Unrelated(w.seeding.Filter.Related); question != "" {
			t.err = errors.New(question)
			wrong = append(wrong, t)
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	m, err := w.compareFiles(ctx, wrong)
	if err != nil {
		return err
	}
	alike, err := m.compare(ctx)
	if err != nil {
		return err
	}
	for _, t := range wrong {
		var found []string
		for _, f := range t.group {
			if other := m.translationOf(alike, f, t.group); other != "" {
				found = append(found, fmt.Sprintf("%s seems to be a translation of %s", f.Name, other))
			}
		}
		if len(found) > 0 {
			t.err = fmt.Errorf("%w %s", t.err, strings.Join(found, "; "))
		}
	}
	return nil
}

// Unrelated returns a question to the user if the texts do not seem to be translations of each
// other, else "". It doubts no alignment that was given. related is the least share of a text that
// must have a counterpart, from 0 to 1.
func (o *Alignment) Unrelated(related float64) string {
	if o.Given || o.Question != "" {
		return o.Question
	}
	for _, t := range o.Texts {
		if t.Sentences < verdict.FewSentences {
			return ""
		}
	}
	if share := o.share(); share < related {
		return fmt.Sprintf("Only %.0f %% of its texts has a counterpart: are these the right files?", 100*share)
	}
	return ""
}

// share returns the share of the text that has the most counterparts in the others, from 0 to 1.
func (o *Alignment) share() (most float64) {
	for _, t := range o.Texts {
		most = max(most, t.Share)
	}
	return most
}

// compareFiles returns a matcher of the files that may be the right translations for the groups of
// some tasks.
func (w *work) compareFiles(ctx context.Context, wrong []*task) (*matcher, error) {
	var files []File
	for _, g := range w.groups {
		if len(g) > 1 {
			files = append(files, g...)
		}
	}
	files = append(files, w.alone...)
	if len(files) > maxCompared {
		files = slices.Clone(w.alone)
		for _, t := range wrong {
			files = append(files, t.group...)
		}
	}
	tasks := make([]*task, len(files))
	for i, f := range files {
		tasks[i] = &task{group: Group{f}}
	}
	err := w.each(ctx, "comparing files", tasks, w.inspect)
	if err != nil {
		return nil, err
	}
	m := &matcher{}
	for _, t := range tasks {
		if t.err != nil {
			continue
		}
		var l Profile
		if err := w.journal.get(t.key, &l); err != nil {
			return nil, err
		}
		if len(l.Langs) == 1 && l.Langs[0] != language.Und {
			f := t.group[0]
			f.Lang = l.Langs[0]
			m.add(f, &l)
		}
	}
	m.weigh()
	return m, nil
}

// translationOf returns the name of the file in another language that is the most like f, but not
// in its group; "" if none is much more like it than the files in the group.
func (m *matcher) translationOf(alike []map[int]float64, f File, group Group) string {
	at := slices.IndexFunc(m.all, func(c candidate) bool { return c.file.Path == f.Path })
	if at < 0 {
		return ""
	}
	own, best, name := LeastAlike/Margin, 0.0, ""
	for other, x := range alike[at] {
		c := m.all[other].file
		switch {
		case langtag.SameBase(c.Lang, m.all[at].file.Lang):
		case slices.ContainsFunc(group, func(g File) bool { return g.Path == c.Path }):
			own = max(own, x)
		case x > best || x == best && c.Name < name:
			best, name = x, c.Name
		}
	}
	if best < Margin*own {
		return ""
	}
	return name
}
