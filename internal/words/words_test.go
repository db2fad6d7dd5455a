package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func forms(t *Tokenizer, s string) string {
	var out []string
	for _, tok := range t.Append(nil, s) {
		out = append(out, tok.Form)
	}
	return strings.Join(out, " ")
}

func TestForms(t *testing.T) {
	for _, c := range []struct{ in, want, reason string }{
		{"The Republic's 13th session", "the republ #13 th sessio", "stems of six letters, no lone letter after an apostrophe"},
		{"l’Azerbaïdjan œuvre", "azerba oeuvr", "elision is no word, diacritics and ligatures fold"},
		{"والمملكة المغربية", "مملك مغرب", "conjunction, article and endings come off"},
		{"1,234,567.50 and 3,14", "#1234567.5 and #3.14", "separators by value"},
		{"1 250 000 et 19 2016", "#1250000 et #19 #2016", "spaces part thousands only before three digits"},
		{"٢٠١٦ و20٪", "#2016 و #20 %", "digits of any script"},
		{"5 million, 5 مليون, 500万", "#5000000 #5000000 #5000000", "scale words multiply"},
		{"2007 年 6 月 7 日", "#2007 年 #6 月 #7 日", "Han beside numbers"},
		{"6月三十日", "@M6 #30 日", "months and Han numerals"},
		{"September 2016 سبتمبر", "@M9 #2016 @M9", "month names of two languages are one token"},
		{"“A” «b» \"c\" (d)?", "\" a \" b \" c ( d ?", "quotation marks count where they open"},
		{"822 (1993)، و853 (لعام 1993)", "#822 ( #1993 و #853 ( لعام #1993", "bracketed years"},
	} {
		assert.Equal(t, c.want, forms(&Tokenizer{}, c.in), c.reason)
	}
}

func TestLongest(t *testing.T) {
	known := []string{"安全", "安全理事会", "决议"}
	tok := &Tokenizer{Longest: func(s string) int {
		n := 0
		for _, w := range known {
			if strings.HasPrefix(s, w) {
				n = max(n, len(w))
			}
		}
		return n
	}}
	assert.Equal(t, "安全理事会 决议 通过", forms(tok, "安全理事会决议通过"))
}

func TestStems(t *testing.T) {
	for _, c := range []struct{ in, want, reason string }{
		{"city cities", "citi citi", "plural in -ies"},
		{"walk walks walked walking", "walk walk walk walk", "endings of English verbs"},
		{"run running call called", "run run cal cal", "doubled letters"},
		{"make makes making", "mak mak mak", "final e"},
		{"red bed thing king use was", "red bed thing king use was", "nothing is taken off what is short"},
		{"petit petite petites chats", "petit petit petit chat", "French gender and number"},
		{"casa casas", "casa casa", "Spanish plural"},
		{"дом дома домами молоко молока", "дом дом дом молок молок", "Russian cases"},
	} {
		assert.Equal(t, c.want, forms(&Tokenizer{}, c.in), c.reason)
	}
}

func TestFoldHan(t *testing.T) {
	assert.Equal(t, "广气乐战后面决议里", Fold("広気楽戰後面決議裡"), "traditional and Japanese shapes")
	assert.Equal(t, "乾隆名著", Fold("乾隆名著"), "shapes that simplified text has too")
	assert.Equal(t, "がガ", Fold("がガ"), "kana keep their voicing as one character")
	for r := rune(hanFirst); r <= hanLast; r++ {
		assert.Equal(t, Simplified(r), Simplified(Simplified(r)), "folding twice is folding once: %c", r)
	}
}

func TestPinyin(t *testing.T) {
	got := ""
	for _, r := range "北京鄧小平綠a" {
		got += Pinyin(r) + " "
	}
	assert.Equal(t, "bei jing deng xiao ping lu  ", got)
}

func FuzzAppend(f *testing.F) {
	f.Add("The 1,234.5 €; 二〇〇七年 والمملكة")
	f.Fuzz(func(t *testing.T, s string) {
		for _, tok := range (&Tokenizer{}).Append(nil, s) {
			assert.True(t, tok.Form != "" && 0 <= tok.Start && tok.Start <= tok.End && tok.End <= len(s))
		}
	})
}

func TestShorter(t *testing.T) {
	for _, c := range []struct{ form, want, reason string }{
		{"ablako", "ablak abla", "Hungarian windows"},
		{"hat", "", "three letters stay"},
		{"छात्रो", "छात्र छात्", "Hindi students"},
		{"사람들", "사람", "two syllables of Hangul stay"},
		{"安全理事", "", "lists say where these words end"},
		{"سيسمح", "سمح", "he will permit"},
		{"طرحت", "طرح", "she threw"},
		{"لدراس", "", "for a study: particles stay"},
		{"", "", "nothing"},
	} {
		assert.Equal(t, c.want, strings.Join(Shorter(c.form), " "), c.reason)
	}
}
