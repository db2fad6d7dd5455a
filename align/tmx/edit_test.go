package tmx_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// TestEditChangesNothingElse copies every kind of file that is met, damaged ones too.
func TestEditChangesNothingElse(t *testing.T) {
	for name, c := range filesAsTheyAreMet() {
		var out bytes.Buffer
		n := 0
		err := tmx.Edit(&out, strings.NewReader(c.file), func(*tmx.Unit) error { n++; return nil })
		want := c.file
		if z, failed := gzip.NewReader(strings.NewReader(c.file)); failed == nil {
			unpacked, failed := io.ReadAll(z)
			require.NoError(t, failed)
			want = string(unpacked)
		}
		switch {
		case errors.Is(err, tmx.ErrCutShort):
			continue
		case name == "UTF-16, half a pair":
			assert.ErrorContains(t, err, "half a character of UTF-16", name)
			continue
		case err != nil:
			assert.True(t, tmx.IsDamage(err), "%s: %v", name, err)
			assert.ErrorContains(t, err, c.err, name)
		}
		assert.Positive(t, n, name)
		assert.Equal(t, want, out.String(), name)
	}
}

// exotic holds what a Writer writes in another way or not at all.
const exotic = "\uFEFF" + `<?xml version='1.0'?>
<!-- before --><tmx version="1.4">
<header srclang='ar' o-encoding="windows-1256" creationtool='hand' >
<ude name="mine"><map unicode="#xE000" code="#x80"/></ude></header><body>
<!-- a comment --><tu tuid='1' srclang="*all*" vendor='x'>
	<!-- inside --><prop o-encoding='cp1256' type='x-a'>A</prop>
	<tuv xml:lang='EN' changeid="eve"><seg>
		One <ph x='1'/>tow &#116;hree<!-- no --> <hi type='b'>four</hi>
	</seg></tuv><tuv   lang="fr"><seg>Un&#x20;deux</seg></tuv>
</tu>   <tu><tuv xml:lang="en"><seg>lost & found</seg></tuv></tu>
<tu tuid="3"><tuv xml:lang="en"><seg>tow</seg></tuv><tuv xml:lang="fr"><seg/></tuv></tu></body>
</tmx> <!-- after -->
`

