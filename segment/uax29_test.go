package segment

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestUntailored runs the official conformance test of UAX #29, as Unicode publishes it.
func TestUntailored(t *testing.T) {
	f, err := os.Open("testdata/SentenceBreakTest.txt")
	require.NoError(t, err)
	defer f.Close()
	cases := 0
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		if strings.TrimSpace(line) == "" {
			if cases == 0 && strings.Contains(lines.Text(), "SentenceBreakTest-") {
				require.Contains(t, lines.Text(), unicode.Version,
					"the test file is of another version of Unicode than the tables of Go")
			}
			continue
		}
		cases++
		var text string
		var want, got []int
		for _, field := range strings.Fields(line) {
			switch field {
			case "÷":
				want = append(want, len(text))
			case "×":
			default:
				r, err := strconv.ParseUint(field, 16, 32)
				require.NoError(t, err)
				text += string(rune(r))
			}
		}
		got = append(got, 0)
		for pos := 0; pos < len(text); {
			pos = nextBreak(text, pos)
			got = append(got, pos)
		}
		assert.Equal(t, want, got, "%q: %s", text, lines.Text())
	}
	require.NoError(t, lines.Err())
	require.Greater(t, cases, 500)
}
