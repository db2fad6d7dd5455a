package check

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
)

// spelledOut adds the numbers that are written in words: each word's own, and what the words of a
// run make together.
func (s *study) spelledOut() {
	list := numerals(s.base)
	if len(list) == 0 {
		return
	}
	var run []float64
	gap := 0
	flush := func() {
		s.combine(run)
		run, gap = nil, 0
	}
	for _, t := range s.tokens {
		if t.Kind == words.Mark {
			continue
		}
		if t.Kind != words.Word {
			if v, err := strconv.ParseFloat(strings.TrimPrefix(t.Form, "#"), 64); err == nil && t.Kind == words.Number {
				run, gap = append(run, v), 0
				continue
			}
			flush()
			continue
		}
		var found []float64
		for _, w := range s.bare(t.Full) {
			if found = valuesOf(list, w); found != nil {
				break
			}
		}
		if found == nil {
			if gap++; gap > 1 {
				flush()
			}
			continue
		}
		for _, v := range found {
			s.sayFloat(v)
			if s.base == "fr" && strings.HasSuffix(t.Full, "aine") && v >= 10 {
				s.about(v)
			}
		}
		if s.base == "de" || s.base == "it" {
			if parts := compound(list, t.Full); len(parts) > 1 {
				s.combine(parts)
			}
		}
		run, gap = append(run, found[0]), 0
	}
	flush()
}

// bare returns a word and what is left of it without particles; the next call overwrites it.
func (s *study) bare(w string) []string {
	out := append(s.forms[:0], w)
	if s.base == "ar" {
		for _, p := range [...]string{"وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"} {
			if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) > 1 {
				out = append(out, rest)
			}
		}
	}
	s.forms = out
	return out
}

// about adds what une quarantaine may stand for, which is about forty.
func (s *study) about(v float64) {
	for d := -v / 10; d <= v/10; d++ {
		s.sayFloat(v + d)
	}
}

// compound returns the values of the number words that are written as one: zweihundertfünfzehn,
// trentacinque.
func compound(list []numeral, w string) (out []float64) {
	for w != "" {
		size := 0
		for n := len(w); n > 2 && size == 0; n-- {
			i := sort.Search(len(list), func(i int) bool { return list[i].stem >= w[:n] })
			if i < len(list) && list[i].stem == w[:n] {
				out, size = append(out, list[i].value[0]), n
			}
		}
		if size == 0 {
			_, size = utf8.DecodeRuneInString(w)
		}
		w = w[size:]
	}
	return out
}

func (s *study) sayFloat(v float64) { s.say(strconv.FormatFloat(v, 'f', -1, 64)) }

// combine adds what number words beside one another may mean: every stretch of a few of them, read
// as English, French, Arabic and Russian build their numbers.
func (s *study) combine(run []float64) {
	for i := range run {
		total, section := 0.0, 0.0
		sum := 0.0
		for k := i; k < len(run) && k < i+8; k++ {
			v := run[k]
			sum += v
			switch {
			case v >= 1000:
				total, section = total+max(section, 1)*v, 0
			case v == 100, v == 20 && section == 4: // quatre-vingts
				section = max(section, 1) * v
			default:
				section += v
			}
			if k > i {
				s.sayFloat(total + section)
				s.sayFloat(sum)
				if k == i+1 {
					s.sayFloat(run[i] * v)
				}
			}
		}
	}
}

var romanDigits = map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}

// roman adds the Roman numerals.
func (s *study) roman() {
	for _, t := range s.tokens {
		if t.Kind != words.Word || !t.Title || t.End-t.Start > 9 {
			continue
		}
		n, last := 0, 0
		w := strings.TrimRightFunc(s.Text[t.Start:t.End], unicode.IsLower) // XXe
		for i := len(w) - 1; i >= 0; i-- {
			v := romanDigits[w[i]]
			if v == 0 {
				n = 0
				break
			}
			if v < last {
				n -= v
			} else {
				n, last = n+v, v
			}
		}
		if n > 0 {
			s.sayInt(n)
		}
	}
}

// hanNumerals adds the numbers in Chinese numerals, read by place and by value.
func (s *study) hanNumerals() {
	var run []rune
	flush := func() {
		if len(run) > 0 {
			s.hanRun(run)
		}
		run = run[:0]
	}
	for _, r := range s.Text {
		r = words.Simplified(r)
		if strings.ContainsRune("〇零一二三四五六七八九十百千万亿两廿卅半双俩仨", r) {
			run = append(run, r)
		} else {
			flush()
		}
	}
	flush()
}

func (s *study) hanRun(run []rune) {
	one := map[rune]int{'〇': 0, '零': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '两': 2, '双': 2, '俩': 2, '仨': 3}
	unit := map[rune]int{'十': 10, '百': 100, '千': 1000, '万': 10000, '亿': 100000000, '廿': 20, '卅': 30}
	total, section, digit, place := 0, 0, 0, 0
	for i, r := range run {
		if r == '半' {
			s.say("0.5")
			s.say("50")
			s.say("30")
			continue
		}
		if d, ok := one[r]; ok {
			digit, place = d, place*10+d
			s.sayInt(d)
		} else if u := unit[r]; u >= 10000 {
			total, section, digit = (total+section+digit)*u, 0, 0
		} else if u == 20 || u == 30 {
			section, digit = section+u, 0
			s.sayInt(u)
		} else {
			if digit == 0 && (i == 0 || run[i-1] != '零') {
				digit = 1
			}
			s.sayInt(digit * u)
			section, digit = section+digit*u, 0
		}
		if place > 1e12 || total > 1e15 {
			return
		}
	}
	s.sayInt(place)
	s.sayInt(total + section + digit)
}
