package check

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

// formKinds are the kinds that Pair does not report.
var formKinds = []Kind{Placeholder, InlineCode, EndMark, Bracket, QuoteMark, DoubledWord, Space, Capital, AllCaps,
	MixedScript, WrongLanguage, Forbidden, TooLong, Untranslated}

func TestForm(t *testing.T) {
	for _, c := range []struct {
		reason string
		sides  []Side
		want   []string
	}{
		{"the same placeholders in another order", sides("en", "{0} of %s by ${user} and %(name)s", "fr",
			"%(name)s, ${user}, %s et {0}"), []string{}},
		{"a placeholder is lost", sides("en", "Copied %s to %d folders", "fr", "Copié dans %d dossiers"),
			[]string{"placeholder: placeholder %s only in English"}},
		{"a placeholder is misspelt", sides("en", "Hello {name}", "fr", "Bonjour {nom}"),
			[]string{"placeholder: placeholder {name} only in English",
				"placeholder: placeholder {nom} only in French"}},
		{"one of two is lost", sides("en", "from {0} to {0}", "fr", "de {0}"),
			[]string{"placeholder: placeholder {0} only in English"}},
		{"branches of a plural are translated", sides("en", "{n, plural, one {# file} other {# files}}", "ru",
			"{n, plural, one {# файл} few {# файла} other {# файлов}}"), []string{}},
		{"the argument of a plural is lost", sides("en", "{n, plural, one {# file} other {# files}}", "fr", "fichiers"),
			[]string{"placeholder: placeholder {n, plural, one {# file} other {# files}} only in English"}},
		{"percentages are not placeholders", sides("en", "50 % discount, 100% sure, 5% of it", "fr",
			"rabais de 50 %, certain à 100%, 5% du tout"), []string{}},
		{"mustache", sides("en", "Dear {{ user.name }}", "fr", "Cher {{user}}"),
			[]string{"placeholder: placeholder {{ user.name }} only in English",
				"placeholder: placeholder {{user}} only in French"}},
		{"a tag is not closed", sides("en", "<b>Stop</b> now", "fr", "<b>Arrêt maintenant"),
			[]string{"code: code </b> only in English"}},
		{"tags are not untranslated text", sides("en", `<a href="page one two three">help</a> is near`, "fr",
			`<a href="page one two three">aide</a> est proche`), []string{}},
		{"numbers in placeholders are not numbers", sides("en", "{17} items", "fr", "des articles"),
			[]string{"placeholder: placeholder {17} only in English"}},
		{"another end", sides("en", "Is it open?", "fr", "Il est ouvert."),
			[]string{"end-mark: English ends with a question mark, French with a full stop"}},
		{"no end", sides("en", "It is open.", "ar", "الباب مفتوح"),
			[]string{"end-mark: English ends with a full stop, Arabic with none"}},
		{"ends of other scripts", sides("en", "It is open.", "hi", "यह खुला है।"), []string{}},
		{"an exclamation for a statement", sides("en", "Close the old door.", "de", "Schließen Sie die alte Tür!"), []string{}},
		{"the question mark of Greek", sides("en", "Where is the old bank?", "el", "Πού είναι η παλιά τράπεζα;"), []string{}},
		{"a semicolon that ends a sentence", sides("en", "Where is the old bank?", "fr", "Où est la vieille banque;"),
			[]string{"end-mark: English ends with a question mark, French with none"}},
		{"an end inside quotation marks and tags", sides("en", "He said: “It is open.”", "zh", "他说：<i>“开了。”</i>"),
			[]string{"code: code <i> only in Chinese", "code: code </i> only in Chinese"}},
		{"Thai has no full stop", sides("en", "It is open now.", "th", "ตอนนี้เปิดแล้ว"), []string{}},
		{"a bracket is lost", sides("en", "the bank (open)", "fr", "la banque (ouverte"),
			[]string{"bracket: a bracket is not paired in French"}},
		{"list marks and faces", sides("en", "a) open :)", "fr", "b) ouvert :)"), []string{}},
		{"a quotation mark is lost", sides("en", "the “open” bank", "fr", "la banque « ouverte"),
			[]string{"quote-mark: a quotation mark is not paired in French"}},
		{"inches", sides("en", `a 5" pipe`, "fr", "un tuyau de 5 pouces"), []string{}},
		{"a word doubled", sides("en", "the old bank", "fr", "la vieille vieille banque"),
			[]string{"doubled-word: the word vieille is doubled in French"}},
		{"words that follow themselves", sides("en", "we meet", "fr", "nous nous voyons"), []string{}},
		{"spaces", sides("en", "the old bank", "fr", " la vieille  banque"),
			[]string{"space: space at the beginning only in French", "space: doubled space in French"}},
		{"small at the beginning", sides("en", "Open the bank", "fr", "ouvrez la banque"),
			[]string{"capital: English begins with a capital letter, French does not"}},
		{"no capitals in Arabic", sides("en", "Open the bank", "ar", "افتح البنك"), []string{}},
		{"all capitals", sides("en", "Open the bank now", "fr", "OUVREZ LA BANQUE MAINTENANT"),
			[]string{"all-caps: only French is in capitals"}},
		{"a letter that looks alike", sides("en", "the bank", "fr", "la bаnque"),
			[]string{"mixed-script: the word bаnque has Cyrillic letters that look like others in French"}},
		{"another script", sides("en", "The bank is open on all days.", "ru", "Das Haus steht noch immer offen da."),
			[]string{"wrong-language: Russian is in another script"}},
		{"another language", sides("en", "The bank is open on all days but one.", "fr",
			"Das ist nicht der Text, den wir an dieser Stelle erwartet haben, und er ist auch nicht in unserer Sprache, sondern in einer anderen."),
			[]string{"wrong-language: French is in another language: German"}},
	} {
		var checker Checker
		found := slices.DeleteFunc(checker.Check(c.sides...), func(f Finding) bool {
			return !slices.Contains(formKinds, f.Kind) && f.Kind != ListNumber && f.Kind != Number
		})
		assert.Equal(t, c.want, plain(found), c.reason)
	}
}

