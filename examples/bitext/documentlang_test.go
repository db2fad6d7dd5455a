package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed/reader"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/read"
)

const (
	maltese = "Il-ktieb qiegħed fuq il-mejda. Hija trid taqrah illejla qabel torqod."
	english = "The book is on the table. She wants to read it tonight before she goes to sleep. It is a " +
		"story of a ship that was lost in the storm, and of the people who looked for it for many " +
		"years and who never gave up the hope to find it. This is the best book that I have read in " +
		"all my life."
	nepali  = "किताब टेबलमा छ। उनी सुत्नु अघि आज राति यो पढ्न चाहन्छिन्।"
	spanish = "El libro está sobre la mesa. Ella quiere leerlo esta noche antes de dormir. Es la historia " +
		"de un barco que se perdió en la tormenta y de la gente que lo buscó durante muchos años y " +
		"que nunca perdió la esperanza de encontrarlo. Es el mejor libro que he leído en toda mi " +
		"vida."
)

func TestDocumentLanguage(t *testing.T) {
	for _, c := range []struct{ path, body, want, err, why string }{
		{"book.mt.txt", maltese, "mt", "", "a language without a model, by its name"},
		{"mt/book.txt", maltese, "mt", "", "by its folder"},
		{"book.gl.txt", "O concello abriu o prazo para solicitar bolsas para estudantes. As solicitudes preséntanse ata " +
			"o final de outubro na oficina do concello. A condición é que o estudante leve polo menos un ano vivindo " +
			"no concello. Unha comisión valorará todas as solicitudes e publicará o resultado no taboleiro.", "gl", "",
			"a language without a model that reads like another"},
		{"book.gl.txt", english, "en", "", "a language without a model that the text is not in"},
		{"book.ne.md", nepali, "ne", "", "a relative of Hindi"},
		{"book.txt", english, "en", "", "no name"},
		{"book.en-GB.txt", english, "en-GB", "", "the region of the name"},
		{"book.es.txt", english, "en", "", "a wrong name, and enough text"},
		{"book.es.txt", "Hotel", "es", "", "a short text"},
		{"book_it.txt", "Do it.", "en", "", "a word that is no language"},
		{"book.fr.txt", nepali, "", "book.fr.txt: its name says French, but its letters are those of Hindi; rename it", "another script"},
		{"book.ne.txt", nepali + " " + strings.Repeat("3c3782e313d1ec3ed06c104eafd133cc54ff5183 ", 4), "ne", "",
			"check sums among the text"},
		{"book.sr.txt", "Knjiga je na stolu.", "sr-Latn", "", "a language with two scripts"},
		{"book.de.txt", "12 (3)", "und", "", "no letters"},
	} {
		tag, err := documentLanguage(&read.Document{Path: c.path, Body: c.body})
		if c.err != "" {
			require.ErrorContains(t, err, c.err, c.why)
			continue
		}
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, tag.String(), c.why)
	}
	tag, err := documentLanguage(&read.Document{Path: "a.html", Body: maltese,
		Langs: []language.Tag{language.MustParse("mt")}})
	require.NoError(t, err)
	assert.Equal(t, "mt", tag.String(), "what the page declares")
}

// A language that neither its name nor a model tells is not called another one without a word.
func TestUnknownLanguagesAreDoubted(t *testing.T) {
	for _, c := range []struct{ body, want, doubt string }{
		{"Deriyê baxçê her sibe saet heştan vedibe û dema ku roj li ser deryayê diçe ava ew tê girtin û kes nakeve.",
			"tr", "book.txt: taken for Turkish, but its letters or words are hardly those of Turkish"},
		{"Il-ktieb qiegħed fuq il-mejda u hija trid taqrah illejla qabel torqod. Dan huwa l-aħjar ktieb li qatt qrajt f'ħajti.",
			"mt", ""},
		{english, "en", ""},
		{nepali + " यो पुस्तक सबैका लागि हो तर कसैलाई थाहा छैन।", "hi", "book.txt: taken for Hindi"},
	} {
		tag, doubt, err := reader.Language(finder, &read.Document{Path: "book.txt", Body: c.body})
		require.NoError(t, err)
		assert.Equal(t, c.want, tag.String(), c.body)
		assert.Equal(t, c.doubt == "", doubt == "", doubt)
		assert.Contains(t, doubt, c.doubt)
	}
}

