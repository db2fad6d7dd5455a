package memory

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/internal/panics"
	"github.com/bitext-go/bitext/segment"
)

const (
	// leastBelieved is the least confidence of translation of a bead that counts: the others are
	// no translations anyway.
	leastBelieved = 0.5
	// usualDisagreements is how many sentences of a hundred that are translated well disagree in a
	// fact, as far as the package check can tell: two, and one more for free translations. The
	// figures are those of examples/evaluate --checks.
	usualDisagreements = 0.03
)

// A Disagreement is a bead whose sides state different facts.
type Disagreement struct {
	Bead    int    // its index
	Message string // what differs, in English, as in "Qatar only in French"
	// Translation is the confidence of translation that remains, from 0 to that of the bead.
	Translation float64
}

// Disagreements finds the beads whose sides seem to be translations of each other but state
// different facts: another number, date, year, country or address, as in the reports of two
// meetings. It finds nothing if the other beads show, by [align.Overlap.Parallel], that the texts
// are translations throughout: a fact that differs there is a mistake to correct.
//
// Of good translations, about three in a hundred seem to disagree. If more do, the texts follow one
// pattern, and the surplus is no translation. So the confidence that remains is that of the bead
// times the share of disagreements that translations explain: all if there are three in a hundred,
// a tenth if there are three in ten.
//
// Beads of more than two texts disagree if each two of their texts do. The beads are neither
// changed nor retained. Disagreements panics if a bead does not have a range for each text.
func Disagreements(beads []align.Bead, texts ...*segment.Text) []Disagreement {
	if sampledParallel(beads, texts) {
		return nil
	}
	var out []Disagreement
	agreeing := newAgreement(texts)
	sentences := 0
	messages := make([]string, min(len(beads), disagreementsAtOnce))
	for from := 0; from < len(beads); from += len(messages) {
		part := beads[from:min(len(beads), from+len(messages))]
		compareAll(messages, part, texts)
		for i, b := range part {
			if counts(b) {
				longest := 0
				for _, r := range b.Ranges {
					longest = max(longest, r.Len())
				}
				sentences += longest
			}
			if messages[i] != "" {
				out = append(out, Disagreement{Bead: from + i, Message: messages[i], Translation: b.Translation})
			} else if agreeing.add(b); agreeing.overlap.Parallel() {
				return nil // whatever the other beads say
			}
		}
	}
	for i := range out {
		out[i].Translation *= min(1, usualDisagreements*float64(sentences)/float64(len(out)))
	}
	return out
}

// disagreementsAtOnce is how many beads are compared before it is asked whether the texts are
// translations throughout.
const disagreementsAtOnce = 512

// counts reports whether a bead counts.
func counts(b align.Bead) bool { return !b.Null() && b.Translation >= leastBelieved }

// compareAll sets what differs between the texts of each bead, on all processors.
func compareAll(messages []string, beads []align.Bead, texts []*segment.Text) {
	var wait sync.WaitGroup
	var relay panics.Relay
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), len(beads)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer relay.Catch()
			for i := int(next.Add(1) - 1); i < len(beads); i = int(next.Add(1) - 1) {
				if messages[i] = ""; counts(beads[i]) {
					messages[i] = disagreement(beads[i], texts)
				}
			}
		}()
	}
	wait.Wait()
	relay.Raise()
}

// samples are how many beads from all over the texts are compared first, of at least twice as many.
// If they show that of each text the share agrees or more has a counterpart that does not disagree,
// the texts are translations throughout: [align.Overlap.Parallel] asks for .7 of all of them, and
// that is seven deviations of the smallest sample away, and ten of the larger ones.
var samples = []struct {
	beads  int
	agrees float64
}{{250, 0.9}, {2000, 0.8}, {8000, 0.75}}

// sampledParallel reports whether a sample shows that the texts are translations throughout.
func sampledParallel(beads []align.Bead, texts []*segment.Text) bool {
	for _, s := range samples {
		if every := len(beads) / s.beads; every >= 2 && sampledAgreement(beads, texts, every) >= s.agrees {
			return true
		}
	}
	return false
}

// sampledAgreement returns the least share of a text that has a counterpart in beads that do not
// disagree, as far as one in every beads shows it; 0 if it shows nothing.
func sampledAgreement(beads []align.Bead, texts []*segment.Text, every int) float64 {
	var sample []align.Bead
	for i := every / 2; i < len(beads); i += every {
		sample = append(sample, beads[i])
	}
	messages := make([]string, len(sample))
	compareAll(messages, sample, texts)
	agreeing := newAgreement(texts)
	all := make([]float64, len(texts))
	for i, b := range sample {
		if messages[i] == "" {
			agreeing.add(b)
		}
		for k, before := range agreeing.before {
			if chars := before[len(before)-1]; chars > 0 {
				all[k] += (before[b.Ranges[k].Hi] - before[b.Ranges[k].Lo]) / chars
			}
		}
	}
	least := 1.0
	for k, share := range agreeing.overlap.Shares {
		if all[k] <= 0 {
			return 0
		}
		least = min(least, share/all[k])
	}
	return least
}

// An agreement is how much of some texts has a counterpart in beads that do not disagree.
type agreement struct {
	overlap align.Overlap
	before  [][]float64 // by text: its characters before each sentence
}

func newAgreement(texts []*segment.Text) *agreement {
	a := &agreement{overlap: align.Overlap{Shares: make([]float64, len(texts))}}
	for _, t := range texts {
		a.before = append(a.before, t.CharsBefore())
	}
	return a
}

// add adds what a bead that does not disagree shows.
func (a *agreement) add(b align.Bead) {
	for k, before := range a.before {
		if all := before[len(before)-1]; all > 0 {
			a.overlap.Shares[k] += b.Translation * (before[b.Ranges[k].Hi] - before[b.Ranges[k].Lo]) / all
		}
	}
}

// disagreement returns what differs between the texts of a bead if each two of them disagree, or
// "".
func disagreement(b align.Bead, texts []*segment.Text) (message string) {
	var sides []check.Side
	for k, r := range b.Ranges {
		if r.Len() > 0 {
			sides = append(sides, check.Side{Lang: texts[k].Lang, Text: texts[k].Wording(r)})
		}
	}
	for i, own := range sides {
		for _, other := range sides[:i] {
			if message = differentFact(other, own); message == "" {
				return ""
			}
		}
	}
	return message
}

// differentFact returns what the first finding about a fact says, or "". Sides that are the same
// state the same, though a checker does not find the English month of 2018-Feb-21 in French.
func differentFact(a, b check.Side) string {
	if a.Text == b.Text {
		return ""
	}
	for _, f := range check.Facts(a, b) {
		if f.Kind.Fact() {
			return f.Message
		}
	}
	return otherOrdinals(a, b)
}
