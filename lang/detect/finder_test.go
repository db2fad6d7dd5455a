package detect_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/lang/detect"
)

// Some characters are those of Simplified or Traditional Chinese, and many are those of both. A
// document with a paragraph of the latter is in one language, not in two that share a script.
func TestChineseIsOneLanguage(t *testing.T) {
	const (
		simplified  = "这个报告说明了开发计划的结果，会议决定进行调查，并请各国政府提供资料。"
		traditional = "這個報告說明了開發計劃的結果，會議決定進行調查，並請各國政府提供資料。"
		both        = "山中有人，日月光明。小人在大山上走，天下太平，一日三百里，不知何人。"
	)
	var f detect.Finder
	for body, want := range map[string]string{
		simplified + "\n\n" + both:  "zh-Hans",
		both + "\n\n" + traditional: "zh-Hant",
		both:                        "zh",
	} {
		langs := f.Languages(body)
		require.Len(t, langs, 1, body)
		assert.Equal(t, want, langs[0].String(), body)
	}
	assert.Len(t, f.Languages(simplified+"\n\n"+traditional), 2, "both forms are two languages")
}
