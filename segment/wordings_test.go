package segment_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

func TestManyWordingsCostNoMoreThanFew(t *testing.T) {
	paragraph := strings.Repeat("The corp. xyzzy. met at op. cit. p. 4 of Yahoo! Inc. in Bonn. It was late. ", 400)
	few := segment.Segmenter{Rules: segment.Rules{
		Abbreviations: []string{"xyzzy", "op. cit.", "corp."}, NeverBreak: []string{"Yahoo! Inc."},
	}}
	many := few
	many.Rules.Abbreviations, many.Rules.NeverBreak = slices.Clone(
		few.Rules.Abbreviations,
	), slices.Clone(
		few.Rules.NeverBreak,
	)
	for i := range 5000 {
		many.Rules.Abbreviations = append(
			many.Rules.Abbreviations,
			fmt.Sprintf("abbr%d.", i),
			fmt.Sprintf("no%d. in.", i),
		)
		many.Rules.NeverBreak = append(many.Rules.NeverBreak, fmt.Sprintf("Name%d", i))
	}
	fastest := func(m *segment.Segmenter) (took time.Duration, n int) {
		took = time.Hour
		for range 5 {
			begin := time.Now()
			n = len(m.Text(paragraph, language.English).Sentences)
			took = min(took, time.Since(begin))
		}
		return took, n
	}
	a, n := fastest(&few)
	b, k := fastest(&many)
	assert.Equal(t, 800, n)
	assert.Equal(t, n, k)
	assert.Less(t, b, 20*a+50*time.Millisecond, "%v with few wordings, %v with 15,000", a, b)
}
