package memory

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/script"
)

// ordinals are the beginnings of the words for first, second, … tenth. Reports of different
// meetings often differ in nothing else that can be seen.
var ordinals = map[string][10]string{
	"ar": {"الأول الأولى أول", "الثاني الثانية", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"},
	"de": {"erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte siebente", "achte", "neunte", "zehnte"},
	"en": {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"},
	"es": {"primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim"},
	"fr": {"premier première", "deuxième second", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième"},
	"it": {"primo prima", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim"},
	"pt": {"primeir", "segund", "terceir", "quart", "quint", "sext", "sétim", "oitav", "non", "décim"},
	"ru": {"перв", "втор", "трет", "четверт", "пятый пятая пятое пятого пятой пятом пятую", "шест", "седьм", "восьм", "девятый девятая девятое девятого девятой девятом", "десятый десятая десятое десятого десятой десятом"},
	"zh": {"第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "第十"},
}

// mostEnding is how many characters an ordinal may have after its beginning: endings of gender,
// number and case.
const mostEnding = 3

// An ordinalForm is the beginning of the words for an ordinal.
type ordinalForm struct {
	begin string
	bit   uint
}

// ordinalForms returns the forms of each language but Chinese by their first letter. Arabic writes
// conjunctions and prepositions as part of the word, so its forms come with these too.
var ordinalForms = sync.OnceValue(func() map[string]map[rune][]ordinalForm {
	all := map[string]map[rune][]ordinalForm{}
	for lang, list := range ordinals {
		before := []string{""}
		if lang == "ar" {
			before = []string{"", "و", "ل", "ب"}
		}
		all[lang] = map[rune][]ordinalForm{}
		for n, forms := range list {
			for _, begin := range strings.Fields(forms) {
				for _, article := range before {
					form := article + begin
					first, _ := utf8.DecodeRuneInString(form)
					all[lang][first] = append(all[lang][first], ordinalForm{form, 1 << n})
				}
			}
		}
	}
	return all
})

// ordinalsOf returns the ordinals of a wording as a set of bits. known is false if the language has
// no list.
func ordinalsOf(s check.Side) (set uint, known bool) {
	base, _ := s.Lang.Base()
	list, known := ordinals[base.String()]
	if !known {
		return 0, false
	}
	if base.String() == "zh" {
		for n, word := range list {
			if strings.Contains(s.Text, word) {
				set |= 1 << n
			}
		}
		return set, true
	}
	forms := ordinalForms()[base.String()]
	within := false // a word
	for i, r := range s.Text {
		if !inWord(r) {
			within = false
			continue
		}
		if !within {
			for _, f := range forms[unicode.ToLower(r)] {
				if f.begins(s.Text[i:]) {
					set |= f.bit
				}
			}
		}
		within = true
	}
	return set, true
}

// begins reports whether the first word of a text is one of the form: at most mostEnding characters
// follow its beginning.
func (f ordinalForm) begins(text string) bool {
	rest, ok := text, true
	for _, want := range f.begin {
		r, n := utf8.DecodeRuneInString(rest)
		if rest, ok = rest[n:], n > 0 && unicode.ToLower(r) == want; !ok {
			return false
		}
	}
	ending := 0
	for _, r := range rest {
		if !inWord(r) {
			break
		}
		if ending++; ending > mostEnding {
			return false
		}
	}
	return true
}

// inWord reports whether a character is part of a word.
func inWord(r rune) bool {
	return script.Letter(r) || r >= utf8.RuneSelf && unicode.IsMark(r)
}

// otherOrdinals returns a message if both sides have ordinals and none in common, else "".
func otherOrdinals(a, b check.Side) (message string) {
	x, knownA := ordinalsOf(a)
	y, knownB := ordinalsOf(b)
	if !knownA || !knownB || x == 0 || y == 0 || x&y != 0 {
		return ""
	}
	return fmt.Sprintf("ordinal %s on one side, %s on the other", spell(x), spell(y))
}

// spell returns the numbers of a set of ordinals.
func spell(set uint) string {
	var out []string
	for n := range 10 {
		if set&(1<<n) != 0 {
			out = append(out, fmt.Sprint(n+1))
		}
	}
	return strings.Join(out, " and ")
}
