package charset

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"

	"github.com/bitext-go/bitext/internal/gold"
)

// sentencesIn are sentences with the letters of a language.
var sentencesIn = map[string]string{
	"pl": "Rada miejska zbiera się cztery razy w roku. Każdy członek ma jeden głos, a przewodniczący rozstrzyga.\nŚwięto źródeł będzie w środę.\n",
	"cs": "Městská rada se schází nejméně čtyřikrát ročně. Každý člen má jeden hlas, při rovnosti rozhoduje předseda.\n",
	"hu": "A városi tanács évente legalább négyszer ülésezik. Minden tagnak egy szavazata van, és az elnök dönt.\n",
	"el": "Το δημοτικό συμβούλιο συνέρχεται τέσσερις φορές τον χρόνο. Κάθε μέλος έχει μία ψήφο.\n",
	"is": "Bæjarráð kemur saman fjórum sinnum á ári. Hver fulltrúi hefur eitt atkvæði og formaður sker úr.\nÁkvarðanir eru birtar.\n",
	"ru": "Городской совет собирается не реже четырёх раз в год. Каждый член совета имеет один голос.\nРешения публикуются.\n",
	"uk": "Міська рада збирається чотири рази на рік. Кожен член має один голос.\nЇхні рішення публікують у газеті.\n",
	"tr": "Belediye meclisi yılda dört kez toplanır. Her üyenin bir oyu vardır, eşitlikte başkan karar verir.\nŞimdi görüşülüyor.\n",
	"de": "Der Stadtrat tritt viermal jährlich zusammen. Über Beschlüsse für Bürger wird berichtet; größere Straßen bleiben gesperrt.\n",
	"he": "מועצת העיר מתכנסת ארבע פעמים בשנה. לכל חבר קול אחד.\n",
	"lt": "Miesto taryba renkasi keturis kartus per metus. Kiekvienas narys turi vieną balsą, o pirmininkas sprendžia, jei balsai pasiskirsto po lygiai.\nŠį sprendimą skelbia žurnalas, gyventojai gali kreiptis raštu į įstaigą.\n",
	"ko": "시의회는 시청에서 일 년에 네 번 모입니다. 의원은 각각 한 표를 가집니다.\n",
	"zh": "市议会每年开会四次。每名议员有一票。\n决定刊登在公报上。\n",
	"hy": "Քաղաքային խորհուրդը հավաքվում է տարեկան չորս անգամ։ Յուրաքանչյուր անդամ ունի մեկ ձայն։\n",
	"fr": "Le conseil se réunit à la mairie. Chaque membre a une voix; le président décide en cas d'égalité.\n",
}

// encoded returns a text in an encoding.
func encoded(t *testing.T, text, name string) []byte {
	t.Helper()
	switch name {
	case "johab":
		return inJohab(t, text)
	case "utf-7":
		return inUTF7(text)
	}
	if page, ok := codePages[name]; ok {
		var out []byte
		for _, r := range text {
			at := strings.IndexRune(string(page), r)
			switch {
			case r < utf8.RuneSelf:
				out = append(out, byte(r))
			default:
				require.GreaterOrEqual(t, at, 0, "%c is not in %s", r, name)
				out = append(out, byte(0x80+utf8.RuneCountInString(string(page)[:at])))
			}
		}
		return out
	}
	e, _, err := find(name)
	require.NoError(t, err)
	switch name {
	case "utf-16le":
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	raw, err := e.NewEncoder().Bytes([]byte(text))
	require.NoError(t, err)
	return raw
}

// inJohab returns a text in johab.
func inJohab(t *testing.T, text string) (out []byte) {
	at := func(letters [32]int, letter int) int {
		for i, l := range letters {
			if l == letter {
				return i
			}
		}
		t.Fatal("no such letter")
		return 0
	}
	for _, r := range text {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
			continue
		}
		n := int(r - 0xAC00)
		bits := 1<<15 | at(johabInitial, n/588)<<10 | at(johabVowel, n/28%21)<<5 | at(johabFinal, n%28)
		out = append(out, byte(bits>>8), byte(bits))
	}
	return out
}

