package seed

import (
	"errors"

	"golang.org/x/text/language"
)

// A profile is what pairing by content needs to know of a file, in the form in which the journal
// keeps it.
type profile struct {
	Langs    []language.Tag `json:"langs"`
	Size     int            `json:"size"` // characters
	Features map[string]int `json:"features,omitempty"`
}

// inspect makes sure that the journal has the profile of a file.
func (w *work) inspect(t *task) error {
	if t.content, t.err = content(t.group); t.err != nil {
		return nil
	}
	f := t.group[0]
	t.key = keyOf("looks", w.seeding.Version, t.content, f.Name)
	if w.journal.has(t.key) {
		return nil
	}
	l, err := w.profile(f)
	if err != nil {
		t.err = err
		return nil
	}
	return w.journal.put(t.key, l)
}

// profile reads a file.
func (w *work) profile(f File) (l *profile, err error) {
	defer func() {
		if p := recover(); p != nil {
			l, err = nil, errPanic(p)
		}
	}()
	texts, err := w.seeding.Read(f.Path, f.Lang)
	if err != nil {
		return nil, err
	}
	if len(texts) == 0 {
		return nil, errors.New("no text found; check the file")
	}
	l = &profile{}
	for _, t := range texts {
		l.Langs = append(l.Langs, t.Lang)
		l.Size += len([]rune(t.Body))
	}
	if len(texts) == 1 {
		l.Features, err = w.features(texts[0])
	}
	return l, err
}
