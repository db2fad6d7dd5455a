package check

import (
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/internal/words"
)

// otherMonths holds names of months that the aligner does not read because they are common words,
// or two words: they count as months beside a number. By language, "word" or "word next", and
// month.
var otherMonths = map[string]map[string]int{
	"en": {"may": 5, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
		"oct": 10, "nov": 11, "dec": 12},
	"fr": {"mai": 5, "janv": 1, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
	"es": {"ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sept": 9, "oct": 10,
		"nov": 11, "dic": 12},
	"ro": {"mai": 5}, "tr": {"mart": 3, "ekim": 10}, "pl": {"listopad": 11, "listopada": 11},
	"uk": {"листопад": 11, "листопада": 11},
	"ar": {"شباط": 2, "اذار": 3, "كانون ثاني": 1, "تشرين اول": 10, "تشرين ثاني": 11, "كانون اول": 12, "مايس": 5,
		"جوان": 6, "جويليه": 7, "اوت": 8},
	"hi": {"मई": 5, "अप्रेल": 4},
}

// monthsOnlyIn holds names of months that are other words elsewhere, and the languages that have
// them.
var monthsOnlyIn = map[string]string{"mei": "nl id ms", "maj": "pl sv da sl sk hr", "mars": "fr sv nb no da is",
	"mai": "fr de nb no ro", "maja": "pl", "luty": "pl", "august": "en de da nb no et ro"}

// readMonths collects the months that the text names, and makes their tokens months.
func (s *subject) readMonths() {
	for i := range s.tokens {
		switch t := &s.tokens[i]; t.Kind {
		case words.Month:
			langs := monthsOnlyIn[words.Fold(s.Text[t.Start:t.End])]
			if langs != "" && !strings.Contains(langs, s.base) {
				t.Kind = words.Word
				continue
			}
			s.months[monthNumber(t.Form)] = true
		case words.Word:
			s.readMonth(i)
		}
	}
}

// readMonth makes word i a month if it is the name of one.
func (s *subject) readMonth(i int) {
	t := &s.tokens[i]
	if s.sortOf(t)&monthWord == 0 {
		return
	}
	for _, w := range s.lang.withoutParticles(t.Full) {
		m := otherMonths[s.base][w]
		if m == 0 && i+1 < len(s.tokens) {
			m = otherMonths[s.base][w+" "+strings.TrimPrefix(s.tokens[i+1].Full, "ال")]
		}
		isDate := true
		if m > 0 {
			isDate = s.nextToNumber(i) && (t.Title || s.base != "en")
		} else {
			m = monthNumber(words.MonthForm(w))
		}
		if m == 0 {
			continue
		}
		s.months[m] = true
		if isDate {
			t.Kind, t.Form = words.Month, "@M"+strconv.Itoa(m)
		}
		return
	}
}

// monthNumber returns the month of a token's form, or 0.
func monthNumber(form string) int {
	if form == "" {
		return 0
	}
	return atoi(strings.TrimPrefix(form, "@M"))
}

// nextToNumber reports whether one of the two tokens before or after token i is a number.
func (s *subject) nextToNumber(i int) bool {
	for k := max(i-2, 0); k <= min(i+2, len(s.tokens)-1); k++ {
		if k != i && s.tokens[k].Kind == words.Number {
			return true
		}
	}
	return false
}

// englishMonths holds the names of the months for messages.
var englishMonths = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

// knowsMonths holds the languages whose names of months the package knows.
var knowsMonths = map[string]bool{"ar": true, "en": true, "fr": true, "es": true, "pt": true, "it": true, "de": true,
	"nl": true, "sv": true, "ru": true, "uk": true, "pl": true, "hu": true, "ro": true, "tr": true, "fa": true, "he": true,
	"hi": true, "el": true, "is": true, "zh": true, "ja": true, "ko": true}
