package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A date is a day and month, perhaps with a year; 0 where one is not said.
type date struct {
	day, month, year int
	digits           bool // it is in digits alone, and day and month may have changed places
	span             segment.Span
}

// otherMonths are names of months that the aligner leaves alone because they are common words, or
// two words: they count as months beside a number. By language, "word" or "word next", and the
// month.
var otherMonths = map[string]map[string]int{
	"en": {"may": 5, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
	"fr": {"mai": 5, "janv": 1, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
	"es": {"ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sept": 9, "oct": 10, "nov": 11, "dic": 12},
	"ro": {"mai": 5}, "tr": {"mart": 3, "ekim": 10}, "pl": {"listopad": 11, "listopada": 11}, "uk": {"листопад": 11, "листопада": 11},
	"ar": {"شباط": 2, "اذار": 3, "كانون ثاني": 1, "تشرين اول": 10, "تشرين ثاني": 11, "كانون اول": 12, "مايس": 5, "جوان": 6, "جويليه": 7, "اوت": 8},
	"hi": {"मई": 5, "अप्रेल": 4},
}

// monthsOnlyIn are names of months that are other words elsewhere, and the languages that have
// them.
var monthsOnlyIn = map[string]string{"mei": "nl id ms", "maj": "pl sv da sl sk hr", "mars": "fr sv nb no da is", "mai": "fr de nb no ro",
	"maja": "pl", "luty": "pl", "august": "en de da nb no et ro"}

// readMonths collects the months that the text names.
func (s *study) readMonths() {
	other := otherMonths[s.base]
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.Kind == words.Month {
			if langs := monthsOnlyIn[words.Fold(s.Text[t.Start:t.End])]; langs != "" && !strings.Contains(langs, s.base) {
				t.Kind = words.Word
				continue
			}
			m, _ := strconv.Atoi(strings.TrimPrefix(t.Form, "@M"))
			s.months[m] = true
			continue
		}
		if t.Kind != words.Word {
			continue
		}
		for _, w := range s.bare(t.Full) {
			m := other[w]
			if m == 0 && i+1 < len(s.tokens) {
				m = other[w+" "+strings.TrimPrefix(s.tokens[i+1].Full, "ال")]
			}
			if m > 0 {
				s.months[m] = true
				if s.beside(i) && (t.Title || s.base != "en") {
					t.Kind, t.Form = words.Month, "@M"+strconv.Itoa(m)
				}
				break
			}
			if m := s.monthOf(w); m > 0 {
				s.months[m] = true
				t.Kind, t.Form = words.Month, "@M"+strconv.Itoa(m)
				break
			}
		}
	}
}

// monthOf returns the month of a folded word, or 0.
func (s *study) monthOf(folded string) int {
	form := words.MonthForm(folded)
	if form == "" {
		return 0
	}
	m, _ := strconv.Atoi(strings.TrimPrefix(form, "@M"))
	return m
}

// beside reports whether a number stands beside token i.
func (s *study) beside(i int) bool {
	return i > 0 && s.tokens[i-1].Kind == words.Number || i+1 < len(s.tokens) && s.tokens[i+1].Kind == words.Number ||
		i > 1 && s.tokens[i-2].Kind == words.Number || i+2 < len(s.tokens) && s.tokens[i+2].Kind == words.Number
}

var (
	dayFirst  = regexp.MustCompile(`\b(\d{1,2})([./-])(\d{1,2})([./-])(\d{4})\b`)
	yearFirst = regexp.MustCompile(`\b(\d{4})([./-])(\d{1,2})([./-])(\d{1,2})\b`)
)

// readDates collects the dates: a month with a day beside it, and those in digits alone.
func (s *study) readDates() {
	for i, t := range s.tokens {
		if t.Kind != words.Month {
			continue
		}
		d := date{span: segment.Span{Start: t.Start, End: t.End}}
		d.month, _ = strconv.Atoi(strings.TrimPrefix(t.Form, "@M"))
		for _, k := range [...]int{i - 2, i - 1, i + 1, i + 2, i + 3} {
			if k < 0 || k >= len(s.tokens) || s.tokens[k].Kind != words.Number {
				continue
			}
			x := s.tokens[k]
			n, err := strconv.Atoi(strings.TrimPrefix(x.Form, "#"))
			if err != nil || gap(s.Text, x, t) > 12 {
				continue
			}
			switch {
			case n >= 1 && n <= 31 && d.day == 0 && (k >= i-2 && k <= i+1):
				d.day = n
			case n >= 1000 && n <= 2100 && d.year == 0:
				d.year = n
			default:
				continue
			}
			d.span.Start, d.span.End = min(d.span.Start, x.Start), max(d.span.End, x.End)
		}
		if d.day > 0 || d.year > 0 {
			s.dates = append(s.dates, d)
		}
	}
	if !s.mayHaveNumericDate() {
		return
	}
	if plain := plainDigits(s.Text); len(plain) == len(s.Text) {
		for _, m := range dayFirst.FindAllStringSubmatchIndex(plain, -1) {
			a, b, y := atoi(plain[m[2]:m[3]]), atoi(plain[m[6]:m[7]]), atoi(plain[m[10]:m[11]])
			s.numeric(date{a, b, y, true, segment.Span{Start: m[0], End: m[1]}})
		}
		for _, m := range yearFirst.FindAllStringSubmatchIndex(plain, -1) {
			s.numeric(date{atoi(plain[m[10]:m[11]]), atoi(plain[m[6]:m[7]]), atoi(plain[m[2]:m[3]]), true, segment.Span{Start: m[0], End: m[1]}})
		}
	}
}

// mayHaveNumericDate reports whether it is worth looking for a date in digits, which has six of
// them at least.
func (s *study) mayHaveNumericDate() bool {
	for _, f := range s.digits {
		if f.span.End-f.span.Start >= len("1.1.2000") || f.span.End < len(s.Text) && strings.IndexByte("./-", s.Text[f.span.End]) >= 0 {
			return true
		}
	}
	return false
}

// numeric adds a date in digits alone. Which of the two is the month only the other side can tell.
func (s *study) numeric(d date) {
	if d.day < 1 || d.month < 1 || d.day > 31 || d.month > 31 || min(d.day, d.month) > 12 {
		return
	}
	for _, n := range [...]int{d.day, d.month} {
		if n <= 12 {
			s.months[n] = true
		}
		s.sayInt(n)
	}
	s.sayInt(d.year)
	s.dates = append(s.dates, d)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// gap returns how many bytes lie between two tokens.
func gap(text string, a, b words.Token) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(b.Start-a.End, 0)
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}

// dates returns the dates of a of which b does not have the month or the day.
func dates(a, b *study) []difference {
	var out []difference
	for _, d := range a.dates {
		if d.digits {
			a.take(d.span) // its parts are no numbers
		}
		if b.hasDay(d.day, d.month) && (!d.digits || b.has(d.year)) || d.digits && b.hasDay(d.month, d.day) && b.has(d.year) {
			continue
		}
		a.take(d.span)
		if written := a.Text[d.span.Start:d.span.End]; d.digits {
			out = append(out, difference{kind: Date, span: d.span, what: "date " + quote.Isolate(written), key: plainDigits(written)})
			continue
		}
		what := strings.TrimSpace(fmt.Sprintf("%s %s %s", nonZero(d.day), monthNames[d.month], nonZero(d.year)))
		out = append(out, difference{kind: Date, span: d.span, what: "date " + what + " (" + quote.Isolate(a.Text[d.span.Start:d.span.End]) + ")", key: what})
	}
	return out
}

// hasDay reports whether a text may have a day, where it is not 0, and a month.
func (s *study) hasDay(day, month int) bool {
	said := s.months[month] || len(s.dates) == 0 && s.has(month) || !knowsMonths[s.base]
	return said && (day == 0 || s.mayHave(strconv.Itoa(day)))
}

func nonZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// knowsMonths is the languages whose names of months the package knows.
var knowsMonths = map[string]bool{"ar": true, "en": true, "fr": true, "es": true, "pt": true, "it": true, "de": true, "nl": true, "sv": true,
	"ru": true, "uk": true, "pl": true, "hu": true, "ro": true, "tr": true, "fa": true, "he": true, "hi": true, "el": true, "is": true,
	"zh": true, "ja": true, "ko": true}
