package review

import (
	"context"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/internal/words"
)

// surePair is the probability of a word translation from which the page shows it. Both directions
// must have it together, so that a word of many translations pairs with none of them by chance.
const surePair = 0.2

// maxPaired bounds the words of a cell that are paired.
const maxPaired = 400

// A wordPair is a word of one cell and its translation in another.
type wordPair struct {
	From wordPlace `json:"from"`
	To   wordPlace `json:"to"`
}

// A wordPlace is a word in a row.
type wordPlace struct {
	Place
	Length int `json:"length"` // in UTF-16 code units
}

// A wordToken is a word of a cell with its place.
type wordToken struct {
	words.Token
	place wordPlace
}

// wordPairs returns the words of a row that surely translate one another: equal numbers, equal
// names, and what a lexicon says. Each word is in one pair of two columns at most.
func wordPairs(columns []sheet.Column, row *sheet.Row, lexicons func(src,
	tgt language.Tag) *lexicon.Lexicon) []wordPair {
	out := []wordPair{}
	for a := range columns {
		for b := a + 1; b < len(columns); b++ {
			from, to := wordTokens(a, row.Cells[a]), wordTokens(b, row.Cells[b])
			if len(from) > 0 && len(to) > 0 {
				out = append(out, pairWords(from, to, lexicons(columns[a].Lang, columns[b].Lang))...)
			}
		}
	}
	return out
}

// pairWords pairs the likeliest words first and, of equally likely ones, those whose positions
// agree best.
func pairWords(from, to []wordToken, l *lexicon.Lexicon) (out []wordPair) {
	forms := map[string][]int{}
	for k, t := range to {
		forms[t.Form] = append(forms[t.Form], k)
	}
	usedTo := make([]bool, len(to))
	take := func(i int, form string) bool {
		best := -1
		for _, k := range forms[form] {
			if !usedTo[k] && (best < 0 || distance(i, k, len(from), len(to)) < distance(i, best, len(from), len(to))) {
				best = k
			}
		}
		if best < 0 {
			return false
		}
		usedTo[best] = true
		out = append(out, wordPair{from[i].place, to[best].place})
		return true
	}
	var rest []int
	for i, t := range from {
		if (t.Kind == words.Number || t.Title) && take(i, t.Form) {
			continue
		}
		if t.Kind == words.Word {
			rest = append(rest, i)
		}
	}
	if l == nil {
		return out
	}
	for _, i := range rest {
		best, likely := "", 0.0
		for t := range l.Translations(from[i].Form) {
			if p := t.Forward + t.Backward; p >= surePair && p > likely && len(forms[t.Form]) > 0 {
				best, likely = t.Form, p
			}
		}
		if best != "" {
			take(i, best)
		}
	}
	return out
}

// distance returns how far apart two words are in their texts, as a share of the texts.
func distance(i, k, n, m int) float64 {
	d := float64(i)/float64(n) - float64(k)/float64(m)
	return d * d
}

// wordTokens returns the words and numbers of a cell.
func wordTokens(column int, cell []*sheet.Piece) (out []wordToken) {
	var tokenizer words.Tokenizer
	for k, p := range cell {
		for _, t := range tokenizer.Append(nil, p.Text) {
			if t.Kind != words.Word && t.Kind != words.Number || len(out) == maxPaired {
				continue
			}
			out = append(out, wordToken{t, wordPlace{
				Place{column, k, utf16Len(p.Text[:t.Start])}, utf16Len(p.Text[t.Start:t.End])}})
		}
	}
	return out
}

// words returns the word pairs of a row.
func (s *server) words(_ context.Context, q Request) Answer {
	r := s.review
	id, err := strconv.Atoi(strings.TrimSpace(q.Query.Get("row")))
	if err != nil {
		return refusal(badRequest, "invalid request for a row")
	}
	r.mutex.Lock()
	i := r.sheet.Index(id)
	var row *sheet.Row
	if i >= 0 {
		row = r.sheet.Rows[i]
	}
	columns := r.sheet.Columns
	r.mutex.Unlock()
	if row == nil {
		return inJSON([]wordPair{})
	}
	lexicons := r.options.Lexicon
	if lexicons == nil {
		lexicons = func(language.Tag, language.Tag) *lexicon.Lexicon { return nil }
	}
	return inJSON(wordPairs(columns, row, lexicons))
}
