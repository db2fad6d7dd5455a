package sheet_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// at returns the place before a text in a cell.
func at(t *testing.T, s *sheet.Sheet, row, column int, text string) sheet.Cut {
	t.Helper()
	for k, p := range s.Rows[row].Cells[column] {
		if i := strings.Index(p.Text, text); i >= 0 {
			return sheet.Cut{Column: column, Piece: k, Offset: i}
		}
	}
	require.Fail(t, "no such text", text)
	return sheet.Cut{}
}

func TestSplitInsideASentence(t *testing.T) {
	s := small()
	id := s.Rows[1].ID
	apply(t, s)(s.Split(id, []sheet.Cut{at(t, s, 1, 1, " and the"), {Column: 0, Piece: 1}}, true, now))
	assert.Equal(t, "Les champs boivent. | The fields drink", shape(s)[1])
	assert.Equal(t, "Le blé pousse. | and the wheat grows.", shape(s)[2])
	for _, p := range s.Rows[2].Cells[1] {
		_, changed := s.Was(1, p)
		assert.False(t, changed, "a part is no correction")
	}

	// The parts of a sentence become the sentence again, as it was read.
	apply(t, s)(s.Merge(s.Rows[1].ID, sheet.Down, now))
	assert.Equal(t, "Les champs boivent. Le blé pousse. | The fields drink and the wheat grows.", shape(s)[1])
	assert.Same(t, s.Columns[1].Pieces[1], s.Rows[1].Cells[1][0])

	// The other column is split where its share is nearest, or not at all.
	apply(t, s)(s.Split(s.Rows[1].ID, []sheet.Cut{at(t, s, 1, 1, "and")}, true, now))
	assert.Equal(t, []string{"Les champs boivent. | The fields drink", "Le blé pousse. | and the wheat grows."},
		shape(s)[1:3])
	s.Undo()
	apply(t, s)(s.Split(s.Rows[1].ID, []sheet.Cut{at(t, s, 1, 1, "and")}, false, now))
	assert.Equal(t, []string{"Les champs boivent. Le blé pousse. | The fields drink", " | and the wheat grows."},
		shape(s)[1:3])

	for _, bad := range [][]sheet.Cut{
		nil, {{Column: 0, Piece: 1, Offset: 0}}, {{Column: 0, Piece: 0, Offset: 999}}, {{Column: 0, Piece: 0,
			Offset: -1}},
		{{Column: 9}}, {{Column: 0, Piece: 9}}, {{Column: 0, Piece: -1}}, {at(t, s, 0, 0, "pleut"), at(t, s, 0, 0, "pleut")},
	} {
		_, err := s.Split(s.Rows[0].ID, bad, false, now)
		assert.Error(t, err, "%v", bad)
	}
}

// The two sides of a row that do not belong together become two rows.
func TestUnpair(t *testing.T) {
	s := small()
	apply(t, s)(s.Split(s.Rows[0].ID, []sheet.Cut{{Column: 1}}, false, now))
	assert.Equal(t, []string{"Il pleut. | ", " | It rains."}, shape(s)[:2])
}

func TestMoveHalfASentence(t *testing.T) {
	s := small()
	apply(t, s)(s.Move(s.Rows[1].ID, at(t, s, 1, 1, "and"), sheet.Up, now))
	assert.Equal(t, []string{"Il pleut. | It rains. The fields drink",
		"Les champs boivent. Le blé pousse. | and the wheat grows.", "Fin. | "}, shape(s))
	s.Undo()
	apply(t, s)(s.Move(s.Rows[1].ID, at(t, s, 1, 1, "and"), sheet.Down, now))
	assert.Equal(t, []string{"Il pleut. | It rains.", "Les champs boivent. Le blé pousse. | The fields drink",
		"Fin. | and the wheat grows."}, shape(s))
	apply(t, s)(s.Move(s.Rows[2].ID, sheet.Cut{Column: 1}, sheet.Up, now))
	assert.Equal(t, "The fields drink and the wheat grows.", sheet.Joined(s.Rows[1].Cells[1]))
	assert.Len(t, s.Rows[1].Cells[1], 1, "the sentence is whole again")
}