func TestInlineCodes(t *testing.T) {
	en := Side{Lang: language.English, Text: "Use  twice.", Codes: []Code{{4, `<ph x="1">{0}</ph>`}}}
	fr := Side{Lang: language.French, Text: "À utiliser deux fois."}
	var c Checker
	assert.Equal(t, []string{"code: code {0} only in English"}, plain(c.Check(en, fr)),
		"a space beside a code is not doubled")
	fr.Codes = []Code{{0, `<ph x="9" type="var">{0}</ph>`}}
	assert.Empty(t, c.Check(en, fr), "attributes may differ")
	en.Codes = []Code{{4, `<ph type="fnote">{\footnote <sub>Model B only.</sub>}</ph>`}}
	fr.Codes = []Code{{0, `<ph type="fnote">{\footnote <sub>Modèle B.</sub>}</ph>`}}
	assert.Empty(t, c.Check(en, fr), "a footnote inside a code is translated")
}

func TestForbiddenAndLength(t *testing.T) {
	c := Checker{Forbidden: sides("fr", "pays membre", "zh", "会员"), MaxLength: 30}
	found := c.Check(sides("en", "All Member States", "fr", "Tous les Pays membres")...)
	assert.Equal(t, []string{"forbidden-term: the term pays membre must not be used in French"}, plain(found))
	assert.Equal(t, "Pays membres", found[0].Wording)
	assert.Equal(t, []string{"forbidden-term: the term 会员 must not be used in Chinese"},
		plain(c.Check(sides("en", "members", "zh", "所有会员")...)))
	assert.Equal(t, []string{"too-long: French has 31 characters, more than 30"},
		plain(c.Check(sides("en", "It is as long as this one is", "fr", "Elle est aussi longue que voici")...)))
}
