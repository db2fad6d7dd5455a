package segment

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// prose is a paragraph in each of the languages whose speed is measured.
var prose = map[string]string{
	"en": "The committee met on 12 May in Geneva. Its chair, Dr. Helen Moore, opened the session at 9.30 a.m. and welcomed the delegates (there were 43 of them). “Have you all received the papers?” she asked. Nobody had. The secretariat, which had promised them by April, e.g. in its letter of 3 March, could not say where they were. ",
	"fr": "Le comité s’est réuni le 12 mai à Genève. Sa présidente, Mme Hélène Moreau, a ouvert la séance à 9 h 30 et souhaité la bienvenue aux délégués (ils étaient 43). « Avez-vous tous reçu les documents ? » demanda-t-elle. Personne ne les avait. Le secrétariat, qui les avait promis pour avril, cf. sa lettre du 3 mars, ne savait pas où ils se trouvaient. ",
	"ar": "اجتمعت اللجنة في جنيف يوم 12 مايو. وافتتحت رئيستها، د. هالة منصور، الجلسة في الساعة التاسعة والنصف ورحبت بالمندوبين (وكان عددهم 43). «هل تسلمتم الوثائق جميعا؟» هكذا سألت. لم يتسلمها أحد. أما الأمانة، التي كانت قد وعدت بها في أبريل، فلم تعرف أين هي. ",
	"zh": "委员会于5月12日在日内瓦举行了会议。主席何敏博士于上午九时三十分宣布会议开幕，并向各位代表表示欢迎（共有43人）。“各位都收到文件了吗？”她问道。谁也没有收到。秘书处原先答应在四月份分发，却说不清文件现在何处。",
	"hi": "समिति की बैठक 12 मई को जिनेवा में हुई। इसकी अध्यक्ष डॉ. हेमा मेहता ने सुबह साढ़े नौ बजे सत्र का उद्घाटन किया और प्रतिनिधियों का स्वागत किया। क्या आप सबको काग़ज़ात मिल गए? किसी को नहीं मिले थे। सचिवालय नहीं बता सका कि वे कहाँ हैं। ",
	"ru": "Комитет собрался 12 мая в Женеве. Его председатель, проф. Елена Морозова, открыла заседание в 9.30 и приветствовала делегатов (их было 43). «Все ли получили документы?» — спросила она. Их не получил никто. Секретариат, обещавший их к апрелю, не мог сказать, где они находятся. ",
}

func BenchmarkSentences(b *testing.B) {
	for _, lang := range []string{"en", "fr", "ar", "zh", "hi", "ru"} {
		text := strings.Repeat(prose[lang], 1<<20/len(prose[lang]))
		b.Run(lang, func(b *testing.B) { benchmark(b, text, language.Make(lang), Corpus) })
	}
	text := strings.Repeat(prose["en"], 1<<20/len(prose["en"]))
	b.Run("en-untailored", func(b *testing.B) { benchmark(b, text, language.English, Untailored) })
}

// BenchmarkHostile cuts texts that are made to be slow, each at two lengths. The MB/s must not fall
// with the length, since no text takes more than linear time.
func BenchmarkHostile(b *testing.B) {
	for _, h := range []struct{ name, piece string }{
		{"brackets", "("}, {"acronym", "a.a.a.a."}, {"digits", "1234567890"}, {"han", "会"}, {"arabic", "م"},
		{"periods", "."}, {"spaced-periods", ". "}, {"quotes", `"`}, {"closers", `.")`}, {"initials", "A. "}, {"items", "1) 2) "},
		{"questions", "? "}, {"semicolons", "; "}, {"spaces", " "}, {"marks", "a\u0301."}, {"commas", "، "}, {"lines", "\n"}, {"capitals", "The "},
		{"bullets", "• "}, {"etc", "etc. a "},
	} {
		for _, size := range []int{1 << 17, 1 << 20} {
			text := strings.Repeat(h.piece, size/len(h.piece))
			name := h.name + "-128k"
			if size == 1<<20 {
				name = h.name + "-1M"
			}
			b.Run(name, func(b *testing.B) { benchmark(b, text, language.Arabic, GoldenRules) })
			b.Run(name+"-en", func(b *testing.B) { benchmark(b, text, language.English, Corpus) })
		}
	}
}

func benchmark(b *testing.B, text string, lang language.Tag, style Style) {
	rules := Rules{Style: style}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range rules.Sentences(text, lang) {
		}
	}
}
