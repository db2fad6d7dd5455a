package tmx_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

var when = time.Date(2026, 11, 22, 4, 25, 0, 0, time.UTC)

// whole returns a unit that uses everything a unit has.
func whole() tmx.Unit {
	return tmx.Unit{
		ID: "u1", Source: language.Arabic, SegType: tmx.SegParagraph,
		Created: when, CreatedBy: `Ana "A" <x>`, Changed: when.Add(time.Hour), ChangedBy: "Bo & Co",
		Attrs: []tmx.Attr{{Name: "usagecount", Value: "3"}},
		Props: []tmx.Prop{{Type: "x-a", Text: "1 < 2 & 3"}, {Type: "x-b", Text: "ü", Lang: language.German}},
		Notes: []tmx.Note{{Text: "first\nsecond"}, {Text: "zweite", Lang: language.German}},
		Variants: []tmx.Variant{
			{
				Lang: language.Arabic, Text: "نص مهم.",
				Inline: []tmx.Inline{
					{Offset: 0, XML: `<bpt i="1" type="bold">&lt;b&gt;</bpt>`},
					{Offset: 5, XML: `<ept i="1">&lt;/b&gt;</ept>`},
				},
				Props:   []tmx.Prop{{Type: "x-lines", Text: "3-5"}},
				Created: when, Attrs: []tmx.Attr{{Name: "datatype", Value: "html"}},
			},
			{Lang: language.MustParse("pt-BR"), Text: "a <b> & \"c\"\r\u00a0\u200fd]]>",
				Inline: []tmx.Inline{{Offset: 2, XML: `<hi type="x">`}, {Offset: 3, XML: `</hi>`}}},
			{Lang: language.Russian, Text: ""},
		},
	}
}

