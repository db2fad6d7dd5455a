package memory

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// Sentences 1 and 3 of a range have a place. The others are three parts of it, none of which is
// lost.
func TestFreeReturnsEveryPart(t *testing.T) {
	e := &edit{sentences: make([]sentence, 6)}
	e.sentences[1].item, e.sentences[3].item = &item{unit: &unit{}}, &item{unit: &unit{}}
	kept := &item{unpaired: &unpaired{}}
	e.sentences[4] = sentence{item: kept, kept: true}
	want := []segment.Range{{Lo: 0, Hi: 1}, {Lo: 2, Hi: 3}, {Lo: 4, Hi: 6}}
	assert.Equal(t, want, e.free(segment.Range{Lo: 0, Hi: 6}))
	assert.Empty(t, e.free(segment.Range{Lo: 3, Hi: 4}))
}

// New items may follow new items.
func TestArrangeKeepsEveryNewItem(t *testing.T) {
	text := func(s string) *item { return &item{unpaired: &unpaired{Text: s}} }
	old, first, second, third := text("old"), text("first"), text("second"), text("third")
	e := &edit{
		document: &document{items: []*item{old}}, report: &Report{}, text: &segment.Text{Name: "x"},
		fresh:    map[*item][]*item{old: {first}, first: {second}},
		unpaired: map[*item][]*item{second: {third}},
	}
	e.arrange()
	assert.Equal(t, []*item{old, first, second, third}, e.document.items)
}

// The units of a memory stay in the order of the file, new ones come where their neighbours are,
// and sentences before all of them belong to the first one in the file.
func TestFinishWritesEveryItem(t *testing.T) {
	made := func(id string, number int) *item {
		return &item{unit: &unit{number: number, Unit: tmx.Unit{ID: id}}}
	}
	alone := func(s string) *item { return &item{unpaired: &unpaired{Lang: language.English, Text: s}} }
	d := &document{items: []*item{
		alone("a"), made("new", -1), alone("b"), made("2", 2), alone("c"), made("1", 1), made("x", -1),
	}}
	out := d.finish()
	assert.Equal(t, 1, out.first)
	assert.Len(t, out.before, 1)
	assert.Equal(t, []tmx.Prop{
		{Type: PropBehind, Text: `{"text":"b"}`, Lang: language.English},
		{Type: PropBefore, Text: `{"text":"a"}`, Lang: language.English},
	}, out.before[0].Props)
	assert.Equal(t, []tmx.Prop{{Type: PropBehind, Text: `{"text":"c"}`, Lang: language.English}}, out.edited[2].Props)
	assert.Empty(t, out.edited[1].Props)
	assert.Equal(t, "x", out.after[1][0].ID)
}
