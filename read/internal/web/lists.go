package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/bitext-go/bitext/read/internal/numeral"
)

// A list counts the items of an <ol>, as browsers do.
type list struct {
	format string // in the words of package numeral
	next   int
	step   int // -1 if it counts down
}

// listFormats are the values of the attribute type and of the CSS property list-style-type.
var listFormats = map[string]string{
	"": "decimal", "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
	"decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
	"lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
	"lower-roman": "lowerRoman", "upper-roman": "upperRoman", "lower-greek": "greekLower", "hebrew": "hebrew1",
	"arabic-indic": "arabicIndic", "persian": "persian", "devanagari": "hindiNumbers", "thai": "thaiNumbers",
	"cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
	"japanese-informal": "japaneseCounting", "hiragana-iroha": "iroha", "katakana-iroha": "iroha",
	"katakana": "aiueo",
}

// newList returns the list that an <ol> begins; nil if its items show no numbers.
func newList(attrs map[string]string) *list {
	for word := range strings.FieldsFuncSeq(strings.ToLower(attrs["class"]), isSeparator) {
		switch word {
		case "unstyled", "nostyle", "breadcrumb", "breadcrumbs", "pagination", "inline":
			return nil
		}
	}
	style := strings.ReplaceAll(strings.ToLower(attrs["style"]), " ", "")
	if attrs["role"] == "list" || strings.Contains(style, "list-style:none") ||
		strings.Contains(style, "list-style-type:none") {
		return nil // the role is what authors give to a list whose numbers they remove
	}
	kind := attrs["type"]
	if _, after, found := strings.Cut(style, "list-style-type:"); found {
		kind, _, _ = strings.Cut(after, ";")
	}
	l := &list{format: listFormats[kind], next: 1, step: 1}
	if start, err := strconv.Atoi(strings.TrimSpace(attrs["start"])); err == nil {
		l.next = start
	} else if _, reversed := attrs["reversed"]; reversed {
		return nil // it begins with the number of its items, which are yet to come
	}
	if _, reversed := attrs["reversed"]; reversed {
		l.step = -1
	}
	return l
}

// item begins an item of the innermost list, whose number comes before its text.
func (r *reader) item(attrs map[string]string) {
	r.number = ""
	for i := len(r.stack) - 2; i >= 0; i-- { // the last is the item
		switch f := r.stack[i]; f.name {
		case atom.Ul, atom.Menu, atom.Dir:
			return
		case atom.Ol:
			if f.list == nil {
				return
			}
			if value, err := strconv.Atoi(strings.TrimSpace(attrs["value"])); err == nil {
				f.list.next = value
			}
			r.number = numeral.Format(f.list.next, f.list.format) + ". "
			f.list.next += f.list.step
			return
		}
	}
}
