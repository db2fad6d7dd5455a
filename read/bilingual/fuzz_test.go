package bilingual_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
)

// FuzzTables reads any table: the sentences of its rows are within the texts, one range for each
// language.
func FuzzTables(f *testing.F) {
	f.Add("en,fr\nIt rains.,Il pleut.\n\"The end, he said.\",\"Fin, dit-il.\"\n", uint8(0), uint8(0))
	f.Add("id;Source;Target;confidence\n1;The house is red.;La maison est rouge.;0.9\n2;\"\n\";;x\n",
		uint8(2), uint8(3))
	f.Add("sep=|\na|b|c\n|\x00|\"d\n", uint8(9), uint8(1))
	langs := []language.Tag{language.English, language.French}
	f.Fuzz(func(t *testing.T, in string, a, b uint8) {
		for _, format := range []read.Format{read.CSV, read.TSV} {
			r := read.Reader{Format: format, MaxBytes: 1 << 16}
			d, err := r.Read(t.Context(), "table", strings.NewReader(in))
			if err != nil {
				return
			}
			c := bilingual.Columns{Detect: func(text string) language.Tag { return langs[len(text)%2] }}
			if a > 0 {
				c.Langs, c.Numbers = langs, []int{int(a), int(b)}
			}
			file, err := bilingual.FromTables(d, c)
			if err != nil || file == nil {
				continue
			}
			for _, bead := range file.Beads {
				require.Len(t, bead.Ranges, len(file.Texts))
				for i, r := range bead.Ranges {
					require.True(t, 0 <= r.Lo && r.Lo <= r.Hi && r.Hi <= len(file.Texts[i].Sentences), "%v", r)
				}
			}
		}
	})
}
