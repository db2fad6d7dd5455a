package sheet_test

import (
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

var now = time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)

func bead(i, j, k, l int) align.Bead {
	return align.Bead{Ranges: []segment.Range{{Lo: i, Hi: j}, {Lo: k, Hi: l}}, Boundary: 0.9, Translation: 0.8}
}

// small returns a sheet of three rows in two paragraphs: 1-1, 2-1 and 1-0.
func small() *sheet.Sheet {
	fr := segment.New("Il pleut. Les champs boivent. Le blé pousse.\n\nFin.", language.French)
	en := segment.New("It rains. The fields drink and the wheat grows.", language.English)
	fr.Name, en.Name = "pluie.fr.txt", "rain.en.txt"
	return sheet.FromTexts([]align.Bead{bead(0, 1, 0, 1), bead(1, 3, 1, 2), bead(3, 4, 2, 2)}, fr, en)
}

// shape returns the rows as strings: the text of the cells, and the state.
func shape(s *sheet.Sheet) (out []string) {
	for _, r := range s.Rows {
		line := ""
		for c, cell := range r.Cells {
			if c > 0 {
				line += " | "
			}
			line += sheet.Joined(cell)
		}
		if r.State != sheet.Open {
			line += " (" + string(r.State) + ")"
		}
		out = append(out, line)
	}
	return out
}

// apply carries out what an operation returned.
func apply(t *testing.T, s *sheet.Sheet) func(sheet.Splice, error) sheet.Splice {
	return func(p sheet.Splice, err error) sheet.Splice {
		t.Helper()
		require.NoError(t, err)
		s.Apply(p)
		return p
	}
}

func TestMergeAndSplit(t *testing.T) {
	s := small()
	p := apply(t, s)(s.Merge(s.Rows[1].ID, sheet.Down, now))
	assert.Equal(
		t,
		[]string{
			"Il pleut. | It rains.",
			"Les champs boivent. Le blé pousse. Fin. | The fields drink and the wheat grows.",
		},
		shape(s),
	)
	assert.Equal(t, p.Focus, s.Rows[1].ID)
	assert.Equal(t, -1.0, s.Rows[1].Boundary, "what the aligner thought of the parts says nothing of the whole")

	// Before the last of three French sentences; the English one is longer above than below.
	apply(t, s)(s.Split(s.Rows[1].ID, []sheet.Cut{{Column: 0, Piece: 2}}, true, now))
	assert.Equal(
		t,
		[]string{
			"Il pleut. | It rains.",
			"Les champs boivent. Le blé pousse. | The fields drink and the wheat grows.",
			"Fin. | ",
		},
		shape(s),
	)
	_, err := s.Split(s.Rows[0].ID, []sheet.Cut{{Column: 0, Piece: 0}}, true, now)
	assert.Error(t, err, "nothing stands before the first sentence")
	_, err = s.Merge(s.Rows[0].ID, sheet.Up, now)
	assert.Error(t, err, "there is no row above")
}

func TestMove(t *testing.T) {
	s := small()
	p := apply(t, s)(s.Move(s.Rows[1].ID, sheet.Cut{Column: 0, Piece: 0}, sheet.Up, now))
	assert.Equal(
		t,
		[]string{
			"Il pleut. Les champs boivent. | It rains.",
			"Le blé pousse. | The fields drink and the wheat grows.",
			"Fin. | ",
		},
		shape(s),
	)
	assert.Equal(t, s.Rows[0].ID, p.Focus, "the eye follows the sentence")
	apply(t, s)(s.Move(s.Rows[2].ID, sheet.Cut{Column: 0, Piece: 0}, sheet.Up, now))
	assert.Equal(
		t,
		[]string{
			"Il pleut. Les champs boivent. | It rains.",
			"Le blé pousse. Fin. | The fields drink and the wheat grows.",
		},
		shape(s),
		"a row without text goes",
	)
	apply(t, s)(s.Move(s.Rows[0].ID, sheet.Cut{Column: 0, Piece: 0}, sheet.Down, now))
	assert.Equal(t, " | It rains.", shape(s)[0], "those behind a sentence go down with it")
}

