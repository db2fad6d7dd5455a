package evidence

import (
	"context"
	"slices"

	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/internal/workers"
	"github.com/bitext-go/bitext/segment"
)

// A vocabulary holds the tokens of one text, each as the number of its type.
type vocabulary struct {
	text    *segment.Text
	ids     map[string]int32 // by form
	types   []wordType
	tokens  []int32   // types of the tokens of all sentences, in order
	starts  []int32   // where each sentence begins in tokens, and where the last ends
	unigram []float64 // by type: the probability of a token of the text
	meanLen float64   // mean tokens of a sentence

	longest func(string) int // the length of the longest listed word that a string begins with; or nil
}

type wordType struct {
	form  string
	full  string // the longest folded word that has the form
	kind  words.Kind
	title bool  // seen with a capital letter
	lower bool  // seen without
	count int32 // tokens
	df    int32 // sentences
}

// unseenTokens is how many tokens of unseen types a text is taken to have besides its own, so that
// no word of a short text is rare.
const unseenTokens = 300

// readSentences is how many sentences of a text without spaces a goroutine reads at least, and
// readParts how many parts there are for each goroutine: such a text takes three times as long as
// its translation. Other texts are read as a whole, since each reader has to meet their words anew.
const (
	readSentences = 2500
	readParts     = 2
)

// newVocabulary returns the vocabulary of a text.
func newVocabulary(ctx context.Context, text *segment.Text, longest func(string) int) (*vocabulary, error) {
	n, parts := len(text.Sentences), 1
	if w := workers.Of(ctx); w > 1 && n > 0 && words.Unspaced(script.First(text.Sentence(n/2))) {
		parts = max(1, min(readParts*w, n/readSentences))
	}
	read := make([]*vocabulary, parts)
	err := workers.Each(ctx, parts, func(k int) (err error) {
		read[k], err = readVocabulary(ctx, text, segment.Range{Lo: k * n / parts, Hi: (k + 1) * n / parts}, longest)
		return err
	})
	if err != nil {
		return nil, err
	}
	v := read[0]
	for _, part := range read[1:] {
		v.join(part)
	}
	v.meanLen = float64(len(v.tokens)) / float64(max(1, n))
	v.unigram = make([]float64, len(v.types))
	for i, x := range v.types {
		v.unigram[i] = float64(x.count) / (float64(len(v.tokens)) + unseenTokens)
	}
	return v, nil
}

// readVocabulary returns the types and tokens of a range of a text.
func readVocabulary(
	ctx context.Context, text *segment.Text, r segment.Range, longest func(string) int,
) (*vocabulary, error) {
	v := &vocabulary{text: text, ids: map[string]int32{}, starts: make([]int32, 1, r.Len()+1), longest: longest}
	tok := words.Tokenizer{Longest: longest}
	var buf []words.Token
	var last []int32 // the last sentence that has each type, plus one
	var byID []int32 // the type of each word by the ID of its tokens, plus one; 0 if it is not known yet
	for i := r.Lo; i < r.Hi; i++ {
		if err := look(ctx, i); err != nil {
			return nil, err
		}
		buf = tok.Append(buf[:0], text.Sentence(i))
		for k := range buf {
			w := &buf[k]
			id := int32(-1)
			if int(w.ID) < len(byID) {
				id = byID[w.ID] - 1
			}
			if id < 0 {
				id = v.typeOf(*w)
				for w.ID > 0 && int(w.ID) >= len(byID) {
					byID = append(byID, 0)
				}
				if w.ID > 0 {
					byID[w.ID] = id + 1
				}
				if int(id) == len(last) {
					last = append(last, 0)
				}
			}
			x := &v.types[id]
			x.count++
			if last[id] != int32(i+1) {
				last[id] = int32(i + 1)
				x.df++
			}
			v.tokens = append(v.tokens, id)
		}
		v.starts = append(v.starts, int32(len(v.tokens)))
	}
	return v, nil
}

