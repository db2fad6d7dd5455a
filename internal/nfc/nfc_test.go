package nfc_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/internal/nfc"
)

// same checks a string against package norm.
func same(t *testing.T, s string) {
	if want := norm.NFC.String(s); want != nfc.String(s) {
		assert.Equal(t, want, nfc.String(s), "%+q", s)
	}
	if want := norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")); want != nfc.Valid(s) {
		assert.Equal(t, want, nfc.Valid(s), "Valid(%+q)", s)
	}
}

func TestStringIsThatOfNorm(t *testing.T) {
	long := strings.Repeat("Ein Satz ohne Zeichen, die sich verbinden. ", 8)
	for _, s := range []string{
		"", "a", "plain ASCII text", "Le résumé du comité", "Le re\u0301sume\u0301 du comite\u0301",
		"\u0301", "\u0301 at the beginning", "at the end e\u0301", "a\u0315\u0300\u05AE\u0300b", "ö\u0323 q\u0323\u0307",
		"قرّرت اللجنة", "كتابٌ مفيدٌ", "ا\u0653\u0654", "委员会决定", "\u212B \u2126 \u2000", "\u1100\u1161\u11A8", "\uAC00\u11A8",
		"\u0958\u09CB\u09C7\u09BE", "\U0001D15E\U0001D1BB", "\xff\xfe", "a\xcc", "\xe2\x80", "e\xcc\u0301", "\xed\xa0\x80",
		"\xc0\x80", "\xe0\x80\x80", "\xf5\x80\x80\x80", long + "e\u0301" + long, "e\u0301" + long + "e\u0301",
		strings.Repeat("e\u0301", 200), "a" + strings.Repeat("\u0301", 100), strings.Repeat("ا\u064E\u0651", 90) + long,
	} {
		same(t, s)
	}
}

// Every character is beside one that joins, one that is put into order, and plain ones.
func TestStringOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == 0x33480 {
			r = 0xE0000 // no characters are between
		}
		if r == 0xE0200 {
			break
		}
		c := string(r)
		same(t, c)
		same(t, "e"+c+"\u0301")
		same(t, "\u0323"+c+"a")
		same(t, "\u1100"+c+"\u0338\u11A8")
	}
}

func TestStringOfTextInTheFormIsThatString(t *testing.T) {
	s := "Le comité a décidé — « sans délai » — 委员会 اللجنة комитет"
	assert.Zero(t, testing.AllocsPerRun(10, func() { nfc.String(s); nfc.Valid(s) }))
}

func FuzzString(f *testing.F) {
	f.Add("Le re\u0301sume\u0301", 3)
	f.Add("ا\u0653\u0654 \xff", 70)
	f.Fuzz(func(t *testing.T, s string, times int) {
		same(t, s)
		same(t, strings.Repeat(s, max(0, min(times, 100))))
	})
}

// Characters that combine are rare among all characters, so random strings are of those that do,
// their neighbours and bytes.
func TestStringOfRandomCharacters(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pool := []rune("aeo \n.éạَّاآأوؤ가각")
	for r := rune(0x300); r < 0x1E000; r++ {
		if p := norm.NFC.PropertiesString(string(r)); !p.BoundaryBefore() || p.CCC() > 0 || len(p.Decomposition()) > 0 {
			pool = append(pool, r)
		}
	}
	for range 8000 {
		var b strings.Builder
		for range random.IntN(400) {
			switch random.IntN(24) {
			case 0:
				b.WriteByte(byte(random.IntN(256)))
			case 1, 2, 3, 4:
				b.WriteRune(pool[random.IntN(len(pool))])
			case 5:
				b.WriteRune(rune(random.IntN(0x30000)))
			default:
				b.WriteRune(pool[random.IntN(20)])
			}
		}
		same(t, b.String())
	}
}

func BenchmarkString(b *testing.B) {
	for name, s := range map[string]string{
		"en":    "The committee decided to review the report at its next session. ",
		"fr":    "Le comité a décidé d’examiner le rapport à sa prochaine séance. ",
		"ar":    "قررت اللجنة أن تستعرض التقرير في دورتها القادمة. ",
		"zh":    "委员会决定在下届会议上审议该报告。",
		"marks": "قَرَّرَتِ اللَّجْنَةُ أَنْ تَسْتَعْرِضَ التَّقْرِيرَ فِي دَوْرَتِهَا القَادِمَةِ. ",
	} {
		s = strings.Repeat(s, 4)
		b.Run(name+"/nfc", func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for range b.N {
				nfc.Valid(s)
			}
		})
		b.Run(name+"/norm", func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for range b.N {
				norm.NFC.String(s)
			}
		})
	}
}
