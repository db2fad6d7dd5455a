package lang_test

import (
	"strings"
	"testing"

	"github.com/bitext-go/bitext/lang"
	"golang.org/x/text/language"
)

// Documents of about a megabyte.
func BenchmarkRuns(b *testing.B) {
	en, ar := "The council met on Monday to discuss the budget for the next year.\n",
		"اجتمع مجلس المدينة يوم الاثنين لمناقشة ميزانية العام المقبل.\n"
	fill := func(s string) string { return strings.Repeat(s, 1<<20/len(s)) }
	for name, body := range map[string]string{
		"two languages": fill(strings.Repeat(en, 20) + strings.Repeat(ar, 20)),
		"taking turns":  fill(en + ar),
		"one line":      fill("The council met on Monday. "),
		"gaps":          fill("a  "),
		"empty lines":   fill("\n"),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				lang.Runs(body, lang.ByLetters(language.English, language.Arabic))
			}
		})
		b.Run(name+", any language", func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				lang.Runs(body, lang.ByLetters())
			}
		})
	}
}
