package main

import (
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/words"
)

// discover finds the words of a script without spaces in plain text: the strings that describe the
// text most briefly when each of them costs what it takes to spell it (a unigram model, trained by
// expectation and maximisation, pruned by description length). Nothing but the text is needed, so
// its licence is the only one that counts.
func discover(sentences []string) []string {
	runs := unspacedRuns(sentences)
	counts := candidates(runs)
	for range 6 {
		logs := logProbabilities(counts)
		next := map[string]float64{}
		for _, r := range slices.Sorted(maps.Keys(runs)) {
			expect(r, float64(runs[r]), logs, next)
		}
		counts = prune(next, logs)
	}
	var found []string
	for w := range counts {
		if utf8.RuneCountInString(w) > 1 {
			found = append(found, w)
		}
	}
	slices.Sort(found)
	return found
}

const (
	longestWord  = 12 // bytes: four Han characters or kana, four Thai letters and signs
	leastCount   = 3
	spellingCost = 7 // nats for each character of a word that is listed
)

// unspacedRuns counts the stretches of text without spaces.
func unspacedRuns(sentences []string) map[string]int {
	runs := map[string]int{}
	for _, s := range sentences {
		s = words.Fold(s)
		start := -1
		for i, r := range s + "\n" {
			if words.Unspaced(r) && (r < 0x30A1 || r > 0x30FF) {
				if start < 0 {
					start = i
				}
			} else if start >= 0 {
				runs[s[start:i]]++
				start = -1
			}
		}
	}
	return runs
}

func candidates(runs map[string]int) map[string]float64 {
	counts := map[string]float64{}
	for r, n := range runs {
		for i := range r {
			for j := range r[i:] {
				if j > longestWord {
					break
				}
				if j > 0 {
					counts[r[i:i+j]] += float64(n)
				}
			}
			if len(r)-i <= longestWord {
				counts[r[i:]] += float64(n)
			}
		}
	}
	maps.DeleteFunc(counts, func(w string, n float64) bool { return n < leastCount && utf8.RuneCountInString(w) > 1 })
	return counts
}

func logProbabilities(counts map[string]float64) map[string]float64 {
	total := 0.0
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		total += counts[w]
	}
	logs := make(map[string]float64, len(counts))
	for w, n := range counts {
		logs[w] = math.Log(n / total)
	}
	return logs
}

// expect adds to counts how often each word is expected in a run that occurs n times.
func expect(run string, n float64, logs, counts map[string]float64) {
	forward, backward := make([]float64, len(run)+1), make([]float64, len(run)+1)
	for i := range forward {
		forward[i], backward[i] = math.Inf(-1), math.Inf(-1)
	}
	forward[0], backward[len(run)] = 0, 0
	spans := func(f func(i, j int, p float64)) {
		for i := range run {
			for j := i + 1; j <= len(run) && j <= i+longestWord; j++ {
				if p, ok := logs[run[i:j]]; ok {
					f(i, j, p)
				}
			}
		}
	}
	type piece struct {
		i, j int
		p    float64
	}
	var pieces []piece
	spans(func(i, j int, p float64) {
		pieces = append(pieces, piece{i, j, p})
		forward[j] = logAdd(forward[j], forward[i]+p)
	})
	for k := len(pieces) - 1; k >= 0; k-- {
		x := pieces[k]
		backward[x.i] = logAdd(backward[x.i], backward[x.j]+x.p)
	}
	for _, x := range pieces {
		counts[run[x.i:x.j]] += n * math.Exp(forward[x.i]+x.p+backward[x.j]-forward[len(run)])
	}
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// prune drops the words that save less than it costs to list them.
func prune(counts, logs map[string]float64) map[string]float64 {
	kept := map[string]float64{}
	for w, n := range counts {
		size := utf8.RuneCountInString(w)
		if size == 1 {
			kept[w] = n + .1
			continue
		}
		if n >= leastCount && n*(logs[w]-bestSplit(w, logs)) > spellingCost*float64(size) {
			kept[w] = n
		}
	}
	return kept
}

// bestSplit returns the log-probability of the best way to write w with shorter words.
func bestSplit(w string, logs map[string]float64) float64 {
	best := make([]float64, len(w)+1)
	for j := 1; j <= len(w); j++ {
		best[j] = math.Inf(-1)
		for i := 0; i < j; i++ {
			if p, ok := logs[w[i:j]]; ok && !(i == 0 && j == len(w)) {
				best[j] = max(best[j], best[i]+p)
			}
		}
	}
	return best[len(w)]
}
