package align

import (
	"fmt"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// Dictionary is the evidence of word translations that are known beforehand. In scripts that are written without spaces
// its word lists also say where words begin and end.
type Dictionary struct {
	// Lexicon translates from the language of the source text into that of the target text.
	Lexicon *lexicon.Lexicon
}

// Fit fails where the lexicon is nil.
func (e Dictionary) Fit(src, tgt *segment.Text) (Model, error) {
	return fitWords(src, tgt, []Evidence{e})
}

func (e Dictionary) check() error {
	if e.Lexicon == nil {
		return fmt.Errorf("Dictionary without a Lexicon")
	}
	return nil
}

func (e Dictionary) longest() (src, tgt func(string) int) {
	return e.Lexicon.Source().Longest, e.Lexicon.Target().Longest
}

func (e Dictionary) link(src, tgt *vocabulary, b *tableBuilder) {
	for id := range src.types {
		w := &src.types[id]
		if w.kind != words.Word {
			continue
		}
		for t := range e.Lexicon.Translations(w.form) {
			if j, ok := tgt.ids[t.Form]; ok {
				b.add(int32(id), j, t.Forward, t.Backward)
			}
		}
	}
}
