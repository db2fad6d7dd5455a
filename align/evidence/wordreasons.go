package evidence

import (
	"math"

	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/segment"
)

const (
	// Words that match are a reason if they give more than leastReason nats, and missed ones if
	// they take more than leastMissed. A word without a translation in the other text counts as
	// missed if a lexicon knows a translation that is at least surelyKnown likely. (Chosen by
	// reading what a reviewer then sees.)
	leastReason = 1
	leastMissed = 1.5
	surelyKnown = 0.4
	// A word is common if the text has more than this many of its tokens, and more than one in
	// commonShare.
	commonTokens = 3
	commonShare  = 250
)

// An explanation collects the reasons of one bead.
type explanation struct {
	p       *wordPricer
	tok     words.Tokenizer
	paired  map[int32]bool // target types that are named as counterparts
	reasons []Reason
}

// add adds the reasons of sentence k of one of the texts, in the bead of s and t.
func (e *explanation) add(text, k int, s, t segment.Range) {
	m := e.p.model
	v, other, side := m.src, m.tgt, &m.srcSide
	r := t
	if text == 1 {
		v, other, side, r = m.tgt, m.src, &m.tgtSide, s
	}
	explained := e.p.explained(text, k, s, t)
	gains := map[int32]float64{} // by type, the best of its tokens
	for at, id := range v.sentence(k) {
		if explained[at] > 0 {
			gains[id] = max(gains[id], math.Log(side.worth[id].odds(explained[at])))
		}
	}
	e.tok.Longest = v.longest
	sentence := v.text.Sentence(k)
	seen := map[int32]bool{}
	for _, w := range e.tok.Append(nil, sentence) {
		id, ok := v.ids[w.Form]
		if !ok || seen[id] || w.Kind == words.Mark {
			continue
		}
		seen[id] = true
		number := w.Kind == words.Number || w.Kind == words.Month
		reason := Reason{Side: text, Wording: sentence[w.Start:w.End]}
		if number {
			reason.Kind = NumberReason
		}
		gain := gains[id]
		switch {
		case gain >= leastReason && !(text == 1 && e.paired[id]):
			to, found := e.counterpart(text, id, r)
			if text == 0 {
				e.paired[to] = true
			}
			if reason.Weight = wordWeight * gain; found && text == 0 {
				reason.Counterpart = other.wording(to, r)
				e.reasons = append(e.reasons, reason)
			}
		case gain > 0:
		case !number && v.common(id):
		default:
			// A missing word says more the rarer it is: common words are missing in many a good
			// translation.
			reason.Weight = -wordWeight * min(wordCap, -math.Log(v.unigram[id])) * e.expected(text, id)
			if number || reason.Weight < -leastMissed {
				e.reasons = append(e.reasons, reason)
			}
		}
	}
}

// expected returns the probability that a type of one of the texts is translated by what is known
// to translate it.
func (e *explanation) expected(text int, id int32) float64 {
	m := e.p.model
	v, side, lexicons := m.src, &m.srcSide, m.lexicons
	if text == 1 {
		v, side = m.tgt, &m.tgtSide
		if e.p.reversed == nil {
			for _, l := range m.lexicons {
				e.p.reversed = append(e.p.reversed, l.Reverse())
			}
		}
		lexicons = e.p.reversed
	}
	w := &v.types[id]
	switch {
	case w.kind == words.Number, w.kind == words.Month:
		return m.coverage[numeral]
	case side.classes[id] >= mostly:
		return m.coverage[side.classes[id]]
	case side.classes[id] != unknown:
		return 0
	}
	// No word of the other text translates it. A lexicon may know what would.
	best := 0.0
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
func (e *explanation) counterpart(text int, id int32, r segment.Range) (best int32, found bool) {
	m := e.p.model
	other := m.tgt
	if text == 1 {
		other = m.src
	}
	top := float32(0)
	for _, to := range other.tokensOf(r) {
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
