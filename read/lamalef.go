package read

import (
	"strings"
	"sync"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// Lam and alef are drawn as one ligature. pdftotext takes it apart in the wrong order, so that لا
// becomes ال, which most words have for another reason: it is the article. A document in which an
// alef is followed by another and a lam, as no word has it, is one whose ligatures are taken apart;
// there the common words below are corrected too.

// fixLamAlef returns lines of such a document with lam and alef in their order as far as that can
// be told: of the words that have them, in two collections of texts, 78 and 77 in a hundred are
// right, and two in ten thousand others are changed (TestLamAlefOfRealTexts). Where the file says
// which glyphs are ligatures, none is turned around to begin with; see readFromRight.
func fixLamAlef(text string) string {
	text = twoAlefs.ReplaceAllString(text, "ال$1")
	text = tanwin.ReplaceAllString(text, "ل\u064Bا")
	return arabicWord.ReplaceAllStringFunc(text, func(word string) string {
		rest := word
		for _, and := range []string{"", "و", "ف"} {
			if cut, ok := strings.CutPrefix(word, and); ok {
				rest = cut
			}
			if right, ok := lamAlefWords()[rest]; ok {
				return strings.TrimSuffix(word, rest) + right
			}
			rest = word
		}
		return word
	})
}

var (
	twoAlefs   = lazyregexp.New(`ا([اأإآ])ل`)
	tanwin     = lazyregexp.New(`\x{064B}ال`)
	arabicWord = lazyregexp.New(`[\x{0621}-\x{0652}]+`)
)

// lamAlefWords has the common words with lam and alef after a letter other than alef by what they
// become when the two change places, unless that is a word too.
var lamAlefWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for word := range strings.FieldsSeq(commonLamAlef) {
		for _, article := range []string{"", "ال", "بال", "لل", "كال", "ب", "ل"} {
			if strings.HasPrefix(word, "ل") && article != "" {
				continue // after the article it has two alefs
			}
			right := article + word
			words[lamAlefPair.ReplaceAllString(right, "${1}ل")] = right
		}
	}
	for word := range strings.FieldsSeq(wordsOfTheirOwn) {
		words[lamAlefPair.ReplaceAllString(word, "${1}ل")] = word
	}
	return words
})

var lamAlefPair = lazyregexp.New(`ل([اأإآ])`)

const wordsOfTheirOwn = "لا إلا ألا كلا فلا ولا لئلا لأن لأنه لأنها لأنهم لأول لأي لأية لأجل لأغراض لأسباب"

const commonLamAlef = `
	خلال خلاله خلالها دولار دولارا دولارات ولاية ولايات ولايته ولايتها علاقة علاقات علاقته علاقاتها
	علامة علامات سلام سلامة إسلام إسلامي إسلامية إعلان إعلانات إعلام إعلامي إعلامية كلام سلاح أسلحة
	علاج علاجية بلاد بلادنا بلاده بلادها أولاد عملاء وكلاء زملاء هؤلاء عقلاء نزلاء ملايين ملابس
	ملاحظة ملاحظات ملاحة ملاعب ملامح ملائم ملائمة ملاذ ثلاثاء ثلاثين ثلاثون ثلاثمائة ثلاثي ثلاثية
	ميلاد ميلادي ميلادية أفلام أقلام أحلام آلام أعلام مواصلات معاملات مقابلات انطلاق إطلاق اختلاف
	اختلافات خلاف خلافات خلافا إصلاح إصلاحات صلاحية صلاحيات احتلال استقلال استغلال إخلال إحلال
	انحلال اعتلال إبلاغ بلاستيك بلاستيكية سلالة سلاسل سلاسة فلاح فلاحين غلاف غلاء بلاء ولاء وفلاة
	صلاة دلالة دلالات جلالة علاوة تلاميذ تلاوة ائتلاف إتلاف إغلاق إخلاء إجلاء إيلاء استيلاء اندلاع
	إقلاع قلاع أضلاع اطلاع إطلاع استطلاع أصلا قليلا طويلا كاملا شاملا عاجلا مستقبلا بدلا فضلا قائلا
	أولا دليلا سبيلا تفصيلا تسهيلا تعديلا حلال ظلال جلال بلال تلال هلال دلال اقتلاع ابتلاع التلال
	شلال انزلاق خلاصة استخلاص إخلاص إملاء ملاك أملاك امتلاك استهلاك استهلاكية هلاك بلاط خلايا خلاقة
	أخلاق أخلاقي أخلاقية علاء جلاء غلال لاحقا لاحق لاجئ لاجئين لاجئون لاعب لاعبين لازم لازمة لا
	لاسيما
`
