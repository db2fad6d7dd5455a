package charset_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/read/charset"
)

// encodings are those that the texts of a language are saved in, in the table of TestAccuracy.
var encodings = map[string][]string{
	"en": {"windows-1252", "utf-16le"},
	"fr": {"windows-1252", "iso-8859-15", "utf-16be"}, "de": {"windows-1252"}, "es": {"windows-1252"},
	"hu": {"windows-1250", "iso-8859-2"}, "tr": {"windows-1254"},
	"ru": {"windows-1251", "koi8-r", "iso-8859-5", "ibm866", "utf-16le"},
	"ar": {"windows-1256", "iso-8859-6", "utf-16le"},
	"he": {"windows-1255", "iso-8859-8", "utf-16le"}, "el": {"windows-1253", "iso-8859-7"}, "th": {"windows-874"},
	"zh": {"gb18030", "utf-16le", "utf-16be"}, "ja": {"shift_jis", "euc-jp", "iso-2022-jp"}, "ko": {"euc-kr", "utf-16be"},
	// From here on of sentences whose letters are counted in counted.txt.
	"zh-Hant": {"big5", "gb18030"}, "it": {"windows-1252"}, "nl": {"windows-1252"}, "sv": {"windows-1252"}, "pt": {"windows-1252", "macintosh"},
	"pl": {"windows-1250", "iso-8859-2"}, "cs": {"windows-1250", "iso-8859-2"}, "ro": {"windows-1250", "iso-8859-2"},
	"uk": {"windows-1251", "koi8-u"},
}

// corpus returns texts by language.
func corpus(t *testing.T) map[string]string {
	texts := map[string]*strings.Builder{}
	for line := range strings.Lines(string(gold.Data(t, "bench/segment/dev.jsonl"))) {
		var doc struct{ Lang, Text, Kind string }
		require.NoError(t, json.Unmarshal([]byte(line), &doc))
		if doc.Kind != "corpus" {
			continue
		}
		if texts[doc.Lang] == nil {
			texts[doc.Lang] = new(strings.Builder)
		}
		texts[doc.Lang].WriteString(doc.Text + "\n")
	}
	texts["hu"] = new(strings.Builder)
	texts["hu"].Write(gold.Data(t, "bench/align/gold/dtm-hu-en/dtm.src"))
	for _, l := range []string{"it", "nl", "sv", "pt", "pl", "cs", "ro", "uk"} {
		z, err := gzip.NewReader(bytes.NewReader(gold.Data(t, "lexicon-data/parallel/"+l+"-en.tsv.gz")))
		require.NoError(t, err)
		raw, err := io.ReadAll(z)
		require.NoError(t, err)
		b := new(strings.Builder)
		for i, line := range strings.Split(string(raw), "\n") {
			cells := strings.Split(line, "\t")
			if len(cells) < 3 || i%7 != 0 {
				continue
			}
			b.WriteString(cells[2] + "\n")
		}
		texts[l] = b
	}
	texts["zh-Hant"] = traditional(t, texts["zh"].String())
	out := map[string]string{}
	for l, b := range texts {
		out[l] = b.String()
	}
	return out
}

// traditional returns a Chinese text with each character in a traditional form that it may have.
func traditional(t *testing.T, text string) *strings.Builder {
	raw, err := os.ReadFile("../../internal/words/simplified.txt")
	require.NoError(t, err)
	form := map[rune]rune{}
	for line := range strings.Lines(string(raw)) {
		pairs := []rune(strings.TrimSpace(line))
		for i := 0; i+1 < len(pairs) && pairs[0] != '#'; i += 2 {
			if _, err := traditionalchinese.Big5.NewEncoder().String(string(pairs[i])); err == nil {
				form[pairs[i+1]] = pairs[i]
			}
		}
	}
	b := new(strings.Builder)
	for _, r := range text {
		if to, simplified := form[r]; simplified {
			r = to
		}
		if r > 0x7F {
			if _, err := traditionalchinese.Big5.NewEncoder().String(string(r)); err != nil {
				continue
			}
		}
		b.WriteRune(r)
	}
	return b
}

func encoderOf(t *testing.T, name string) encoding.Encoding {
	switch name {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	e, err := htmlindex.Get(name)
	require.NoError(t, err)
	return e
}

// piece returns about n bytes of a text as the encoding has them, and the text that they stand for.
// It leaves out lines with characters that the encoding lacks, and lines that are ASCII: those are
// the same in all encodings.
func piece(e encoding.Encoding, text string, from, n int) (raw []byte, want string) {
	lines := strings.SplitAfter(text, "\n")
	for i := range lines {
		l := lines[(from+i)%len(lines)]
		b, err := e.NewEncoder().String(l)
		if err != nil || l == "" {
			continue
		}
		if len(raw)+len(b) > n {
			for _, r := range l {
				c, _ := e.NewEncoder().String(string(r))
				if len(raw)+len(c) > n {
					return raw, want
				}
				raw, want = append(raw, c...), want+string(r)
			}
		}
		raw, want = append(raw, b...), want+l
	}
	return raw, want
}

// TestAccuracy makes pieces of texts in many languages and encodings, and prints how many of them
// are decoded right, by their length.
func TestAccuracy(t *testing.T) {
	texts := corpus(t)
	lengths := []int{50, 200, 1000, 5000}
	const tries = 3
	rnd := rand.New(rand.NewPCG(1, 2))
	right, all := make([]int, len(lengths)), make([]int, len(lengths))
	var table strings.Builder
	for _, l := range []string{"en", "fr", "de", "es", "hu", "tr", "ru", "ar", "he", "el", "th", "zh", "ja", "ko",
		"zh-Hant", "it", "nl", "sv", "pt", "pl", "cs", "ro", "uk"} {
		for _, name := range encodings[l] {
			e := encoderOf(t, name)
			fmt.Fprintf(&table, "%-8s %-13s", l, name)
			for k, n := range lengths {
				good, total := 0, 0
				wrong := map[string]int{}
				for range tries {
					raw, want := piece(e, texts[l], rnd.IntN(1+strings.Count(texts[l], "\n")), n)
					if len(raw) < n*9/10 {
						continue
					}
					total++
					found, _ := charset.Detect(raw)
					if got, _, err := charset.Decode(raw, found); err == nil && got == want {
						good++
					} else {
						wrong[found]++
					}
				}
				if total == 0 {
					fmt.Fprintf(&table, "     – ")
					continue
				}
				right[k], all[k] = right[k]+good, all[k]+total
				fmt.Fprintf(&table, " %5.1f ", 100*float64(good)/float64(total))
				if good < total && n >= 200 {
					fmt.Fprintf(&table, "%v", wrong)
				}
			}
			table.WriteString("\n")
		}
	}
	fmt.Fprintf(&table, "%-22s", "all")
	share := make([]float64, len(lengths))
	for k := range lengths {
		share[k] = float64(right[k]) / float64(all[k])
		fmt.Fprintf(&table, " %5.1f ", 100*share[k])
	}
	t.Logf("share of pieces decoded right, by length in bytes %v:\n%s", lengths, &table)
	for k, least := range []float64{.95, .98, .98, .98} {
		assert.GreaterOrEqual(t, share[k], least, "%d bytes", lengths[k])
	}
}
