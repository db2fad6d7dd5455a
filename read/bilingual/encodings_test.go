package bilingual_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"github.com/bitext-go/bitext/read/bilingual"
)

// TMX and XLIFF are read in any encoding that they declare.
func TestDeclaredEncodings(t *testing.T) {
	const memory = `<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" ` +
		`creationtool="x" creationtoolversion="1" o-tmf="x"/><body><tu><tuv xml:lang="en"><seg>Closed.</seg></tuv>` +
		`<tuv xml:lang="xx"><seg>%s</seg></tuv></tu></body></tmx>`
	const units = `<xliff version="1.2"><file source-language="en" target-language="xx" original="x" ` +
		`datatype="plaintext"><body><trans-unit id="1"><source>Closed.</source><target>%s</target></trans-unit></body></file></xliff>`
	for _, c := range []struct{ encoding, lang, text string }{
		{"iso-8859-1", "fr", "Fermé."}, {"ISO-8859-15", "fr", "5 € de cœur."}, {"windows-1251", "ru", "Закрыто."},
		{"koi8-r", "ru", "Закрыто."}, {"Shift_JIS", "ja", "閉店。"}, {"euc-kr", "ko", "닫힘."}, {"gb18030", "zh", "关门。"},
		{"UTF-16", "hy", "Փակ է։"},
	} {
		for name, file := range map[string]string{"a.tmx": memory, "a.xlf": units} {
			text := fmt.Sprintf(`<?xml version="1.0" encoding="%s"?>`, c.encoding) +
				strings.ReplaceAll(fmt.Sprintf(file, c.text), "xx", c.lang)
			e := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
			if c.encoding != "UTF-16" {
				known, err := htmlindex.Get(c.encoding)
				require.NoError(t, err)
				raw, err := known.NewEncoder().String(text)
				require.NoError(t, err)
				text = raw
			} else {
				raw, err := e.NewEncoder().String(text)
				require.NoError(t, err)
				text = raw
			}
			f, err := bilingual.Read(t.Context(), name, strings.NewReader(text))
			require.NoError(t, err, "%s in %s", name, c.encoding)
			require.Len(t, f.Texts, 2)
			assert.Equal(t, c.text, f.Texts[1].Sentence(0), "%s in %s", name, c.encoding)
		}
	}
}

// A file of drafts says so, instead of that it lacks a language.
func TestOnlyDrafts(t *testing.T) {
	const catalogue = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n#, fuzzy\nmsgid \"Open\"\nmsgstr \"Ouvrir\"\n"
	_, err := bilingual.Read(t.Context(), "a.po", strings.NewReader(catalogue))
	assert.ErrorContains(t, err, "a.po: its translations, 1 in all, are new, drafts, fuzzy or rejected; confirm")
}