func write(t testing.TB, h tmx.Header, units ...tmx.Unit) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tmx.NewWriter(&b)
	w.Header = h
	for _, u := range units {
		require.NoError(t, w.Write(u))
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

// read returns the units and the errors of a file, apart.
func read(r io.Reader) (units []tmx.Unit, errs []error) {
	for u, err := range tmx.Units(r) {
		if err != nil {
			errs = append(errs, err)
		} else {
			units = append(units, u)
		}
	}
	return units, errs
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	h := tmx.Header{
		Tool: "t<", ToolVersion: "2", SegType: tmx.SegParagraph, Format: "docx", DataType: "html",
		AdminLang: language.French,
		Source:    language.Arabic, Created: when, CreatedBy: "me", Changed: when, ChangedBy: "you",
		Props: []tmx.Prop{{Type: "x-p", Text: "v"}}, Notes: []tmx.Note{{Text: "n"}},
	}
	second := tmx.Unit{Variants: []tmx.Variant{
		{Lang: language.Arabic, Text: "ب"}, {Lang: language.Chinese, Text: "二"},
	}}
	file := write(t, h, whole(), second)
	r := tmx.NewReader(bytes.NewReader(file))
	got, err := r.Header()
	require.NoError(t, err)
	assert.Equal(t, h, got)
	var units []tmx.Unit
	for u, err := range r.Units() {
		require.NoError(t, err)
		units = append(units, u)
	}
	assert.Equal(t, []tmx.Unit{whole(), second}, units)
	assert.Equal(t, string(file), string(write(t, got, units...)))
}

func TestWriterPutsTheSourceFirst(t *testing.T) {
	u := tmx.Unit{Variants: []tmx.Variant{
		{Lang: language.English, Text: "e"}, {Lang: language.MustParse("ar-SA"), Text: "a"}, {Lang: language.French, Text: "f"},
	}}
	units, errs := read(bytes.NewReader(write(t, tmx.Header{Source: language.Arabic}, u)))
	require.Empty(t, errs)
	require.Len(t, units[0].Variants, 3)
	assert.Equal(t, "a", units[0].Variants[0].Text)
	assert.Equal(t, "e", units[0].Variants[1].Text)
	assert.Equal(t, "e", u.Variants[0].Text, "the caller's unit stays as it is")

	u.Source = language.French
	units, errs = read(bytes.NewReader(write(t, tmx.Header{Source: language.Arabic}, u)))
	require.Empty(t, errs)
	assert.Equal(t, "f", units[0].Variants[0].Text, "the unit's own source counts before the header's")

	u.Source, u.AnySource = language.Und, true
	units, errs = read(bytes.NewReader(write(t, tmx.Header{Source: language.Arabic}, u)))
	require.Empty(t, errs)
	assert.Equal(t, "e", units[0].Variants[0].Text, "in a unit without a source the order stays")
	assert.True(t, units[0].AnySource)
}

func TestWriterLeavesOutWhatXMLCannotHold(t *testing.T) {
	var b bytes.Buffer
	w := tmx.NewWriter(&b)
	u := tmx.Unit{ID: "\x01", Variants: []tmx.Variant{{Lang: language.English,
		Text: "a\x00b\x0cc\uFFFEd\uFFFFe\xff\xc3f\uFFFDg\u00EFh\uFEFFi\tj\U0001F600"}}}
	require.NoError(t, w.Write(u))
	require.NoError(t, w.Close())
	assert.Equal(t, 7, w.Dropped())
	units, errs := read(&b)
	require.Empty(t, errs)
	assert.Equal(t, "abcdef\uFFFDg\u00EFh\uFEFFi\tj\U0001F600", units[0].Variants[0].Text)
}

func TestWriterRefusesUnitsThatAreNotTMX(t *testing.T) {
	good := tmx.Variant{Lang: language.English, Text: "good"}
	for name, c := range map[string]struct {
		unit tmx.Unit
		want string
	}{
		"no variant":   {tmx.Unit{ID: "7"}, `tmx: unit "7": it has no variant`},
		"no language":  {tmx.Unit{Variants: []tmx.Variant{good, {Text: "x"}}}, "variant 2 has no language"},
		"segtype":      {tmx.Unit{SegType: "segment", Variants: []tmx.Variant{good}}, `segtype "segment" is not one of`},
		"prop":         {tmx.Unit{Props: []tmx.Prop{{Text: "v"}}, Variants: []tmx.Variant{good}}, `property "v" has no type`},
		"attribute":    {tmx.Unit{Attrs: []tmx.Attr{{Name: "id"}}, Variants: []tmx.Variant{good}}, `attribute "id" is not one of usagecount`},
		"twice":        {tmx.Unit{Attrs: []tmx.Attr{{Name: "datatype"}, {Name: "datatype"}}, Variants: []tmx.Variant{good}}, "is there twice"},
		"bad markup":   {inline("ab", 1, "<b>"), `markup "<b>" is not markup of TMX 1.4`},
		"form":         {inline("ab", 1, "<ph x='1'/>"), `"<ph x=\"1\"></ph>"`},
		"two pieces":   {inline("ab", 1, "<ph></ph><ph></ph>"), `markup "<ph></ph><ph></ph>"`},
		"text":         {inline("ab", 1, "</seg>x<seg>"), `markup "</seg>x<seg>"`},
		"order":        {inline("ab", 2, "<ph></ph>", 1, "<ph></ph>"), "is at byte 1"},
		"in a letter":  {inline("é", 1, "<ph></ph>"), "not between two characters"},
		"open hi":      {inline("ab", 1, "<hi>"), "<hi> without its </hi>"},
		"closed hi":    {inline("ab", 1, "</hi>"), "</hi> without its <hi>"},
		"illegal code": {inline("ab", 1, "<ph>\x01</ph>"), "markup"},
		"too long":     {tmx.Unit{ID: "big", Variants: []tmx.Variant{{Lang: language.English, Text: strings.Repeat("x", 9<<20)}}}, `unit "big" has 94`},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			w := tmx.NewWriter(&b)
			assert.ErrorContains(t, w.Write(c.unit), c.want)
			require.NoError(t, w.Write(tmx.Unit{Variants: []tmx.Variant{good}}), "the writer goes on")
			require.NoError(t, w.Close())
			units, errs := read(&b)
			require.Empty(t, errs)
			require.Len(t, units, 1)
			assert.Equal(t, "good", units[0].Variants[0].Text)
		})
	}
}

func inline(text string, pieces ...any) tmx.Unit {
	v := tmx.Variant{Lang: language.English, Text: text}
	for i := 0; i < len(pieces); i += 2 {
		v.Inline = append(v.Inline, tmx.Inline{Offset: pieces[i].(int), XML: pieces[i+1].(string)})
	}
	return tmx.Unit{Variants: []tmx.Variant{v}}
}

// full is a disk with room for n bytes.
type full struct{ n int }

var errFull = errors.New("no space left on device")

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.n {
		return f.n, errFull
	}
	f.n -= len(p)
	return len(p), nil
}

func TestWriterKeepsItsFirstError(t *testing.T) {
	w := tmx.NewWriter(&full{100 << 10})
	u := tmx.Unit{Variants: []tmx.Variant{{Lang: language.English, Text: strings.Repeat("x", 10<<10)}}}
	var err error
	for range 20 {
		if err = w.Write(u); err != nil {
			break
		}
	}
	require.ErrorIs(t, err, errFull)
	require.ErrorIs(t, w.Write(u), errFull)
	require.ErrorIs(t, w.Close(), errFull)

	w = tmx.NewWriter(io.Discard)
	require.NoError(t, w.Close())
	require.NoError(t, w.Close(), "a second Close does nothing")
	require.Error(t, w.Write(u))

	w = tmx.NewWriter(io.Discard)
	w.Header.SegType = "segment"
	require.ErrorContains(t, w.Write(u), `header: segtype "segment"`)
}