// join adds the types and tokens of the range after that of v, as if v had been read on.
func (v *vocabulary) join(next *vocabulary) {
	ids := make([]int32, len(next.types))
	for k := range next.types {
		w := &next.types[k]
		id, ok := v.ids[w.form]
		if !ok {
			id = int32(len(v.types))
			v.ids[w.form] = id
			v.types = append(v.types, *w)
		} else {
			x := &v.types[id]
			x.title, x.lower = x.title || w.title, x.lower || w.lower
			x.count, x.df = x.count+w.count, x.df+w.df
			if len(w.full) > len(x.full) {
				x.full = w.full
			}
		}
		ids[k] = id
	}
	before := int32(len(v.tokens))
	v.tokens = slices.Grow(v.tokens, len(next.tokens))
	for _, id := range next.tokens {
		v.tokens = append(v.tokens, ids[id])
	}
	for _, at := range next.starts[1:] {
		v.starts = append(v.starts, before+at)
	}
}

// typeOf returns the type of a token, which is a new one if its form is.
func (v *vocabulary) typeOf(w words.Token) int32 {
	id, ok := v.ids[w.Form]
	if !ok {
		id = int32(len(v.types))
		v.ids[w.Form] = id
		v.types = append(v.types, wordType{form: w.Form, full: w.Full, kind: w.Kind})
	}
	x := &v.types[id]
	x.title, x.lower = x.title || w.Title, x.lower || !w.Title
	if len(w.Full) > len(x.full) {
		x.full = w.Full
	}
	return id
}

// sentence returns the types of the tokens of sentence i.
func (v *vocabulary) sentence(i int) []int32 { return v.tokens[v.starts[i]:v.starts[i+1]] }

// size returns the number of tokens in a range.
func (v *vocabulary) size(r segment.Range) int { return int(v.starts[r.Hi] - v.starts[r.Lo]) }

// running returns, for each sentence and the end, the sum of a weight over all tokens before it.
func (v *vocabulary) running(weight func(id int32) float64) []float64 {
	out := make([]float64, len(v.starts))
	sum := 0.0
	for i := range len(v.starts) - 1 {
		for _, id := range v.sentence(i) {
			sum += weight(id)
		}
		out[i+1] = sum
	}
	return out
}

// tokensOf returns the types of the tokens of a range.
func (v *vocabulary) tokensOf(r segment.Range) []int32 {
	return v.tokens[v.starts[r.Lo]:v.starts[r.Hi]]
}

// countIn counts the sentences of a range that hold each type. last, by type, is the last of them;
// no number in it may be that of a sentence of the range before.
func (v *vocabulary) countIn(ctx context.Context, r segment.Range, df, last []int32) error {
	for k := r.Lo; k < r.Hi; k++ {
		if err := look(ctx, k); err != nil {
			return err
		}
		for _, id := range v.sentence(k) {
			if last[id] != int32(k) {
				last[id] = int32(k)
				df[id]++
			}
		}
	}
	return nil
}

// common reports whether a type, such as "and" or "of", is so frequent in its text that nobody
// misses one of its tokens.
func (v *vocabulary) common(id int32) bool {
	return int(v.types[id].count) > max(commonTokens, len(v.tokens)/commonShare)
}

// wording returns the first token of a type in a range as it is written.
func (v *vocabulary) wording(id int32, r segment.Range) string {
	tok := words.Tokenizer{Longest: v.longest}
	for k := r.Lo; k < r.Hi; k++ {
		sentence := v.text.Sentence(k)
		for _, w := range tok.Append(nil, sentence) {
			if v.ids[w.Form] == id {
				return sentence[w.Start:w.End]
			}
		}
	}
	return v.types[id].full
}

// typesAtATime is how many types a goroutine takes at a time: the work of a millisecond.
const typesAtATime = 1000

// eachType calls f for each type, several at a time.
func eachType(ctx context.Context, v *vocabulary, f func(id int32)) error {
	parts := (len(v.types) + typesAtATime - 1) / typesAtATime
	return workers.Each(ctx, parts, func(part int) error {
		for id := part * typesAtATime; id < min(len(v.types), (part+1)*typesAtATime); id++ {
			if err := look(ctx, id); err != nil {
				return err
			}
			f(int32(id))
		}
		return nil
	})
}
