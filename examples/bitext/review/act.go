package review

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// An Action is what a person does to the sheet.
type Action struct {
	Version int    `json:"version"` // of the sheet that the person saw
	Do      string `json:"do"`      // one of the names that Act knows
	Row     int    `json:"row"`     // ID
	Column  int    `json:"column"`
	Piece   int    `json:"piece"`
	Up      bool   `json:"up"`   // the row above, not the one below
	Text    string `json:"text"` // of "note", and of "correct": a line for each sentence
}

// An Outcome is what came of an action.
type Outcome struct {
	Version int    `json:"version"`
	Focus   int    `json:"focus"` // the ID of the row to look at
	What    string `json:"what"`  // what was done, as in "merge"
	Rows    int    `json:"rows"`  // how many rows it made or changed
}

// ErrStale says that the sheet has changed since the person saw it.
var ErrStale = errors.New("the review has changed in another window; it is shown as it is now")

// A RefusedError says why an action makes no sense, to the person who wants it.
type RefusedError struct{ error }

func (e RefusedError) Unwrap() error { return e.error }

// Act does what a person wants. When it returns without an error, that is on the disk. The error is
// ErrStale, a RefusedError, or one of writing; then nothing has changed.
func (r *Review) Act(ctx context.Context, a Action) (Outcome, error) {
	if a.Do == "realign" {
		return r.realign(ctx, a)
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if a.Version != r.version {
		return Outcome{}, ErrStale
	}
	if a.Do == "undo" || a.Do == "redo" {
		return r.travel(a.Do)
	}
	p, err := r.splice(a)
	if err != nil {
		return Outcome{}, RefusedError{err}
	}
	return r.apply(p)
}

// splice returns what an action does to the rows.
func (r *Review) splice(a Action) (sheet.Splice, error) {
	now := r.options.Now().UTC()
	direction := sheet.Down
	if a.Up {
		direction = sheet.Up
	}
	switch a.Do {
	case "merge":
		return r.sheet.Merge(a.Row, direction, now)
	case "split":
		return r.sheet.Split(a.Row, a.Column, a.Piece, now)
	case "move":
		return r.sheet.Move(a.Row, a.Column, a.Piece, direction, now)
	case "approve":
		return r.sheet.Mark(a.Row, sheet.Approved, now)
	case "approve the rest":
		return r.sheet.ApproveAll(r.sure, now)
	case "reject":
		return r.sheet.Mark(a.Row, sheet.Rejected, now)
	case "note":
		return r.sheet.Annotate(a.Row, clean(a.Text), now)
	case "correct":
		lines, err := r.typed(a)
		if err != nil {
			return sheet.Splice{}, err
		}
		return r.sheet.Correct(a.Row, a.Column, lines, now)
	}
	return sheet.Splice{}, fmt.Errorf("there is no action %q", a.Do)
}

// apply writes a splice down and carries it out.
func (r *Review) apply(p sheet.Splice) (Outcome, error) {
	record, err := r.sheet.EncodeSplice(p)
	if err != nil {
		return Outcome{}, err
	}
	if err := r.write(record); err != nil {
		return Outcome{}, err
	}
	r.sheet.Apply(p)
	if len(p.New) <= batch {
		for _, row := range p.New { // they are shown at once
			r.judged(row)
		}
	}
	return Outcome{r.version, p.Focus, p.What, len(p.New)}, nil
}

// write puts a record on the disk, before what it says is done.
func (r *Review) write(record []byte) error {
	if err := r.log.Append(record); err != nil {
		return fmt.Errorf("nothing was changed, because it could not be saved in %s: %w", r.options.Journal, err)
	}
	r.version++
	r.lists, r.looked = nil, 0
	select {
	case r.made <- struct{}{}:
	default:
	}
	return nil
}

// travel goes one step back or forth.
func (r *Review) travel(do string) (Outcome, error) {
	what, step := r.sheet.NextUndo(), r.sheet.Undo
	if do == "redo" {
		what, step = r.sheet.NextRedo(), r.sheet.Redo
	}
	if what == "" {
		return Outcome{}, RefusedError{errors.New("there is nothing to " + do)}
	}
	record, err := json.Marshal(map[string]string{"do": do})
	if err != nil {
		return Outcome{}, err
	}
	if err := r.write(record); err != nil {
		return Outcome{}, err
	}
	p, _ := step()
	rows, focus := p.New, p.Focus
	if do == "undo" {
		rows = p.Old
		if r.sheet.Index(focus) < 0 && len(p.Old) > 0 {
			focus = p.Old[0].ID
		}
	}
	return Outcome{r.version, focus, do + ": " + what, len(rows)}, nil
}

// realign aligns what is not settled anew. It takes its time, in which the page goes on; if
// something was done meanwhile, it has come too late.
func (r *Review) realign(ctx context.Context, a Action) (Outcome, error) {
	if r.options.Align == nil {
		return Outcome{}, RefusedError{errors.New("the units of a memory have no order to be aligned in; only documents can be realigned")}
	}
	r.mutex.Lock()
	if a.Version != r.version {
		r.mutex.Unlock()
		return Outcome{}, ErrStale
	}
	texts, anchors := r.sheet.Texts(), r.sheet.Anchors()
	r.mutex.Unlock()
	r.aligned.Store(1)
	beads, err := r.options.Align(ctx, texts, anchors, func(done, all int) {
		r.aligned.Store(int32(min(99, max(1, 100*done/max(1, all)))))
	})
	r.aligned.Store(0)
	if errors.Is(err, context.Canceled) {
		return Outcome{}, RefusedError{errors.New("the alignment was stopped; nothing has changed")}
	}
	if err != nil {
		return Outcome{}, RefusedError{err}
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if a.Version != r.version {
		return Outcome{}, ErrStale
	}
	p, err := r.sheet.Realign(beads)
	if errors.Is(err, sheet.ErrNothing) {
		return Outcome{r.version, a.Row, "", 0}, nil
	}
	if err != nil {
		return Outcome{}, RefusedError{err}
	}
	if r.sheet.Index(a.Row) >= 0 {
		p.Focus = a.Row
	}
	return r.apply(p)
}

// typed returns the lines that a person typed, with the codes of the cell that they stand for.
func (r *Review) typed(a Action) ([]sheet.Piece, error) {
	i := r.sheet.Index(a.Row)
	if i < 0 || a.Column < 0 || a.Column >= len(r.sheet.Columns) {
		return nil, errors.New("that row is gone")
	}
	var out []sheet.Piece
	codes := cellCodes(r.sheet.Rows[i].Cells[a.Column])
	for line := range strings.SplitSeq(strings.ReplaceAll(a.Text, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if len(r.sheet.Units) == 0 { // in a memory white space at the ends is part of the unit
			line = strings.TrimSpace(line)
		}
		text, used := unmark(line, codes)
		out = append(out, sheet.Piece{Text: text, Codes: used})
	}
	return out, nil
}
