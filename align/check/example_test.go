package check_test

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/check"
)

func ExamplePair() {
	ar := check.Side{Lang: language.Arabic,
		Text: "حضر الاجتماع في 19 سبتمبر 2016 وفود من ماليزيا وباكستان، وأشار إلى القرار 884."}
	en := check.Side{Lang: language.English,
		Text: "On 19 September 2016 the meeting, attended by Malaysia, recalled resolution 848."}
	for _, f := range check.Pair(ar, en) {
		fmt.Println(f.Kind+":", strings.NewReplacer("\u2068", "", "\u2069", "").Replace(f.Message))
	}
	// Output:
	// country: Pakistan (باكستان) only in Arabic
	// number: number 884 only in Arabic
	// number: number 848 only in English
}

func ExampleChecker() {
	units := [][2]string{
		{"The meeting was opened.", "La réunion est ouverte."},
		{"The report was adopted.", "Le rapport est adopté."},
		{"The meeting was opened.", "La séance est ouverte."},
		{"The resolution was adopted.", "La décision est adoptée."},
	}
	c := check.Checker{Terms: []check.Term{{
		Source: check.Side{Lang: language.English, Text: "resolution"},
		Target: check.Side{Lang: language.French, Text: "résolution"},
	}}}
	for i, u := range units {
		for _, f := range c.Check(check.Side{Lang: language.English, Text: u[0]}, check.Side{Lang: language.French,
			Text: u[1]}) {
			fmt.Println(i+1, f.Kind, f.Earlier)
		}
	}
	// Output:
	// 3 inconsistent 1
	// 4 term 0
}
