package check

import (
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A date is a day and a month, perhaps with a year; each is 0 if it is not given.
type date struct {
	day, month, year int
	numeric          bool // it is in digits alone, and day and month may be in either order
	span             segment.Span
}

// dates returns the dates of a for which b does not have the month or the day.
func dates(a, b *subject) []difference {
	var out []difference
	for _, d := range a.dates {
		if d.numeric {
			a.markReported(d.span) // its parts are not numbers
		}
		if b.mayHaveDate(d) {
			continue
		}
		a.markReported(d.span)
		written := a.Text[d.span.Start:d.span.End]
		if d.numeric {
			out = append(out, difference{kind: Date, span: d.span, what: "date " + quote.Isolate(written),
				key: plainDigits(written)})
			continue
		}
		what := nonZero(d.day) + " " + englishMonths[d.month] + " " + nonZero(d.year)
		what = strings.TrimSpace(what)
		out = append(out, difference{kind: Date, span: d.span, key: what,
			what: "date " + what + " (" + quote.Isolate(written) + ")"})
	}
	return out
}

// mayHaveDate reports whether a text may have a date of another text. The year of a date in words
// is a number, and so is not looked for here.
func (s *subject) mayHaveDate(d date) bool {
	if !d.numeric {
		return s.mayHaveDayAndMonth(d.day, d.month)
	}
	return s.values.hasInt(d.year) && (s.mayHaveDayAndMonth(d.day, d.month) || s.mayHaveDayAndMonth(d.month, d.day))
}

func (s *subject) mayHaveDayAndMonth(day, month int) bool {
	said := s.hasMonth(month) || len(s.dates) == 0 && s.values.hasInt(month) || !knowsMonths[s.base]
	return said && (day == 0 || s.mayHave(strconv.Itoa(day)))
}

func nonZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// readDates collects the dates: months with a day or year beside them, and those in digits alone.
func (s *subject) readDates() {
	for i, t := range s.tokens {
		if t.Kind == words.Month {
			if d := s.dateAround(i); d.day > 0 || d.year > 0 {
				s.dates = append(s.dates, d)
			}
		}
	}
	if !s.mayHaveNumericDate() {
		return
	}
	plain := plainDigits(s.Text)
	if len(plain) != len(s.Text) {
		return // offsets would differ
	}
	part := func(m []int, k int) int { return atoi(plain[m[2*k]:m[2*k+1]]) }
	for _, m := range dayFirst.FindAllStringSubmatchIndex(plain, -1) {
		s.addNumericDate(date{part(m, 1), part(m, 3), part(m, 5), true, segment.Span{Start: m[0], End: m[1]}})
	}
	for _, m := range yearFirst.FindAllStringSubmatchIndex(plain, -1) {
		s.addNumericDate(date{part(m, 5), part(m, 3), part(m, 1), true, segment.Span{Start: m[0], End: m[1]}})
	}
}

// maxDateGap is how many bytes may be between a month and the day or year beside it, as in "19 de
// septiembre de 2016".
const maxDateGap = 12

// dateAround returns the date whose month is token i, with the day and the year that are beside it.
func (s *subject) dateAround(i int) date {
	month := s.tokens[i]
	d := date{month: monthNumber(month.Form), span: segment.Span{Start: month.Start, End: month.End}}
	for k := max(i-2, 0); k <= min(i+3, len(s.tokens)-1); k++ {
		x := s.tokens[k]
		if x.Kind != words.Number || gap(x, month) > maxDateGap {
			continue
		}
		n, err := strconv.Atoi(strings.TrimPrefix(x.Form, "#"))
		switch {
		case err != nil:
			continue
		case n >= 1 && n <= 31 && d.day == 0 && k <= i+1:
			d.day = n
		case n >= 1000 && n <= 2100 && d.year == 0:
			d.year = n
		default:
			continue
		}
		d.span.Start, d.span.End = min(d.span.Start, x.Start), max(d.span.End, x.End)
	}
	return d
}

// gap returns how many bytes are between two tokens.
func gap(a, b words.Token) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(b.Start-a.End, 0)
}

var (
	dayFirst  = lazyregexp.New(`\b(\d{1,2})([./-])(\d{1,2})([./-])(\d{4})\b`)
	yearFirst = lazyregexp.New(`\b(\d{4})([./-])(\d{1,2})([./-])(\d{1,2})\b`)
)

// mayHaveNumericDate reports whether the text has a number as long as a date in digits, or one that
// a separator and a digit follow. It saves most texts the regular expressions.
func (s *subject) mayHaveNumericDate() bool {
	for _, f := range s.digits {
		isLong := f.span.Len() >= len("1.1.2000")
		rest := s.Text[f.span.End:]
		if isLong || rest != "" && strings.IndexByte("./-", rest[0]) >= 0 && startsWithDigit(rest[1:]) {
			return true
		}
	}
	return false
}

// addNumericDate adds a date in digits alone, if it can be one. Only the other side can tell which
// of its parts is the month.
func (s *subject) addNumericDate(d date) {
	if d.day < 1 || d.month < 1 || d.day > 31 || d.month > 31 || min(d.day, d.month) > 12 {
		return
	}
	for _, n := range [...]int{d.day, d.month} {
		if n <= 12 {
			s.months[n] = true
		}
		s.addInt(int64(n))
	}
	s.addInt(int64(d.year))
	s.dates = append(s.dates, d)
}

// atoi returns the value of a decimal number, or 0 if it is not one.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
