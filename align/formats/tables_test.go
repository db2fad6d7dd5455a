package formats_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/formats"
)

func TestFormulasAreGuarded(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@home": "'@home", "'=1": "''=1", "''@x": "'''@x",
		"'tis": "'tis", "''": "''", "'": "'", "": "", "1=1": "1=1", " =1": " =1",
	} {
		assert.Equal(t, want, formats.Guard(text))
		var b bytes.Buffer
		w := formats.NewCSV(&b, language.English, language.French)
		require.NoError(t, w.Write(formats.Row{Texts: []string{"x", text}}))
		require.NoError(t, w.Close())
		for row, err := range formats.ReadCSV(&b) {
			require.NoError(t, err)
			assert.Equal(t, text, row.Texts[1], "what is read is what was written")
		}
	}
}

func TestALineOfATableIsOneLine(t *testing.T) {
	for _, broken := range []string{"\t", "\n", "\v", "\f", "\r", "\u0085", "\u2028", "\u2029"} {
		var b bytes.Buffer
		w := formats.NewTSV(&b)
		require.NoError(t, w.Write(formats.Row{Texts: []string{"one" + broken + "two", "three"}}))
		require.NoError(t, w.Close())
		assert.Equal(t, "one two\tthree\t0.000\t0.000\n", b.String(), "%q", broken)
	}
}
