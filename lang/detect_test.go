package lang_test

import (
	"strings"
	"testing"

	"github.com/bitext-go/bitext/lang"
	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"
)

// One sentence of news style in each language that letters tell, and in languages that have a
// script alone.
var sentences = []struct{ lang, text string }{
	{"ar", "اجتمع مجلس المدينة يوم الاثنين لمناقشة ميزانية العام المقبل وإصلاح الطرق."},
	{"fa", "شورای شهر روز دوشنبه برای بررسی بودجه سال آینده و تعمیر جاده\u200cها گرد هم آمد."},
	{"ur", "شہر کی کونسل نے پیر کے روز اگلے سال کے بجٹ اور سڑکوں کی مرمت پر بحث کی۔"},
	{"ps", "د ښار شورا د دوشنبې په ورځ د راتلونکي کال د بودیجې په اړه غونډه وکړه."},
	{"ckb", "ئەنجومەنی شار ڕۆژی دووشەممە بۆ گفتوگۆکردن لەسەر بودجەی ساڵی داهاتوو کۆبووەوە."},
	{"ug", "شەھەر كېڭىشى دۈشەنبە كۈنى كېلەر يىللىق خامچوتنى مۇزاكىرە قىلىش ئۈچۈن يىغىلدى."},
	{"ru", "Городской совет собрался в понедельник, чтобы обсудить бюджет на будущий год и ремонт дорог."},
	{"uk", "Міська рада зібралася в понеділок, щоб обговорити бюджет на наступний рік і ремонт доріг."},
	{"be", "Гарадскі савет сабраўся ў панядзелак, каб абмеркаваць бюджэт на наступны год і рамонт дарог."},
	{"bg", "Градският съвет се събра в понеделник, за да обсъди бюджета за следващата година и ремонта на пътищата."},
	{"mk", "Градскиот совет се состана во понеделникот за да разговара за буџетот и за поправката на патиштата во селата ќе одлучи."},
	{"sr", "Градско веће састало се у понедељак да расправља о буџету за следећу годину и поправци путева."},
	{"kk", "Қалалық кеңес дүйсенбі күні келесі жылдың бюджеті мен жолдарды жөндеуді талқылау үшін жиналды."},
	{"ky", "Шаардык кеңеш дүйшөмбү күнү кийинки жылдын бюджетин жана жолдорду оңдоону талкуулоо үчүн чогулду."},
	{"tt", "Шәһәр советы дүшәмбе көнне киләсе ел бюджетын һәм юлларны төзекләндерүне тикшерү өчен җыелды."},
	{"tg", "Шӯрои шаҳр рӯзи душанбе барои муҳокимаи буҷети соли оянда ва таъмири роҳҳо ҷамъ омад."},
	{"mn", "Хотын зөвлөл даваа гарагт ирэх жилийн төсөв, зам засварыг хэлэлцэхээр хуралдлаа."},
	{"zh-Hans", "市议会星期一开会讨论明年的预算和道路维修问题。"},
	{"zh-Hant", "市議會星期一開會討論明年的預算和道路維修問題。"},
	{"ja", "市議会は月曜日に来年の予算と道路の修理について話し合った。"},
	{"ko", "시의회는 월요일에 내년 예산과 도로 보수를 논의하기 위해 모였다."},
	{"hy", "Քաղաքային խորհուրդը երկուշաբթի հավաքվեց՝ քննարկելու հաջորդ տարվա բյուջեն։"},
	{"he", "מועצת העיר התכנסה ביום שני כדי לדון בתקציב השנה הבאה."},
	{"hi", "नगर परिषद ने सोमवार को अगले वर्ष के बजट पर चर्चा की।"},
	{"th", "สภาเมืองประชุมวันจันทร์เพื่อหารือเรื่องงบประมาณปีหน้า"},
	{"am", "የከተማው ምክር ቤት ሰኞ ዕለት የሚቀጥለውን ዓመት በጀት ለመወያየት ተሰበሰበ።"},
	{"el", "Το δημοτικό συμβούλιο συνεδρίασε τη Δευτέρα για τον προϋπολογισμό."},
	{"ka", "საქალაქო საბჭო ორშაბათს შეიკრიბა ბიუჯეტის განსახილველად."},
	{"en", "The town council met on Monday to discuss the budget for the next year."},
	{"fr", "Le conseil municipal s'est réuni lundi pour discuter du budget de l’année prochaine."},
	{"de", "Der Stadtrat ist am Montag zusammengekommen, um über den Haushalt für das nächste Jahr zu beraten."},
	{"es", "El consejo de la ciudad se reunió el lunes para discutir el presupuesto del próximo año."},
	{"pt", "A câmara da cidade não se reuniu na segunda-feira para discutir o orçamento do próximo ano."},
	{"it", "Il consiglio della città si è riunito lunedì per discutere il bilancio del prossimo anno."},
	{"nl", "De gemeenteraad is maandag bijeengekomen om te praten over de begroting van het volgende jaar."},
	{"sv", "Stadens råd möttes på måndagen för att diskutera budgeten för nästa år och vägarna som inte är bra."},
	{"pl", "Rada miasta zebrała się w poniedziałek, aby omówić budżet na przyszły rok, który nie jest łatwy."},
	{"cs", "Městská rada se sešla v pondělí, aby projednala rozpočet, který je pro příští rok však nižší."},
	{"hu", "A városi tanács hétfőn összeült, hogy megvitassa a jövő évi költségvetést, és nem az utakat."},
	{"ro", "Consiliul orașului s-a întrunit luni pentru a discuta bugetul de anul viitor, care nu este mare."},
	{"tr", "Şehir meclisi pazartesi günü gelecek yılın bütçesini ve yollar için bir planı görüşmek üzere toplandı."},
	{"vi", "Hội đồng thành phố đã họp vào thứ Hai để thảo luận về ngân sách của năm tới và các con đường."},
	{"id", "Dewan kota bertemu pada hari Senin untuk membahas anggaran tahun depan dan perbaikan jalan yang rusak."},
}

