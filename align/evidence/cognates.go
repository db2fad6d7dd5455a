package evidence

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// Cognates is the evidence of words that look alike: equal strings and, if both scripts write
// vowels, words of similar spelling after transliteration into Latin letters (Cyrillic, Greek,
// Armenian, Georgian).
type Cognates struct{}

// Fit compares the spelling of all words; it fails only if ctx is cancelled.
func (e Cognates) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	return fitWords(ctx, src, tgt, []Lexical{e})
}

const (
	cognateFloor  = 0.68 // edit similarity below which two words are not taken for cognates
	cognateShort  = 5    // letters below which a likeness counts for half
	cognateWindow = 150  // words to each side, in order of spelling, that a word is compared with
)

// A spelled is a word type in Latin letters.
type spelled struct {
	id    int32
	s     string
	runes []rune
	mask  uint64 // letters that it has
}

func (Cognates) link(ctx context.Context, b *linkBuilder) error {
	b.equal(equalLink, func(w *wordType) bool { return w.kind == words.Word && utf8.RuneCountInString(w.full) >= 3 })
	b.equal(shortLink, func(w *wordType) bool { return w.kind == words.Word && utf8.RuneCountInString(w.full) < 3 })
	var others []spelled // of the target text, in the order of their spelling
	for id := range b.tgt.types {
		if err := look(ctx, id); err != nil {
			return err
		}
		if w, ok := transliterate(&b.tgt.types[id], int32(id)); ok {
			others = append(others, w)
		}
	}
	slices.SortFunc(others, func(a, b spelled) int { return cmp.Or(cmp.Compare(a.s, b.s), cmp.Compare(a.id, b.id)) })
	return eachType(ctx, b.src, func(id int32) {
		w, ok := transliterate(&b.src.types[id], id)
		if !ok {
			return
		}
		for _, x := range neighbours(others, w.s) {
			sim := similarity(w, x, cognateFloor)
			if sim < cognateFloor {
				continue
			}
			p := 0.5 * (0.3 + 0.7*(sim-cognateFloor)/(1-cognateFloor))
			if min(len(w.runes), len(x.runes)) < cognateShort {
				p /= 2
			}
			b.add(id, x.id, p, p)
		}
	})
}

// neighbours returns the words that begin with the same two letters as s or, if they are many, the
// nearest of them in order, so that the work grows with the number of words and not with its
// square.
func neighbours(sorted []spelled, s string) []spelled {
	start := s[:min(2, len(s))]
	lo := sort.Search(len(sorted), func(i int) bool { return sorted[i].s >= start })
	hi := lo + sort.Search(len(sorted)-lo, func(i int) bool { return !strings.HasPrefix(sorted[lo+i].s, start) })
	if hi-lo > 2*cognateWindow {
		at := lo + sort.Search(hi-lo, func(i int) bool { return sorted[lo+i].s >= s })
		lo, hi = max(lo, at-cognateWindow), min(hi, at+cognateWindow)
	}
	return sorted[lo:hi]
}

// longestCognate is the length in bytes of the longest words that are compared, since comparing
// costs the square of it. Longer ones are not words.
const longestCognate = 128

// transliterate returns a word of an alphabet with vowels in Latin letters; ok is false for other
// words, for those of fewer than four letters, and for those longer than longestCognate.
func transliterate(w *wordType, id int32) (out spelled, ok bool) {
	if w.kind != words.Word {
		return out, false
	}
	s, ok := words.Latin(w.full)
	if !ok || len(s) < 4 || len(s) > longestCognate {
		return out, false
	}
	out = spelled{id: id, s: s, runes: []rune(s)}
	for _, r := range out.runes {
		out.mask |= 1 << (uint(r) % 64)
	}
	return out, true
}

// similarity returns 1 - edit distance / length of the longer word, or 0 if that is below floor.
func similarity(a, b spelled, floor float64) float64 {
	n := max(len(a.runes), len(b.runes))
	limit := int(float64(n) * (1 - floor))
	if n-min(len(a.runes), len(b.runes)) > limit ||
		bits.OnesCount64(a.mask&^b.mask) > limit || bits.OnesCount64(b.mask&^a.mask) > limit {
		return 0
	}
	d := distance(a.runes, b.runes)
	if d > limit {
		return 0
	}
	return 1 - float64(d)/float64(n)
}

// distance returns the edit distance of two words (Levenshtein 1966).
func distance(a, b []rune) int {
	var space [64]int
	row := space[:0]
	for j := range len(b) + 1 {
		row = append(row, j)
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			d := diagonal
			if x != y {
				d = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