func TestAMemoryMayBeEmpty(t *testing.T) {
	units, errs := read(bytes.NewReader(write(t, tmx.Header{})))
	assert.Empty(t, units)
	assert.Empty(t, errs)
}

func TestNewUnit(t *testing.T) {
	en := segment.New("One.\n\nTwo. Three.", language.English)
	en.Name = "a & b.txt"
	ar := segment.FromSentences([]string{"واحد.", "اثنان وثلاثة."}, language.Arabic)
	require.Len(t, en.Sentences, 3)

	bead := align.Bead{Ranges: []segment.Range{{Lo: 1, Hi: 3}, {Lo: 1, Hi: 2}}, Boundary: 0.93, Translation: 1}
	u, ok := tmx.NewUnit(bead, en, ar)
	require.True(t, ok)
	assert.Len(t, u.ID, 16)
	assert.Equal(t, []tmx.Prop{
		{Type: "x-bitext-boundary", Text: "0.930"}, {Type: "x-bitext-translation", Text: "1.000"},
	}, u.Props)
	require.Len(t, u.Variants, 2)
	assert.Equal(t, "Two. Three.", u.Variants[0].Text)
	assert.Equal(t, tmx.Prop{Type: "x-bitext-document", Text: "a & b.txt"}, u.Variants[0].Props[0])
	assert.Equal(t, tmx.Prop{Type: "x-bitext-paragraph", Text: "2"}, u.Variants[0].Props[1])
	assert.Equal(t, tmx.Prop{Type: "x-bitext-lines", Text: "3"}, u.Variants[0].Props[2])
	assert.Equal(t, "اثنان وثلاثة.", u.Variants[1].Text)

	again, _ := tmx.NewUnit(align.Bead{Ranges: []segment.Range{{Lo: 1, Hi: 3}, {Lo: 1, Hi: 2}}}, en, ar)
	assert.Equal(t, u.ID, again.ID, "the id is that of the wording")
	other, _ := tmx.NewUnit(align.Bead{Ranges: []segment.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}}, en, ar)
	assert.NotEqual(t, u.ID, other.ID)

	_, ok = tmx.NewUnit(align.Bead{Ranges: []segment.Range{{Lo: 0, Hi: 1}, {Lo: 1, Hi: 1}}}, en, ar)
	assert.False(t, ok, "nothing to pair")
	assert.Panics(t, func() { tmx.NewUnit(align.Bead{Ranges: []segment.Range{{Lo: 0, Hi: 1}}}, en, ar) })
}

func TestVariantsHaveNoLineBreaks(t *testing.T) {
	for _, broken := range []string{"\n", "\r", "\r\n", " \n\t", "\u0085", "\u2028", "\u2029", "\u2029\u2029"} {
		body := "The old" + broken + "bank" + broken
		x := &segment.Text{Lang: language.English, Body: body, Sentences: []segment.Span{{Start: 0, End: len(body)}}}
		v := tmx.NewVariant(x, segment.Range{Lo: 0, Hi: 1})
		assert.Equal(t, "The old bank", v.Text, "%q", broken)
	}
}

func TestLanguagesOfAUnit(t *testing.T) {
	u := tmx.Unit{ID: "1", Notes: []tmx.Note{{Text: "n"}}}
	for _, tag := range []string{"x-house", "pt-BR", "pt", "en-GB", "fr"} {
		u.Variants = append(u.Variants, tmx.Variant{Lang: language.MustParse(tag), Text: tag})
	}
	for want, found := range map[string]string{
		"pt": "pt", "pt-BR": "pt-BR", "pt-PT": "pt-BR", "en": "en-GB", "en-US": "en-GB",
		"de": "", "und": "", "x-other": "", "x-house": "x-house",
	} {
		v, ok := u.In(language.MustParse(want))
		assert.Equal(t, found, v.Text, want)
		assert.Equal(t, found != "", ok, want)
	}
	two, ok := u.Select(language.French, language.English, language.German)
	require.True(t, ok)
	assert.Equal(t, "1", two.ID)
	assert.Equal(t, u.Notes, two.Notes)
	require.Len(t, two.Variants, 2)
	assert.Equal(t, "fr", two.Variants[0].Text)
	assert.Equal(t, "en-GB", two.Variants[1].Text)
	assert.Len(t, u.Variants, 5, "the unit itself stays as it is")
	_, ok = u.Select(language.French, language.German)
	assert.False(t, ok)
}