func TestByLetters(t *testing.T) {
	d := lang.ByLetters()
	for _, s := range sentences {
		tag, confidence := d.Detect(s.text)
		assert.Equal(t, language.Make(s.lang), tag, s.text)
		assert.Greater(t, confidence, .8, s.text)
	}
}

// A script that none of the candidates is written in leaves the language open.
func TestByLettersOfAnotherScript(t *testing.T) {
	tag, _ := lang.ByLetters(language.Arabic, language.Russian).Detect("Nothing of this is in Arabic letters.")
	assert.Equal(t, language.Make("und-Latn"), tag)
}

func TestByLettersAmong(t *testing.T) {
	for _, row := range []struct {
		langs        string
		text, want   string
		reason       string
		leastCertain float64
	}{
		{"az tr", "Şəhər şurası bazar ertəsi gələn ilin büdcəsini müzakirə etdi.", "az", "schwa", .9},
		{"az tr", "Şehir meclisi pazartesi günü gelecek yılın bütçesini görüştü.", "tr", "no schwa where Azerbaijani has many", .9},
		{"en fr", "Le conseil s'est réuni lundi.", "fr", "small words", .9},
		{"en fr", "Introduction", "und-Latn", "no small words", .9},
		{"en nap", "The council met on Monday.", "und-Latn", "no list of words for Neapolitan", .9},
		{"fr ar", "Le conseil s'est réuni lundi.", "fr", "the only candidate of its script", .9},
		{"ar en", "阿塞拜疆", "und-Hani", "no candidate has the script", .9},
		{"ar en", "12.05.2019, 45 %", "und", "no letters", 0},
		{"zh en", "市議會", "zh", "one Chinese candidate, whatever its form", .9},
		{"ja en", "市議会", "ja", "Japanese without kana", .9},
		{"zh-Hant en", "流离失所者临时安置点 Narimanov、Binagadi、Seatly、Imishi 和 Bilasuvar 区", "zh-Hant", "Latin names in a Chinese line", .5},
		{"fa ar", "كتابهاي پرويز در چاپخانه گم شد", "fa", "Persian typed with the Arabic yeh and kaf", .9},
	} {
		var langs []language.Tag
		for _, l := range strings.Fields(row.langs) {
			langs = append(langs, language.Make(l))
		}
		tag, confidence := lang.ByLetters(langs...).Detect(row.text)
		assert.Equal(t, row.want, tag.String(), row.reason)
		assert.GreaterOrEqual(t, confidence, row.leastCertain, row.reason)
	}
}
