package bitext_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/lang"
)

const document = `تلقت المكتبة في 12 مايو 2019 رسالة من وزارة الثقافة. وتضم الرسالة 340 صفحة.

On 12 May 2019 the library received a letter from the Ministry of Culture. The letter has 340 pages.`

func Example() {
	out := new(bytes.Buffer)

	texts := lang.Split(document, lang.ByLetters())
	beads, err := align.Align(texts...)
	memory := tmx.NewWriter(out)
	for _, bead := range beads {
		if unit, ok := tmx.NewUnit(bead, texts...); ok {
			err = errors.Join(err, memory.Write(unit))
		}
	}
	err = errors.Join(err, memory.Close())

	if err != nil {
		fmt.Println(err)
	}
	for unit, err := range tmx.Units(out) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, v := range unit.Variants {
			fmt.Println(v.Lang, v.Text)
		}
	}
	// Output:
	// ar تلقت المكتبة في 12 مايو 2019 رسالة من وزارة الثقافة.
	// en On 12 May 2019 the library received a letter from the Ministry of Culture.
	// ar وتضم الرسالة 340 صفحة.
	// en The letter has 340 pages.
}

// The program in the package comment must be the one that runs above.
func TestPackageCommentShowsTheExample(t *testing.T) {
	comment, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	example, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	var program []string
	for line := range strings.Lines(string(comment)) {
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			program = append(program, "\t"+code)
		}
	}
	assert.GreaterOrEqual(t, len(program), 5)
	assert.Contains(t, string(example), strings.Join(program, ""))
}
