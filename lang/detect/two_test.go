package detect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

func TestWithout(t *testing.T) {
	const (
		english = "The council met on Monday to discuss the budget for the next year and the repair of the roads."
		french  = "Le conseil s'est réuni lundi pour discuter du budget de l'année prochaine et des routes."
		russian = "Совет собрался в понедельник, чтобы обсудить бюджет на следующий год и ремонт дорог."
	)
	for _, c := range []struct {
		original language.Tag
		want     string
	}{
		{language.English, french + "\n\n" + russian},
		{language.French, english + "\n\n" + russian},
		{language.Russian, english + "\n\n" + french},
		{language.Bulgarian, english + "\n\n" + french}, // letters do not tell it from Russian for sure
		{language.Greek, english + "\n\n" + french + "\n\n" + russian},
	} {
		assert.Equal(t, c.want, Without(english+"\n\n"+french+"\n\n"+russian, c.original), c.original.String())
	}
	assert.Empty(t, Without("", language.English))
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		told, other language.Tag
		want        bool
	}{
		{language.English, language.BritishEnglish, true},
		{language.English, language.French, false},
		{language.Russian, language.Ukrainian, true},
		{language.Russian, language.English, false},
	} {
		assert.Equal(t, c.want, Matches(c.told, c.other), "%v and %v", c.told, c.other)
	}
}
