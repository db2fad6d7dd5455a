package layout_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bitext-go/bitext/segment/layout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

func addSeeds(f *testing.F) {
	for _, l := range layouts {
		f.Add(l.body)
	}
	f.Add("")
	f.Add("\n\f\r\n\u2028\u2029\u0085")
	f.Add("\xff\xfe\n**\n****\n- \n# \n#\n1.\n(a)\n\u00AD\n-\n—\n")
	f.Add("__\t__") // marks around nothing: once an empty paragraph
	f.Add("e\u0301\n\u0301\n7\n\n\n8\n")
}

// FuzzRead checks what a Document promises, for any bytes.
func FuzzRead(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, body string) {
		for _, mode := range []layout.Mode{layout.Repair, layout.Keep} {
			d := mode.Read(body)
			require.True(t, utf8.ValidString(d.Body))
			assert.True(t, norm.NFC.IsNormalString(d.Body), "%q", d.Body)
			end := 0
			for i, p := range d.Paragraphs {
				require.True(t, end <= p.Start && p.Start < p.End && p.End <= len(d.Body),
					"paragraph %d: %v after %d", i, p, end)
				assert.Empty(t, strings.TrimSpace(d.Body[end:p.Start]), "text outside the paragraphs")
				end = p.End
			}
			assert.Empty(t, strings.TrimSpace(d.Body[end:]))
			for i := 1; i < len(d.Lines); i++ {
				require.Less(t, d.Lines[i-1].Offset, d.Lines[i].Offset)
				require.LessOrEqual(t, d.Lines[i-1].Number, d.Lines[i].Number)
			}
			for i := 1; i < len(d.Notes); i++ {
				assert.LessOrEqual(t, d.Notes[i-1].First, d.Notes[i].First)
			}
		}
	})
}

// FuzzParagraphs checks that the paragraphs of any bytes hold everything but blanks.
func FuzzParagraphs(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, body string) {
		end := 0
		for p := range layout.Paragraphs(body) {
			require.True(t, end <= p.Start && p.Start < p.End && p.End <= len(body), "%v after %d", p, end)
			assert.Empty(t, strings.Trim(body[end:p.Start], blanks), "%q outside the paragraphs", body[end:p.Start])
			end = p.End
		}
		assert.Empty(t, strings.Trim(body[end:], blanks))
	})
}

// blanks are the characters that may be between paragraphs: white space and invisible marks.
const blanks = " \t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B" +
	"\u2028\u2029\u202F\u205F\u3000\uFEFF\x00"
