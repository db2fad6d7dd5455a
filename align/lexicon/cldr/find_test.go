package cldr

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// found returns the sure mentions of a text as "CODE=wording", the others with "~" for "=".
func found(text, lang string) string {
	var out []string
	for _, m := range Find(text, language.MustParse(lang)) {
		sign := "~"
		if m.Sure {
			sign = "="
		}
		out = append(out, m.Code+sign+text[m.Start:m.End])
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ lang, text, want, reason string }{
		{"en", "Delegates of the Islamic Republic of Pakistan", "PK=Pakistan", "plain"},
		{"ar", "وحضر الاجتماع وفود من جمهورية باكستان الإسلامية وماليزيا", "PK=باكستان MY=ماليزيا", "a name that begins with a particle's letter, and one with a particle"},
		{"ar", "والمملكة العربية السعودية للهند", "SA=المملكة العربية السعودية IN=للهند", "longest name; article behind a preposition"},
		{"ar", "الدعم المالي والتنمية", "ML~المالي MT~المالي", "مالي with an article is the adjective"},
		{"ar", "النيجر ومالي وتشاد", "NE=النيجر ML=مالي TD=تشاد", "doubtful names in a list"},
		{"ru", "в Пакистане, с Францией и из Саудовской Аравии", "PK=Пакистане FR=Францией SA=Саудовской Аравии", "case endings"},
		{"ru", "Того же мнения", "TG~Того", "a plain word"},
		{"ru", "британское правительство США", "GB~британское US=США", "adjective; acronym"},
		{"tr", "Türkiye'nin ve Pakistan’ın, Fransa'da", "TR=Türkiye PK=Pakistan FR=Fransa", "endings behind an apostrophe"},
		{"hu", "Magyarországon és Franciaországban, Pakisztánnal", "HU=Magyarországon FR=Franciaországban PK=Pakisztánnal", "agglutination"},
		{"hu", "Számos kényes kérdés Angliában", "WS~Számos KE~kényes GB~Angliában", "words like Szamoa and Kenya are never sure"},
		{"pl", "w Pakistanie, z Francji i Kubą, sami", "PK=Pakistanie FR=Francji CU=Kubą", "cases in Latin letters; no Samoa"},
		{"fi", "Suomessa ja Ruotsin", "FI=Suomessa SE=Ruotsin", "cases"},
		{"zh", "巴布亚新几内亚和几内亚比绍的代表访问了美国", "PG=巴布亚新几内亚 GW=几内亚比绍 US=美国", "longest name without spaces"},
		{"zh", "马里兰州的中美關係", "CN~中 US~美", "a name inside a longer word; signs of countries; traditional characters"},
		{"fr", "la Côte d'Ivoire et le Royaume-Uni", "CI=Côte d'Ivoire GB=Royaume-Uni", "apostrophe and hyphen"},
		{"en", "Bosnia-Herzegovina, Guinea-Bissau and Papua New Guinea", "BA=Bosnia-Herzegovina GW=Guinea-Bissau PG=Papua New Guinea", "other spellings"},
		{"en", "tell us about the turkey", "TR~turkey", "US is in capitals, Turkey is capitalised"},
		{"en", "U.S. officials left the U.K.", "US~U.S GB=U.K", "dots; an acronym before a noun is an adjective"},
		{"en", "Michael Jordan plays in Chad", "JO~Jordan TD~Chad", "a person"},
		{"en", "Egypt, Jordan and Iraq", "EG=Egypt JO=Jordan IQ=Iraq", "a list of countries"},
		{"en", "published in Arabic and in the French language", "ar~Arabic fr=French FR~French", "a language that is called one"},
		{"en", "the Syrian Arab Republic and the Republic of Korea", "SY=Syrian Arab Republic KR=Republic of Korea", "official names"},
		{"de", "der Türkei, Deutschlands und Österreich", "TR=Türkei DE=Deutschlands AT=Österreich", "genitive"},
		{"hi", "पाकिस्तान और भारत में", "PK=पाकिस्तान IN=भारत", "Indic"},
		{"ko", "파키스탄에서 온", "PK=파키스탄에서", "particles"},
		{"he", "בפקיסטן ולצרפת", "PK=פקיסטן FR=צרפת", "particles"},
		{"ja", "パキスタンとアメリカ合衆国", "PK=パキスタン US=アメリカ合衆国", "kana"},
		{"und", "Pakistan", "", "no such language"},
		{"nb", "i Tyrkia", "TR=Tyrkia", "another code of a language"}, {"arb", "باكستان", "PK=باكستان", "another code of a language"},
	} {
		assert.Equal(t, c.want, found(c.text, c.lang), "%s: %s", c.lang, c.reason)
	}
}

func TestLexicon(t *testing.T) {
	l, err := Lexicon(language.Arabic, language.Chinese)
	require.NoError(t, err)
	for _, want := range [...][2]string{{"باكستان", "巴基斯坦"}, {"فرنسا", "法国"}} {
		from := l.Source().Forms(want[0])
		require.Len(t, from, 1)
		ok := false
		for tr := range l.Translations(from[0]) {
			ok = ok || tr.Form == want[1]
		}
		assert.True(t, ok, want)
	}
	_, err = Lexicon(language.Und, language.English)
	assert.Error(t, err)
}