func TestEditFixesOneThing(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(u *tmx.Unit) error
		want []string // pairs of what is replaced and by what
	}{
		"a word": {func(u *tmx.Unit) error {
			for i := range u.Variants {
				u.Variants[i].ReplaceAll("tow", "two")
			}
			return nil
		}, []string{
			"<ph x='1'/>tow &#116;hree<!-- no --> <hi", "<ph x='1'/>two three <hi", "<seg>tow</seg>", "<seg>two</seg>",
		}},
		"a note": {func(u *tmx.Unit) error {
			if u.ID == "3" {
				u.Notes = append(u.Notes, tmx.Note{Text: "seen"})
			}
			return nil
		}, []string{`<tu tuid="3">`, "<tu tuid=\"3\">\n      <note>seen</note>"}},
		"a property": {func(u *tmx.Unit) error {
			if u.ID == "1" {
				u.Props[1].Text = "B"
			}
			return nil
		}, []string{"<prop o-encoding='cp1256' type='x-a'>A</prop>",
			"", "\n\t<!-- inside -->", "\n\t<!-- inside -->\n      <prop type=\"x-vendor\">x</prop>" +
				"\n      <prop type=\"x-a\" o-encoding=\"cp1256\">B</prop>"}},
		"an author": {func(u *tmx.Unit) error {
			if u.ID == "1" {
				u.Variants[1].ChangedBy = "ann"
			}
			return nil
		}, []string{`<tuv   lang="fr">`, `<tuv xml:lang="fr" changeid="ann">`}},
		"an id": {func(u *tmx.Unit) error {
			if u.ID == "3" {
				u.ID = "4"
			}
			return nil
		}, []string{`<tu tuid="3">`, `<tu tuid="4">`}},
		"an empty segment": {func(u *tmx.Unit) error {
			if u.ID == "3" {
				u.Variants[1].Text = "deux"
			}
			return nil
		}, []string{`<seg/>`, `<seg>deux</seg>`}},
		"a language": {func(u *tmx.Unit) error {
			if u.ID == "3" {
				u.Variants = append(u.Variants, tmx.Variant{Lang: language.German, Text: "zwei"})
			}
			return nil
		}, []string{`<seg/></tuv>`, `<seg/></tuv><tuv xml:lang="de"><seg>zwei</seg></tuv>`}},
		"markup": {func(u *tmx.Unit) error {
			if u.ID == "3" {
				u.Variants[0].Inline = []tmx.Inline{{Offset: 0, XML: "<ph></ph>"}}
			}
			return nil
		}, []string{"<seg>tow</seg>", "<seg><ph></ph>tow</seg>"}},
	} {
		t.Run(name, func(t *testing.T) {
			want := strings.NewReplacer(c.want...).Replace(exotic)
			var out bytes.Buffer
			err := tmx.Edit(&out, strings.NewReader(exotic), c.edit)
			assert.ErrorContains(t, err, "line 10: unit left out: an & that begins no reference")
			assert.True(t, tmx.IsDamage(err))
			assert.Equal(t, want, out.String())
		})
	}
	failed := errors.New("stop")
	assert.Equal(t, failed, tmx.Edit(io.Discard, strings.NewReader(exotic), func(*tmx.Unit) error { return failed }))
	err := tmx.Edit(io.Discard, strings.NewReader(exotic), func(u *tmx.Unit) error {
		u.Variants = nil
		return nil
	})
	assert.ErrorContains(t, err, "it has no variant")
	assert.ErrorIs(t, tmx.Edit(&full{100}, strings.NewReader(exotic), func(*tmx.Unit) error { return nil }), errFull)
	assert.ErrorIs(
		t,
		tmx.Edit(short{}, strings.NewReader(exotic), func(*tmx.Unit) error { return nil }),
		io.ErrShortWrite,
	)
	greek := strings.NewReplacer("UTF-8", "windows-1253", "وصل الوفد إلى مسقط.", "\xC1\xE8\xDE\xED\xE1",
		"مسقط، 3 مايو 2024", "x").Replace(small)
	var old bytes.Buffer
	require.NoError(t, tmx.Edit(&old, strings.NewReader(greek), func(u *tmx.Unit) error {
		u.Variants[0].ReplaceAll("Αθήνα", "Πάτρα")
		return nil
	}))
	assert.Equal(t, strings.Replace(greek, "\xC1\xE8\xDE\xED\xE1", "\xD0\xDC\xF4\xF1\xE1", 1), old.String())
	err = tmx.Edit(io.Discard, strings.NewReader(greek), func(u *tmx.Unit) error {
		u.Variants[0].ReplaceAll("Αθήνα", "مسقط")
		return nil
	})
	assert.ErrorContains(t, err, "is not in the encoding of the file")
	wide := utf16Of(small, false, true)
	var out bytes.Buffer
	require.NoError(t, tmx.Edit(&out, strings.NewReader(wide), func(u *tmx.Unit) error {
		u.Variants[1].ReplaceAll("May", "June")
		return nil
	}))
	assert.Equal(
		t,
		utf16Of(strings.Replace(small, "3 May 2024</seg>", "3 June 2024</seg>", 1), false, true),
		out.String(),
	)
}

// A short writer writes all but the last byte and says nothing of it.
type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) - 1, nil }

