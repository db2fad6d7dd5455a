package memory

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// Add adds a text to the memory and writes the result to w. Text.Name is the name of its document.
// Where nothing fits, what is written holds the same units as the memory.
//
// It is an error if the memory cannot be read or a unit of it is damaged (see Damaged), if it does
// not tell which document is meant, if the document has no other language than the text, and if the
// text has no sentences. Then what was written to w is worth nothing.
func (a *Adder) Add(ctx context.Context, open Opener, text *segment.Text, w io.Writer) (*Report, error) {
	if len(text.Sentences) == 0 {
		return nil, errors.New("memory: the text has no sentences")
	}
	report := &Report{Lang: text.Lang}
	d, err := a.read(open, text.Name, report)
	if err != nil {
		return nil, fmt.Errorf("memory: %w", err)
	}
	p := d.profile(text.Lang)
	if len(p.rows) == 0 {
		return nil, fmt.Errorf("memory: the document has no other language than %s, so there is nothing to align with", text.Lang)
	}
	beads, err := p.place(ctx, &a.Aligner, d, text)
	if err != nil {
		return nil, err
	}
	proposals := p.propose(beads, text)
	report.Comparable = judge(proposals)
	e := &edit{Adder: a, document: d, profile: p, text: text, report: report, taken: make([]bool, len(text.Sentences))}
	e.run(proposals)
	if report.Added+report.Created+report.Joined+report.Changed > 0 && !report.Comparable {
		if err := a.again(ctx, d, text.Lang, report); err != nil {
			return nil, err
		}
	}
	return report, a.write(open, d, w, report)
}

// write copies the memory with the units of the document as they are now.
func (a *Adder) write(open Opener, d *document, w io.Writer, report *Report) error {
	in, err := open()
	if err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	defer in.Close()
	edited, fresh := d.finish()
	r := tmx.NewReader(in)
	out := tmx.NewWriter(w)
	if out.Header, err = r.Header(); err != nil {
		return fmt.Errorf("memory: %w", err)
	}
	n := 0
	for u, err := range r.Units() {
		var bad *tmx.SyntaxError
		if errors.As(err, &bad) && a.Damaged {
			continue
		}
		if err != nil {
			return fmt.Errorf("memory: %w", err)
		}
		if x, ok := edited[n]; ok {
			u = x
		}
		if err := out.Write(u); err != nil {
			return fmt.Errorf("memory: %w", err)
		}
		for _, x := range fresh[n] {
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

// An edit is what is done to a document.
type edit struct {
	*Adder
	*document
	*profile
	text   *segment.Text
	report *Report
	taken  []bool            // sentences of the text that have a place
	placed []standing        // in units, in the order of the text
	alone  map[*item][]*item // what stands alone behind an item; nil is the beginning
	fresh  map[*item][]*item // new units behind an item
}

// A standing is sentences that stand in a unit.
type standing struct {
	unit *unit
	own  segment.Range
}

func (e *edit) run(proposals []proposal) {
	e.alone, e.fresh = map[*item][]*item{}, map[*item][]*item{}
	held := map[*unit]bool{}
	for _, s := range e.standing() {
		e.keep(s)
		held[s.unit] = true
	}
	var behind *item
	for _, x := range proposals {
		if x.rows.Lo > 0 {
			behind = e.rows[x.rows.Lo-1]
		}
		if x.rows.Len() > 0 {
			behind = e.rows[x.rows.Hi-1]
		}
		free := e.free(x.own)
		if free.Len() == 0 {
			continue
		}
		if free != x.own {
			x.own, x.reason = free, "the memory has nothing like it"
		}
		for r := x.rows.Lo; r < x.rows.Hi && x.reason == ""; r++ {
			if u := e.rows[r].unit; u != nil && x.rows.Len() == 1 && held[u] {
				x.reason = "its unit holds another sentence of the text"
			}
		}
		if x.reason == "" {
			x.reason = e.place(x, held)
		}
		if x.reason != "" {
			e.leave(x, behind)
		}
		for j := x.own.Lo; j < x.own.Hi; j++ {
			e.taken[j] = true
		}
	}
	e.joinUp()
	e.gone(held)
	e.arrange()
	slices.SortStableFunc(e.report.Unplaced, func(a, b Unplaced) int { return a.First - b.First })
}

// free returns the part of a range of which nothing has a place yet: up to the first sentence that
// has.
func (e *edit) free(r segment.Range) segment.Range {
	for r.Lo < r.Hi && e.taken[r.Lo] {
		r.Lo++
	}
	for j := r.Lo; j < r.Hi; j++ {
		if e.taken[j] {
			r.Hi = j
		}
	}
	return r
}

// leave reports sentences that have no place and, in a translation, keeps them for languages to
// come.
func (e *edit) leave(x proposal, behind *item) {
	first, last := e.text.LinesOf(x.own)
	v := tmx.NewVariant(e.text, x.own)
	u := Unplaced{First: first, Last: last, Text: v.Text, Reason: x.reason}
	if x.rows.Len() > 0 && e.rows[x.rows.Lo].unit != nil {
		u.Unit = e.rows[x.rows.Lo].ID
	}
	e.report.Unplaced = append(e.report.Unplaced, u)
	if e.report.Comparable {
		return
	}
	for j := x.own.Lo; j < x.own.Hi; j++ {
		s := singleOf(tmx.NewVariant(e.text, segment.Range{Lo: j, Hi: j + 1}))
		e.alone[behind] = append(e.alone[behind], &item{single: &s})
	}
}

// arrange puts what is new among the items, and takes out what stood alone of this text before.
func (e *edit) arrange() {
	var out []*item
	put := func(behind *item) {
		out = append(out, e.fresh[behind]...)
		out = append(out, e.alone[behind]...)
	}
	put(nil)
	for _, it := range e.items {
		if it.single == nil || !it.used && (e.report.Comparable || !langtag.SameInMemory(it.Lang, e.text.Lang) || it.Document != e.text.Name) {
			out = append(out, it)
		}
		put(it)
	}
	e.items = out
}
