package read

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFixGlyphs(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"\u202Bדיאליזה (באנגלית\u202A )Dialysis :\u202Cהיא תהליך\u202C\n", "דיאליזה (באנגלית: Dialysis) היא תהליך\n", "marks around a word in Latin letters"},
		{"\u202Bברפואה\u202A ,\u202Cדיאליזה\u202C\n", "ברפואה, דיאליזה\n", "a mark alone"},
		{"\u202B\u202A 5000\u202Cدولار\u202C\n", "5000 دولار\n", "a number"},
		{"\u202Bفإن االنتقال األول لآلن واإلثنين\u202C\n", "فإن الانتقال الأول لآلن والإثنين\n", "ligatures of lam and alef after an article"},
		{"االجتماع: ال دوالر وال عالقة خالل الثالثاء، إال بديًال ألول الواليات، والطالب الثالث\n", "الاجتماع: لا دولار ولا علاقة خلال الثلاثاء، إلا بديلًا لأول الولايات، والطالب الثالث\n", "ligatures in common words, where ligatures are taken apart"},
		{"قال خالل ثالثة\n", "قال خالل ثالثة\n", "no sign that ligatures are taken apart"},
		{"قال )في الرياض( إن ]الثاني[ سيعقد\nand (Latin)\n", "قال (في الرياض) إن [الثاني] سيعقد\nand (Latin)\n", "brackets as they look"},
		{"قال (في الرياض) إن ١) سيعقد\n", "قال (في الرياض) إن ١) سيعقد\n", "brackets that face the right way"},
		{"\u202Bﺑﻌﻴﺪاً ﻋﻦ\u202C\n", "بعيداً عن\n", "Arabic letters in their forms"},
		{"مختلفا ً بعض\n", "مختلفاً بعض\n", "a mark that lost its letter"},
		{"于 2021 年 11 月，约 35 000 人使用 Python 编程 ·本\n", "于2021年11月，约35 000人使用Python编程·本\n", "room beside numbers in Chinese"},
		{"2021 년 11 월 Python 과\n", "2021 년 11 월 Python 과\n", "spaces of Korean stay"},
		{"\uF0B7 The wells\n\uF0A7 The mill\n", "• The wells\n▪ The mill\n", "bullets of Word"},
		{"eﬃcient ﬂow of “text” \u2028½\n", "efficient flow of “text” \u2028½\n", "Latin ligatures, and nothing else"},
	} {
		assert.Equal(t, c.want, fixGlyphs(c.in), c.why)
	}
}

func TestInColumns(t *testing.T) {
	columns := strings.Repeat("the left column of a page       and the right one of it\n", 20)
	assert.True(t, hasColumns(columns))
	assert.False(t, hasColumns(strings.Repeat("the only column of a page, with  wide  spaces\n", 20)))
	assert.False(t, hasColumns(strings.Repeat("a paragraph of a page with one table in it\n", 50)+columns), "one table")
	assert.True(t, isRightToLeft("كلمة واحدة, one word"))
	assert.False(t, isRightToLeft(strings.Repeat("many words in Latin letters ", 9)+"כן"))
}
