package memories

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read/bilingual"
)

// forClient returns what a client gets of units.
func forClient(t *testing.T, c *Conversion, units ...tmx.Unit) []tmx.Unit {
	var b bytes.Buffer
	require.NoError(t, c.Write(&b, func(w io.Writer) error {
		_, err := w.Write(made(units...))
		return err
	}))
	var out []tmx.Unit
	for u, err := range tmx.Units(bytes.NewReader(b.Bytes())) {
		require.NoError(t, err)
		out = append(out, u)
	}
	return out
}

func variantsOf(u tmx.Unit) (out []string) {
	for _, v := range u.Variants {
		out = append(out, v.Lang.String()+" "+v.Text)
	}
	return out
}

// manifold returns a unit with several translations and with alternatives.
func manifold() tmx.Unit {
	u := unit("m", "The bank", "La banque", 0)
	u.Variants = append(u.Variants,
		tmx.Variant{Lang: language.French, Text: "La rive"},
		tmx.Variant{Lang: language.MustParse("sr-Latn-RS"), Text: "Obala"})
	u.Props = []tmx.Prop{{Type: tmx.PropTranslation, Text: "0.900"}, {Type: "domain", Text: "Ports"},
		{Type: bilingual.PropKey, Text: "menu"}, {Type: "file", Text: "a.txt"}}
	u.Variants[0].Props = []tmx.Prop{{Type: tmx.PropDocument, Text: "quay.txt"}, {Type: tmx.PropLines, Text: "7"}}
	u.Notes = []tmx.Note{{Text: "Ask."}}
	return u
}

// Every client gets a memory within its limits.
func TestLimitsOfClients(t *testing.T) {
	units := []tmx.Unit{manifold()}
	for _, n := range []int{1999, 2000, 2001, 7999, 8000, 8001} {
		units = append(units, unit("", strings.Repeat("é", n), "court", 0), unit("", "short", strings.Repeat("x", n),
			0))
	}
	for _, want := range []struct {
		client                  string
		longest, tag, units, of int
	}{{"trados", 2000, 0, 3 + 4, 8}, {"memoq", 0, 0, 3 + 12, 0}, {"omegat", 0, 0, 3 + 12, 0}, {"wordfast", 8000, 5,
		3 + 10, 2}} {
		c := &Conversion{Client: ClientNamed(want.client)}
		got := forClient(t, c, units...)
		assert.Len(t, got, want.units, want.client)
		assert.Equal(t, want.of, c.Report.LeftOut, want.client)
		for _, u := range got {
			assert.Len(t, u.Variants, 2, want.client)
			for _, v := range u.Variants {
				assert.True(t, want.longest == 0 || utf8.RuneCountInString(v.Text) <= want.longest, want.client)
				assert.True(t, want.tag == 0 || len(v.Lang.String()) <= want.tag, "%s %v", want.client, v.Lang)
			}
			assert.NotEmpty(t, u.Variants[0].Lang)
		}
	}
}

func TestWhatClientsGet(t *testing.T) {
	trados := &Conversion{Client: ClientNamed("trados")}
	got := forClient(t, trados, manifold())
	require.Len(t, got, 3)
	assert.Equal(t, []string{"en The bank", "sr-Latn-RS Obala"}, variantsOf(got[0]))
	assert.Equal(t, []string{"en The bank", "fr La rive"}, variantsOf(got[1]))
	assert.Equal(t, []string{"en The bank", "fr La banque"}, variantsOf(got[2]), "the first variant is the last")
	assert.Equal(t, []string{"m.sr-Latn-RS", "m.fr.2", "m.fr"}, []string{got[0].ID, got[1].ID, got[2].ID})
	assert.Equal(t, []tmx.Prop{{Type: "domain", Text: "Ports"}, {Type: "file", Text: "a.txt"},
		{Type: "x-Origin", Text: "Alignment"}, {Type: "x-ConfirmationLevel", Text: "Draft"},
		{Type: "x-Document:SingleString", Text: "quay.txt"}, {Type: "x-Key:SingleString", Text: "menu"}}, got[0].Props)
	assert.Empty(t, got[0].Variants[0].Props)
	assert.Equal(t, manifold().Notes, got[0].Notes)
	assert.Equal(t, []string{"en", "fr"}, trados.Report.Neutral)
	assert.Contains(t, trados.Report.String("trados"), "1 unit with several translations became one unit for each")
	assert.Contains(t, trados.Report.String("trados"), "trados wants a region with each language, and there is "+
		"none in en, fr")

	checked := manifold()
	checked.Props = append(checked.Props, tmx.Prop{Type: "x-bitext-review", Text: "approved"})
	got = forClient(t, &Conversion{Client: ClientNamed("memoq")}, checked)
	assert.Equal(t, []tmx.Prop{{Type: "domain", Text: "Ports"}, {Type: "file", Text: "a.txt"},
		{Type: "corrected", Text: "yes"}, {Type: "aligned", Text: "no"}, {Type: "x-document", Text: "quay.txt"},
		{Type: "x-context", Text: "menu"}}, got[0].Props)

	plain := unit("p", "The bank", "La banque", 0)
	plain.Variants = append(plain.Variants, tmx.Variant{Lang: language.German, Text: "Das Ufer"})
	plain.Props = manifold().Props
	got = forClient(t, &Conversion{Client: ClientNamed("omegat")}, plain)
	require.Len(t, got, 1, "OmegaT finds its language")
	assert.Equal(t, []tmx.Prop{{Type: "domain", Text: "Ports"}, {Type: "x-file", Text: "a.txt"}}, got[0].Props)

	got = forClient(t, &Conversion{Client: ClientNamed("wordfast")}, manifold())
	assert.Equal(t, "sr-RS", got[0].Variants[1].Lang.String())

	got = forClient(t, &Conversion{NoProperties: true}, manifold())
	require.Len(t, got, 1)
	assert.Empty(t, got[0].Props)
	assert.Empty(t, got[0].Variants[0].Props)
	assert.Equal(t, manifold().Notes, got[0].Notes)

	single := unit("s", "Alone", "", 0)
	single.Variants = single.Variants[:1]
	memoq := &Conversion{Client: ClientNamed("memoq")}
	assert.Empty(t, forClient(t, memoq, single))
	assert.Contains(t, memoq.Report.String("memoq"), "left out: 1 without a translation")
}

func TestAConversionFails(t *testing.T) {
	c := &Conversion{NoProperties: true}
	failed := errors.New("the memory cannot be made")
	err := c.Write(io.Discard, func(w io.Writer) error {
		_, _ = w.Write(made(unit("", "a", "b", 0))[:200])
		return failed
	})
	assert.ErrorIs(t, err, failed)
	full := errors.New("no space left")
	err = c.Write(failingWriter{full}, func(w io.Writer) error {
		_, err := w.Write(made(unit("", "a", "b", 0)))
		return err
	})
	assert.ErrorIs(t, err, full)
}

type failingWriter struct{ err error }

func (f failingWriter) Write([]byte) (int, error) { return 0, f.err }
