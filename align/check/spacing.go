package check

import (
	"sort"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// spacing reports doubled spaces in a if b has none, and space at the beginning or the end of a if
// b has none there.
func spacing(a, b *subject) []difference {
	var out []difference
	report := func(span segment.Span, what string) {
		out = append(out, difference{kind: Space, span: span, message: what + " in " + languageName(a.Lang)})
	}
	leading, trailing := a.outerSpace()
	otherLeading, otherTrailing := b.outerSpace()
	if leading > 0 && otherLeading == 0 {
		report(segment.Span{End: leading}, "space at the beginning only")
	}
	if trailing > 0 && otherTrailing == 0 {
		report(segment.Span{Start: len(a.Text) - trailing, End: len(a.Text)}, "space at the end only")
	}
	if at := a.doubledSpace(); at >= 0 && b.doubledSpace() < 0 {
		report(segment.Span{Start: at, End: at + 2}, "doubled space")
	}
	return out
}

// outerSpace returns how many bytes of space are at the beginning and the end of a text that has
// something between them. Space beside an inline code is inside.
func (s *subject) outerSpace() (leading, trailing int) {
	trimmed := strings.TrimLeftFunc(s.Text, unicode.IsSpace)
	if trimmed == "" {
		return 0, 0
	}
	leading = len(s.Text) - len(trimmed)
	trailing = len(trimmed) - len(strings.TrimRightFunc(trimmed, unicode.IsSpace))
	for _, c := range s.Codes {
		if c.Offset <= leading {
			leading = 0
		}
		if c.Offset >= len(s.Text)-trailing {
			trailing = 0
		}
	}
	return leading, trailing
}

// doubledSpace returns where two spaces follow one another inside the text, with no code between
// them, or -1.
func (s *subject) doubledSpace() int {
	inner := strings.TrimSpace(s.Text)
	start := strings.Index(s.Text, inner)
	for pos := 0; ; {
		at := strings.Index(inner[pos:], "  ")
		if at < 0 {
			return -1
		}
		pos += at + 1
		offset := start + pos // of the second space
		i := sort.Search(len(s.Codes), func(i int) bool { return s.Codes[i].Offset >= offset })
		if i == len(s.Codes) || s.Codes[i].Offset != offset {
			return offset - 1
		}
	}
}

// reduplicating holds the languages in which words are often doubled on purpose.
var reduplicating = map[string]bool{"id": true, "ms": true, "jv": true, "tl": true, "fil": true, "hi": true, "ur": true,
	"bn": true, "ta": true, "te": true, "mr": true, "gu": true, "ne": true, "pa": true, "tr": true, "az": true, "hy": true,
	"vi": true, "th": true, "sw": true, "ka": true, "am": true, "ha": true, "mi": true, "haw": true}

// doublets holds the words that often follow themselves, by language.
var doublets = map[string]string{
	"en": " that had is do no very so bye ha her well never long ", "fr": " nous vous en très si non ",
	"de": " die das der den dem sie es sehr ", "es": " sí muy no ", "it": " non molto si così poco ", "nl": " dat die ",
	"pt": " não muito se ", "pl": " się ", "ru": " очень да так и ", "uk": " так ", "hu": " egy már ", "sv": " det att ",
	"ar": " جدا كل و بي ان اس من ", "he": " מאוד ", "fa": " کم ", "el": " πολύ ",
}

// doubledWords reports a word that follows itself in a, if no word does in b.
func doubledWords(a, b *subject) []difference {
	if reduplicating[a.base] {
		return nil
	}
	i := a.doubledWord()
	if i < 0 || b.doubledWord() >= 0 {
		return nil
	}
	t := a.tokens[i]
	span := segment.Span{Start: t.Start, End: a.tokens[i+1].End}
	return []difference{{kind: DoubledWord, span: span, message: "the word " + isolated(a.Text[t.Start:t.End]) +
		" is doubled in " + languageName(a.Lang)}}
}

// doubledWord returns the number of the first word that follows itself with only a space between,
// or -1. Names such as New York New York begin with capital letters.
func (s *subject) doubledWord() int {
	for i := 0; i+1 < len(s.tokens); i++ {
		x, y := s.tokens[i], s.tokens[i+1]
		if x.Kind != words.Word || y.Kind != words.Word || x.Full != y.Full || y.Title || y.Start < x.End ||
			!strings.EqualFold(s.Text[x.Start:x.End], s.Text[y.Start:y.End]) {
			continue
		}
		between := s.Text[x.End:y.Start]
		if between == "" || strings.TrimSpace(between) != "" || strings.Contains(doublets[s.base], " "+x.Full+" ") {
			continue
		}
		if r, _ := decode(x.Full); words.Unspaced(r) {
			continue
		}
		return i
	}
	return -1
}
