package pdfpage

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read/internal/part"
)

const (
	lineHeight = 14.0
	charWide   = 6.0
)

// typeset puts text on a page of characters of one width: each string is a line, "" half of one.
func typeset(lines ...string) (words []Word) {
	y := 50.0
	for _, l := range lines {
		if l == "" {
			y += lineHeight / 2
			continue
		}
		at := 0.0
		for _, text := range strings.Split(l, " ") {
			width := float64(utf8.RuneCountInString(text))
			if text != "" {
				x := 50 + charWide*at
				words = append(words, Word{Box{x, y, x + charWide*width, y + lineHeight - 2}, text})
			}
			at += width + 1
		}
		y += lineHeight
	}
	return words
}

// show returns the blocks of a page: lines, and rows of tables with their cells between bars.
func show(words []Word, before *Block) (out []string) {
	blocks, _ := Blocks(words, before)
	for _, b := range blocks {
		for _, l := range b.Lines {
			out = append(out, textOf(l))
		}
		if b.Rows == 0 {
			for i, c := range b.Columns {
				for _, l := range c.Lines {
					out = append(out, strings.Repeat("|", i+1)+textOf(l))
				}
			}
		}
		for row := range b.Rows {
			var cells []string
			for _, c := range b.Columns {
				cell := ""
				for i, l := range c.Lines {
					if c.Row[i] == row {
						cell = strings.TrimSpace(cell + " " + textOf(l))
					}
				}
				cells = append(cells, cell)
			}
			out = append(out, strings.Join(cells, " | "))
		}
	}
	return out
}

func textOf(l Line) string {
	var words []string
	for _, w := range l.Words {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name string
		page []string
		want []string
	}{
		{"one column", []string{"The council meets four times a year in", "the town hall. Each member has a vote."},
			[]string{"The council meets four times a year in", "the town hall. Each member has a vote."}},
		{"a table without lines between its rows", []string{
			"Rules of the council, as they were agreed in the spring",
			"Date            Datum",
			"Total           Summe",
			"The seller of   Der Verkäufer gibt",
			"goods delivers  dem Käufer die",
			"                Ware.",
			"Invoice         Rechnung",
			"Signed in the town hall on the first day of May",
		}, []string{
			"Rules of the council, as they were agreed in the spring",
			"Date | Datum", "Total | Summe", "The seller of goods delivers | Der Verkäufer gibt dem Käufer die Ware.", "Invoice | Rechnung",
			"Signed in the town hall on the first day of May",
		}},
		{"three columns", []string{
			"one house       ein Haus        une maison", "",
			"two dogs run    zwei Hunde      deux chiens",
			"fast            rennen          courent", "",
			"three cats      drei Katzen     trois chats", "",
			"four trees      vier Bäume      quatre arbres",
		}, []string{
			"one house | ein Haus | une maison", "two dogs run fast | zwei Hunde rennen | deux chiens courent",
			"three cats | drei Katzen | trois chats", "four trees | vier Bäume | quatre arbres",
		}},
		{"a journal", []string{
			"The council meets in   members of the other",
			"the town hall, and     town. They have one",
			"its rules are those    vote in all questions",
			"of the county. New     of the river and its",
			"members are named      bridges. The chair",
			"by the mayor and the   answers every letter",
		}, []string{
			"|The council meets in", "|the town hall, and", "|its rules are those", "|of the county. New", "|members are named",
			"|by the mayor and the",
			"||members of the other", "||town. They have one", "||vote in all questions",
			"||of the river and its", "||bridges. The chair", "||answers every letter",
		}},
		{"numbers of items are no column", []string{
			"1.    The council meets.", "2.    Members vote.", "3.    The chair answers.",
			"4.    Rules are printed.", "5.    They are sold.",
		}, []string{"1. The council meets.", "2. Members vote.", "3. The chair answers.",
			"4. Rules are printed.", "5. They are sold."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, show(typeset(c.page...), nil))
		})
	}
}

// A table goes on at the top of a page, where it is too small to be found.
func TestATableGoesOn(t *testing.T) {
	page := typeset("                liefert.", "", "Invoice         Rechnung", "Signed in townhall, in May")
	assert.Equal(t, []string{"liefert.", "Invoice Rechnung", "Signed in townhall, in May"}, show(page, nil))
	before := &Block{Cuts: []float64{130}, Leading: lineHeight}
	assert.Equal(t, []string{" | liefert.", "Invoice | Rechnung", "Signed in townhall, in May"}, show(page, before))
}

func TestParse(t *testing.T) {
	bounds := part.Bounds{Bytes: 1 << 20, Depth: 100}
	pages, err := Parse(strings.NewReader(`<html><body><doc><page width="1" height="1">`+
		`<word xMin="1" yMin="2" xMax="3" yMax="4">A&amp;b</word><word xMin="1" yMin="2" xMax="1" yMax="4">empty</word></page>`+
		`<page></page></doc></body></html>`), bounds, false)
	require.NoError(t, err)
	assert.Equal(t, [][]Word{{{Box{1, 2, 3, 4}, "A&b"}}, nil}, pages)
	pages, err = Parse(strings.NewReader(`<page><word xMin="1" yMin="2" xMax="1" yMax="4">x</word></page>`), bounds,
		true)
	require.NoError(t, err)
	assert.Equal(t, [][]Word{{{Box{1, 2, 1, 4}, "x"}}}, pages, "a mark has no width")
	_, err = Parse(strings.NewReader(`<page><word xMin="NaN" yMin="2" xMax="3" yMax="4">a</word></page>`), bounds,
		false)
	assert.ErrorContains(t, err, "a word without a place in the output of pdftotext; install the pdftotext of poppler")
}

// FuzzBlocks checks that no word is lost, whatever the places of words are.
func FuzzBlocks(f *testing.F) {
	f.Add([]byte("\x00\x00\x10\x10\x20\x00\x30\x10\x00\x10\x10\x20\x20\x10\x30\x20"))
	f.Fuzz(func(t *testing.T, places []byte) {
		var words []Word
		for ; len(places) >= 4; places = places[4:] {
			x, y := float64(places[0]), float64(places[1])
			words = append(words,
				Word{Box{x, y, x + 1 + float64(places[2]), y + 1 + float64(places[3])}, "word"})
		}
		for _, before := range []*Block{nil, {Cuts: []float64{100}}} {
			blocks, _ := Blocks(words, before)
			n := 0
			for _, b := range blocks {
				for _, l := range b.Lines {
					n += len(l.Words)
				}
				for _, c := range b.Columns {
					for i, l := range c.Lines {
						n += len(l.Words)
						if b.Rows > 0 {
							require.Less(t, c.Row[i], b.Rows)
						}
					}
				}
			}
			require.Equal(t, len(words), n)
		}
	})
}
