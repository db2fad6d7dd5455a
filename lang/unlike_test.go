package lang_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
)

// Texts of relatives that letters and small words do not tell from a language that they know.
var relatives = []struct{ lang, taken, text string }{
	{"mt", "sq", "Il-bieb tal-ġnien jinfetaħ kull filgħodu fit-tmienja, u jingħalaq meta tinżel ix-xemx fuq il-baħar."},
	{"hsb", "sk", "Wrota zahrody so kóžde ranje wosom hodźin wočinja a zawěraja so, hdyž so słónco nad morjom schowa."},
	{"ku", "tr", "Deriyê baxçê her sibe saet heştan vedibe û dema ku roj li ser deryayê diçe ava ew tê girtin û kes nakeve."},
	{"jv", "id", "Gerbang kebon dibukak saben esuk jam wolu lan ditutup nalika srengenge angslup ing sadhuwure segara kidul."},
	{"uz-Cyrl", "tg", "Боғ эшиги ҳар куни эрталаб соат саккизда очилади ва қуёш денгиз узра ботганда ёпилади, ўша пайтда ҳеч ким кирмайди."},
	{"ba", "tt", "Баҡса ҡапҡаһы көн һайын иртәнге сәғәт һигеҙҙә асыла һәм ҡояш диңгеҙ өҫтөндә байығас ябыла, шунан һуң бер кем дә инмәй."},
	{"sd", "ar", "باغ جو دروازو هر روز صبح جو اٺين وڳي کلندو آهي ۽ جڏهن سج سمنڊ مٿان لهندو آهي ته بند ٿيندو آهي."},
	{"yi", "he", "דער טױער פֿון גאָרטן עפֿנט זיך יעדן אין דער פֿרי אַכט אַזײגער און װערט פֿאַרמאַכט װען די זון גײט אונטער."},
	{"as", "bn", "বাগিচাৰ দুৱাৰখন প্ৰতিদিনে ৰাতিপুৱা আঠ বজাত খোলা হয় আৰু সূৰ্য সাগৰৰ ওপৰত মাৰ যোৱাৰ সময়ত বন্ধ কৰা হয় ।"},
	{"ne", "hi", "बगैंचाको ढोका हरेक बिहान आठ बजे खुल्छ र घाम समुद्रमाथि अस्ताएपछि बन्द हुन्छ। यो नियम सबैका लागि हो, तर कसैलाई थाहा छैन।"},
	{"ti", "am", "ማዕጾ ናይ ኣታኽልቲ መዓልታዊ ንግሆ ሰዓት ሸሞንተ ይኽፈት ከምኡ ድማ ጸሓይ ኣብ ልዕሊ ባሕሪ ምስ ዓረበት ይዕጾ ፣ ድሕሪኡ ዝኣቱ ሰብ የለን እዩ።"},
}

func TestUnlike(t *testing.T) {
	for _, r := range relatives {
		assert.True(t, lang.Unlike(language.Make(r.taken), r.text), "%s is not %s", r.lang, r.taken)
	}
	for _, s := range sentences {
		text := strings.Repeat(s.text+" ", 3)
		assert.False(t, lang.Unlike(language.Make(s.lang), text), s.text)
	}
	assert.False(t, lang.Unlike(language.German, "Il-bieb tal-ġnien."), "too short")
	assert.False(t, lang.Unlike(language.Make("zu"), strings.Repeat("umnyango ", 20)), "nothing is known of it")
	assert.False(t, lang.Unlike(language.English, ""))
}