func TestMarksAreNotCutOff(t *testing.T) {
	s := small()
	apply(t, s)(s.Correct(s.Rows[0].ID, 0, []sheet.Piece{{Text: "e\u0301te\u0301 chaud"}}, now))
	apply(t, s)(s.Split(s.Rows[0].ID, []sheet.Cut{{Column: 0, Offset: 1}}, false, now))
	assert.Equal(t, "e\u0301", sheet.Joined(s.Rows[0].Cells[0]))
	assert.Equal(t, "te\u0301 chaud", sheet.Joined(s.Rows[1].Cells[0]))
}

func TestSwap(t *testing.T) {
	s := small()
	assert.Empty(t, s.Moved())
	apply(t, s)(s.Swap(s.Rows[0].ID, s.Rows[1].ID, 1, now))
	assert.Equal(t, []string{"Il pleut. | The fields drink and the wheat grows.",
		"Les champs boivent. Le blé pousse. | It rains.", "Fin. | "}, shape(s))
	assert.Len(t, s.Moved(), 1, "it is shown")
	u, ok := s.Unit(s.Rows[1])
	require.True(t, ok)
	assert.Equal(t, "It rains.", u.Variants[1].Text, "it is exported")
	s.Undo()

	// A sentence and its translation far apart come together, and the row that is empty then
	// disappears.
	apply(t, s)(s.Move(s.Rows[1].ID, at(t, s, 1, 1, "and"), sheet.Down, now))
	apply(t, s)(s.Split(s.Rows[0].ID, []sheet.Cut{at(t, s, 0, 0, "pleut")}, false, now))
	require.Equal(t, []string{"Il | It rains.", "pleut. | ", "Les champs boivent. Le blé pousse. | The fields drink",
		"Fin. | and the wheat grows."}, shape(s))
	_, err := s.Swap(s.Rows[1].ID, s.Rows[1].ID, 1, now)
	assert.Error(t, err)
	apply(t, s)(s.Swap(s.Rows[3].ID, s.Rows[1].ID, 1, now))
	assert.Equal(t, []string{"Il | It rains.", "pleut. | and the wheat grows.",
		"Les champs boivent. Le blé pousse. | The fields drink", "Fin. | "}, shape(s))
	apply(t, s)(s.Swap(s.Rows[3].ID, s.Rows[1].ID, 0, now))
	assert.Equal(t, "Fin. | and the wheat grows.", shape(s)[1])
	assert.Equal(t, "pleut. | ", shape(s)[3])
}

func TestReplace(t *testing.T) {
	s := memory(t,
		`<tu><tuv xml:lang="en"><seg>Ask <bpt i="1">{b}</bpt>Paul<ept i="1">{/b}</ept>. Paul knows.</seg></tuv>`+
			`<tuv xml:lang="fr"><seg>Demandez.</seg></tuv></tu>`)
	find := func(r *sheet.Row, _ int, p *sheet.Piece) (out []sheet.Edit) {
		for i := 0; ; {
			k := strings.Index(p.Text[i:], "Paul")
			if k < 0 {
				return out
			}
			out = append(out, sheet.Edit{Start: i + k, End: i + k + 4, New: "Pauline"})
			i += k + 4
		}
	}
	p := apply(t, s)(s.Replace(find, now))
	assert.Len(t, p.New, 1)
	u, ok := s.Unit(s.Rows[0])
	require.True(t, ok)
	assert.Equal(t, "Ask Pauline. Pauline knows.", u.Variants[0].Text)
	assert.Equal(t, 4, u.Variants[0].Inline[0].Offset)
	assert.Equal(t, 11, u.Variants[0].Inline[1].Offset)
	_, err := s.Replace(func(*sheet.Row, int, *sheet.Piece) []sheet.Edit { return nil }, now)
	assert.ErrorIs(t, err, sheet.ErrNothing)

	// No row loses all its text, and undo brings everything back at once.
	all := func(_ *sheet.Row, _ int, p *sheet.Piece) []sheet.Edit { return []sheet.Edit{{0, len(p.Text), ""}} }
	_, err = s.Replace(all, now)
	assert.ErrorIs(t, err, sheet.ErrNothing)
	s.Undo()
	u, _ = s.Unit(s.Rows[0])
	assert.Equal(t, "Ask Paul. Paul knows.", u.Variants[0].Text)
}
