package cldr

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
)

// inRun finds names in a stretch of a script that is written without spaces.
func (f *Finder) inRun(t token) {
	for i := t.start; i < t.end; {
		n := f.longestAt(i, t.end)
		if n > 0 {
			i += n
			continue
		}
		_, n = utf8.DecodeRuneInString(f.text[i:])
		i += n
	}
}

// longestAt finds the longest name at byte i of a stretch without spaces and returns its length, or
// 0 if there is none.
func (f *Finder) longestAt(i, end int) int {
	first, n := utf8.DecodeRuneInString(f.text[i:])
	for _, e := range f.unspaced[words.Simplified(first)] {
		size := prefixLen(f.text[i:end], e.words[0].form)
		if size == 0 {
			continue
		}
		if e.code == "" {
			return size
		}
		m := Mention{Kind: e.kind, Code: e.code, Start: i, End: i + size, Sure: e.sure, name: e.named}
		if e.kind == Region && e.named {
			m.Sure = m.Sure && (hanGoverned(f.text[:i]) || !hanAttributive(f.text[m.End:]))
		}
		if e.kind == Language {
			last, _ := utf8.DecodeLastRuneInString(e.words[0].form)
			m.Sure = strings.ContainsRune("语文語", last)
		}
		f.found = append(f.found, m)
		for _, code := range e.also {
			f.found = append(f.found, Mention{Kind: Region, Code: code, Start: m.Start, End: m.End})
		}
		return size
	}
	if code := hanSigns[words.Simplified(first)]; code != "" {
		next, _ := utf8.DecodeRuneInString(f.text[i+n:])
		previous, _ := utf8.DecodeLastRuneInString(f.text[:i])
		next = words.Simplified(next)
		if strings.ContainsRune(hanHeads, next) || hanSigns[next] != "" || hanSigns[words.Simplified(previous)] != "" {
			f.found = append(f.found, Mention{Kind: Region, Code: code, Start: i, End: i + n})
		}
	}
	return 0
}

// hanGoverned reports whether s ends with a preposition, so that the noun that it governs follows.
func hanGoverned(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("从对向往至赴离抵", words.Simplified(last))
}

// hanAttributive reports whether the name of a country before s modifies the noun after it, as
// "American" does in English. It does not before a word that does not begin a noun phrase, and
// before one for the state and its representatives.
func hanAttributive(s string) bool {
	next, _ := utf8.DecodeRuneInString(s)
	if !words.Unspaced(next) && !unicode.IsLetter(next) || strings.ContainsRune(hanSmall, words.Simplified(next)) {
		return false
	}
	for _, head := range hanStates {
		if prefixLen(s, head) > 0 {
			return false
		}
	}
	return true
}

// prefixLen returns how many bytes of s are a folded name, or 0 if s does not begin with it.
func prefixLen(s, name string) int {
	size := 0
	for _, want := range name {
		r, n := utf8.DecodeRuneInString(s[size:])
		if n == 0 || words.Simplified(r) != want {
			return 0
		}
		size += n
	}
	return size
}

// hanSigns are the characters that stand for a country in Chinese, if they are beside one another
// or before one of hanHeads: 中美 is China and America, 美军 the American army.
var hanSigns = map[rune]string{'中': "CN", '美': "US", '英': "GB", '法': "FR", '德': "DE", '俄': "RU", '日': "JP", '韩': "KR",
	'朝': "KP", '印': "IN", '巴': "PK", '澳': "AU", '加': "CA", '苏': "RU", '意': "IT", '葡': "PT", '荷': "NL", '越': "VN",
	'泰': "TH",
	'西': "ES", '土': "TR", '以': "IL", '伊': "IR"}

const hanHeads = "军方籍裔媒元式式制商企镑属占驻语文国人"

// hanWords are words that refer to a country and do not contain its name.
var hanWords = map[string]string{"英格兰": "GB", "苏格兰": "GB", "威尔士": "GB", "英伦": "GB", "大英": "GB", "澳洲": "AU", "美洲": "US",
	"美利坚": "US", "苏联": "RU",
	"华人": "CN", "华裔": "CN", "汉语": "CN", "汉字": "CN", "中华": "CN", "沙俄": "RU", "纳粹": "DE", "高丽": "KR", "日耳曼": "DE",
	"不列颠": "GB", "脱欧": "GB", "欧美": "US", "波斯": "IR"}

// hanSmall are characters that may follow the name of a country as a noun.
const hanSmall = "、和与及或的在是将于对向从到为之等也已有了会要曾并而以则又都被把给让使同跟就才还不可能应需须必此该其境全各三外方人则后前时因由所日拥宣仍却只很更最未没无几希认称说加签拒决承支反提参退成东西南北队"

// hanStates are words after the name of a country that show that the country is meant.
var hanStates = []string{"共和国", "伊斯兰", "王国", "联邦", "政府", "代表", "总统", "总理", "外交", "大使", "人民", "民主", "合众国", "常驻"}
