package glossary_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/glossary"
)

// FuzzRead gives every reader any bytes at all.
func FuzzRead(f *testing.F) {
	f.Add([]byte("chat\tcat\ncat @ chat\n\"a\",b\n"), []byte("chat\tA\tH\n"))
	f.Add([]byte("<tbx><conceptEntry><langSec xml:lang='fr'><term>chat</term></langSec></conceptEntry></tbx>"),
		[]byte("chat\x00\x00\x00\x00\x00\x00\x00\x00\x04"))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		check := func(file *glossary.File, err error) {
			if file == nil {
				assert.Error(t, err)
				return
			}
			for _, e := range file.Entries {
				assert.True(t, e.Source != "" && e.Target != "")
			}
			file.Lexicon(t.Context(), language.French, language.English)
		}
		check(glossary.ReadTSV(bytes.NewReader(a)))
		check(glossary.ReadDic(bytes.NewReader(a)))
		check(glossary.ReadCSV(bytes.NewReader(a), language.French, language.English))
		check(glossary.ReadTBX(bytes.NewReader(a), language.French, language.English))
		check(glossary.ReadDictd(bytes.NewReader(b), bytes.NewReader(a)))
		check(glossary.ReadStarDict(bytes.NewReader([]byte("StarDict's dict ifo file\nsametypesequence=h\n")),
			bytes.NewReader(b), bytes.NewReader(a)))
	})
}
