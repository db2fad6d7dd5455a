package bilingual_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/read/bilingual"
	"github.com/bitext-go/bitext/segment"
)

// cues returns subtitles of lines, each shown for a second from a time in milliseconds.
func cues(at []int, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "%d\n00:00:%02d,%03d --> 00:00:%02d,%03d\n%s\n\n", i+1, at[i]/1000, at[i]%1000, at[i]/1000+1,
			at[i]%1000, l)
	}
	return b.String()
}

func TestCueAnchors(t *testing.T) {
	docs, texts := make([]*read.Document, 2), make([]*segment.Text, 2)
	make := func(i int, tag language.Tag, in string) {
		d, err := new(read.Reader).Read(t.Context(), "a.srt", strings.NewReader(in))
		require.NoError(t, err)
		docs[i], texts[i] = d, d.Text(tag)
	}
	make(0, language.English, cues([]int{1000, 5000, 9000, 13000}, "Who is it?", "Me. Open the door.", "No.",
		"Please."))
	make(1, language.German, cues([]int{1100, 5200, 13000}, "Wer ist da?", "Ich. Mach die Tür auf.", "Bitte."))
	assert.Equal(t, [][]int{{0, 0}, {1, 1}, {4, 3}}, bilingual.CueAnchors(docs, texts))

	make(1, language.German, cues([]int{3100, 7200, 16000}, "Wer ist da?", "Ich. Mach die Tür auf.", "Bitte."))
	assert.Nil(t, bilingual.CueAnchors(docs, texts), "another cut of the film")

	d, err := new(read.Reader).Read(t.Context(), "a.md", strings.NewReader("Wer ist da?\n"))
	require.NoError(t, err)
	docs[1], texts[1] = d, d.Text(language.German)
	assert.Nil(t, bilingual.CueAnchors(docs, texts), "no subtitles")
}
