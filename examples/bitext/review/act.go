package review

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/bitext-go/bitext/examples/bitext/review/journal"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

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
	r.carry(p.Old, p.New)
	r.checkNow(p.New)
	return Outcome{r.version, p.Focus, p.What, len(p.New)}, nil
}

// checkNow checks a few rows at once, because the page shows them next.
func (r *Review) checkNow(rows []*sheet.Row) {
	if len(rows) <= batch {
		for _, row := range rows {
			r.checkedTraits(row)
		}
	}
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
	if do == "redo" {
		r.carry(p.Old, p.New)
	} else {
		r.carry(p.New, p.Old)
		rows = p.Old
	}
	r.checkNow(rows)
	if do == "undo" {
		if r.sheet.Index(focus) < 0 && len(p.Old) > 0 {
			focus = p.Old[0].ID
		}
	}
	return Outcome{r.version, focus, do + ": " + what, len(rows)}, nil
}

// realign aligns again all rows that are not settled, or the open ones of a range. The lock is not
// held while the aligner runs, so the page stays usable; if the sheet changes meanwhile, realign
// returns ErrStale.
func (r *Review) realign(ctx context.Context, a Action) (Outcome, error) {
	if r.options.Align == nil {
		return Outcome{}, RefusedError{
			errors.New("these rows cannot be aligned again"),
		}
	}
	r.mutex.Lock()
	if a.Version != r.version {
		r.mutex.Unlock()
		return Outcome{}, ErrStale
	}
	fixed := (*sheet.Row).Settled
	if a.Range != nil {
		rows, _, _, err := r.rowsOf(a.Range)
		if err != nil {
			r.mutex.Unlock()
			return Outcome{}, RefusedError{err}
		}
		fixed = func(row *sheet.Row) bool { return !rows[row] || row.State != sheet.Open }
	}
	texts, anchors := r.sheet.Texts(), r.sheet.Anchors(fixed)
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
	p, err := r.sheet.Realign(beads, fixed)
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
