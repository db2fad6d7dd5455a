package memory

import (
	"fmt"
	"slices"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/segment"
)

const (
	// From leastShare of the sentences on that find a fitting place, a text is taken for a
	// translation of the document.
	leastShare = 0.5
	// A sentence counts as fitting if both confidences are at least leastSure. Of a translation it
	// is placed if it is a translation with at least sureAlone, or with at least sureCut where it
	// is cut right with at least sureAlone: a sentence that belongs nowhere is drawn to a unit that
	// has nothing else, but is neither.
	leastSure = 0.5
	sureAlone = 0.9
	sureCut   = 0.7
	// comparableSure is how surely a sentence of a text that is only much like the document must be
	// cut right; it must be a translation with at least sureAlone.
	comparableSure = 0.9
)

// facts are the findings that two wordings of one sentence do not have. That a list counts its
// items in one language only, or quotes in another way, is common between translations.
var facts = []check.Kind{check.Number, check.Date, check.Year, check.Country, check.Address}

// A proposal is where the alignment would put some sentences of the text.
type proposal struct {
	rows, own             segment.Range
	boundary, translation float64
	findings              []string // what disagrees in one language at least
	wrong                 string   // a fact that disagrees in each language
	reason                string   // why it is not accepted; "" if it is
}

// propose turns beads into proposals and looks at what they say.
func (p *profile) propose(beads []align.Bead, text *segment.Text) []proposal {
	var out []proposal
	for _, b := range beads {
		x := proposal{rows: b.Ranges[0], own: b.Ranges[1], boundary: b.Boundary, translation: b.Translation}
		if x.own.Len() == 0 {
			continue
		}
		if x.rows.Len() > 0 {
			p.compare(&x, check.Side{Lang: text.Lang, Text: text.Wording(x.own)})
		}
		out = append(out, x)
	}
	return out
}

// compare looks for what disagrees between the sentences and each language of their rows.
func (p *profile) compare(x *proposal, own check.Side) {
	languages, disagree := 0, 0
	for k, t := range p.texts {
		other := check.Side{Lang: t.Lang, Text: p.wording(k, x.rows)}
		if other.Text == "" {
			continue
		}
		languages++
		fact := ""
		for _, f := range check.Pair(other, own) {
			if f.Kind == check.Untranslated {
				continue // a name, or a formula, is the same everywhere
			}
			x.findings = append(x.findings, f.Message)
			if slices.Contains(facts, f.Kind) && fact == "" {
				fact = f.Message
			}
		}
		if m := otherOrdinals(other, own); m != "" {
			if x.findings = append(x.findings, m); fact == "" {
				fact = m
			}
		}
		if fact != "" {
			disagree++
			x.wrong = fact
		}
	}
	if disagree < languages {
		x.wrong = ""
	}
}

// judge sets the reasons of proposals that are not accepted, and reports whether the text is only
// much like the document.
func judge(proposals []proposal) (comparable bool) {
	fit, all := 0, 0
	for _, x := range proposals {
		all += x.own.Len()
		if x.rows.Len() > 0 && x.wrong == "" && x.translation >= leastSure && x.boundary >= leastSure {
			fit += x.own.Len()
		}
	}
	comparable = float64(fit) < leastShare*float64(all)
	for i := range proposals {
		x := &proposals[i]
		switch {
		case x.rows.Len() == 0:
			x.reason = "the memory has nothing like it"
		case !comparable && x.wrong != "":
			x.reason = x.wrong
		case comparable && len(x.findings) > 0:
			x.reason = x.findings[0]
		case x.translation < sureCut, x.translation < sureAlone && (comparable || x.boundary < sureAlone):
			x.reason = fmt.Sprintf("it is not sure enough to be a translation (%.2f)", x.translation)
		case comparable && x.boundary < comparableSure:
			x.reason = fmt.Sprintf("it is not sure enough to end where the unit ends (%.2f)", x.boundary)
		}
	}
	return comparable
}
