package sheet_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// memory returns a sheet of the units in the body of a memory.
func memory(t *testing.T, body string, langs ...language.Tag) *sheet.Sheet {
	t.Helper()
	s, damage, err := sheet.ReadMemory(
		strings.NewReader(`<tmx version="1.4"><header srclang="en"/><body>`+body+`</body></tmx>`),
		"m.tmx",
		langs,
	)
	require.NoError(t, err)
	require.Empty(t, damage)
	return s
}

// segments returns the segments of the units that a sheet becomes, with their markup.
func segments(t *testing.T, s *sheet.Sheet) (out []string) {
	t.Helper()
	var b bytes.Buffer
	w := tmx.NewWriter(&b)
	for _, r := range s.Rows {
		if u, ok := s.Unit(r); ok {
			require.NoError(t, w.Write(u), "what comes out is TMX")
		}
	}
	require.NoError(t, w.Close())
	for _, part := range strings.Split(b.String(), "<seg>")[1:] {
		seg, _, _ := strings.Cut(part, "</seg>")
		out = append(out, seg)
	}
	return out
}

const marked = `<tu><tuv xml:lang="en"><seg><bpt i="1" type="bold">{b}</bpt>Go on. Then<ept i="1">{/b}</ept> ` +
	`<hi>stop. At</hi> once<ph></ph>.</seg></tuv>` +
	`<tuv xml:lang="fr"><seg>Avancez. Puis arrêtez. Vite.</seg></tuv></tu>` +
	`<tu><tuv xml:lang="en"><seg><bpt i="1">{i}</bpt>Now<ept i="1">{/i}</ept>.</seg></tuv><tuv xml:lang="fr"><seg>Maintenant.</seg></tuv></tu>`

func TestCodesStayInPairs(t *testing.T) {
	s := memory(t, marked, language.English, language.French)
	before := segments(t, s)
	apply(t, s)(s.Split(s.Rows[0].ID, []sheet.Cut{{Column: 0, Piece: 1}}, true, now))
	got := segments(t, s)
	assert.Equal(t, `<it pos="begin" type="bold">{b}</it>Go on.`, got[0])
	assert.Equal(t, `Then<it pos="end">{/b}</it> <hi>stop. At</hi> once<ph></ph>.`, got[2])
	apply(t, s)(s.Split(s.Rows[1].ID, []sheet.Cut{{Column: 0, Piece: 1}}, true, now))
	got = segments(t, s)
	assert.Equal(
		t,
		[]string{`Then<it pos="end">{/b}</it> stop.`, `At once<ph></ph>.`},
		[]string{got[2], got[4]},
		"a <hi> needs its end",
	)
	s.Undo()
	s.Undo()
	assert.Equal(t, before, segments(t, s), "they come back")

	apply(t, s)(s.Merge(s.Rows[0].ID, sheet.Down, now))
	assert.Equal(
		t,
		`<bpt i="1" type="bold">{b}</bpt>Go on. Then<ept i="1">{/b}</ept> `+
			`<hi>stop. At</hi> once<ph></ph>. `+
			`<bpt i="2">{i}</bpt>Now<ept i="2">{/i}</ept>.`,
		segments(t, s)[0],
		"two pairs do not share a number",
	)
}

func TestMergedUnitsKeepWhatIsTheirs(t *testing.T) {
	s := memory(
		t,
		`<tu tuid="1" segtype="phrase"><note>one</note><prop type="x-p">1</prop><tuv xml:lang="en"><prop type="x-v">2</prop><seg>Yes.</seg></tuv><tuv xml:lang="fr"><seg>Oui.</seg></tuv></tu>`+
			`<tu tuid="2"><note>two</note><tuv xml:lang="en"><seg>No.</seg></tuv><tuv xml:lang="fr"><seg>Non.</seg></tuv></tu>`,
	)
	apply(t, s)(s.Merge(s.Rows[0].ID, sheet.Down, now))
	u, ok := s.Unit(s.Rows[0])
	require.True(t, ok)
	assert.Equal(t, []tmx.Note{{Text: "one"}, {Text: "two"}}, u.Notes)
	assert.Contains(t, u.Props, tmx.Prop{Type: "x-p", Text: "1"})
	assert.Contains(t, u.Variants[0].Props, tmx.Prop{Type: "x-v", Text: "2"})
	assert.Equal(t, tmx.SegPhrase, u.SegType)
	assert.Equal(t, tmx.ID(u.Variants), u.ID, "it is a unit of its own")
	assert.Equal(t, now, u.Changed)
}

func TestLanguagesAsTheMemorySpellsThem(t *testing.T) {
	const body = `<tu><tuv xml:lang="en-GB"><seg>Yes.</seg></tuv><tuv xml:lang="fr"><seg>Oui.</seg></tuv>` +
		`<tuv xml:lang="fr-CA"><seg>Oui!</seg></tuv></tu>`
	s := memory(t, body, language.French, language.English)
	assert.Equal(t, []string{"Oui. | Yes."}, shape(s))
	_, _, err := sheet.ReadMemory(
		strings.NewReader(`<tmx version="1.4"><header srclang="en"/><body>`+body+`</body></tmx>`),
		"m.tmx",
		[]language.Tag{language.German},
	)
	assert.ErrorContains(t, err, "no text in de; the languages of the memory are [en-GB fr fr-CA]")
}

// Text that is not shown can be neither merged nor lost.
func TestUnitsThatAreNotShownWhole(t *testing.T) {
	s := memory(
		t,
		`<tu><tuv xml:lang="en"><seg>Yes.</seg></tuv><tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="de"><seg>Ja.</seg></tuv></tu>`+
			`<tu><tuv xml:lang="en"><seg>No.</seg></tuv><tuv xml:lang="fr"><seg>Non.</seg></tuv></tu>`,
		language.English,
		language.French,
	)
	_, err := s.Merge(s.Rows[1].ID, sheet.Up, now)
	assert.ErrorContains(t, err, "not shown")
	apply(t, s)(s.Correct(s.Rows[0].ID, 1, []sheet.Piece{{Text: "Si."}}, now))
	apply(t, s)(s.Mark(s.Rows[0].ID, sheet.Approved, now))
	assert.Equal(t, []string{"Yes.", "Si.", "Ja.", "No.", "Non."}, segments(t, s))
}

// Journals of versions that wrote every field of a unit are read, and mean the same.
func TestUnitsAsTheyWereWritten(t *testing.T) {
	s := memory(t, `<tu tuid="7" creationid="ann"><note>Ask.</note><tuv xml:lang="en"><seg>Yes <ph/>.</seg></tuv>`+
		`<tuv xml:lang="fr"><prop type="x">y</prop><seg>Oui.</seg></tuv></tu>`)
	now, err := s.Encode()
	require.NoError(t, err)
	var whole map[string]any
	require.NoError(t, json.Unmarshal(now, &whole))
	whole["units"] = s.Units // as package tmx encodes them
	before, err := json.Marshal(whole)
	require.NoError(t, err)
	require.Greater(t, len(before), len(now)+200)
	for _, b := range [][]byte{now, before} {
		again, err := sheet.Decode(b)
		require.NoError(t, err)
		assert.Equal(t, s.Units, again.Units)
	}
}