func TestCorrect(t *testing.T) {
	s := small()
	cell := s.Rows[1].Cells[0]
	apply(t, s)(s.Correct(s.Rows[1].ID, 0, []sheet.Piece{{Text: "Les champs ont bu."}, {Text: "Le blé pousse."}}, now))
	got := s.Rows[1].Cells[0]
	assert.Same(t, cell[1], got[1], "what keeps its wording stays itself")
	was, changed := s.Was(0, got[0])
	assert.True(t, changed)
	assert.Equal(t, "Les champs boivent.", was)

	// A line more cuts a sentence; the first part corrects the old one.
	apply(
		t,
		s,
	)(
		s.Correct(s.Rows[1].ID, 1, []sheet.Piece{{Text: "The fields drink"}, {Text: "and the wheat grows."}}, now),
	)
	assert.Len(t, s.Rows[1].Cells[1], 2)
	assert.Equal(t, "The fields drink and the wheat grows.", sheet.Joined(s.Rows[1].Cells[1]))

	// Back to the wording of the document it is the sentence of the document again.
	apply(t, s)(s.Correct(s.Rows[1].ID, 0, []sheet.Piece{{Text: "Les champs boivent."}, {Text: "Le blé pousse."}}, now))
	assert.Same(t, cell[0], s.Rows[1].Cells[0][0])

	_, err := s.Correct(s.Rows[1].ID, 0, []sheet.Piece{{Text: "Les champs boivent."}, {Text: "Le blé pousse."}}, now)
	assert.ErrorIs(t, err, sheet.ErrNothing)
	_, err = s.Correct(s.Rows[2].ID, 0, nil, now)
	assert.Error(t, err, "a row keeps some text")
	apply(t, s)(s.Correct(s.Rows[2].ID, 1, []sheet.Piece{{Text: "The end."}}, now))
	assert.Equal(t, "Fin. | The end.", shape(s)[2], "a missing translation can be added")
}

func TestMarks(t *testing.T) {
	s := small()
	id := s.Rows[0].ID
	apply(t, s)(s.Mark(id, sheet.Approved, now))
	apply(t, s)(s.Mark(id, sheet.Rejected, now))
	assert.Equal(t, "Il pleut. | It rains. (rejected)", shape(s)[0])
	apply(t, s)(s.Mark(id, sheet.Rejected, now))
	assert.Equal(t, sheet.Open, s.Rows[0].State)
	apply(t, s)(s.Annotate(id, " see page 3 ", now))
	assert.Equal(t, "see page 3", s.Rows[0].Note)
	apply(t, s)(s.Merge(id, sheet.Down, now))
	assert.Equal(t, "see page 3", s.Rows[0].Note, "a note outlives a merge")
}

// randomOperation returns a random operation that makes sense, or an error.
func randomOperation(s *sheet.Sheet, r *rand.Rand) (sheet.Splice, error) {
	row := s.Rows[r.Intn(len(s.Rows))]
	column := r.Intn(len(s.Columns))
	piece := r.Intn(1 + len(row.Cells[column]))
	direction := 1 - 2*r.Intn(2)
	offset := max(0, r.Intn(24)-12)
	switch r.Intn(9) {
	case 0:
		return s.Merge(row.ID, direction, now)
	case 1:
		return s.Split(row.ID, []sheet.Cut{{Column: column, Piece: piece, Offset: offset}}, r.Intn(2) > 0, now)
	case 2:
		return s.Move(row.ID, sheet.Cut{Column: column, Piece: piece, Offset: offset}, direction, now)
	case 7:
		return s.Swap(row.ID, s.Rows[r.Intn(len(s.Rows))].ID, column, now)
	case 8:
		lo := r.Intn(len(s.Rows))
		return s.MergeRows(lo, lo+1+r.Intn(3), now)
	case 3:
		return s.Mark(row.ID, sheet.Approved, now)
	case 4:
		return s.Mark(row.ID, sheet.Rejected, now)
	case 5:
		return s.Annotate(row.ID, fmt.Sprint("note ", r.Intn(100)), now)
	}
	var lines []sheet.Piece
	for range r.Intn(3) {
		lines = append(lines, sheet.Piece{Text: fmt.Sprint("line ", r.Intn(100))})
	}
	return s.Correct(row.ID, column, lines, now)
}

