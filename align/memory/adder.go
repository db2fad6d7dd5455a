package memory

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/xmltext"
	"github.com/bitext-go/bitext/segment"
)

// An Adder adds texts to memories. The zero value is ready to use. Any number of goroutines may use
// one.
type Adder struct {
	// Aligner aligns the text. Its Pivot, LockPivot, Anchors, Moved and MaxReasons are not used.
	Aligner align.Aligner
	// Document is the name of the document in any of its languages. If it is "", the document is
	// the one with the text's name, else the only one.
	Document string
	// Date is the creationdate of new variants and units and the changedate of changed ones. The
	// zero time leaves them out.
	Date time.Time
	// Sure is the least confidence of translation, from 0 to 1, of a sentence that is placed.
	// Values below about 0.7 have no effect, since in a memory that grows a mistake is worse than a
	// gap.
	Sure float64
	// Same adds sentences that are the same as in another language, which are not translated, too.
	// See [Copies].
	Same bool
	// LeaveOutDamaged allows a memory with damaged units, which are lost. Otherwise they are an
	// error.
	LeaveOutDamaged bool

	reach reach // the usual one if it is zero; tests have others
}

// ErrSameLanguage is wrapped by the error for a text in the only language that its document has.
var ErrSameLanguage = errors.New("has no language besides")

// An Opener opens the memory for reading from its beginning.
type Opener func() (io.ReadCloser, error)

// Add adds a text to the memory and writes the result to w. Text.Name is the name of its document.
// If nothing fits, the result has the same units as the memory.
//
// It is an error if the memory cannot be read, if a unit is damaged (see LeaveOutDamaged), if it is
// not clear which document is meant, if the document has no language besides that of the text, or
// if the text is invalid (see [segment.Text.Check]) or has no sentences; the error of a cancelled
// context is returned unchanged. After an error, discard what was written to w.
func (a *Adder) Add(ctx context.Context, open Opener, text *segment.Text, w io.Writer) (*Report, error) {
	if open == nil || text == nil {
		return nil, errors.New("memory: Add needs an Opener and a text")
	}
	if err := text.Check(); err != nil {
		return nil, fmt.Errorf("memory: %w", err)
	}
	if len(text.Sentences) == 0 {
		return nil, fmt.Errorf("memory: the text %w", align.ErrNoSentences)
	}
	report := &Report{Lang: text.Lang}
	clean := *text
	clean.Name = xmltext.Clean(text.Name)
	s := newSearch(&clean)
	d, err := a.readDocument(ctx, open, s, report)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("memory: %w", err)
	}
	e := newEdit(a, d, s, report)
	if len(e.profile.rows) == 0 {
		return nil, fmt.Errorf(
			"memory: the document %w %s, so there is nothing to align with",
			ErrSameLanguage,
			text.Lang,
		)
	}
	if err := e.run(ctx); err != nil {
		return nil, err
	}
	if report.Added+report.Created+report.Joined+report.Changed > 0 && !report.Comparable {
		if err := a.revisit(ctx, d, text.Lang, report); err != nil {
			return nil, err
		}
	}
	if err := a.write(ctx, open, d, w); err != nil {
		return nil, err
	}
	return report, nil
}

// write copies the memory with the edited units of the document.
func (a *Adder) write(ctx context.Context, open Opener, d *document, w io.Writer) error {
	in, err := open()
	if err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	defer in.Close()
	units := d.finish()
	r := tmx.NewReader(in)
	out := tmx.NewWriter(w)
	if out.Header, err = r.Header(); err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	n := 0
	for u, err := range ahead(r.Units()) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var bad *tmx.SyntaxError
		if errors.As(err, &bad) && a.LeaveOutDamaged {
			continue
		}
		if err != nil {
			return fmt.Errorf("memory: %w", err)
		}
		var all []tmx.Unit
		if n == units.first {
			all = units.before
		}
		if x, ok := units.edited[n]; ok {
			u = x
		}
		for _, x := range slices.Concat(all, []tmx.Unit{u}, units.after[n]) {
			if err := out.Write(x); err != nil {
				return fmt.Errorf("memory: %w", err)
			}
		}
		n++
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	return nil
}

// readDocument returns the document that a text is added to: the one that Document names, else the
// one with the text's name, else the only one. Of a long document it has the units that the text
// may have to do with.
func (a *Adder) readDocument(ctx context.Context, open Opener, s *search, report *Report) (*document, error) {
	groups := newGroups()
	v := newSurvey(a, s) // of the only document, if it is the only one
	all, err := a.scan(ctx, open, report, func(u *tmx.Unit, number int) error {
		if groups.add(documentsOf(u)); v == nil || groups.count() > 1 {
			v = nil
			return nil
		}
		return v.add(ctx, u)
	})
	if err != nil {
		return nil, err
	}
	if all == 0 {
		return nil, errors.New("the memory has no units; align two languages first")
	}
	names, err := groups.choose(a.Document, s.text.Name)
	if err != nil {
		return nil, err
	}
	// Units that name no document belong to the only one.
	only := groups.count() <= 1
	belongs := func(of []string) bool {
		named := func(n string) bool { return slices.Contains(names, n) }
		return len(of) == 0 && only || slices.ContainsFunc(of, named)
	}
	var chosen []bool
	if a.bounds().isLong(all, s.text) { // there are no more groups than units
		if v == nil {
			v, err = a.survey(ctx, open, s, belongs, report)
		}
		if err == nil {
			chosen, err = v.chosen(ctx)
		}
		if err != nil {
			return nil, err
		}
	}
	d := &document{names: names, others: newGroups()}
	report.Damage = nil
	stretch := 0
	_, err = a.scan(ctx, open, report, func(u *tmx.Unit, number int) error {
		of := documentsOf(u)
		if !belongs(of) {
			return nil
		}
		if report.Units++; chosen != nil && !chosen[report.Units-1] {
			d.others.add(of)
			stretch = report.Units
			return nil
		}
		if len(d.items) == 0 {
			d.begins = stretch
		}
		d.add(*u, number, stretch)
		return nil
	})
	report.Document = names
	return d, err
}

// survey surveys the units that belong to the document.
func (a *Adder) survey(
	ctx context.Context, open Opener, s *search, belongs func(of []string) bool, report *Report,
) (*survey, error) {
	v := newSurvey(a, s)
	report.Damage = nil
	_, err := a.scan(ctx, open, report, func(u *tmx.Unit, number int) error {
		if !belongs(documentsOf(u)) {
			return nil
		}
		return v.add(ctx, u)
	})
	return v, err
}

// scan calls f for each unit of the memory and counts them. An error of f ends it.
func (a *Adder) scan(
	ctx context.Context, open Opener, report *Report, f func(u *tmx.Unit, number int) error,
) (int, error) {
	in, err := open()
	if err != nil {
		return 0, err
	}
	defer in.Close()
	n := 0
	for u, err := range ahead(tmx.Units(in)) {
		if ctx.Err() != nil {
			return n, ctx.Err()
		}
		var bad *tmx.SyntaxError
		switch {
		case errors.As(err, &bad) && a.LeaveOutDamaged:
			report.Damage = append(report.Damage, bad)
			continue
		case errors.As(err, &bad):
			return n, fmt.Errorf("%w; repair the unit, or allow damaged units to be lost", err)
		case err != nil:
			return n, err
		}
		if err := f(&u, n); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
