package ngram_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/ngram"
)

// sentences say the same in languages that letters do not tell apart.
var sentences = map[string]string{
	"af":  "Die biblioteek het gister 'n brief van die ministerie oor die nuwe gebou ontvang.",
	"ca":  "La biblioteca va rebre ahir una carta del ministeri sobre el nou edifici.",
	"cs":  "Knihovna včera dostala dopis od ministerstva o nové budově.",
	"cy":  "Derbyniodd y llyfrgell lythyr ddoe gan y weinidogaeth am yr adeilad newydd.",
	"da":  "Biblioteket modtog i går et brev fra ministeriet om den nye bygning.",
	"de":  "Die Bibliothek hat gestern einen Brief des Ministeriums über das neue Gebäude erhalten.",
	"en":  "The library received a letter from the ministry yesterday about the new building.",
	"es":  "La biblioteca recibió ayer una carta del ministerio sobre el nuevo edificio.",
	"et":  "Raamatukogu sai eile ministeeriumilt kirja uue hoone kohta.",
	"fi":  "Kirjasto sai eilen ministeriöltä kirjeen uudesta rakennuksesta.",
	"fr":  "La bibliothèque a reçu hier une lettre du ministère au sujet du nouveau bâtiment.",
	"hi":  "पुस्तकालय को कल मंत्रालय से नई इमारत के बारे में एक पत्र मिला।",
	"hr":  "Knjižnica je jučer primila pismo ministarstva o novoj zgradi, a odgovorit će sljedeći tjedan.",
	"hu":  "A könyvtár tegnap levelet kapott a minisztériumtól az új épületről.",
	"id":  "Perpustakaan menerima surat dari kementerian kemarin tentang gedung baru itu.",
	"it":  "La biblioteca ha ricevuto ieri una lettera del ministero sul nuovo edificio.",
	"lt":  "Biblioteka vakar gavo ministerijos laišką apie naująjį pastatą.",
	"lv":  "Bibliotēka vakar saņēma vēstuli no ministrijas par jauno ēku.",
	"mr":  "ग्रंथालयाला काल मंत्रालयाकडून नवीन इमारतीबद्दल एक पत्र मिळाले.",
	"nl":  "De bibliotheek ontving gisteren een brief van het ministerie over het nieuwe gebouw.",
	"pl":  "Biblioteka otrzymała wczoraj list z ministerstwa w sprawie nowego budynku.",
	"pt":  "A biblioteca recebeu ontem uma carta do ministério sobre o novo edifício.",
	"ro":  "Biblioteca a primit ieri o scrisoare de la minister despre clădirea nouă.",
	"sk":  "Knižnica včera dostala list od ministerstva o novej budove.",
	"sl":  "Knjižnica je včeraj prejela pismo ministrstva o novi stavbi.",
	"sv":  "Biblioteket fick i går ett brev från departementet om den nya byggnaden.",
	"sw":  "Maktaba ilipokea jana barua kutoka wizara kuhusu jengo jipya.",
	"fil": "Nakatanggap kahapon ang aklatan ng liham mula sa ministeryo tungkol sa bagong gusali.",
	"tr":  "Kütüphane dün bakanlıktan yeni bina hakkında bir mektup aldı.",
	"vi":  "Hôm qua thư viện đã nhận được thư của bộ về tòa nhà mới.",
	"und": "2019-05-12",
}

func TestDetect(t *testing.T) {
	all, err := ngram.New()
	require.NoError(t, err)
	var langs []language.Tag
	for code := range sentences {
		if code != "und" {
			langs = append(langs, language.Make(code))
		}
	}
	chosen, err := ngram.New(langs...)
	require.NoError(t, err)
	for code, text := range sentences {
		for _, d := range []lang.Detector{all, chosen} {
			tag, sure := d.Detect(text)
			assert.Equal(t, code, tag.String(), text)
			if code == "und" {
				assert.Zero(t, sure)
				continue
			}
			assert.Greater(t, sure, .9, text)
			assert.LessOrEqual(t, sure, 1.0, text)
		}
	}
}

// Words with letters that no language of the table has, and a text of them alone, are no evidence.
func TestDetectStrangeLetters(t *testing.T) {
	d, err := ngram.New(language.English, language.French)
	require.NoError(t, err)
	tag, _ := d.Detect("Ꞻꞻ")
	assert.Equal(t, "und-Latn", tag.String())
	tag, sure := d.Detect("The minister answered the letter of the library. Ответ")
	assert.Equal(t, language.English, tag)
	assert.Less(t, sure, .95, "some of the letters are Cyrillic")
}

func TestNewRefuses(t *testing.T) {
	_, err := ngram.New(language.English, language.Make("nap"))
	assert.EqualError(t, err, "ngram: no model for nap, which has the same script as en; leave one of them out")
	_, err = ngram.New(language.AmericanEnglish, language.BritishEnglish)
	assert.ErrorContains(t, err, "cannot be told apart")
	_, err = ngram.New(language.Amharic, language.Make("ckb"), language.Persian, language.Thai)
	assert.NoError(t, err, "letters tell these apart, tables or not")
	for _, l := range []string{"no", "nb", "fil", "tl"} {
		_, err = ngram.New(language.English, language.Make(l))
		assert.NoError(t, err, l)
	}
}

func TestAmong(t *testing.T) {
	all, err := ngram.New()
	require.NoError(t, err)
	assert.Nil(t, all.Among(nil))
	narrow := all.Among([]language.Tag{language.Danish, language.Swedish})
	require.NotNil(t, narrow)
	tag, _ := narrow.Detect(sentences["sv"])
	assert.Equal(t, language.Swedish, tag)
	chosen, err := ngram.New(language.Danish, language.Swedish)
	require.NoError(t, err)
	assert.Nil(t, chosen.Among([]language.Tag{language.Danish}), "the caller chose")
}

func TestKnown(t *testing.T) {
	for tag, want := range map[string]bool{
		"en": true, "pt-BR": true, "mr": true, "el": true, "nb": true, "zh-Hant": true,
		"nap": false, "mt": false, "sr-Latn": false, "uz": false,
	} {
		assert.Equal(t, want, ngram.Known(language.Make(tag)), tag)
	}
}

func TestNotices(t *testing.T) {
	assert.Contains(t, ngram.Notices(), "Peter M. Stahl")
	assert.Contains(t, ngram.Notices(), "Apache License")
}

func BenchmarkDetect(b *testing.B) {
	d, err := ngram.New()
	require.NoError(b, err)
	text := strings.TrimSuffix(sentences["fr"], ".")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Detect(text)
	}
}
