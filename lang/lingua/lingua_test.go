package lingua_test

import (
	"testing"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/lingua"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

var _ lang.Detector = (*lingua.Detector)(nil)

func TestDetect(t *testing.T) {
	d, err := lingua.New(language.Arabic, language.English, language.French)
	require.NoError(t, err)
	for text, want := range map[string]language.Tag{
		"The council met on Monday to discuss the budget.":      language.English,
		"Le conseil s'est réuni lundi pour discuter du budget.": language.French,
		"اجتمع المجلس يوم الاثنين لمناقشة الميزانية.":           language.Arabic,
		"2019-05-12": language.Und,
	} {
		tag, _ := d.Detect(text)
		assert.Equal(t, want, tag, text)
	}
}

func TestNewRefuses(t *testing.T) {
	_, err := lingua.New(language.English, language.Make("nap"))
	assert.ErrorContains(t, err, "no model for nap", "Neapolitan shares its script with English")
	_, err = lingua.New(language.AmericanEnglish, language.BritishEnglish)
	assert.ErrorContains(t, err, "cannot be told apart")
	_, err = lingua.New(language.Amharic, language.Make("ckb"), language.Persian, language.Thai)
	assert.NoError(t, err, "letters tell these apart, models or not")
	_, err = lingua.New()
	assert.NoError(t, err)
}
