package lang_test

import (
	"strings"
	"testing"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func TestRuns(t *testing.T) {
	const ar, en, zh = "عقد المجلس اجتماعه الأول في المدينة.\n", "The council held its first meeting in the town.\n",
		"市议会在城里举行了第一次会议。\n"
	for _, row := range []struct{ reason, body, want string }{
		{"one after the other", ar + ar + en + en, "ar:2 en:2"},
		{"taking turns, line by line", ar + en + ar + en, "ar:1 en:1 ar:1 en:1"},
		{"a document symbol goes with the lines around it", ar + "A/61/947\n" + ar, "ar:3"},
		{"so does a number", zh + "\n12\n\n" + zh, "zh-Hans:5"},
		{"a Latin name in a Chinese line", zh + "阿塞拜疆 Narimanov、Binagadi、Seatly、Imishi 和 Bilasuvar 区\n" + zh, "zh-Hans:3"},
		{"a short line of another script before its own text", ar + "\ndraft\n\n" + en, "ar:2 en:3"},
		{"a number between two languages goes with the side that no empty line parts it from", ar + "7\n\n" + en, "ar:3 en:1"},
		{"the same the other way", ar + "\n7\n" + en, "ar:2 en:2"},
		{"nothing to go by", "1\n2\n", "und:2"},
		{"an empty document", "", ""},
	} {
		var found []string
		for _, r := range lang.Runs(row.body, lang.ByLetters()) {
			found = append(found, r.Lang.String()+":"+string(rune('0'+strings.Count(row.body[r.Start:r.End], "\n"))))
		}
		assert.Equal(t, row.want, strings.Join(found, " "), row.reason)
	}
}

func TestSplitJoinsNothingAcrossALanguage(t *testing.T) {
	long := strings.Repeat("The council held its first meeting in the town. ", 4)
	body := long + "\n\n" + long + "\n\n" + long + "It was found that most of the members\n\n" +
		"عقد المجلس اجتماعه الأول في المدينة القديمة على ضفة النهر.\n\nhad not come to the first meeting of the council in the town, and that it rained.\n"
	texts := lang.Split(body, lang.ByLetters())
	require.Len(t, texts, 2)
	assert.Len(t, texts[0].Paragraphs, 4)
	first, last := texts[0].LinesOf(texts[0].Paragraphs[3])
	assert.Equal(t, [2]int{9, 9}, [2]int{first, last})
	first, last = texts[1].LinesOf(texts[1].Paragraphs[0])
	assert.Equal(t, [2]int{7, 7}, [2]int{first, last})
}

// A running head in one language on the pages of another belongs to neither text.
func TestHeadsOfPagesMakeNoRuns(t *testing.T) {
	const ar = "اجتمعت اللجنة ثلاث مرات في أثناء العام ونظرت في حال الآبار\n" +
		"في القرى التسع الواقعة على ضفة النهر ووجدت أن معظمها قد حفر\n"
	const en = "The committee met three times in the course of the year and\n" +
		"looked at the state of the wells in all nine villages along\n"
	var b strings.Builder
	for page, text := range []string{ar, ar, ar, en, en, en} {
		b.WriteString("Council of the River, Wells\n\n\n" + strings.Repeat(text, 9) + "\n\n" +
			string(rune('1'+page)) + "\n\n\n")
	}
	texts := lang.Split(b.String(), lang.ByLetters())
	require.Len(t, texts, 2)
	for i, want := range []language.Tag{language.Arabic, language.English} {
		assert.Equal(t, want, texts[i].Lang)
		assert.Len(t, texts[i].Paragraphs, 1)
		assert.NotContains(t, texts[i].Body, "Council of the River")
	}
}

func TestColumns(t *testing.T) {
	const page = `The committee met three times in the    اجتمعت اللجنة ثلاث مرات في أثناء
course of the year and looked at the    العام ونظرت في حال الآبار في القرى
state of the wells in all of the        التسع الواقعة على ضفة النهر ووجدت أن
villages along the river.               معظمها قد حفر.

Kassala, 3 May                          كسلا، ٣ مايو
`
	texts := lang.Split(page, lang.ByLetters())
	require.Len(t, texts, 2)
	for i, want := range []string{
		"The committee met three times in the course of the year and looked at the state of the wells in all of the villages along the river.",
		"اجتمعت اللجنة ثلاث مرات في أثناء العام ونظرت في حال الآبار في القرى التسع الواقعة على ضفة النهر ووجدت أن معظمها قد حفر.",
	} {
		assert.Equal(t, want, texts[i].Wording(texts[i].Paragraphs[0]))
		first, last := texts[i].LinesOf(texts[i].Paragraphs[0])
		assert.Equal(t, [2]int{1, 4}, [2]int{first, last})
	}
}

// FuzzRuns checks, for any bytes, that every byte is in one run, that runs begin at lines and
// neighbours differ, and that taking languages out keeps the lines.
func FuzzRuns(f *testing.F) {
	for _, s := range sentences {
		f.Add(s.text + "\n\n7\n" + sentences[0].text + "\r\n")
		f.Add(strings.Repeat(s.text+"   "+sentences[0].text+"\n", 3))
	}
	f.Fuzz(func(t *testing.T, body string) {
		runs := lang.Runs(body, lang.ByLetters())
		end := 0
		seen := map[language.Tag]bool{}
		for i, r := range runs {
			require.Equal(t, end, r.Start)
			require.Less(t, r.Start, r.End)
			if i > 0 {
				require.NotEqual(t, runs[i-1].Lang, r.Lang)
				require.Contains(t, "\n \t", body[r.Start-1:r.Start], "the beginning of a line or a column")
			}
			end = r.End
			seen[r.Lang] = true
		}
		require.Equal(t, len(body), end)
		texts := lang.Split(body, lang.ByLetters())
		require.Len(t, texts, len(seen))
		for _, text := range texts {
			only := lang.Extract(body, runs, text.Lang)
			assert.Equal(t, strings.Count(body, "\n"), strings.Count(only, "\n"))
			for i := range text.Sentences {
				first, last := text.LinesOf(segment.Range{Lo: i, Hi: i + 1})
				assert.True(t, 1 <= first && first <= last)
			}
		}
	})
}

// A paragraph separator ends a line like a line feed, so that paragraphs of a document that has no
// lines stay apart.
func TestParagraphsWithoutLines(t *testing.T) {
	const ar, en = "عقد الفريق اجتماعه الثاني في مسقط.", "The Group held its second meeting in Muscat."
	body := strings.Repeat(ar+"\u2029"+en+"\u2029", 3)
	d := lang.ByLetters(language.Arabic, language.English)
	assert.Len(t, lang.Runs(body, d), 6)
	texts := lang.SplitWith(body, d, &segment.Segmenter{Layout: layout.Keep})
	require.Len(t, texts, 2)
	for i, want := range []string{ar, en} {
		assert.Len(t, texts[i].Paragraphs, 3)
		assert.Equal(t, want, texts[i].Sentence(1))
	}
}

// A wrapped is a detector around another one that forwards what a Narrower adds.
type wrapped struct{ lang.Narrower }

// A bare is a detector around another one that hides what a Narrower adds.
type bare struct{ lang.Detector }

// One French line in a document of English and Arabic is a quotation: at the second look only the
// languages that have more than a fiftieth of the text are left to choose among.
func TestNarrowerIsAskedTwice(t *testing.T) {
	const ar = "اجتمع مجلس المدينة يوم الاثنين لمناقشة الميزانية.\n"
	body := strings.Repeat("The council of the town met on Monday to discuss the budget for the next year.\n", 60) +
		strings.Repeat(ar, 4) + "Le maire est dans la ville avec les élus\n" + strings.Repeat(ar, 4)
	narrower := lang.ByLetters().(lang.Narrower)
	want := lang.Runs(body, narrower)
	require.Len(t, want, 4)
	assert.Equal(t, language.English, want[2].Lang)
	assert.Equal(t, want, lang.Runs(body, wrapped{narrower}), "a wrapper of a Narrower that is one")
	assert.NotEqual(t, want, lang.Runs(body, bare{narrower}), "a wrapper that is none loses the second look")
}

// If the caller named the languages, there is nothing to narrow.
func TestNamedLanguagesAreNotNarrowed(t *testing.T) {
	_, ok := lang.ByLetters(language.Danish, language.Arabic).(lang.Narrower)
	assert.False(t, ok)
}