func TestTwoLanguagesInOneDocument(t *testing.T) {
	for body, want := range map[string]bool{
		english:                    false,
		english + "\n\n" + spanish: true,
		english + "\n\n" + strings.Repeat(nepali, 3):                  true,
		english + "\n\n" + strings.Repeat(english+"\n\n", 5) + nepali: false,
	} {
		_, _, two := detect.Two(body)
		assert.Equal(t, want, two, body)
	}
	docs := []*read.Document{{Path: "a.txt", Body: english + "\n\n" + spanish}, {Path: "b.txt", Body: nepali}}
	_, err := documentLanguages(docs, nil)
	assert.ErrorContains(t, err, "a.txt: it is in two languages, English and Spanish; name it alone")
}

// A translation that is not finished, so that part of it is still in the language of the original,
// is one in the other language.
func TestUnfinishedTranslations(t *testing.T) {
	original := &read.Document{Path: "a.txt", Body: english}
	half := func(path, rest string) *read.Document {
		return &read.Document{Path: path, Body: english + "\n\n" + strings.Repeat(rest+"\n\n", 2)}
	}
	russian := "Городской совет собрался в понедельник, чтобы обсудить бюджет на будущий год и ремонт дорог."
	en, es, fr, ru := language.English, language.Spanish, language.French, language.Russian
	for _, c := range []struct {
		docs        []*read.Document
		named, want []language.Tag
		err         string
	}{
		{docs: []*read.Document{original, half("b.txt", spanish)}, want: []language.Tag{en, es}},
		{docs: []*read.Document{half("b.txt", russian), original}, want: []language.Tag{ru, en}},
		{docs: []*read.Document{original, half("b.txt", spanish)}, named: []language.Tag{en, es}, want: []language.Tag{en, es}},
		{docs: []*read.Document{original, half("b.txt", russian)}, named: []language.Tag{en, ru}, want: []language.Tag{en, ru}},
		{docs: []*read.Document{original, half("b.txt", spanish), half("c.txt", russian)}, want: []language.Tag{en, es, ru}},
		{docs: []*read.Document{original, half("b.txt", spanish)}, named: []language.Tag{es, en}, err: "a.txt is not in Spanish"},
		{docs: []*read.Document{original, half("b.txt", russian)}, named: []language.Tag{en, fr}, err: "b.txt: it is in two languages"},
		{docs: []*read.Document{half("a.txt", spanish), half("b.txt", russian)}, err: "a.txt: it is in two languages"},
		{docs: []*read.Document{original, half("b.txt", spanish), {Path: "c.txt", Body: spanish}},
			err: "b.txt: it is in two languages"},
	} {
		tags, err := documentLanguages(c.docs, c.named)
		if c.err != "" {
			assert.ErrorContains(t, err, c.err)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, tags)
	}
}

// A document that is mostly the text of another one is in the language of its rest, of its name, or
// of its folder.
func TestHardlyTranslated(t *testing.T) {
	whole := strings.Repeat(english+"\n\n", 2) +
		"The bridge is closed at night, because the lamps were never repaired by the town."
	mostly := func(path, rest string) *read.Document {
		return &read.Document{Path: path, Body: strings.Repeat(english+"\n\n", 2) + rest}
	}
	en, es, ru := language.English, language.Spanish, language.Russian
	longer := whole + strings.Repeat(" A boat brings the bread.", 40)
	more := spanish + " El puente está cerrado por la noche, porque la ciudad nunca ha reparado " +
		"las farolas de la orilla."
	for _, c := range []struct {
		docs        []*read.Document
		named, want []language.Tag
		err         string
	}{
		{docs: []*read.Document{mostly("en/a.txt", ""), mostly("es/a.txt", "")}, want: []language.Tag{en, es}},
		{docs: []*read.Document{mostly("a.es.txt", ""), mostly("a.txt", "")}, want: []language.Tag{es, en}},
		{docs: []*read.Document{mostly("en/a/b/c.txt", ""), mostly("ru/a/b/c.txt", "Мост.")}, want: []language.Tag{en, ru}},
		{docs: []*read.Document{{Path: "a.txt", Body: whole}, mostly("b.txt", more)}, want: []language.Tag{en, es}},
		{docs: []*read.Document{mostly("a.txt", ""), mostly("b.txt", "")}, err: "b.txt is not translated: all of its"},
		{docs: []*read.Document{{Path: "a.txt", Body: whole}, mostly("b.txt", "Hola.")},
			err: "b.txt is hardly translated: 8 of 9 sentences"},
		{docs: []*read.Document{mostly("a.txt", ""), mostly("b.txt", "")}, named: []language.Tag{en, ru}, want: []language.Tag{en, ru}},
		{docs: []*read.Document{{Path: "a.txt", Body: whole}, mostly("b.txt", more)}, named: []language.Tag{es, en},
			err: "a.txt is not in Spanish, but in English; give --langs the languages in the order"},
		{docs: []*read.Document{{Path: "en/a.txt", Body: english}, {Path: "es/a.txt", Body: longer}},
			want: []language.Tag{en, en}}, // another version of the original; that is an error later
	} {
		tags, err := documentLanguages(c.docs, c.named)
		if c.err != "" {
			assert.ErrorContains(t, err, c.err)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, tags)
	}
	alone := &read.Document{Path: "a.es.txt", Body: strings.Repeat(english+"\n\n", 3) + more}
	tags, err := documentLanguages([]*read.Document{alone}, nil)
	require.NoError(t, err)
	assert.Equal(t, []language.Tag{es}, tags)
}

