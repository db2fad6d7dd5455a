package main

import (
	"bytes"
	"cmp"
	"math"
	"slices"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/words"
)

// fit returns a lexicon and its file of at most limit bytes. It removes pairs of words that are
// rare in the texts and improbable in both directions first.
func fit(l *lexicon.Lexicon, texts [][2]string, limit int) (*lexicon.Lexicon, []byte, error) {
	from, to := frequencies(l.Source(), texts, 0), frequencies(l.Target(), texts, 1)
	worth := func(p lexicon.Pair) float64 {
		return p.Forward * p.Backward * math.Sqrt((1+from[p.Source])*(1+to[p.Target]))
	}
	pairs := slices.SortedStableFunc(l.All(), func(a, b lexicon.Pair) int { return cmp.Compare(worth(b), worth(a)) })
	source, target := l.Languages()
	for {
		var file bytes.Buffer
		if err := l.Write(&file); err != nil {
			return nil, nil, err
		}
		if file.Len() <= limit {
			return l, file.Bytes(), nil
		}
		pairs = pairs[:int(float64(len(pairs))*min(float64(limit)/float64(file.Len()), .995))]
		l = lexicon.FromForms(source, target, slices.Values(pairs)).WithNotes(l.Notes())
	}
}

// frequencies counts the forms of one side of the texts.
func frequencies(list *lexicon.Words, texts [][2]string, side int) map[string]float64 {
	tok := words.Tokenizer{Longest: list.Longest}
	counts := map[string]float64{}
	var buf []words.Token
	for _, t := range texts {
		buf = tok.Append(buf[:0], t[side])
		for _, w := range buf {
			counts[w.Form]++
		}
	}
	return counts
}