// TestExoticMemoryIsReadAndWritten reads what TMX allows and writes it again.
func TestExoticMemoryIsReadAndWritten(t *testing.T) {
	r := tmx.NewReader(strings.NewReader(exotic))
	h, err := r.Header()
	require.NoError(t, err)
	assert.Equal(t, "windows-1256", h.Encoding)
	assert.Equal(t, []string{`<ude name="mine"><map unicode="#xE000" code="#x80"/></ude>`}, h.UDE)
	var units []tmx.Unit
	var out bytes.Buffer
	w := tmx.NewWriter(&out)
	w.Header = h
	for u, err := range r.Units() {
		var bad *tmx.SyntaxError
		if errors.As(err, &bad) {
			require.NoError(t, w.WriteRaw(bad.Raw))
			continue
		}
		require.NoError(t, err)
		units = append(units, u)
		require.NoError(t, w.Write(u))
	}
	require.NoError(t, w.Close())
	require.Len(t, units, 2)
	assert.True(t, units[0].AnySource)
	assert.Equal(t, "cp1256", units[0].Props[1].Encoding)
	assert.Contains(t, out.String(), `<tu tuid="1" srclang="*all*">`)
	assert.Contains(t, out.String(), "<tu><tuv xml:lang=\"en\"><seg>lost & found</seg></tuv></tu>\n")

	again := tmx.NewReader(bytes.NewReader(out.Bytes()))
	second, err := again.Header()
	require.NoError(t, err)
	h.AdminLang, h.SegType = language.English, tmx.SegSentence
	h.ToolVersion, h.Format, h.DataType = "1", "bitext", "plaintext"
	assert.Equal(t, h, second)
	var both []tmx.Unit
	damage := 0
	for u, err := range again.Units() {
		if tmx.IsDamage(err) {
			damage++
			continue
		}
		require.NoError(t, err)
		both = append(both, u)
	}
	assert.Equal(t, units, both)
	assert.Equal(t, 1, damage)

	for _, bad := range []string{
		"", "<ude/>", `<ude name="a"/>`, `<ude name="a"></ude>`, `<ude name="a"><map/></ude>`,
		`<ude><map unicode="#xE000"/></ude>`, `<ude name="a"><map unicode="1"/>x</ude>`, `<ude name="a"><b/></ude>`,
		` <ude name="a"><map unicode="1"/></ude>`, `<ude name="a"><map unicode="1"/></ude> `, "\x01",
	} {
		w := tmx.NewWriter(io.Discard)
		w.Header.UDE = []string{bad}
		assert.ErrorContains(t, w.Close(), "tmx: header: UDE", bad)
	}
}

func TestReplaceMovesMarkup(t *testing.T) {
	at := func(v tmx.Variant) (out []int) {
		for _, in := range v.Inline {
			out = append(out, in.Offset)
		}
		return out
	}
	make := func() tmx.Variant {
		v := tmx.Variant{Lang: language.English, Text: "The old äge ends"}
		for _, offset := range []int{0, 4, 6, 8, 12, 17} {
			v.Inline = append(v.Inline, tmx.Inline{Offset: offset, XML: "<ph></ph>"})
		}
		return v
	}
	v := make()
	require.NoError(t, v.Replace(4, 7, "golden"))
	assert.Equal(t, "The golden äge ends", v.Text)
	assert.Equal(t, []int{0, 4, 10, 11, 15, 20}, at(v))
	v = make()
	require.NoError(t, v.Replace(4, 4, "very "))
	assert.Equal(t, []int{0, 4, 11, 13, 17, 22}, at(v), "markup at the place itself stays before what is inserted")
	v = make()
	assert.Equal(t, 1, v.ReplaceAll("old äge", "day"))
	assert.Equal(t, "The day ends", v.Text)
	assert.Equal(t, []int{0, 4, 7, 7, 7, 12}, at(v))
	v = make()
	require.NoError(t, v.Replace(17, 17, "."))
	assert.Equal(t, []int{0, 4, 6, 8, 12, 17}, at(v), "text that is inserted comes after the markup there")
	for _, place := range [][2]int{{-1, 2}, {3, 2}, {0, 18}, {9, 12}, {8, 9}} {
		v = make()
		assert.Error(t, v.Replace(place[0], place[1], "x"), place)
		assert.Equal(t, make(), v)
	}
	assert.Zero(t, v.ReplaceAll("", "x"))
	assert.Zero(t, v.ReplaceAll("new", "x"))
	v = tmx.Variant{Text: "aaa"}
	assert.Equal(t, 3, v.ReplaceAll("a", "aa"))
	assert.Equal(t, "aaaaaa", v.Text)
}

