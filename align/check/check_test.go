package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func sides(pairs ...string) []Side {
	var out []Side
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, Side{Lang: language.MustParse(pairs[i]), Text: pairs[i+1]})
	}
	return out
}

// plain returns findings as lines, without the characters that isolate foreign text.
func plain(found []Finding) []string {
	out := []string{}
	for _, f := range found {
		out = append(out, strings.NewReplacer("\u2068", "", "\u2069", "").Replace(fmt.Sprintf("%s: %s", f.Kind,
			f.Message)))
	}
	return out
}

func TestPair(t *testing.T) {
	for _, c := range []struct {
		reason string
		sides  []Side
		want   []string
	}{
		{"a country of a list", sides("ar", "وحضر الاجتماع وفود من ماليزيا وجمهورية تركيا وجمهورية باكستان الإسلامية.",
			"en", "The meeting was attended by Malaysia and the Republic of Turkey."), []string{"country: Pakistan (باكستان) only in Arabic"}},
		{"a number in Arabic digits", sides("ar", "القراران ٨٨٤ و٨٥٣", "en", "resolutions 853 and 848"),
			[]string{"number: number 884 (٨٨٤) only in Arabic", "number: number 848 only in English"}},
		{"numbers in words, digits and Han numerals", sides("en", "The 13th session had 25 speakers and a third vote",
			"ar", "تحدث في الدورة الثالثة عشرة خمسة وعشرون متكلما وجرى تصويت ثالث"), []string{}},
		{"Han numerals", sides("zh", "第十三届会议有二十五位代表发言", "en", "At its 13th session 25 representatives spoke"), []string{}},
		{"Roman numerals", sides("fr", "au XIXe siècle", "en", "in the 19th century"), []string{}},
		{"separators and scale words", sides("de", "3,5 Millionen Euro oder 1.234,5", "en", "3.5 million euros or 1,234.5"), []string{}},
		{"ten thousands", sides("zh", "16万8千人", "en", "168,000 people"), []string{}},
		{"a million and a half", sides("fr", "1 million et demi de dollars", "en", "$1.5 million"), []string{}},
		{"twenty and a half", sides("en", "20 and a half percent", "de", "25 Prozent"),
			[]string{"number: number 20 only in English", "number: number 25 only in German"}},
		{"twenty and a half, with decimals", sides("en", "20 and a half percent", "de", "20,5 Prozent"), []string{}},
		{"a scale word and a half", sides("fr", "20 millions et demi d'euros", "en", "20.5 million euros"), []string{}},
		{"ten thousands and a half", sides("zh", "2万半", "en", "25,000"), []string{}},
		{"decimals and a half", sides("fr", "1,5 million et demi", "en", "1.5 million"), []string{}},
		{"four times twenty", sides("fr", "il a quatre-vingt-trois ans", "en", "he is 83"), []string{}},
		{"more decimals than a scale word has zeros", sides("en", "1.2345k steps", "de", "1,2345k Schritte"), []string{}},
		{"three digits in brackets are no year", sides("en", "the bank (500) paid", "fr", "la banque a payé"),
			[]string{"number: number 500 only in English"}},
		{"the hour", sides("fr", "à 18 h 30", "en", "at 6.30 p.m."), []string{}},
		{"a date in two orders", sides("ar", "نيويورك، 19 سبتمبر 2016", "en", "New York, September 19, 2016"), []string{}},
		{"a date in digits", sides("en", "on 19 September 2016", "de", "am 19.09.2016"), []string{}},
		{"another year in digits", sides("en", "on 19 September 2016", "de", "am 19.09.2017"),
			[]string{"number: number 2016 only in English", "date: date 19.09.2017 only in German"}},
		{"dates in digits, in two orders", sides("en", "on 9/19/2016", "fr", "le 19.9.2016", "ar", "2016-09-19"), []string{}},
		{"a Chinese date", sides("zh", "2016年9月19日", "en", "19 September 2016"), []string{}},
		{"Levantine months", sides("ar", "في 5 تشرين الأول 2016", "en", "on 5 October 2016"), []string{}},
		{"another month", sides("fr", "le 19 septembre 2016", "en", "on 19 October 2016"),
			[]string{"date: date 19 September 2016 (19 septembre 2016) only in French",
				"date: date 19 October 2016 (19 October 2016) only in English"}},
		{"another day", sides("en", "on 19 September 2016", "fr", "le 29 septembre 2016"),
			[]string{"date: date 19 September 2016 (19 September 2016) only in English",
				"date: date 29 September 2016 (29 septembre 2016) only in French"}},
		{"a year in brackets", sides("ar", "القرار 822 (لعام 1993)", "en", "resolution 822"), []string{"year: year in brackets 1993 only in Arabic"}},
		{"a list number", sides("en", "3. Calls upon all States", "fr", "4. Demande à tous les États"),
			[]string{"list-number: list number 3. only in English", "list-number: list number 4. only in French"}},
		{"a letter here and a number there", sides("en", "(a) Calls upon all States", "fr", "1) Demande à tous les États"), []string{}},
		{"an adjective for a country", sides("en", "the French government", "ar", "حكومة فرنسا"), []string{}},
		{"names that hold one another", sides("en", "Guinea, Niger and South Korea", "fr", "la Guinée-Bissau, le Nigéria et la Corée du Nord"),
			[]string{"country: Guinea only in English", "country: Niger only in English",
				"country: South Korea only in English",
				"country: Guinea-Bissau (Guinée-Bissau) only in French", "country: Nigeria (Nigéria) only in French", "country: North Korea (Corée du Nord) only in French"}},
		{"a currency", sides("ru", "5000 долларов США", "en", "$5,000"), []string{}},
		{"a language", sides("en", "The report was issued in Arabic.", "fr", "Le rapport a été publié."), []string{"language: the language Arabic only in English"}},
		{"an address", sides("en", "See https://www.un.org/en/docs or write to a@b.org.", "fr", "Voir https://www.un.org/fr/docs ou écrire à c@b.org."),
			[]string{"address: address a@b.org only in English", "address: address c@b.org only in French"}},
		{"a quotation", sides("en", "He said that the “peaceful settlement of the conflict” remained the aim", "fr", "Il a dit que le règlement pacifique du conflit restait le but"),
			[]string{"quotation: quotation peaceful settlement of the conflict only in English"}},
		{"not translated", sides("en", "The meeting was closed at noon.", "fr", "The meeting was closed at noon."),
			[]string{"untranslated: The meeting was closed at noon is the same in English and French"}},
		{"not translated, on the first side", sides("ar", "The meeting was closed at noon.", "en", "The meeting was closed at noon."),
			[]string{"untranslated: The meeting was closed at noon is not translated in Arabic"}},
		{"the letters of a user's name", sides("en", "g3r4n (2)", "it", "g3r4n (2)"), []string{}},
		{"a name that stays", sides("en", "Radio Free Europe/Radio Liberty said so", "fr", "Radio Free Europe/Radio Liberty l'a dit"), []string{}},
		{"far too short", sides("en", "The meeting condemned in the strongest terms the attacks against the civilian population, which were accompanied by numerous violations of the law",
			"fr", "La réunion a condamné les attaques"), []string{"length: English is 4.9 times as long as its French suggests"}},
		{"one side only", sides("en", "Draft", "fr", ""), []string{"unpaired: Draft only in English"}},
		{"three languages, once", sides("ar", "القرار 884", "en", "resolution 884", "fr", "résolution"), []string{"number: number 884 in Arabic but not in French"}},
		{"three languages, the first lacks it", sides("ar", "القرار", "en", "resolution 884", "fr", "résolution 884"), []string{"number: number 884 only in English and French"}},
		{"three languages, only the first has it", sides("ar", "القرار 884", "en", "resolution", "fr", "résolution"), []string{"number: number 884 only in Arabic"}},
		{"three languages, one without text", sides("ar", "", "en", "resolution 884", "fr", "résolution 848"),
			[]string{"unpaired: resolution 884 only in English and French",
				"number: number 884 in English but not in French", "number: number 848 in French but not in English"}},
		{"languages that nobody knows", sides("en", "Pakistan", "tlh", "paqIStan", "und", "Pakestan"), []string{}},
	} {
		assert.Equal(t, c.want, plain(compareAll(c.sides, subjectsOf(c.sides), contentChecks)), c.reason)
	}
}

func TestFindingsPointAtTheText(t *testing.T) {
	s := sides("ar", "في باكستان عام 1884 (1993)", "en", "in 1885")
	found := Pair(s[0], s[1])
	assert.NotEmpty(t, found)
	for _, f := range found {
		assert.Equal(t, f.Wording, s[f.Side].Text[f.Span.Start:f.Span.End], f.Message)
	}
}