// inUTF7 returns a text in UTF-7.
func inUTF7(text string) (out []byte) {
	for _, r := range text {
		switch {
		case r == '+':
			out = append(out, "+-"...)
			continue
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
			continue
		}
		wide, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(string(r)))
		out = append(out, "+"+base64.RawStdEncoding.EncodeToString(wide)+"-"...)
	}
	return out
}

// Encodings that hardly anybody uses are found all the same, without a mark and without help.
func TestRareEncodings(t *testing.T) {
	for _, c := range []struct{ encoding, langs string }{
		{"ibm852", "pl cs hu"}, {"x-mac-ce", "pl cs hu"}, {"ibm737", "el"}, {"ibm869", "el"}, {"x-mac-greek", "el"},
		{"ibm861", "is"}, {"x-mac-icelandic", "is"}, {"x-mac-cyrillic", "ru uk"}, {"ibm866", "ru"}, {"ibm855", "ru"},
		{"ibm1125", "uk"}, {"ibm857", "tr"}, {"x-mac-turkish", "tr"}, {"ibm437", "de fr"}, {"ibm862", "he"}, {"ibm775", "lt"},
		{"johab", "ko"}, {"hz-gb-2312", "zh"}, {"utf-7", "fr ru hy"},
		{"utf-16le", "hy ru"}, {"utf-16be", "hy ru"}, {"utf-32le", "fr hy"}, {"utf-32be", "fr hy"},
	} {
		for lang := range strings.FieldsSeq(c.langs) {
			text := sentencesIn[lang]
			if lang == "hy" {
				text = strings.Repeat(text, 2)
			}
			raw := encoded(t, text, c.encoding)
			name, _ := Detect(raw)
			got, losses, err := Decode(raw, name)
			require.NoError(t, err)
			assert.Equal(t, text, got, "%s in %s, taken for %s", lang, c.encoding, name)
			assert.Empty(t, losses)
		}
	}
}

// rareEncodings are encodings with the languages of which there are texts.
var rareEncodings = []struct{ name, langs string }{
	{"ibm852", "pl cs hu"}, {"x-mac-ce", "pl cs hu"}, {"ibm737", "el"}, {"ibm869", "el"}, {"x-mac-greek", "el"},
	{"ibm861", "de fr"}, {"x-mac-cyrillic", "ru uk"}, {"ibm866", "ru"}, {"ibm855", "ru"}, {"ibm1125", "uk"},
	{"ibm857", "tr"}, {"x-mac-turkish", "tr"}, {"ibm437", "de fr es"}, {"ibm850", "de fr es"}, {"ibm862", "he"},
	{"johab", "ko"}, {"hz-gb-2312", "zh"}, {"utf-7", "fr ru"}, {"utf-32le", "fr ru zh"}, {"utf-16le", "hy el th"},
	{"utf-16be", "hy el th"},
}

