package srx_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/srx"
)

// FuzzRead reads and applies any file: whatever its rules, sentences follow one another and hold
// the whole text, and what is written is read again as the same rules.
func FuzzRead(f *testing.F) {
	maps := `<languagemap languagepattern=".*" languagerulename="Default"/>`
	f.Add(document("yes", `<languagerule languagerulename="Default">`+dots+rule("no", `\bMr\.`, `\s`)+
		`</languagerule>`, maps), "Mr. Smith came. He sat. 3.5 o'clock? Yes!\nNo.")
	f.Add(document("no", `<languagerule languagerulename="Default">`+
		rule("yes", `(?<!\d)[\p{L}&amp;&amp;[^a-z]]+`, `(?=\s)`)+
		`</languagerule>`, maps), "A b C d")
	f.Fuzz(func(t *testing.T, file, text string) {
		d, err := srx.Read(strings.NewReader(file))
		if err != nil {
			return
		}
		var b strings.Builder
		require.NoError(t, d.Write(&b))
		again, err := srx.Read(strings.NewReader(b.String()))
		require.NoError(t, err, b.String())
		require.Len(t, again.Languages, len(d.Languages))
		compiled, err := d.Compile()
		if err != nil {
			return
		}
		end := 0
		for s := range (&segment.Rules{Breaker: compiled}).Sentences(text, language.English) {
			require.True(t, end <= s.Start && s.Start < s.End && s.End <= len(text), "%v after %d", s, end)
			require.Empty(t, strings.TrimSpace(text[end:s.Start]), "text outside the sentences")
			end = s.End
		}
		require.Empty(t, strings.TrimSpace(text[end:]))
	})
}
