package seed

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// A Piece is a range of sentences of each text of a document, in the order of the texts.
type Piece []segment.Range

// pieceSentences is how many sentences a piece of a long document has at least. Most documents are
// one piece.
const pieceSentences = 20_000

// Documents are cut where cutAnchors anchors follow one another at about the same distances in all
// texts, which chance hardly brings about.
const cutAnchors = 5

// Pieces cuts a long document into pieces of some 20,000 sentences, which [Method.AlignPiece]
// aligns one by one or on several machines. It cuts at anchors, sentences with words or numbers
// that each text has in one sentence only, where several follow one another. A document without
// such places is one piece. The texts are those that [Method.Texts] returns.
func (m *Method) Pieces(texts []*segment.Text) ([]Piece, error) {
	whole := make(Piece, len(texts))
	longest := 0
	for i, t := range texts {
		whole[i] = segment.Range{Hi: len(t.Sentences)}
		longest = max(longest, len(t.Sentences))
	}
	least := cmp.Or(m.PieceSentences, pieceSentences)
	if longest < 2*least {
		return []Piece{whole}, nil
	}
	anchors, err := m.anchors(texts)
	if err != nil {
		return nil, err
	}
	var out []Piece
	from := make([]int, len(texts))
	for k := cutAnchors - 1; k < len(anchors); k++ {
		at := anchors[k-cutAnchors/2]
		if size(from, at) < least || longest-at[0] < least || !steady(anchors[k-cutAnchors+1:k+1]) {
			continue
		}
		out = append(out, between(from, at))
		from = at
	}
	end := make([]int, len(texts))
	for i, t := range texts {
		end[i] = len(t.Sentences)
	}
	return append(out, between(from, end)), nil
}

// size returns the most sentences that a text has between two places.
func size(from, to []int) (most int) {
	for i := range from {
		most = max(most, to[i]-from[i])
	}
	return most
}

func between(from, to []int) Piece {
	p := make(Piece, len(from))
	for i := range from {
		p[i] = segment.Range{Lo: from[i], Hi: to[i]}
	}
	return p
}

// steady reports whether anchors follow one another at about the same distances in all texts.
func steady(anchors [][]int) bool {
	for k := 1; k < len(anchors); k++ {
		for i := range anchors[k] {
			first, own := anchors[k][0]-anchors[k-1][0], anchors[k][i]-anchors[k-1][i]
			if own < 1 || first < 1 || max(first, own) > 2+min(first, own)*5/4 {
				return false
			}
		}
	}
	return true
}

// anchors returns sentences that seem to be translations of each other, since they have a word that
// each text has in one sentence only: the numbers of the sentences, by text. They rise in all
// texts.
func (m *Method) anchors(texts []*segment.Text) ([][]int, error) {
	found := map[string][]int{}
	for i, t := range texts {
		once := map[string]int{} // the sentence, or -1 if there are several
		for n := range t.Sentences {
			words, err := m.SentenceFeatures(t, n)
			if err != nil {
				return nil, err
			}
			for w := range words {
				if before, there := once[w]; there && before != n {
					once[w] = -1
				} else {
					once[w] = n
				}
			}
		}
		for w, n := range once {
			if n >= 0 && len(found[w]) == i {
				found[w] = append(found[w], n)
			}
		}
	}
	var all [][]int
	for _, at := range found {
		if len(at) == len(texts) {
			all = append(all, at)
		}
	}
	slices.SortFunc(all, slices.Compare)
	all = slices.CompactFunc(all, slices.Equal)
	for i := range texts {
		all = rising(all, i)
	}
	return all, nil
}

// SentenceFeatures returns what sentence n of a text has in common with its translations, and how
// often: numbers, words in Latin letters, and the English translations that the dictionaries give.
func (m *Method) SentenceFeatures(t *segment.Text, n int) (map[string]int, error) {
	all := map[string]int{}
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
	for word := range strings.FieldsFuncSeq(t.Sentence(n), between) {
		if f := sharedForm(word); f != "" {
			all[f]++
		}
	}
	one := *t
	one.Sentences = t.Sentences[n : n+1]
	for _, d := range m.Dictionaries {
		if err := addEnglish(d, &one, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// rising returns a longest part of a list whose numbers of text i rise strictly.
func rising(all [][]int, i int) [][]int {
	var tails []int // of each length the element that the best part ends with
	before := make([]int, len(all))
	for k, at := range all {
		n := sort.Search(len(tails), func(n int) bool { return all[tails[n]][i] >= at[i] })
		before[k] = -1
		if n > 0 {
			before[k] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, k)
		} else {
			tails[n] = k
		}
	}
	if len(tails) == 0 {
		return nil
	}
	var out [][]int
	for k := tails[len(tails)-1]; k >= 0; k = before[k] {
		out = append(out, all[k])
	}
	slices.Reverse(out)
	return out
}

// AlignPiece aligns a piece of the texts of a document, as [Method.Align] does, and returns its
// beads, whose ranges are of the texts.
func (m *Method) AlignPiece(
	ctx context.Context, texts []*segment.Text, p Piece, learned evidence.Dictionary, workers int,
) ([]align.Bead, error) {
	parts := make([]*segment.Text, len(texts))
	for i, t := range texts {
		parts[i] = part(t, p[i])
	}
	a := &align.Aligner{Scorer: m.evidence(learned), Moved: !m.Ordered, Workers: workers}
	beads, err := a.Align(ctx, parts...)
	for k := range beads {
		ranges := slices.Clone(beads[k].Ranges)
		for i := range ranges {
			ranges[i].Lo += p[i].Lo
			ranges[i].Hi += p[i].Lo
		}
		beads[k].Ranges = ranges
	}
	return beads, err
}

// part returns some sentences of a text as a text. It shares the memory of the text.
func part(t *segment.Text, r segment.Range) *segment.Text {
	if r.Lo == 0 && r.Hi == len(t.Sentences) {
		return t
	}
	p := *t
	p.Sentences, p.Paragraphs, p.Notes = t.Sentences[r.Lo:r.Hi], nil, nil
	for _, x := range t.Paragraphs {
		if x = (segment.Range{Lo: max(x.Lo, r.Lo) - r.Lo, Hi: min(x.Hi, r.Hi) - r.Lo}); x.Len() > 0 {
			p.Paragraphs = append(p.Paragraphs, x)
		}
	}
	return &p
}
