package evidence

import (
	"fmt"
	"math"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

// A Reason is one thing that speaks for a bead or against it, in words that a reviewer can look up
// in the text.
type Reason struct {
	Kind ReasonKind
	// Text is the text in which Wording stands, by its place among those that were aligned.
	Text int
	Lang language.Tag // of that text
	// Wording is what the reason is about, as written; empty for Length.
	Wording string
	// Counterpart is what stands for it in the other text; empty if nothing does.
	Counterpart string
	// Weight is what the reason adds to the log-odds of the bead, in nats: above 0 it speaks for
	// the bead.
	Weight float64
}

// ReasonKind says what a [Reason] is about.
type ReasonKind uint8

const (
	WordReason   ReasonKind = iota // a word that is translated, or one that ought to be and is not
	NumberReason                   // a number or month that stands on both sides, or on one
	LengthReason                   // the text is longer than its counterpart lets expect
)

// String returns the reason in English: "number 884 only in ar". Wording is isolated, since it may
// run from right to left.
func (r Reason) String() string {
	what := map[ReasonKind]string{NumberReason: "number "}[r.Kind]
	switch {
	case r.Kind == LengthReason:
		return fmt.Sprintf("unusually long in %s", r.Lang)
	case r.Counterpart == "":
		return fmt.Sprintf("%s%s only in %s", what, quote.Isolate(r.Wording), r.Lang)
	}
	return fmt.Sprintf("%s%s = %s", what, quote.Isolate(r.Wording), quote.Isolate(r.Counterpart))
}

// Missing reports whether a number stands on one side only, which a reviewer wants to see before
// all else.
func (r Reason) Missing() bool { return r.Kind == NumberReason && r.Weight < 0 }

// An Explainer is a [Model] that can say what speaks for and against a bead, in any order. Text is
// 0 for the source and 1 for the target. An Aligner asks it where its field Reasons is set.
type Explainer interface {
	Reasons(s, t segment.Range) []Reason
}

// Reasons returns those of all models that can give any.
func (m Models) Reasons(s, t segment.Range) []Reason {
	var out []Reason
	for _, x := range m {
		if e, ok := x.(Explainer); ok {
			out = append(out, e.Reasons(s, t)...)
		}
	}
	return out
}

const (
	// Words that match are a reason where they give more than leastReason nats, and missed ones
	// where they take more than leastMissed. A word that nothing in the other text translates
	// counts as missed where a lexicon knows a translation that is at least surelyKnown likely.
	leastReason = 1
	leastMissed = 1.5
	surelyKnown = 0.4
	// More tokens than these, and than one in commonShare of the text, make a word common.
	commonTokens = 3
	commonShare  = 250
)

// Reasons returns the words and numbers that match, and those that ought to and do not.
func (m *wordModel) Reasons(s, t segment.Range) []Reason {
	var out []Reason
	var tok words.Tokenizer
	paired := map[int32]bool{} // target types that are named as counterparts
	for i := s.Lo; i < s.Hi; i++ {
		out = m.reasonsOf(out, &tok, 0, i, t, paired)
	}
	for j := t.Lo; j < t.Hi; j++ {
		out = m.reasonsOf(out, &tok, 1, j, s, paired)
	}
	return out
}

// reasonsOf appends the reasons of sentence k of one text against range r of the other.
func (m *wordModel) reasonsOf(out []Reason, tok *words.Tokenizer, text, k int, r segment.Range, paired map[int32]bool) []Reason {
	v, other, x := m.src, m.tgt, &m.srcSide
	var explained []float32
	if text == 0 {
		explained = m.srcMatches(k, r)
	} else {
		v, other, x = m.tgt, m.src, &m.tgtSide
		explained = m.tgtMatches(r, k)
	}
	gains := map[int32]float64{} // by type, the best of its tokens
	for at, id := range v.sentence(k) {
		g := min(x.maxGain[id], math.Log(1+x.gain[id]*float64(explained[at])/float64(other.size(r))))
		gains[id] = max(gains[id], g)
	}
	tok.Longest = v.longest
	sentence := v.text.Sentence(k)
	seen := map[int32]bool{}
	for _, w := range tok.Append(nil, sentence) {
		id, ok := v.ids[w.Form]
		if !ok || seen[id] || w.Kind == words.Mark {
			continue
		}
		seen[id] = true
		number := w.Kind == words.Number || w.Kind == words.Month
		reason := Reason{Text: text, Wording: sentence[w.Start:w.End]}
		if number {
			reason.Kind = NumberReason
		}
		gain := gains[id]
		switch {
		case gain >= leastReason && !(text == 1 && paired[id]):
			to, found := m.counterpart(text, id, r)
			if text == 0 {
				paired[to] = true
			}
			if reason.Weight = wordWeight * gain; found && text == 0 {
				reason.Counterpart = other.wording(to, r)
				out = append(out, reason)
			}
		case gain > 0:
		case !number && v.common(id):
		default:
			// How much a missing word says grows with how rare it is: a common one is missed in
			// many a good translation.
			reason.Weight = -wordWeight * min(wordCap, -math.Log(v.unigram[id])) * m.expected(text, id)
			if number || reason.Weight < -leastMissed {
				out = append(out, reason)
			}
		}
	}
	return out
}

// expected returns how sure a type of one of the texts is to be translated by what is known to
// translate it.
func (m *wordModel) expected(text int, id int32) float64 {
	v, x := m.src, &m.srcSide
	if text == 1 {
		v, x = m.tgt, &m.tgtSide
	}
	w := &v.types[id]
	switch {
	case w.kind == words.Number, w.kind == words.Month:
		return m.coverage[numeral]
	case x.classes[id] >= mostly:
		return m.coverage[x.classes[id]]
	case x.classes[id] != unknown:
		return 0
	}
	// No word of the other text translates it. A lexicon may know what would.
	best := 0.0
	lexicons := m.lexicons
	if text == 1 {
		if m.reversed == nil {
			for _, l := range m.lexicons {
				m.reversed = append(m.reversed, l.Reverse())
			}
		}
		lexicons = m.reversed
	}
	for _, l := range lexicons {
		for t := range l.Translations(w.form) {
			best = max(best, t.Forward)
		}
	}
	if best < surelyKnown {
		return 0
	}
	return best
}

// counterpart returns the type in range r of the other text that is the likeliest translation of
// type id.
func (m *wordModel) counterpart(text int, id int32, r segment.Range) (best int32, found bool) {
	other := m.tgt
	if text == 1 {
		other = m.src
	}
	top := float32(0)
	for _, to := range other.tokens[other.starts[r.Lo]:other.starts[r.Hi]] {
		s, t := id, to
		if text == 1 {
			s, t = to, id
		}
		if fwd, bwd := m.links.lookup(s, t); float32(fwd+bwd) > top {
			best, found, top = to, true, float32(fwd+bwd)
		}
	}
	return best, found
}
