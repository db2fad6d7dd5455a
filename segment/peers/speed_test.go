// Package peers compares the speed of segment with that of other libraries. It is a separate
// module, so that the library does not depend on them:
//
//	cd segment/peers && go test -bench .
package peers

import (
	"strings"
	"testing"

	"github.com/bitext-go/bitext/segment"
	"github.com/clipperhouse/uax29/v2/sentences"
	"golang.org/x/text/language"
)

// prose is the text to cut, repeated to a megabyte.
var prose = map[string]string{
	"en": "The committee met on 12 May in Geneva. Its chair, Dr. Helen Moore, opened the session at 9.30 a.m. and welcomed the delegates (there were 43 of them). “Have you all received the papers?” she asked. Nobody had. The secretariat, which had promised them by April, e.g. in its letter of 3 March, could not say where they were. ",
	"fr": "Le comité s’est réuni le 12 mai à Genève. Sa présidente, Mme Hélène Moreau, a ouvert la séance à 9 h 30 et souhaité la bienvenue aux délégués (ils étaient 43). « Avez-vous tous reçu les documents ? » demanda-t-elle. Personne ne les avait. Le secrétariat, qui les avait promis pour avril, cf. sa lettre du 3 mars, ne savait pas où ils se trouvaient. ",
	"ar": "اجتمعت اللجنة في جنيف يوم 12 مايو. وافتتحت رئيستها، د. هالة منصور، الجلسة في الساعة التاسعة والنصف ورحبت بالمندوبين (وكان عددهم 43). «هل تسلمتم الوثائق جميعا؟» هكذا سألت. لم يتسلمها أحد. أما الأمانة، التي كانت قد وعدت بها في أبريل، فلم تعرف أين هي. ",
	"zh": "委员会于5月12日在日内瓦举行了会议。主席何敏博士于上午九时三十分宣布会议开幕，并向各位代表表示欢迎（共有43人）。“各位都收到文件了吗？”她问道。谁也没有收到。秘书处原先答应在四月份分发，却说不清文件现在何处。",
}

func Benchmark(b *testing.B) {
	for _, lang := range []string{"en", "fr", "ar", "zh"} {
		text := strings.Repeat(prose[lang], 1<<20/len(prose[lang]))
		tag := language.Make(lang)
		b.Run(lang+"/segment", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for range segment.Sentences(text, tag) {
				}
			}
		})
		b.Run(lang+"/uax29", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for tokens := sentences.FromString(text); tokens.Next(); {
				}
			}
		})
	}
}
