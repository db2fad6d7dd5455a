package memory

import (
	"fmt"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/check"
	"github.com/bitext-go/bitext/segment"
)

const (
	// leastShare is the share of its sentences that must fit for a text to be a translation of the
	// document.
	leastShare = 0.5
	// leastSure and leastCut are the least confidences, of translation and of boundary, with which
	// a sentence counts as fitting.
	leastSure, leastCut = 0.5, 0.8
	// A sentence of a translation is placed if its confidence of translation is at least sureAlone,
	// or if it is at least sureCut and its confidence of boundary at least sureAlone. A sentence
	// that belongs nowhere is drawn to a unit without a sentence, but with low confidences of both.
	sureAlone = 0.9
	sureCut   = 0.7
	// comparableSure and comparableCut are the least confidences, of translation and of boundary,
	// of a sentence in a similar text.
	comparableSure, comparableCut = 0.95, 0.93
)

// A proposal is the place that the alignment gives sentences of the text.
type proposal struct {
	rows, own             segment.Range
	boundary, translation float64
	findings              []string // what disagrees in at least one language
	wrong                 string   // a fact that disagrees in every language
	reason                string   // why it is not accepted, or ""
	copied                bool     // the sentences are not translated
}

// propose returns the proposals of placements, with what disagrees in each.
func (p *profile) propose(placed []align.Placement, text *segment.Text) []proposal {
	var out []proposal
	for _, b := range placed {
		x := proposal{rows: b.Rows, own: b.Sentences, boundary: b.Boundary, translation: b.Translation}
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

// compare finds what disagrees between the sentences and each language of their rows.
func (p *profile) compare(x *proposal, own check.Side) {
	languages, disagree := 0, 0
	for k, t := range p.texts {
		other := check.Side{Lang: t.Lang, Text: p.wording(k, x.rows)}
		if other.Text == "" {
			continue
		}
		if languages++; other.Text == own.Text {
			continue
		}
		fact := ""
		for _, f := range check.Pair(other, own) {
			if f.Kind == check.Untranslated {
				continue // names and formulas are the same everywhere
			}
			x.findings = append(x.findings, f.Message)
			if f.Kind.Fact() && fact == "" {
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

// leaveOutCopies sets the reasons of the proposals that are not translations of the languages of
// their rows, but copies, as [Copies] has it.
func (p *profile) leaveOutCopies(proposals []proposal, text *segment.Text) {
	for k, t := range p.texts {
		c := copiesAmong(t.Lang, text.Lang, len(proposals), func(i int) sides {
			x := &proposals[i]
			s := sides{p.wording(k, x.rows), text.Wording(x.own)}
			if s.a == "" || s.b == "" {
				return sides{}
			}
			return s
		})
		if c == nil || c.second { // the text is the original
			continue
		}
		reason := "it is not translated: the text is the same in " + display.English.Tags().Name(t.Lang)
		for i, kind := range c.kinds {
			if kind.left() {
				proposals[i].copied, proposals[i].reason = true, reason
			}
		}
	}
}

// judge sets the reasons of the proposals that are not accepted, and reports whether the text is
// not a translation of the document but of a similar one. sure is [Adder.Sure].
func judge(proposals []proposal, sure float64) (comparable bool) {
	fit, all := 0, 0
	for _, x := range proposals {
		all += x.own.Len()
		if x.rows.Len() > 0 && x.wrong == "" && x.translation >= leastSure && x.boundary >= leastCut {
			fit += x.own.Len()
		}
	}
	comparable = float64(fit) < leastShare*float64(all)
	for i := range proposals {
		x := &proposals[i]
		switch {
		case x.rows.Len() == 0:
			x.reason = nothingLike
		case !comparable && x.wrong != "":
			x.reason = x.wrong
		case comparable && len(x.findings) > 0:
			x.reason = x.findings[0]
		case x.translation < max(sureCut, sure), x.translation < sureAlone && (comparable || x.boundary < sureAlone):
			x.reason = fmt.Sprintf("it is not sure enough to be a translation (%.2f)", x.translation)
		case comparable && x.translation < comparableSure:
			x.reason = fmt.Sprintf("it is not sure enough to be a translation (%.2f)", x.translation)
		case comparable && x.boundary < comparableCut:
			x.reason = fmt.Sprintf("it is not sure enough to end where the unit ends (%.2f)", x.boundary)
		}
	}
	return comparable
}
