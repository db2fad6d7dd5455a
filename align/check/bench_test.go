package check

import (
	"testing"

	"golang.org/x/text/language"
)

// A pair of sentences with a list of countries, numbers and a date, as reports have them.
func BenchmarkPair(b *testing.B) {
	ar := Side{Lang: language.Arabic,
		Text: "عقد الفريق اجتماعه الأول يوم الاثنين 19 سبتمبر 2016 في نيويورك، وحضر الاجتماع وفود من " +
			"جمهورية جيبوتي وماليزيا والمملكة المغربية وجمهورية تركيا، وأشار إلى القرار 884 (لعام " +
			"1993)."}
	en := Side{Lang: language.English,
		Text: "The Group held its first meeting on Monday, 19 September 2016, in New York; it was " +
			"attended by delegations of Djibouti, Malaysia, the Kingdom of Morocco and the Republic of " +
			"Turkey, and recalled resolution 884 (1993)."}
	if found := Pair(ar, en); len(found) > 0 {
		b.Fatal(plain(found))
	}
	b.SetBytes(int64(len(ar.Text) + len(en.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Pair(ar, en)
	}
}
