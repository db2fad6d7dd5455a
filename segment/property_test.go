package segment

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

var styles = []Style{Corpus, Clauses, GoldenRules, Untailored}

// checkLossless requires that the spans of the sentences of a text ascend and hold everything
// except white space.
func checkLossless(t *testing.T, text string, lang language.Tag, rules Rules) {
	t.Helper()
	end := 0
	for s := range rules.Sentences(text, lang) {
		require.LessOrEqual(t, end, s.Start, "spans overlap or go back")
		require.Less(t, s.Start, s.End, "a span is empty")
		require.LessOrEqual(t, s.End, len(text))
		require.Empty(t, strings.TrimSpace(text[end:s.Start]), "text is lost between %d and %d", end, s.Start)
		sentence := text[s.Start:s.End]
		require.Equal(t, strings.TrimSpace(sentence), sentence, "white space around a sentence")
		end = s.End
	}
	require.Empty(t, strings.TrimSpace(text[end:]), "text is lost at the end")
}

func FuzzLossless(f *testing.F) {
	for _, seed := range []string{
		"", " ", ".", "...", "He left. She stayed.", "\xff.\xfe. \xe3\x80", "。」\xe3", "1) a 2) b", "(a) x; (b) y.", ". . . . X", "a\u0301. B", "z. B. so.",
		"د\u202a.\u202c ديفيد", "《啊！》好。", "«Quoi ? »", "EE. UU. no.", "\u2028\u2029\r\n", "A. A. A. A.", "§ 5. Abs.", "\u200b.\u200b A", ":) A", "• a • b",
	} {
		for i := range styles {
			f.Add(seed, uint8(i), "en")
		}
	}
	f.Fuzz(func(t *testing.T, text string, style uint8, lang string) {
		tag, _ := language.Parse(lang)
		rules := Rules{Style: styles[int(style)%len(styles)], Abbreviations: []string{"abc."},
			NeverBreak: []string{"a. B", "."}}
		checkLossless(t, text, tag, rules)
		rules.NeverBreak = nil
		checkLossless(t, text, tag, rules)
	})
}

// TestLossless cuts the texts of testdata/cases in every language and style.
func TestLossless(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	require.NoError(t, err)
	for _, file := range files {
		body, err := os.ReadFile(file)
		require.NoError(t, err)
		for lang := range languages {
			for _, style := range styles {
				if style != Untailored || lang == "und" { // it is the same in every language
					checkLossless(t, string(body[:len(body)-2]), language.Make(lang), Rules{Style: style})
				}
			}
		}
	}
}

// TestLengthInvariance requires that a whole collection is cut as its pieces of twenty sentences
// are, except at the seams.
func TestLengthInvariance(t *testing.T) {
	dir := os.Getenv("BITEXT_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(dir, "bench", "segment", "dev.jsonl"))
	if err != nil {
		t.Skip("skipped: no data")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	whole, langOf := map[string][]string{}, map[string]string{}
	for lines.Scan() {
		var l struct{ Lang, Set, Kind, Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &l))
		if l.Kind == "corpus" {
			whole[l.Set] = append(whole[l.Set], l.Text)
			langOf[l.Set] = l.Lang
		}
	}
	require.NoError(t, lines.Err())
	for set, pieces := range whole {
		lang := language.Make(langOf[set])
		for _, style := range []Style{Corpus, Clauses} {
			rules := Rules{Style: style}
			together := map[int]bool{}
			for s := range rules.Sentences(strings.Join(pieces, " "), lang) {
				together[s.End] = true
			}
			offset, differ, all := 0, 0, 0
			for _, piece := range pieces {
				ends := map[int]bool{}
				for s := range rules.Sentences(piece, lang) {
					ends[s.End] = true
				}
				delete(ends, len(strings.TrimRightFunc(piece, unicode.IsSpace))) // the seam
				for i := 200; i < len(piece); i++ {
					if ends[i] {
						all++
					}
					if ends[i] != together[offset+i] && i != len(piece) {
						differ++
					}
				}
				offset += len(piece) + 1
			}
			allowed := all / 1000
			if data := dataOf(lang); len(data.spaces.begins) > 0 || data.spaceTable != nil {
				// the length of a sentence counts if no mark ends it, and affects the next ones
				allowed += len(pieces) / 10
			}
			assert.LessOrEqual(t, differ, allowed, "%s, style %d: %d of %d boundaries differ", set, style, differ, all)
		}
	}
}

// TestNoAllocation requires that cutting allocates per text, not per sentence.
func TestNoAllocation(t *testing.T) {
	for lang, text := range prose {
		tag := language.Make(lang)
		long := strings.Repeat(text, 200)
		for range Sentences(text, tag) { // reads the language's data
		}
		allocs := testing.AllocsPerRun(5, func() {
			for range Sentences(long, tag) {
			}
		})
		assert.LessOrEqual(t, allocs, 4.0, lang)
	}
}

func TestUserRules(t *testing.T) {
	cut := func(rules Rules, text string) string { return marked(text, rules, "en") }
	text := "The Zwk. Board met. It sat at Wow! Hall all day. Ok. So it did."
	assert.Equal(t, "The Zwk. | Board met. | It sat at Wow! | Hall all day. | Ok. | So it did.", cut(Rules{}, text))
	assert.Equal(t, "The Zwk. Board met. | It sat at Wow! | Hall all day. | Ok. | So it did.",
		cut(Rules{Abbreviations: []string{"Zwk."}}, text))
	assert.Equal(t, "The Zwk. Board met. | It sat at Wow! | Hall all day. | Ok. | So it did.",
		cut(Rules{Abbreviations: []string{"Zwk"}}, text))
	assert.Equal(t, "Qux. Zot. Bar said so. | Then he left.",
		cut(Rules{Abbreviations: []string{"Qux. Zot."}}, "Qux. Zot. Bar said so. Then he left."))
	assert.Equal(t, "The Zwk. | Board met. | It sat at Wow! Hall all day. | Ok. So it did.",
		cut(Rules{NeverBreak: []string{"Wow!", "Ok. So"}}, text))
}

// TestLanguages holds which data a tag is cut by.
func TestLanguages(t *testing.T) {
	for tag, want := range map[string]string{
		"en-GB": "en", "fr-CA": "fr", "zh-Hant-TW": "zh", "ar-SA": "ar", "nb-NO": "no", "nn": "no", "sr-Latn": "sr", "gl": "gl", "yue": "zh", "und": "und",
		"zxx": "und", "tlh": "und", "iw": "he", "in": "id", "sh": "sr", "mr": "mr", "ne": "hi", "pt-BR": "pt",
	} {
		assert.True(t, languages[want]() == dataOf(language.Make(tag)), "%s is not cut as %s", tag, want)
	}
}
