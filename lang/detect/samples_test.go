package detect

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

const (
	englishLine = "The committee on bridges met in the spring, and it was told by the engineers that the old bridge " +
		"would have to be closed for the whole of the next year, which is what the people of the town " +
		"had feared ever since the spring of the year in which the river had risen to the road.\n"
	arabicLine = "اجتمعت لجنة الجسور في الربيع وأبلغها المهندسون أن الجسر القديم سيغلق طوال العام المقبل، " +
		"وهذا ما كان سكان المدينة يخشونه منذ وقت طويل، ومنذ ارتفع النهر حتى بلغ الطريق العام.\n"
)

func TestPartsAreWholeLinesFromAllOverADocument(t *testing.T) {
	var b strings.Builder
	for i := range 40_000 {
		fmt.Fprintf(&b, "%d %s\n", i, strings.Repeat("word ", i%23))
	}
	body := b.String()
	end, size, n := 0, 0, 0
	for part := range parts(body) {
		at := strings.Index(body[end:], part) + end
		assert.True(t, at == 0 || body[at-1] == '\n', "it begins with a line")
		assert.True(t, strings.HasSuffix(part, "\n"), "it ends with a line")
		assert.LessOrEqual(t, at, (n+1)*len(body)/stretches, "no stretch is passed over")
		end, size, n = at+len(part), size+len(part), n+1
	}
	assert.InDelta(t, stretches, n, 1)
	assert.InDelta(t, stretches*stretchLength, size, float64(n*200))
	assert.Greater(t, end, len(body)*98/100)
}

func TestPartsOfADocumentInOneLineAreTheDocument(t *testing.T) {
	body := strings.Repeat("word ", 400_000)
	n := 0
	for part := range parts(body) {
		n += len(part)
	}
	assert.Equal(t, len(body), n)
}

// A document that is sampled has the languages that a short one with the same shares has.
func TestLongDocumentsHaveTheLanguagesOfShortOnes(t *testing.T) {
	var f Finder
	for _, c := range []struct {
		english, arabic int // lines, in turns
		two             bool
	}{{8, 0, false}, {15, 1, false}, {5, 3, true}, {4, 4, true}, {3, 5, true}} {
		for _, times := range []int{7, 2000} { // 15 kB and 4 MB, in turns and in halves
			e, a := strings.Repeat(englishLine, c.english), strings.Repeat(arabicLine, c.arabic)
			inTurns := strings.Repeat(e+a, times)
			inHalves := strings.Repeat(e, times) + strings.Repeat(a, times)
			for _, body := range []string{inTurns, inHalves} {
				_, _, two := Two(body)
				assert.Equal(t, c.two, two, "%v, %d bytes", c, len(body))
				langs := f.Languages(body)
				assert.Contains(t, langs, language.English)
				assert.Equal(t, c.two, len(langs) == 2, "%v: %v of %d bytes", c, langs, len(body))
			}
		}
	}
}
