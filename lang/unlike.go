package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// Measures of a text in a language. They were set by hand on articles in 28 languages, where a
// seventh of the words or more are small words, and on short texts in their relatives.
const (
	fewestWords  = 15  // words from which a text is judged
	fewSmall     = .05 // share of small words below which a text is unlike a language
	manyStrange  = .04 // share of words with letters of another language from which it is
	mostExamined = 2000
)

// Unlike reports whether a text is unlike a language that it was taken for: many of its words have
// letters that the language does not have, or hardly any is a small word of the language. It is
// probably in a relative that no detector knows. Texts of a few words, and languages whose letters
// and words are not known, are never unlike.
func Unlike(tag language.Tag, text string) bool {
	if lists := latinWords(); langtag.Script(tag) == "Latn" {
		return lists.bitOf(tag) != 0 && lists.unlike(lists.bitOf(tag), text)
	}
	strange, ok := strangers[langtag.Base(tag).String()]
	if !ok {
		return false
	}
	words, odd := 0, 0
	for w := range strings.FieldsSeq(text) {
		if !strings.ContainsFunc(w, unicode.IsLetter) {
			continue
		}
		words++
		bare := strings.TrimFunc(w, unicode.IsPunct)
		if strings.ContainsAny(strings.ToLower(w), strange.letters) || slices.Contains(strange.words, bare) {
			odd++
		}
		if words == mostExamined {
			break
		}
	}
	return words >= fewestWords && float64(odd) >= manyStrange*float64(words)
}

// unlike reports whether a text in Latin script is unlike the language of a bit.
func (l *wordLists) unlike(bit uint64, text string) bool {
	var buf [longestWord]byte
	words, small, odd := 0, 0, 0
	for i := 0; i < len(text) && words < mostExamined; {
		if c := text[i]; c < utf8.RuneSelf && (c|0x20 < 'a' || c|0x20 > 'z') {
			i++
			continue
		}
		having, writing, end := l.word(buf[:0], text[i:])
		i += max(end, 1)
		if end == 0 {
			continue
		}
		words++
		if having&bit != 0 {
			small++
		}
		if writing&bit == 0 {
			odd++
		}
	}
	return words >= fewestWords &&
		(float64(small) < fewSmall*float64(words) || float64(odd) >= manyStrange*float64(words))
}

// strangers are, for languages that unknown relatives are taken for, letters and small words of the
// relatives that the language does not have.
var strangers = map[string]struct {
	letters string
	words   []string
}{
	"ar": {letters: "ٻڀٿڄڃڇڊڌڍڏڙڦڪڱڳڻہھےگپچژەۆێڕڵ"},                          // Sindhi, Punjabi, Balochi, Malay
	"fa": {letters: "ٹڈڑںےٻڄڃټډړږښڼەۆێڕڵۇۈۋڭ"},                               // Punjabi, Sorani, Luri
	"ur": {letters: "ٻڀٺڄڃڇڌڍڏڙڦڱڳڻڪٿټډړښڼ"},                                 // Sindhi, Saraiki
	"ru": {letters: "іїєґўәғқңөұүһҳҷӣӯҙҫҡӑӗҥӧӱӳӹӏ"},                          // Chuvash, Mari, Udmurt, Chechen, Erzya
	"uk": {letters: "ыэёъўәғқңөұүһђћјљњ"},                                    // Rusyn
	"bg": {letters: "ыэёіїєґўј"},                                             // Rusyn
	"sr": {letters: "ыэёъщюяйіїєґўѓќѕ"},                                      // Macedonian, Montenegrin
	"kk": {letters: "ҙҫҡҗӣӯҳҷўҥӑӗ"},                                          // Karakalpak, Nogai
	"ky": {letters: "ҙҫҡҗәғқұһіӣӯҳҷўҥӑӗ"},                                    // Altai, Tuvan
	"tt": {letters: "ҙҫҡғқұіӣӯҳҷўҥӑӗ"},                                       // Bashkir
	"tg": {letters: "ўәңөұүһіҙҫҡҗыщц"},                                       // Uzbek
	"mn": {letters: "әғқңұһіӣӯҳҷўҙҫҡ"},                                       // Buryat
	"he": {letters: "װױײ\u05B7\u05B8"},                                       // Yiddish
	"bn": {letters: "ৰৱ"},                                                    // Assamese
	"am": {letters: "ኣቐ", words: strings.Fields("እዩ እያ እዮም ናይ ካብ ከም ምስ ድማ")}, // Tigrinya
	// Marathi, Konkani, Nepali, Maithili, Sanskrit
	"hi": {letters: "ळऴ", words: strings.Fields("यो छ छन् छैन थियो लागि भएको आहे आहेत आणि अछि अस्ति च")},
}
