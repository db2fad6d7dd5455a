package seed

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// plan makes the tasks: a group each, those that names tell and those that only contents do.
func (w *work) plan(ctx context.Context) error {
	c := w.Collection
	c.Groups, c.Unused = slices.Clone(c.Groups), slices.Clone(c.Unused)
	c.only(w.Langs)
	if err := w.look(ctx, &c); err != nil {
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
		return hopeless{fmt.Errorf("no two of %s translate one another as far as names and contents tell%s; name the pairs in a manifest", count(len(w.Collection.Loose)+len(c.Unused), "file"), why)}
	}
	return nil
}

// look reads the files of which names say nothing. One that holds several languages is a group; the
// others are paired by what they say.
func (w *work) look(ctx context.Context, c *Collection) error {
	tasks := make([]*task, len(c.Loose))
	for i, f := range c.Loose {
		tasks[i] = &task{group: Group{f}}
	}
	err := w.each(ctx, "looking into files", tasks, func(ctx context.Context, t *task) error { return w.lookInto(t) })
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
		var l looks
		if err := w.journal.get(t.key, &l); err != nil {
			return err
		}
		var wanted []language.Tag
		for _, tag := range l.Langs {
			if len(w.Langs) == 0 || indexOf(w.Langs, tag) >= 0 {
				wanted = append(wanted, tag)
			}
		}
		switch {
		case len(wanted) == 0:
			c.Unused = append(c.Unused, Problem{f.Name, "it is in " + english(l.Langs[0]) + ", which was not asked for"})
		case len(l.Langs) > 1 && len(wanted) > 1:
			c.Groups = append(c.Groups, Group{f})
		case len(l.Langs) > 1:
			c.Unused = append(c.Unused, Problem{f.Name, "of its languages only " + english(wanted[0]) + " was asked for"})
		case wanted[0] == language.Und:
			c.Unused = append(c.Unused, Problem{f.Name, "its language cannot be found"})
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
	for _, f := range alone {
		c.Unused = append(c.Unused, Problem{f.Name, "nothing else says the same in another language"})
	}
	return nil
}

// looks is what a file looks like from outside, as the journal keeps it.
type looks struct {
	Langs    []language.Tag `json:"langs"`
	Size     int            `json:"size"` // characters
	Features map[string]int `json:"features,omitempty"`
}

// lookInto makes sure that the journal knows the looks of a file.
func (w *work) lookInto(t *task) error {
	if t.content, t.err = content(t.group); t.err != nil {
		return nil
	}
	f := t.group[0]
	t.key = keyOf("looks", w.Version, t.content, f.Name)
	if w.journal.has(t.key) {
		return nil
	}
	l, err := w.looks(f)
	if err != nil {
		t.err = err
		return nil
	}
	return w.journal.put(t.key, l)
}

func (w *work) looks(f File) (l *looks, err error) {
	defer func() {
		if p := recover(); p != nil {
			l, err = nil, fmt.Errorf("the program failed on it: %v; report that, with the document if you can", p)
		}
	}()
	texts, err := w.Read(f.Path, f.Lang)
	if err != nil {
		return nil, err
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("there is no text in it")
	}
	l = &looks{}
	for _, t := range texts {
		l.Langs = append(l.Langs, t.Lang)
		l.Size += len([]rune(t.Body))
	}
	if len(texts) == 1 {
		l.Features, err = w.features(texts[0])
	}
	return l, err
}

// Plan finds which file translates which, and nothing more: groups, and files that take no part.
func (s *Seeding) Plan(ctx context.Context) (Collection, error) {
	folder, err := os.MkdirTemp("", "seeding")
	if err != nil {
		return Collection{}, err
	}
	defer os.RemoveAll(folder)
	w := &work{Seeding: s, folder: folder, report: newReport()}
	if w.journal, err = openJournal(filepath.Join(folder, "journal")); err != nil {
		return Collection{}, err
	}
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