// After any operations, undoing all of them restores the beginning, redoing all restores the end,
// and replaying the written splices on a decoded sheet gives the same sheet.
func TestUndoRedoAndReplay(t *testing.T) {
	for seed := range int64(200) {
		r := rand.New(rand.NewSource(seed))
		s := small()
		written, err := s.Encode()
		require.NoError(t, err)
		replayed, err := sheet.Decode(written)
		require.NoError(t, err)
		begin, done := shape(s), 0
		for range 30 {
			p, err := randomOperation(s, r)
			if err != nil {
				continue
			}
			record, err := s.EncodeSplice(p)
			require.NoError(t, err)
			s.Apply(p)
			done++
			again, err := replayed.DecodeSplice(record)
			require.NoError(t, err)
			replayed.Apply(again)
		}
		end := shape(s)
		require.Equal(t, end, shape(replayed), "seed %d", seed)
		states := encoded(t, s)
		require.JSONEq(t, states, encoded(t, replayed), "seed %d", seed)
		for range done {
			_, ok := s.Undo()
			require.True(t, ok)
		}
		_, ok := s.Undo()
		require.False(t, ok)
		require.Equal(t, begin, shape(s), "seed %d", seed)
		for range done {
			_, ok := s.Redo()
			require.True(t, ok)
		}
		require.JSONEq(t, states, encoded(t, s), "seed %d", seed)
		for range done {
			replayed.Undo()
		}
		require.Equal(t, begin, shape(replayed), "seed %d", seed)
	}
}

func encoded(t *testing.T, s *sheet.Sheet) string {
	t.Helper()
	b, err := s.Encode()
	require.NoError(t, err)
	return string(b)
}

// A row that was merged, split or approved stays as it is; the rows around it are aligned again.
func TestRealign(t *testing.T) {
	s := small()
	first, second := s.Rows[0], s.Rows[1]
	apply(t, s)(s.Mark(second.ID, sheet.Approved, now))
	assert.Equal(t, [][]int{{1, 1}, {3, 2}}, s.Anchors((*sheet.Row).Settled))
	texts := s.Texts()
	assert.Equal(t, "Les champs boivent.", texts[0].Sentence(1))
	assert.Len(t, texts[0].Paragraphs, 2)

	// The aligner cuts inside the approved row, which it may; the row stays.
	p, err := s.Realign([]align.Bead{bead(0, 1, 0, 1), bead(1, 2, 1, 2), bead(2, 3, 2, 2), bead(3, 4, 2, 2)},
		(*sheet.Row).Settled)
	assert.ErrorIs(t, err, sheet.ErrNothing)
	assert.Empty(t, p)
	apply(t, s)(s.Realign([]align.Bead{bead(0, 1, 0, 0), bead(0, 0, 0, 1), bead(1, 3, 1, 2), bead(3, 4, 2, 2)},
		(*sheet.Row).Settled))
	assert.Equal(
		t,
		[]string{
			"Il pleut. | ",
			" | It rains.",
			"Les champs boivent. Le blé pousse. | The fields drink and the wheat grows. (approved)",
			"Fin. | ",
		},
		shape(s),
	)
	s.Undo()
	assert.Same(t, first, s.Rows[0])

	_, err = s.Realign([]align.Bead{bead(0, 2, 0, 1), bead(2, 4, 1, 2)}, (*sheet.Row).Settled)
	assert.Error(t, err, "no bead runs into an approved row")
}

