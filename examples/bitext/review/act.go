package review

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/review/journal"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// An Action is one operation that a person asks for.
type Action struct {
	Version int    `json:"version"` // of the sheet that the action was meant for
	Do      string `json:"do"`      // the name of an operation; see operation
	Row     int    `json:"row"`     // ID
	Column  int    `json:"column"`
	Piece   int    `json:"piece"`
	Up      bool   `json:"up"`   // the row above, not the one below
	Text    string `json:"text"` // of "note", and of "correct": a line for each sentence
}

// An Outcome describes what an action did.
type Outcome struct {
	Version int    `json:"version"`
	Focus   int    `json:"focus"` // the ID of the row to show
	What    string `json:"what"`  // the operation, such as "merge"
	Rows    int    `json:"rows"`  // how many rows it made or changed
}

// ErrStale means that the sheet has changed since the version that the action names.
var ErrStale = errors.New("the review has changed in another window; the page shows the new state")

// A RefusedError explains to a person why an action is not possible.
type RefusedError struct{ error }

func (e RefusedError) Unwrap() error { return e.error }

// Act carries out an action. When it returns nil, the action is on the disk. Otherwise nothing has
// changed, and the error is ErrStale, a RefusedError, or an error of writing.
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
		return r.undoOrRedo(a.Do)
	}
	p, err := r.operation(a)
	if err != nil {
		return Outcome{}, RefusedError{err}
	}
	return r.apply(p)
}

// operation returns what an action does to the rows.
func (r *Review) operation(a Action) (sheet.Splice, error) {
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
		lines, err := r.typedLines(a)
		if err != nil {
			return sheet.Splice{}, err
		}
		return r.sheet.Correct(a.Row, a.Column, lines, now)
	}
	return sheet.Splice{}, fmt.Errorf("there is no action %q", a.Do)
}

// apply writes a splice to the journal and carries it out.
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
		for _, row := range p.New { // the page shows them at once
			r.checkedTraits(row)
		}
	}
	return Outcome{r.version, p.Focus, p.What, len(p.New)}, nil
}

// write puts a record on the disk. The caller changes the sheet only after that.
func (r *Review) write(record []byte) error {
	if err := r.log.Append(record); err != nil {
		return r.unsaved(err)
	}
	r.version++
	r.lists, r.checkedTo = nil, 0
	select {
	case r.wake <- struct{}{}:
	default:
	}
	return nil
}

// unsaved returns the error of an action that could not be saved, with the remedy.
func (r *Review) unsaved(err error) error {
	remedy := ""
	if errors.Is(err, journal.ErrReplaced) {
		remedy = "; put the file back, or export what you need and start bitext review again"
	}
	return fmt.Errorf("%s cannot be written, so nothing is changed: %w%s", r.options.Journal, err, remedy)
}

// undoOrRedo undoes or redoes one operation.
func (r *Review) undoOrRedo(do string) (Outcome, error) {
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

// realign aligns again all rows that are not settled. The lock is not held while the aligner runs,
// so the page stays usable; if the sheet changes meanwhile, realign returns ErrStale.
func (r *Review) realign(ctx context.Context, a Action) (Outcome, error) {
	if r.options.Align == nil {
		return Outcome{}, RefusedError{
			errors.New("the units of a memory have no order and cannot be realigned; review the documents instead"),
		}
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

// typedLines returns the lines that a person typed, with placeholders replaced by the codes of the
// cell.
func (r *Review) typedLines(a Action) ([]sheet.Piece, error) {
	i := r.sheet.Index(a.Row)
	if i < 0 || a.Column < 0 || a.Column >= len(r.sheet.Columns) {
		return nil, errors.New("this row no longer exists")
	}
	var out []sheet.Piece
	codes := cellCodes(r.sheet.Rows[i].Cells[a.Column])
	for line := range strings.SplitSeq(strings.ReplaceAll(a.Text, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if len(r.sheet.Units) == 0 { // in a memory, white space at the ends is part of the unit
			line = strings.TrimSpace(line)
		}
		text, used := fromTyped(line, codes)
		out = append(out, sheet.Piece{Text: text, Codes: used})
	}
	return out, nil
}
