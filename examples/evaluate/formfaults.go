package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
)

// formFaults are faults of form, planted in every fourth pair.
var formFaults = []fault{
	{"placeholder dropped", []check.Kind{check.Placeholder}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return insert(src, "{name}"), tgt, true
	}},
	{"placeholder changed", []check.Kind{check.Placeholder}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return insert(src, "%1$s"), insert(tgt, "%2$s"), true
	}},
	{"printf added", []check.Kind{check.Placeholder}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return src, insert(tgt, "%s"), true
	}},
	{"variable misspelt", []check.Kind{check.Placeholder}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return insert(src, "${user}"), insert(tgt, "${usre}"), true
	}},
	{"tag dropped", []check.Kind{check.InlineCode}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return "<b>" + src + "</b>", "<b>" + tgt, true
	}},
	{"tag changed", []check.Kind{check.InlineCode}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return "<b>" + src + "</b>", "<i>" + tgt + "</i>", true
	}},
	{"end mark dropped", []check.Kind{check.EndMark}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		t := strings.TrimRight(tgt, ".。।?!？！")
		return src, t, t != tgt
	}},
	{"end mark changed", []check.Kind{check.EndMark}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		t := strings.TrimRight(tgt, ".。।")
		return src, t + "?", t != tgt
	}},
	{"bracket dropped", []check.Kind{check.Bracket}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return insert(src, "(ABC)"), insert(tgt, "(ABC"), true
	}},
	{"quotation mark dropped", []check.Kind{check.QuoteMark}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return insert(src, "“ABC”"), insert(tgt, "“ABC"), true
	}},
	{"word doubled", []check.Kind{check.DoubledWord}, true, func(src, tgt string, lang language.Tag) (string, string, bool) {
		words := strings.Fields(tgt)
		if len(words) < 6 || lang == language.Chinese || lang == language.Hindi {
			return "", "", false
		}
		for i, w := range words[2:] {
			if r, _ := utf8.DecodeRuneInString(w); len(w) > 4 && unicode.IsLower(r) && strings.IndexFunc(w,
				unicode.IsPunct) < 0 {
				return src, strings.Join(words[:i+3], " ") + " " + strings.Join(words[i+2:], " "), true
			}
		}
		return "", "", false
	}},
	{"space doubled", []check.Kind{check.Space}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return src, strings.Replace(tgt, " ", "  ", 1), strings.Contains(tgt, " ")
	}},
	{"space at the end", []check.Kind{check.Space}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		return src, tgt + " ", true
	}},
	{"capital dropped", []check.Kind{check.Capital}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		a, _ := utf8.DecodeRuneInString(src)
		r, n := utf8.DecodeRuneInString(tgt)
		return src, string(unicode.ToLower(r)) + tgt[n:], unicode.IsUpper(r) && unicode.IsUpper(a)
	}},
	{"in capitals", []check.Kind{check.AllCaps}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		r, _ := utf8.DecodeRuneInString(src)
		return src, strings.ToUpper(tgt), unicode.IsUpper(r) && strings.ToUpper(tgt) != tgt
	}},
	{"letter that looks alike", []check.Kind{check.MixedScript}, true, func(src, tgt string, _ language.Tag) (string, string, bool) {
		at := strings.Index(tgt, "a")
		if at < 0 || len(tgt) < at+3 || !isLatin(tgt[at+1]) || at == 0 || !isLatin(tgt[at-1]) {
			return "", "", false
		}
		return src, tgt[:at] + "а" + tgt[at+1:], true
	}},
	{"another language", []check.Kind{check.WrongLanguage, check.Untranslated}, true, func(src, tgt string, lang language.Tag) (string, string, bool) {
		if lang == language.French {
			return src,
				"This is the text of another sentence, which somebody forgot to translate from English and which says a thing.", true
		}
		return src,
			"Ceci est le texte d'une autre phrase, que quelqu'un a oublié de traduire et qui dit une chose pour nous.",
			true
	}},
}

func isLatin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// insert puts a word after the first space of a text, or at its beginning.
func insert(text, word string) string {
	if i := strings.IndexByte(text, ' '); i > 0 {
		return text[:i] + " " + word + text[i:]
	}
	return word + " " + text
}