// Languages that are named in the wrong order are noticed in one script too.
func TestOrderOfLanguages(t *testing.T) {
	docs := []*read.Document{{Path: "a.txt", Body: english}, {Path: "b.txt", Body: spanish}}
	_, err := documentLanguages(docs, []language.Tag{language.Spanish, language.English})
	assert.ErrorContains(t, err,
		"a.txt is not in Spanish, but in English; give --langs the languages in the order of the files")
	_, err = documentLanguages(docs, []language.Tag{language.English, language.Spanish})
	assert.NoError(t, err)
	for _, c := range []struct{ a, b, first, second, how string }{
		{"ru", "be", "Городской совет собрался в понедельник, чтобы обсудить бюджет на будущий год и ремонт дорог.",
			"Гарадскі савет сабраўся ў панядзелак, каб абмеркаваць бюджэт на наступны год і рамонт дарог.", "letters"},
		{"ar", "fa", "اجتمع مجلس المدينة يوم الاثنين لمناقشة ميزانية العام المقبل وإصلاح الطرق.",
			"شورای شهر روز دوشنبه برای بررسی بودجه سال آینده و تعمیر جاده\u200cها گرد هم آمد.", "letters"},
		{"zh-Hans", "zh-Hant", "市议会星期一开会讨论明年的预算和道路维修问题。", "市議會星期一開會討論明年的預算和道路維修問題。", "forms"},
		{"cs", "sk", "Městská rada se sešla v pondělí, aby projednala rozpočet, který je pro příští rok však nižší.",
			"Mestská rada sa zišla v pondelok, aby prerokovala rozpočet, ktorý je na budúci rok však nižší.", "models"},
		{"nb", "da", "Søknadene må leveres innen utgangen av oktober på kommunens kontor, og et utvalg vil kunngjøre resultatet.",
			"Ansøgningerne skal afleveres inden udgangen af oktober på kommunens kontor, og et udvalg vil offentliggøre dem.",
			"models"},
		{"hi", "mr", "नगर परिषद ने सोमवार को अगले वर्ष के बजट पर चर्चा की और सड़कों की मरम्मत का निर्णय लिया।",
			"नगर परिषदेने सोमवारी पुढील वर्षाच्या अर्थसंकल्पावर चर्चा केली आणि रस्त्यांच्या दुरुस्तीचा निर्णय घेतला.", "models"},
	} {
		docs := []*read.Document{{Path: "a.txt", Body: strings.Repeat(c.first+" ", 4)},
			{Path: "b.txt", Body: strings.Repeat(c.second+" ", 4)}}
		a, b := language.MustParse(c.a), language.MustParse(c.b)
		_, err = documentLanguages(docs, []language.Tag{b, a})
		assert.ErrorContains(t, err, "a.txt is not in", "%s and %s by %s", c.a, c.b, c.how)
		_, err = documentLanguages(docs, []language.Tag{a, b})
		assert.NoError(t, err, "%s and %s in order", c.a, c.b)
	}
}
