package seed

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/say"
)

// plan makes a task of each group, both those found by name and those found by content.
func (w *work) plan(ctx context.Context) error {
	c := w.seeding.Collection
	c.Groups, c.Unused = slices.Clone(c.Groups), slices.Clone(c.Unused)
	c.only(w.seeding.Langs)
	if err := w.inspectLoose(ctx, &c); err != nil {
		return err
	}
	slices.SortStableFunc(c.Groups, func(a, b Group) int { return strings.Compare(a.String(), b.String()) })
	for _, g := range c.Groups {
		w.tasks = append(w.tasks, &task{group: g})
	}
	slices.SortStableFunc(c.Unused, func(a, b Problem) int { return strings.Compare(a.Name, b.Name) })
	w.report.Unused = append(w.report.Unused, c.Unused...)
	if len(w.tasks) == 0 {
		why := ""
		if len(c.Unused) > 0 {
			why = fmt.Sprintf("; the first: %s: %s", c.Unused[0].Name, c.Unused[0].Why)
		}
		files := say.Count(len(w.seeding.Collection.Loose)+len(c.Unused), "file")
		return &FutileError{fmt.Errorf("no two of %s are translations of each other, by their names or contents%s; "+
			"name the pairs in a manifest", files, why)}
	}
	return nil
}

// inspectLoose reads the files that could not be grouped by name. A file with several languages is
// a group by itself; the others are paired by content.
func (w *work) inspectLoose(ctx context.Context, c *Collection) error {
	tasks := make([]*task, len(c.Loose))
	for i, f := range c.Loose {
		tasks[i] = &task{group: Group{f}}
	}
	err := w.each(ctx, "inspecting files", tasks, w.inspect)
	if err != nil {
		return err
	}
	m := matcher{}
	for _, t := range tasks {
		f := t.group[0]
		if t.err != nil {
			c.Unused = append(c.Unused, Problem{f.Name, t.err.Error()})
			continue
		}
		var l Profile
		if err := w.journal.get(t.key, &l); err != nil {
			return err
		}
		var wanted []language.Tag
		for _, tag := range l.Langs {
			if len(w.seeding.Langs) == 0 || indexOf(w.seeding.Langs, tag) >= 0 {
				wanted = append(wanted, tag)
			}
		}
		switch {
		case len(wanted) == 0:
			c.Unused = append(c.Unused, Problem{f.Name, "in " + say.Language(l.Langs[0]) + ", which is not in --langs"})
		case len(l.Langs) > 1 && len(wanted) > 1:
			c.Groups = append(c.Groups, Group{f})
		case len(l.Langs) > 1:
			why := "of its languages, only " + say.Language(wanted[0]) + " is in --langs"
			c.Unused = append(c.Unused, Problem{f.Name, why})
		case wanted[0] == language.Und:
			c.Unused = append(c.Unused, Problem{f.Name, "the language cannot be detected"})
		default:
			f.Lang = wanted[0]
			m.add(f, &l)
		}
	}
	if len(m.all) > 0 {
		w.progress("pairing by content", 0, 1)
	}
	groups, alone, err := m.match(ctx)
	if err != nil {
		return err
	}
	c.Groups = append(c.Groups, groups...)
	w.alone = alone
	for _, f := range alone {
		c.Unused = append(c.Unused, Problem{f.Name, "no translation of it found"})
	}
	return nil
}

// Plan only groups the files, and returns the groups and the files that are not used.
func (s *Seeding) Plan(ctx context.Context) (Collection, error) {
	journal, err := temporaryJournal()
	if err != nil {
		return Collection{}, err
	}
	w := &work{seeding: s, journal: journal, report: newReport()}
	defer w.journal.close()
	if err := w.plan(ctx); err != nil {
		return Collection{}, err
	}
	c := Collection{Unused: w.report.Unused}
	for _, t := range w.tasks {
		c.Groups = append(c.Groups, t.group)
	}
	return c, nil
}
