package seed

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func sides(langsAndTexts ...string) (out []Side) {
	for i := 0; i < len(langsAndTexts); i += 2 {
		out = append(out, Side{Lang: language.MustParse(langsAndTexts[i]), Text: langsAndTexts[i+1]})
	}
	return out
}

func TestFaults(t *testing.T) {
	long := strings.Repeat("ab ", 700)
	for _, c := range []struct {
		unit   Unit
		whole  Reason // "" where the unit stays
		partly int    // sides that go
		why    string
	}{
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "The well is dry.", "fr", "Le puits est sec.")}, "", 0, "a good one"},
		{Unit{Boundary: .9, Translation: .4, Sides: sides("en", "The well is dry.", "fr", "Le puits est sec.")}, Uncertain, 0, "hardly a translation"},
		{Unit{Boundary: .4, Translation: .9, Sides: sides("en", "The well is dry.", "fr", "Le puits est sec.")}, Uncertain, 0, "hardly cut right"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "It sold 340 tonnes in 2016.", "ar", "باع ٣٤٠ طناً في عام ٢٠١٦.")}, "", 0, "equal numbers"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "It sold 340 tonnes in 2016.", "ar", "باع ٣٦٠ طناً في عام ٢٠١٦.")}, Numbers, 0, "340 is not 360"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "It met on 3 May 2016.", "fr", "Elle s'est réunie le 4 mai 2016.")}, Numbers, 0, "another day"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "Addis Ababa", "fr", "ADDIS ABABA.")}, Same, 0, "nothing was translated"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "***", "fr", "---")}, "", 0, "signs are compared as they are"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("fr", "The committee asked for the report of the year.", "ar", "طلبت اللجنة تقرير السنة.")}, Language, 0, "English where French should be"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("ar", "طلبت اللجنة تقرير السنة.", "en", "طلبت اللجنة من الأمانة تقرير هذه السنة.")}, Language, 0, "not translated"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "He sent it to Mr. Schmidt.", "de", "Er sandte es Herrn Schmidt.")}, "", 0, "names"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("zh", "该委员会要求提交报告。", "en", "WTO/GATT, ISO, UNESCO.")}, "", 0, "too short to tell"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", long, "fr", "Le puits est sec.")}, Long, 0, "a long source"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "The well is dry.", "fr", long)}, Long, 0, "a long target"},
		{Unit{Boundary: .9, Translation: .9, Sides: sides("en", "Dry.", "fr", "Sec.", "es", long)}, "", 1, "two of three stay"},
	} {
		f := Filter{Translation: .5, Boundary: .5, Same: true, Language: true, Numbers: true, Longest: 2000}
		c.unit.study()
		n := len(c.unit.Sides)
		whole, partly := f.Judge(&c.unit)
		assert.Len(t, partly, c.partly, c.why)
		if c.whole == "" {
			assert.Nil(t, whole, c.why)
			assert.Len(t, c.unit.Sides, n-c.partly, c.why)
		} else if assert.NotNil(t, whole, c.why) {
			assert.Equal(t, c.whole, whole.Reason, c.why)
		}
	}
	for _, u := range []Unit{
		{Sides: sides("en", "Dry.", "fr", "dry")},
		{Sides: sides("fr", "The committee asked for the report of the year.", "ar", long)},
	} {
		u.study()
		whole, partly := new(Filter).Judge(&u)
		assert.Nil(t, whole, "the zero filter lets everything pass")
		assert.Empty(t, partly)
	}
}

func TestTools(t *testing.T) {
	wordfast := Tools[2]
	for long, short := range map[string]string{
		"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "ar": "ar", "pt-BR": "pt-BR", "sr-Latn": "sr-RS",
	} {
		assert.Equal(t, short, wordfast.tag(language.MustParse(long)).String())
	}
	assert.Equal(t, "zh-Hans", Tools[0].tag(language.MustParse("zh-Hans")).String())
}
