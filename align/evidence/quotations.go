package evidence

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
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

// read reads the next sentence.
func (q *quotations) read(sentence string) {
	text := []rune(strings.TrimSpace(sentence))
	q.opens, q.closes, q.mark, q.lower = false, false, -1, false
	if len(text) == 0 {
		return
	}
	seen := false
	for k, r := range text {
		before, after := ' ', ' '
		if k > 0 {
			before = text[k-1]
		}
		if k+1 < len(text) {
			after = text[k+1]
		}
		opens, closes := q.quoteMark(r, before, after)
		if opens || closes {
			q.inside, seen = opens, true
		}
		q.opens = q.opens || opens && k == 0
		q.closes = q.closes || closes && k >= len(text)-2
	}
	if q.since++; seen {
		q.since = 0
	} else if q.since > forgetQuote {
		q.inside = false
	}
	q.mark = lastMark(text)
	q.lower = unicode.IsLower(text[0])
}

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
func lastMark(text []rune) int {
	for k := len(text) - 1; k >= max(0, len(text)-4); k-- {
		switch text[k] {
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
		if unicode.IsLetter(text[k]) {
			return -1
		}
	}
	return -1
}