func TestUnits(t *testing.T) {
	s := small()
	u, ok := s.Unit(s.Rows[1])
	require.True(t, ok)
	assert.Equal(t, "Les champs boivent. Le blé pousse.", u.Variants[0].Text)
	assert.Equal(t, tmx.ID(u.Variants), u.ID)
	assert.Contains(t, u.Variants[0].Props, tmx.Prop{Type: tmx.PropDocument, Text: "pluie.fr.txt"})
	_, ok = s.Unit(s.Rows[2])
	assert.False(t, ok, "nothing is paired")
	apply(t, s)(s.Mark(s.Rows[0].ID, sheet.Rejected, now))
	_, ok = s.Unit(s.Rows[0])
	assert.False(t, ok, "it is no translation")
}

// Whatever is merged, split, swapped, moved and marked, every sentence stays exactly once: whole,
// or in parts that together have all its letters. Without swaps the order stays too.
func TestNothingGetsLost(t *testing.T) {
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		s := small()
		for range 40 {
			p, err := randomOperation(s, r)
			if err == nil && p.What != "correct" && (p.What != "swap" || seed%2 > 0) {
				s.Apply(p)
			}
		}
		for c, column := range s.Columns {
			got, parts := map[int]string{}, map[int]string{}
			var order []int
			for _, row := range s.Rows {
				for _, p := range row.Cells[c] {
					_, changed := s.Was(c, p)
					require.False(t, changed, "seed %d: a part of a sentence is no correction", seed)
					at := p.From*1000 + p.Start
					order, parts[at] = append(order, at), strings.ReplaceAll(p.Text, " ", "")
				}
			}
			if seed%2 == 0 {
				require.True(t, slices.IsSorted(order), "seed %d", seed)
			}
			slices.Sort(order)
			for _, at := range order {
				got[at/1000] += parts[at]
			}
			for k, p := range column.Pieces {
				require.Equal(t, strings.ReplaceAll(p.Text, " ", ""), got[k], "seed %d", seed)
			}
		}
	}
}

// Realigning keeps every sentence too, in three languages, and settled rows stay as they are.
func TestRealignByTheAligner(t *testing.T) {
	texts := []*segment.Text{
		segment.New(
			"One man came. He had 12 sheep. He sold 7. The rest ran off. It rained. He went home.",
			language.English,
		),
		segment.New(
			"Un homme vint. Il avait 12 moutons. Il en vendit 7 et le reste s’enfuit. Il pleuvait. Il rentra. Fin.",
			language.French,
		),
		segment.New(
			"Ein Mann kam und hatte 12 Schafe. Er verkaufte 7. Der Rest lief weg. Es regnete. Er ging heim.",
			language.German,
		),
	}
	for seed := range int64(60) {
		r := rand.New(rand.NewSource(seed))
		beads, err := align.Align(texts...)
		require.NoError(t, err)
		s := sheet.FromTexts(beads, texts...)
		for range 8 {
			p, err := randomOperation(s, r)
			if err == nil {
				s.Apply(p)
			}
		}
		var settled []*sheet.Row
		for _, row := range s.Rows {
			if row.Settled() {
				settled = append(settled, row)
			}
		}
		before := columns(s)
		again, err := (&align.Aligner{Anchors: s.Anchors((*sheet.Row).Settled)}).Align(t.Context(), s.Texts()...)
		require.NoError(t, err)
		p, err := s.Realign(again, (*sheet.Row).Settled)
		if errors.Is(err, sheet.ErrNothing) {
			continue
		}
		require.NoError(t, err, "seed %d", seed)
		s.Apply(p)
		require.Equal(t, before, columns(s), "seed %d", seed)
		for _, row := range settled {
			require.Contains(t, s.Rows, row, "seed %d", seed)
		}
		ids := map[int]bool{}
		for _, row := range s.Rows {
			require.False(t, ids[row.ID], "seed %d: row %d is there twice", seed, row.ID)
			ids[row.ID] = true
		}
	}
}

func columns(s *sheet.Sheet) [][]*sheet.Piece {
	out := make([][]*sheet.Piece, len(s.Columns))
	for _, row := range s.Rows {
		for c, cell := range row.Cells {
			out[c] = append(out[c], cell...)
		}
	}
	return out
}