func TestDamageIsNoEnd(t *testing.T) {
	for file, c := range map[string]struct {
		want         error
		line, column int
		offset       int64
		raw          string
	}{
		"hello":                       {tmx.ErrNotTMX, 1, 6, 5, ""},
		"one\n two <html>":            {tmx.ErrNotTMX, 2, 6, 9, ""},
		"":                            {tmx.ErrNotTMX, 1, 1, 0, ""},
		"<tmx><body>":                 {tmx.ErrCutShort, 1, 12, 11, ""},
		"<tmx><body>\n <tu><tuv>":     {tmx.ErrCutShort, 2, 2, 13, "<tu><tuv>"},
		"<tmx><body>\n <tu>x</tu>":    {nil, 2, 6, 17, "<tu>x</tu>"},
		"<tmx>\n\n<tu><tu/></tmx>":    {nil, 3, 1, 7, "<tu>"},
		"<tmx><tu\n><!--\n--> é</tu>": {nil, 3, 4, 18, "<tu\n><!--\n--> é</tu>"},
	} {
		fatal, damage := error(nil), error(nil)
		for _, err := range tmx.Units(strings.NewReader(file)) {
			switch {
			case tmx.IsDamage(err) && damage == nil:
				damage = err
			case err != nil && !tmx.IsDamage(err):
				fatal = err
			}
		}
		err := fatal
		if c.want == nil {
			err = damage
		} else {
			assert.ErrorIs(t, fatal, c.want, file)
		}
		var bad *tmx.SyntaxError
		require.ErrorAs(t, err, &bad, file)
		assert.Equal(t, c.want != nil, bad.Fatal, file)
		assert.Equal(
			t,
			[]any{c.line, c.column, c.offset, c.raw},
			[]any{bad.Line, bad.Column, bad.Offset, string(bad.Raw)},
			file,
		)
		assert.Equal(t, 1, strings.Count(err.Error(), "tmx: "), "the prefix once: %v", err)
	}
	assert.False(t, tmx.IsDamage(nil))
	assert.False(t, tmx.IsDamage(io.ErrUnexpectedEOF))
}

func TestConfidenceOfAUnit(t *testing.T) {
	u := tmx.Unit{Props: []tmx.Prop{{Type: "x-other", Text: "1"}}}
	_, ok := u.Boundary()
	assert.False(t, ok)
	u.SetConfidence(.25, 1)
	u.SetConfidence(.5, .9994)
	assert.Len(t, u.Props, 3, "set twice, there once")
	p, ok := u.Boundary()
	assert.True(t, ok)
	assert.Equal(t, .5, p)
	p, _ = u.Translation()
	assert.Equal(t, .999, p)
	u.Props[1].Text = "sure"
	_, ok = u.Boundary()
	assert.False(t, ok)
}

func TestFlushPassesOnWhatWasWritten(t *testing.T) {
	var out bytes.Buffer
	w := tmx.NewWriter(&out)
	require.NoError(t, w.Flush(), "nothing yet")
	require.NoError(t, w.Write(tmx.Unit{ID: "1", Variants: []tmx.Variant{{Lang: language.English, Text: "One."}}}))
	assert.Empty(t, out.String())
	require.NoError(t, w.Flush())
	assert.Contains(t, out.String(), "<seg>One.</seg>")
	require.NoError(t, w.Close())
	assert.ErrorIs(t, w.Write(tmx.Unit{}), tmx.ErrClosed)
	assert.ErrorIs(t, w.Flush(), tmx.ErrClosed)
	assert.ErrorIs(t, w.WriteRaw([]byte("<tu/>")), tmx.ErrClosed)
	units, errs := read(&out)
	assert.Empty(t, errs)
	assert.Len(t, units, 1)
	w = tmx.NewWriter(short{})
	require.NoError(t, w.WriteRaw([]byte("<tu/>")))
	assert.ErrorIs(t, w.Flush(), io.ErrShortWrite)
}
