package seed

import (
	"context"
	"errors"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

// A Profile is what pairing by content needs to know of a file.
type Profile struct {
	Langs []language.Tag `json:"langs"`
	Size  int            `json:"size"` // characters
	// Features are what the text has in common with its translations, and how often: numbers, words
	// in Latin letters, and the English translations of its words. A file in several languages has
	// none, since it is a group by itself.
	Features map[string]int `json:"features,omitempty"`
}

// Profile returns the profile of a file that has the given texts. It is an error if there are none.
// The texts are not retained.
func (m *Method) Profile(texts []*segment.Text) (*Profile, error) {
	if len(texts) == 0 {
		return nil, errors.New("no text found; check the file")
	}
	p := &Profile{}
	for _, t := range texts {
		p.Langs = append(p.Langs, t.Lang)
		p.Size += len([]rune(t.Body))
	}
	var err error
	if len(texts) == 1 {
		p.Features, err = m.features(texts[0])
	}
	return p, err
}

// inspect makes sure that the journal has the profile of a file.
func (w *work) inspect(ctx context.Context, t *task) error {
	if t.content, t.err = content(t.group); t.err != nil {
		return nil
	}
	f := t.group[0]
	t.key = keyOf("looks", w.seeding.Version, t.content, f.Name)
	if w.journal.has(t.key) {
		return nil
	}
	l, err := w.profile(ctx, f)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		t.err = err
		return nil
	}
	return w.journal.put(t.key, l)
}

// profile reads a file.
func (w *work) profile(ctx context.Context, f File) (p *Profile, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			p, err = nil, errPanic(cause)
		}
	}()
	texts, err := w.seeding.Read(ctx, f.Path, f.Lang)
	if err != nil {
		return nil, err
	}
	return w.seeding.Profile(texts)
}
