package formats_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/formats"
)

func TestReasonsAreKept(t *testing.T) {
	row := formats.Row{Texts: []string{"واحد", "one"}, Untranslated: true}
	row.Reasons = []evidence.Reason{
		{Kind: evidence.NumberReason, Side: 1, Lang: language.English, Wording: "884", Weight: -2.5},
		{Kind: evidence.WordReason, Lang: language.Arabic, Wording: "واحد", Counterpart: "one", Weight: 1.5},
		{Kind: evidence.LengthReason, Lang: language.Arabic, Weight: -1.75},
	}
	var b bytes.Buffer
	save(t, formats.NewJSONL(&b, language.Arabic, language.English), []formats.Row{row})
	assert.Contains(t, b.String(), `"untranslated":true,"reasons":[`+
		`{"kind":"number","text":1,"wording":"884","weight":-2.5},`+
		`{"kind":"word","text":0,"wording":"واحد","counterpart":"one","weight":1.5},`)
	assert.Equal(t, []formats.Row{row}, load(t, formats.ReadJSONL(&b)))

	for text, message := range map[string]string{
		`{"langs":["ar"],"reasons":[{"kind":"number","text":1}]}`: `a reason of kind "number" about text 1`,
		`{"langs":["ar"],"reasons":[{"kind":"hunch","text":0}]}`:  `a reason of kind "hunch" about text 0`,
		`{"langs":["!"],"reasons":[{"kind":"word","text":0}]}`:    `language "!"`,
	} {
		for _, err := range formats.ReadJSONL(strings.NewReader(text)) {
			require.ErrorContains(t, err, message)
			assert.ErrorContains(t, err, "line 1")
		}
	}
}
