package pdfpage

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// piece returns a piece of a line that is 10 high, from x0 to x1.
func piece(text string, x0, x1 float64) Word { return Word{Box{x0, 100, x1, 110}, text} }

// mark returns a mark over the place x, a little higher.
func mark(text string, x float64) Word { return Word{Box{x, 98, x, 108}, text} }

func textsOf(words []Word) (out []string) {
	for _, w := range words {
		out = append(out, w.Text)
	}
	return out
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		why    string
		pieces []Word
		space  rune
		want   []string
	}{
		{"spaces that are shown, and a word that is stretched between its letters", []Word{
			piece("رت␠ةلص", 10, 60), piece("قت", 63, 70)}, '␠', []string{"رت", "ةلصقت"}},
		{"a column, although spaces are shown", []Word{piece("رت␠ةلص", 10, 60), piece("قت", 67, 76)}, '␠',
			[]string{"رت", "ةلص", "قت"}},
		{"a number beside a word has a gap of its own", []Word{piece("رت␠ةلص", 10, 60), piece("12", 63, 70)}, '␠',
			[]string{"رت", "ةلص", "12"}},
		{"gaps, where spaces are not shown", []Word{piece("رت", 10, 20), piece("ةل", 20.4, 30), piece("قت", 33, 40)}, 0,
			[]string{"رتةل", "قت"}},
		{"narrow gaps in a narrow line", []Word{piece("رت", 10, 20), piece("ةل", 20.9, 30), piece("قت", 30.8, 40)}, 0,
			[]string{"رت", "ةل", "قت"}},
		{"a mark before its letter as it is seen", []Word{piece("نا", 10, 20), piece("م", 20, 25), mark("\u064f", 27),
			piece("ع", 25, 30)}, 0, []string{"نام\u064fع"}},
		{"a mark after its letter where text is drawn from the right", []Word{piece("ع", 25, 30), mark("\u064f", 27),
			piece("م", 20, 25)}, 0, []string{"م\u064fع"}},
		{"a mark far from all letters stays a word", []Word{piece("رت", 10, 20), mark("\u064f", 80)}, 0,
			[]string{"رت", "\u064f"}},
		{"what is drawn twice to look bold", []Word{piece("رت", 10, 20), piece("رت", 10.3, 20.3)}, 0, []string{"رت"}},
		{"the same word twice", []Word{piece("رت", 10, 20), piece("رت", 23, 33)}, 0, []string{"رت", "رت"}},
		{"nothing", nil, '␠', nil},
	} {
		assert.Equal(t, c.want, textsOf(Join(c.pieces, c.space)), c.why)
	}
	words := Join([]Word{piece("ab␠cd", 0, 50)}, '␠')
	assert.Equal(t, []Box{{0, 100, 20, 110}, {30, 100, 50, 110}}, []Box{words[0].Box, words[1].Box})
}

func TestLogical(t *testing.T) {
	for _, c := range []struct {
		seen string
		want string
		why  string
	}{
		{"ةنس ةيادب", "بداية سنة", "words"},
		{"2020 سرام 4و 3 يموي", "يومي 3 و4 مارس 2020", "numbers"},
		{"مسوم 2021-2020", "2020-2021 موسم", "numbers with a hyphen are seen from right to left after Arabic"},
		{"%12.5 نم رثكأ", "أكثر من 12.5%", "a sign after a decimal is seen before it after Arabic"},
		{"12.5%-מ רתוי", "יותר מ-12.5%", "and after it in Hebrew"},
		{".Python و R ةغل", "لغة R و Python.", "words in Latin letters"},
		{"نم Windows 10 ماظن", "نظام Windows 10 من", "a name with a number"},
		{"2020-2021 תנש", "שנת 2020-2021", "a hyphen between numbers in Hebrew"},
		{"see ול here and there", "see לו here and there", "a word from right to left in a line from left to right"},
		{".7/15", "7/15.", "a line of a number"},
		{"ب\u0651حر", "رح\u0651ب", "a mark goes with its letter"},
		{"plain text", "plain text", "no text from right to left"},
	} {
		words := []Word{{Text: c.seen}}
		l := Line{Words: words}
		assert.Equal(t, c.want, l.Logical(true), c.why)
	}
	l := Line{Words: []Word{{Text: "7/15."}}}
	assert.Equal(t, "7/15.", l.Logical(false), "a line of a number in other text")
}

func TestJoinCapitals(t *testing.T) {
	at := func(text string, x0, x1, height float64) Word { return Word{Box{x0, 110 - height, x1, 110}, text} }
	words := JoinCapitals([]Word{at("T", 0, 6, 10), at("HE", 6.5, 15, 8), at("M", 18, 25, 10), at("ODEL", 25.2, 45, 8),
		at("A", 50, 55, 10), at("MAP", 58, 70, 10), at("x", 80, 84, 10), at("2", 84, 87, 6)})
	assert.Equal(t, []string{"THE", "MODEL", "A", "MAP", "x", "2"}, textsOf(words))
	assert.Equal(t, Box{0, 100, 15, 110}, words[0].Box)
}

func TestWithoutLeaders(t *testing.T) {
	words := typeset("1 The council ........ 3", "2 Voting . . . . . . xii", "3 Questions........12",
		"A blank ........ in text", "The end. 5")
	words = WithoutLeaders(words)
	assert.Equal(t, []string{"1 The council", "2 Voting", "3 Questions", "A blank ........ in text", "The end. 5"},
		show(words, nil))
}

func TestWithoutTurned(t *testing.T) {
	words := typeset("The council meets", "Each member has", "one vote, and the", "chair decides.", "A vote is open.")
	edge := []Word{{Box{20, 50, 30, 110}, "published"}, {Box{20, 114, 30, 124}, "in"}, {Box{20, 128, 30, 150}, "May"}}
	all := append(edge, words...)
	assert.Equal(t, words, WithoutTurned(all), "a text along the edge")
	inside := append([]Word{{Box{80, 120, 90, 180}, "Members"}}, words...)
	assert.Equal(t, inside, WithoutTurned(inside), "the head of a column")
	assert.Equal(t, words, WithoutTurned(words))
	assert.Empty(t, WithoutTurned(nil))
}

// Columns from right to left have a gutter, on whichever side their lines are flush.
func TestColumnsFromRightToLeft(t *testing.T) {
	var flushLeft, flushRight []string
	a := []string{"אבג דהו זחט", "יכל מנס", "עפצ קרשת אב", "גדה וזח", "טיכ למנ סעפ"}
	b := []string{"אב גדהוז", "חטיכ למ נסע", "פצק", "רשת אבג דה", "וזח טיכל"}
	for i := range a {
		flushLeft = append(flushLeft, fmt.Sprintf("%-14s%s", b[i], a[i]))
		flushRight = append(flushRight, fmt.Sprintf("%12s   %12s", b[i], a[i]))
	}
	for _, lines := range [][]string{flushLeft, flushRight} {
		blocks, _ := Blocks(typeset(lines...), nil)
		require.Len(t, blocks, 1)
		assert.Len(t, blocks[0].Columns, 2)
	}
}
