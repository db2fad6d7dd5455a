package lang

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// The cost of a change of language, in letters that must be evidence for it. A change of script is
// easy to see; languages of one script quote one another.
const (
	changeScript   = 4
	changeLanguage = 10
)

// A state is a language that the document may be in at a line.
type state struct {
	tag    language.Tag
	script string
}

// decide returns the language of each line, such that the letters that agree with it, less the cost
// of the changes of language, are most (Viterbi). Time is linear in the lines and quadratic in the
// languages that are found.
func decide(lines []piece) []language.Tag {
	states := statesOf(lines)
	out := make([]language.Tag, len(lines))
	if len(states) == 0 {
		return out
	}
	n := len(states)
	gains := map[language.Tag][]float64{}
	score, next := make([]float64, n), make([]float64, n)
	from := make([]int32, len(lines)*n)
	for i, l := range lines {
		if l.weight == 0 { // no evidence for a change
			for t := range n {
				from[i*n+t] = int32(t)
			}
			continue
		}
		gain := gains[l.lang]
		if gain == nil {
			gain = gainsOf(l.lang, states)
			gains[l.lang] = gain
		}
		for t := range next {
			best := t
			for u := range score {
				if i > 0 && score[u]-change(states[u], states[t]) > score[best]-change(states[best], states[t]) {
					best = u
				}
			}
			from[i*n+t] = int32(best)
			next[t] = score[best] - change(states[best], states[t]) + l.weight*gain[t]
		}
		score, next = next, score
	}
	best := 0
	for t := range score {
		if score[t] > score[best] {
			best = t
		}
	}
	for i := len(lines) - 1; i >= 0; i-- {
		out[i] = states[best].tag
		best = int(from[i*n+best])
	}
	settle(lines, out)
	return out
}

func change(a, b state) float64 {
	switch {
	case a == b:
		return 0
	case a.script == b.script:
		return changeLanguage
	}
	return changeScript
}

// statesOf returns the languages that were detected, in order of appearance, and the scripts in
// which no language was.
func statesOf(lines []piece) []state {
	var states []state
	seen := map[language.Tag]bool{}
	found := map[string]bool{}
	for _, l := range lines {
		if l.weight > 0 && !seen[l.lang] {
			seen[l.lang] = true
			s := state{l.lang, langtag.Script(l.lang)}
			states = append(states, s)
			found[s.script] = found[s.script] || !isUndecided(s.tag)
		}
	}
	return slices.DeleteFunc(states, func(s state) bool { return isUndecided(s.tag) && found[s.script] })
}

func isUndecided(tag language.Tag) bool {
	base, _, _ := tag.Raw()
	return base.String() == "und"
}

// gainsOf returns how much a line with the detected language tag is evidence for each state, from 0
// to 1. If only the script was detected, the line is evidence for every language of the script; a
// line in ideographs may be Japanese without kana.
func gainsOf(tag language.Tag, states []state) []float64 {
	gains := make([]float64, len(states))
	script := langtag.Script(tag)
	for i, s := range states {
		switch {
		case s.tag == tag, s.script == script && isUndecided(tag):
			gains[i] = 1
		case s.script == "Jpan" && script == "Hani":
			gains[i] = .9
		}
	}
	return gains
}

// common returns the languages that have at least one fiftieth of the text in their script. A
// single line in fifty that looks like another language is more often a mistake or a quotation.
func common(lines []piece, langs []language.Tag) []language.Tag {
	const least = 50
	of, script := map[language.Tag]int{}, map[string]int{}
	var order []language.Tag
	for i, l := range langs {
		if isUndecided(l) {
			continue
		}
		if of[l] == 0 {
			order = append(order, l)
		}
		of[l] += lines[i].Len()
		script[langtag.Script(l)] += lines[i].Len()
	}
	return slices.DeleteFunc(order, func(l language.Tag) bool { return of[l]*least < script[langtag.Script(l)] })
}

// decideTogether asks the detector once more for the lines whose language is still undecided, this
// time for all lines of one script together.
func decideTogether(body string, lines []piece, langs []language.Tag, d Detector) {
	texts := map[language.Tag]*strings.Builder{}
	for i, l := range lines {
		if tag := langs[i]; tag != language.Und && isUndecided(tag) {
			if texts[tag] == nil {
				texts[tag] = new(strings.Builder)
			}
			texts[tag].WriteString(body[l.Start:l.End])
		}
	}
	for undecided, text := range texts {
		tag, _ := d.Detect(text.String())
		if n, ok := d.(Narrower); ok && isUndecided(tag) {
			tag = n.Guess(undecided)
		}
		for i := range langs {
			if langs[i] == undecided {
				langs[i] = tag
			}
		}
	}
}

// settle moves each change of language to after the last empty line, among the lines around it that
// are evidence for no language. The lines below that empty line belong to what follows, the others
// to what precedes.
func settle(lines []piece, langs []language.Tag) {
	for i := 1; i < len(lines); i++ {
		if langs[i] == langs[i-1] {
			continue
		}
		lo, hi := i, i
		for lo > 0 && lines[lo-1].weight == 0 {
			lo--
		}
		for hi < len(lines) && lines[hi].weight == 0 {
			hi++
		}
		if lo == 0 || hi == len(lines) {
			continue
		}
		cut := lo
		for k := lo; k < hi; k++ {
			if lines[k].blank {
				cut = k + 1
			}
		}
		before, after := langs[i-1], langs[i]
		for k := lo; k < hi; k++ {
			langs[k] = before
			if k >= cut {
				langs[k] = after
			}
		}
		i = hi
	}
}