// TestAccuracyOfRareEncodings makes pieces of texts in encodings that hardly anybody uses, and
// prints how many are decoded right, refused, doubted, and wrong without a word. The thresholds are
// those of package read.
func TestAccuracyOfRareEncodings(t *testing.T) {
	const (
		minSure, minCertain = .6, .9 // of package read
		tries               = 20
	)
	texts := map[string]string{"hy": sentencesIn["hy"]}
	for line := range strings.Lines(string(gold.Data(t, "bench/segment/dev.jsonl"))) {
		var doc struct{ Lang, Text, Kind string }
		require.NoError(t, json.Unmarshal([]byte(line), &doc))
		if doc.Kind == "corpus" {
			texts[doc.Lang] += doc.Text + "\n"
		}
	}
	texts["hu"] = string(gold.Data(t, "bench/align/gold/dtm-hu-en/dtm.src"))
	for _, l := range []string{"pl", "cs", "uk"} {
		z, err := gzip.NewReader(bytes.NewReader(gold.Data(t, "lexicon-data/parallel/"+l+"-en.tsv.gz")))
		require.NoError(t, err)
		raw, err := io.ReadAll(z)
		require.NoError(t, err)
		for i, line := range strings.Split(string(raw), "\n") {
			if cells := strings.Split(line, "\t"); len(cells) > 2 && i%7 == 0 {
				texts[l] += cells[2] + "\n"
			}
		}
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	lengths := []int{50, 200, 1000}
	var table strings.Builder
	taken := map[string]int{}
	silent, all := make([]int, len(lengths)), make([]int, len(lengths))
	for _, c := range rareEncodings {
		for l := range strings.FieldsSeq(c.langs) {
			var lines []string
			for line := range strings.Lines(texts[l]) {
				if raw, ok := tryEncode(t, line, c.name); ok && string(raw) != line {
					lines = append(lines, line)
				}
			}
			require.NotEmpty(t, lines, "%s in %s", l, c.name)
			fmt.Fprintf(&table, "%-3s %-15s", l, c.name)
			for k, n := range lengths {
				counts := [4]int{}
				for range tries {
					from, text := rnd.IntN(len(lines)), ""
					for i := 0; i < 100 && len(text) < n; i++ {
						text += lines[(from+i)%len(lines)]
					}
					raw := encoded(t, firstRunes(text, n), c.name)
					text = firstRunes(text, n)
					found, sure := Detect(raw)
					got, _, err := Decode(raw, found)
					switch {
					case sure < minSure:
						counts[1]++
					case err == nil && got == text:
						counts[0]++
					case sure < minCertain:
						counts[2]++
					default:
						counts[3]++
						silent[k]++
						taken[c.name+" as "+found]++
					}
					all[k]++
				}
				fmt.Fprintf(&table, "  %3d %2d %2d %2d", counts[0]*100/tries, counts[1]*100/tries, counts[2]*100/tries,
					counts[3]*100/tries)
			}
			table.WriteString("\n")
		}
	}
	t.Logf("percent right, refused, doubted and wrong in silence, by length in characters %v:\n%s", lengths, &table)
	t.Logf("wrong in silence: %v of %v: %v", silent, all, taken)
	for k, most := range []float64{.005, .001, .001} {
		assert.LessOrEqual(t, float64(silent[k]), most*float64(all[k]), "%d characters", lengths[k])
	}
}

// firstRunes returns the first n characters of a text.
func firstRunes(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

// tryEncode returns a text in an encoding, if it has all of its characters.
func tryEncode(t *testing.T, text, name string) (raw []byte, ok bool) {
	switch name {
	case "utf-7", "utf-16le", "utf-16be":
		return encoded(t, text, name), true
	case "johab":
		for _, r := range text {
			if r >= utf8.RuneSelf && (r < 0xAC00 || r > 0xD7A3) {
				return nil, false
			}
		}
		return inJohab(t, text), true
	}
	if page, isPage := codePages[name]; isPage {
		for _, r := range text {
			if r >= utf8.RuneSelf && !strings.ContainsRune(string(page), r) {
				return nil, false
			}
		}
		return encoded(t, text, name), true
	}
	e, _, err := find(name)
	require.NoError(t, err)
	raw, err = e.NewEncoder().Bytes([]byte(text))
	return raw, err == nil
}

// What looks like such an encoding and is none stays as it is.
func TestASCIIIsNotUTF7(t *testing.T) {
	for _, text := range []string{
		"a + b = c and C+ABCD-", "a+b and +AAAA- and +BBBB-", "~{x~} is not HZ",
		"cd ~{user}/documents/of/mine", "IBM+IBM-compatible", "press Ctrl+Alt-Del", "1+ABC-2", "C++ is a language", "+++\ntitle\n+++",
	} {
		name, _ := Detect([]byte(text))
		assert.Equal(t, "utf-8", name, text)
	}
	text, losses, err := Decode([]byte("1 +- 1 +AOk"), "utf-7")
	require.NoError(t, err)
	assert.Equal(t, "1 + 1 é", text)
	assert.Empty(t, losses)
	text, losses, err = Decode([]byte("a+!b \xC0"), "utf-7")
	require.NoError(t, err)
	assert.Equal(t, "a\uFFFD!b \uFFFD", text)
	assert.Len(t, losses, 1)
}
