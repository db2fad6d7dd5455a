package memory

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/segment"
)

// A Copy is a side of a bead that is not translated: it is the same as the side of another text.
type Copy struct {
	Bead     int  // the index of the bead
	Text     int  // the text whose side it is
	Of       int  // the text that it is a copy of
	Sentence bool // it is a sentence; false for what is between such sentences
}

// Copies returns the sides of beads that are not translated, in the order of the beads. A
// translation that is not finished has them: part of it is still the text of the original.
//
// A sentence that is the same in two languages, white space and punctuation aside, is not
// translated. A heading, name, number, command or address may rightly be the same. It counts as not
// translated only if most of what is around it is not: of the sentence before it and the two after
// it, at least two are copies and near. At the beginning and the end it is the nearest three. If
// hardly a sentence is translated, all that is the same counts.
//
// Function words and scripts tell which text is the original. If they do not, as with two
// languages that have many sentences in common, nothing counts as a copy, unless nothing differs at
// all. Copies panics if a bead does not have a range for each text. Beads and texts are not
// retained.
func Copies(beads []align.Bead, texts ...*segment.Text) []Copy {
	var out []Copy
	known := map[[2]int]bool{} // beads and texts of out
	for i, a := range texts {
		for k, b := range texts[i+1:] {
			k += i + 1
			c := copiesAmong(a.Lang, b.Lang, len(beads), func(n int) sides {
				r, s := beads[n].Ranges[i], beads[n].Ranges[k]
				if r.Len() == 0 || s.Len() == 0 {
					return sides{}
				}
				return sides{a.Wording(r), b.Wording(s)}
			})
			if c == nil {
				continue
			}
			text, of := k, i
			if c.second {
				text, of = i, k
			}
			for n, kind := range c.kinds {
				if key := [2]int{n, text}; kind.left() && !known[key] {
					known[key] = true
					out = append(out, Copy{n, text, of, kind == copiedSentence})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Copy) int { return cmp.Compare(a.Bead, b.Bead) })
	return out
}

// WithoutCopies returns the beads without the sides that are copies. A bead that has no other side
// but the original keeps that. The beads are not changed.
func WithoutCopies(beads []align.Bead, copies []Copy) []align.Bead {
	if len(copies) == 0 {
		return beads
	}
	out := slices.Clone(beads)
	for i, c := range copies {
		r := out[c.Bead].Ranges
		if i == 0 || copies[i-1].Bead != c.Bead {
			r = slices.Clone(r)
		}
		r[c.Text].Lo = r[c.Text].Hi
		out[c.Bead].Ranges = r
	}
	return out
}

// sides are the wordings of a pair; both are "" if there is none.
type sides struct{ a, b string }

// A copyKind is what two sides have to do with each other.
type copyKind int8

const (
	noPair         copyKind = iota
	translated              // the sides differ
	alike                   // the sides are the same, and may rightly be so
	alikeAmong              // the same, among sentences that are copies
	copiedSentence          // the sides are the same sentence
)

// left reports whether a copy is left out.
func (k copyKind) left() bool { return k >= alikeAmong }

// copiesOf are the copies among the pairs of two texts.
type copiesOf struct {
	kinds  []copyKind // of the pairs
	second bool       // the second text is the original
}

// copiesAmong returns the copies among n pairs in the order of the texts, or nil if there are none
// or if it is not clear which language they are in.
func copiesAmong(a, b language.Tag, n int, pair func(i int) sides) *copiesOf {
	if langtag.SameBase(a, b) || southSlavic[langtag.Base(a).String()] && southSlavic[langtag.Base(b).String()] {
		return nil
	}
	c := &copiesOf{kinds: make([]copyKind, n)}
	counts := map[copyKind]int{}
	var sample, shorter string
	for i := range n {
		p := pair(i)
		c.kinds[i] = kindOf(p)
		counts[c.kinds[i]]++
		switch {
		case c.kinds[i] == copiedSentence && len(sample) < enoughCopied:
			sample += p.a + "\n"
		case c.kinds[i] == alike && len(shorter) < enoughCopied:
			shorter += p.a + "\n"
		}
	}
	if sample == "" {
		sample = shorter
	}
	nothing := counts[translated] == 0 && counts[copiedSentence]+counts[alike] >= fewCopied
	if counts[copiedSentence] == 0 && !nothing {
		return nil
	}
	ok := false
	if c.second, ok = original(sample, a, b); !ok && !nothing {
		return nil
	}
	if hardly := counts[translated] <= counts[copiedSentence]/hardlyAny; hardly || nothing {
		c.judgeAll()
	} else {
		c.judgeAlike()
	}
	return c
}

const (
	// fewCopied is how many pairs must be the same if nothing else shows that a text is a copy.
	fewCopied = 5
	// hardlyAny is how many times more sentences are copied than translated if hardly one is. Both
	// were set by hand.
	hardlyAny = 10
)

// judgeAll makes copies of all that is alike.
func (c *copiesOf) judgeAll() {
	for i, k := range c.kinds {
		if k == alike {
			c.kinds[i] = alikeAmong
		}
	}
}

// enoughCopied is how many bytes of copies tell their language: more than a page. It was set by
// hand.
const enoughCopied = 3000

// kindOf returns what two sides have to do with each other.
func kindOf(p sides) copyKind {
	if p.a == "" || p.b == "" {
		return noPair
	}
	same, sentence := evidence.IsUntranslated(p.a, p.b)
	switch {
	case !same && strings.TrimSpace(p.a) != strings.TrimSpace(p.b):
		return translated
	case sentence:
		return copiedSentence
	}
	return alike
}

// How many pairs that tell are looked at before and after one that does not, how far away they may
// be, in pairs, and how many of them must be copies. A heading belongs to what follows it. They
// were set by hand on the documents of two projects.
const (
	tellBefore, tellAfter = 1, 2
	tellReach             = 10
	tellCopies            = 2
)

// judgeAlike finds which pairs that are alike are among sentences that are copies.
func (c *copiesOf) judgeAlike() {
	var telling []int // the pairs that are translated, or copied sentences
	for i, k := range c.kinds {
		if k == translated || k == copiedSentence {
			telling = append(telling, i)
		}
	}
	next := 0 // of telling, the first after the pair
	for i, k := range c.kinds {
		for next < len(telling) && telling[next] <= i {
			next++
		}
		if k != alike {
			continue
		}
		last := min(len(telling), max(next+tellAfter, tellBefore+tellAfter))
		copies := 0
		for _, j := range telling[max(0, min(next, last-tellAfter)-tellBefore):last] {
			if c.kinds[j] == copiedSentence && max(i-j, j-i) <= tellReach {
				copies++
			}
		}
		if copies >= tellCopies {
			c.kinds[i] = alikeAmong
		}
	}
}

// southSlavic are languages of which many sentences are the same, and of which letters and function
// words tell only the script.
var southSlavic = map[string]bool{"hr": true, "sr": true, "bs": true, "sh": true, "cnr": true}

// sureOfOriginal is the least confidence in the language of copies; it was set by hand.
const sureOfOriginal = 0.9

// original reports whether copies are in the second of two languages. It is not ok if nothing tells
// which of the two they are in.
func original(copies string, a, b language.Tag) (second, ok bool) {
	for _, d := range []lang.Detector{lang.ByLetters(a, b), lang.ByLetters()} {
		tag, sure := d.Detect(copies)
		if sure < sureOfOriginal || tag == language.Und {
			continue
		}
		if isA, isB := langtag.SameBase(tag, a), langtag.SameBase(tag, b); isA != isB {
			return isB, true
		}
		script := langtag.Script(tag)
		if isA, isB := langtag.Script(a) == script, langtag.Script(b) == script; isA != isB {
			return isB, true
		}
	}
	return false, false
}
