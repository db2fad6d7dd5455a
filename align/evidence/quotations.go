package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/script"
)

// forgetQuote is after how many sentences without a quotation mark a quotation counts as closed:
// the mark that closes it was lost, or never written, as in dialogue in paragraphs.
const forgetQuote = 12

// quotations reads the quotation marks of one sentence after the other.
type quotations struct {
	pointsIn bool // »…« instead of «…»
	since    int  // sentences without a mark

	// Of the last sentence read:
	inside bool // a quotation is open after it
	opens  bool // it begins with an opening mark
	closes bool // it ends with a closing mark, or one more character after it
	mark   int  // question, exclamation, colon or comma, if one of its last characters is one; else -1
	lower  bool // it begins with a small letter
}

// pointsIn reports whether texts in a language mostly point their guillemets inwards: »…«.
func pointsIn(tag language.Tag) bool {
	base, _ := tag.Base()
	region, _ := tag.Region()
	switch base.String() {
	case "de":
		return region.String() != "CH" && region.String() != "LI"
	case "cs", "da", "hr", "hu", "sk", "sl":
		return true
	}
	return false
}

// read reads the next sentence. Only the bytes with which quotation marks begin are looked at.
func (q *quotations) read(sentence string) {
	text := strings.TrimSpace(sentence)
	q.opens, q.closes, q.mark, q.lower = false, false, -1, false
	if text == "" {
		return
	}
	seen := false
	for i := 0; i < len(text); i++ {
		if !beginsMark[text[i]] {
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		before, after := ' ', ' '
		if i > 0 {
			before, _ = utf8.DecodeLastRuneInString(text[:i])
		}
		rest := text[i+n:]
		if rest != "" {
			var m int
			after, m = utf8.DecodeRuneInString(rest)
			rest = rest[m:]
		}
		opens, closes := q.quoteMark(r, before, after)
		if opens || closes {
			q.inside, seen = opens, true
		}
		q.opens = q.opens || opens && i == 0
		q.closes = q.closes || closes && rest == ""
	}
	if q.since++; seen {
		q.since = 0
	} else if q.since > forgetQuote {
		q.inside = false
	}
	q.mark = lastMark(text)
	q.lower = unicode.IsLower(script.First(text))
}

// beginsMark has the bytes with which the marks that quoteMark knows begin in UTF-8.
var beginsMark = [256]bool{'"': true, ',': true, '\'': true, 0xC2: true, 0xE2: true, 0xE3: true}

// quoteMark reports whether r opens or closes a quotation between two characters, which are spaces
// at the ends of the sentence. Where white space is on one side only it decides, since a mark such
// as “ opens in English and closes in German; else the mark itself and the language do.
func (q *quotations) quoteMark(r, before, after rune) (opens, closes bool) {
	left, right := unicode.IsSpace(before) || before == '(', unicode.IsSpace(after)
	switch r {
	case '„', '‚', '「', '『':
		return true, false
	case '」', '』':
		return false, true
	case '“', '«', '‹', '”', '»', '›', '‘':
		if left != right {
			return left, right
		}
		opens = r == '“' || r == '‘' || (r == '«' || r == '‹') != q.pointsIn && r != '”'
		return opens, !opens
	case '"':
		opens = !right && (left || before == '—' && unicode.IsLetter(after))
		return opens, !opens
	case ',': // ,, for „
		return left && after == ',', false
	case '\'', '’': // an apostrophe, unless it is beside a capital or punctuation
		opens = r == '\'' && left && (unicode.IsUpper(after) || after == '.')
		return opens, !opens && strings.ContainsRune(".,!?…—-", before) && !unicode.IsLetter(after)
	}
	return false, false
}

// lastMark returns the property of a sentence that one of its last four characters gives it,
// letters not passed over, or -1.
func lastMark(text string) int {
	for range 4 {
		r, n := utf8.DecodeLastRuneInString(text)
		switch r {
		case '?', '？', '؟', '\u037e': // the last is Greek
			return question
		case '!', '！':
			return exclamation
		case ':', '：':
			return colon
		case ';', '；', ',', '，', '؛', '،':
			return comma
		case '.', '。', '…':
			return -1
		}
		if n == 0 || unicode.IsLetter(r) {
			return -1
		}
		text = text[:len(text)-n]
	}
	return -1
}
