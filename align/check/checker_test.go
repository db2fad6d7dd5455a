package check

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func termOf(src, s, tgt, t string) Term {
	return Term{Side{Lang: language.MustParse(src), Text: s}, Side{Lang: language.MustParse(tgt), Text: t}}
}

func TestTerms(t *testing.T) {
	terms := []Term{
		termOf("en", "Security Council", "ar", "مجلس الأمن"), termOf("en", "resolution", "ar", "قرار"),
		termOf("en", "resolution", "fr", "résolution"), termOf("en", "Member State", "fr", "État membre"), termOf("en",
			"Member State", "fr", "Pays membre"),
		termOf("en", "territorial integrity", "zh", "领土完整"), termOf("zh", "联络小组", "en", "Contact Group"),
		termOf("ar", "جمهورية", "en", "Republic"), termOf("ru", "резолюция", "en", "resolution"),
	}
	for _, c := range []struct {
		reason string
		sides  []Side
		want   []string
	}{
		{"used, in other forms", sides("en", "The resolutions of the Security Council", "ar", "وقرارات مجلس الأمن"), []string{}},
		{"one of two is missing", sides("en", "The resolutions of the Security Council", "ar", "المقررات التي اتخذها مجلس الأمن"),
			[]string{"term: the term resolutions is not translated as قرار in Arabic"}},
		{"alternatives", sides("en", "all Member States", "fr", "tous les pays membres"), []string{}},
		{"neither of the alternatives", sides("en", "all Member States", "fr", "tous les adhérents"),
			[]string{"term: the term Member States is not translated as État membre or Pays membre in French"}},
		{"a language that the glossary does not have", sides("en", "the resolution", "de", "der Beschluss"), []string{}},
		{"without spaces", sides("en", "the territorial integrity of the State", "zh", "该国的领土完整"), []string{}},
		{"without spaces, missing", sides("zh", "联络小组会议", "en", "the meeting of the liaison committee"), []string{"term: the term 联络小组 is not translated as Contact Group in English"}},
		{"with particles", sides("ar", "وبالجمهورية", "en", "and in the State"), []string{"term: the term وبالجمهورية is not translated as Republic in English"}},
		{"cases", sides("ru", "в соответствии с резолюцией", "en", "in accordance with the decision"), []string{"term: the term резолюцией is not translated as resolution in English"}},
		{"another word with that beginning", sides("en", "the resolute delegation", "fr", "la délégation"), []string{}},
	} {
		checker := Checker{Kinds: []Kind{Terminology}, Terms: terms}
		assert.Equal(t, c.want, plain(checker.Check(c.sides...)), c.reason)
	}
}

func TestConsistency(t *testing.T) {
	var checker Checker
	var got []string
	for i, u := range [][2]string{
		{"The meeting was opened.", "La réunion est ouverte."},
		{"THE MEETING WAS OPENED", "« La réunion est ouverte »"}, // the same except for case and marks
		{"The meeting was opened.", "La séance est ouverte."},
		{"The meeting was opened.", "La séance est ouverte."}, // is not said twice
		{"The session was opened.", "La séance est ouverte."},
		{"5 %", "5 %"}, {"5 %", "6 %"}, // numbers alone say nothing
		{"The meeting was closed.", ""},
	} {
		for _, f := range checker.Check(Side{Lang: language.English, Text: u[0]}, Side{Lang: language.French,
			Text: u[1]}) {
			got = append(got, fmt.Sprintf("%d %s %d", i+1, f.Kind, f.Earlier))
		}
	}
	assert.Equal(t, []string{"2 all-caps 0", "3 inconsistent 1", "5 repeated 3", "7 number 0", "7 number 0",
		"8 unpaired 0"}, got)
	assert.Equal(t, 8, checker.Units())
}

func TestKinds(t *testing.T) {
	checker := Checker{Kinds: []Kind{Country}}
	found := checker.Check(sides("en", "France has 340", "ar", "له 350")...)
	assert.Equal(t, []string{"country: France only in English"}, plain(found))
}
