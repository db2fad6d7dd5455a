package srx

import (
	"iter"
	"sync"
	"unicode/utf8"
)

// reach is how many bytes before and after a position are examined.
const reach = 256

// A program is the rules of a language in the order in which they are tried. Two automata find the
// expressions that match before and after a position; the first rule whose conditions hold decides.
type program struct {
	rules         []*ready
	before, after *automaton
	byBefore      [][]*ready // the rules by their first condition before
	breaking      []bool     // the expressions after that are the first condition of a rule that breaks

	// positions at which a rule may break: the byte before and the byte after
	last, next          [256]bool
	anyBefore, anyAfter bool // a rule that breaks requires nothing there

	pool sync.Pool // of *engine
}

// A ready rule has the numbers of its conditions in the automata.
type ready struct {
	source     Rule
	order      int
	breaks     bool
	after      uint32
	moreBefore []check
	moreAfter  []check
}

type check struct {
	pattern uint32
	not     bool
}

// An engine runs the automata of a program. One goroutine may use it at a time.
type engine struct{ before, after *scanner }

func newProgram(rules []*rule) *program {
	p := &program{}
	before, after := numbering{}, numbering{}
	for i, r := range rules {
		if r.breaks {
			merge(&p.last, &p.anyBefore, r.before[0].pattern)
			merge(&p.next, &p.anyAfter, r.after[0].pattern)
		}
		x := &ready{order: i, source: r.source, breaks: r.breaks, after: after.of(r.after[0].pattern)}
		for _, c := range r.before[1:] {
			x.moreBefore = append(x.moreBefore, check{before.of(c.pattern), c.not})
		}
		for _, c := range r.after[1:] {
			x.moreAfter = append(x.moreAfter, check{after.of(c.pattern), c.not})
		}
		k := before.of(r.before[0].pattern)
		for len(p.byBefore) <= int(k) {
			p.byBefore = append(p.byBefore, nil)
		}
		p.byBefore[k] = append(p.byBefore[k], x)
		p.rules = append(p.rules, x)
	}
	for len(p.byBefore) < len(before.list) {
		p.byBefore = append(p.byBefore, nil)
	}
	p.breaking = make([]bool, len(after.list))
	for _, x := range p.rules {
		p.breaking[x.after] = p.breaking[x.after] || x.breaks
	}
	p.before, p.after = newAutomaton(before.list, true), newAutomaton(after.list, false)
	return p
}

// A numbering numbers expressions in the order in which they are seen.
type numbering struct {
	numbers map[*pattern]uint32
	list    []*pattern
}

func (n *numbering) of(x *pattern) uint32 {
	k, ok := n.numbers[x]
	if !ok {
		if n.numbers == nil {
			n.numbers = map[*pattern]uint32{}
		}
		k = uint32(len(n.list))
		n.numbers[x] = k
		n.list = append(n.list, x)
	}
	return k
}

// merge adds the bytes with which an expression begins. The text before a position is reversed by
// characters, so the byte before it is the last of a character; it is looked for only in ASCII.
func merge(set *[256]bool, anything *bool, x *pattern) {
	first, nullable := firstBytes(x.re)
	if nullable {
		*anything = true
		return
	}
	for i, is := range first {
		set[i] = set[i] || is
		if is && i >= utf8.RuneSelf {
			for k := 0x80; k < 256; k++ {
				set[k] = true // either end of the character
			}
		}
	}
}

// breaks iterates over the positions at which a rule that breaks is the first to match.
func (p *program) breaks(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		if len(p.rules) == 0 {
			return
		}
		e, ok := p.pool.Get().(*engine)
		if !ok {
			e = &engine{newScanner(p.before), newScanner(p.after)}
		}
		defer p.pool.Put(e)
		for pos := 1; pos < len(text); pos++ {
			if !p.anyBefore && !p.last[text[pos-1]] || !p.anyAfter && !p.next[text[pos]] ||
				!utf8.RuneStart(text[pos]) {
				continue
			}
			if r := p.first(e, text, pos); r != nil && r.breaks && !yield(pos) {
				return
			}
		}
	}
}

// explain iterates over the positions at which a rule that breaks matches, with the rule that
// decides there.
func (p *program) explain(text string) iter.Seq2[int, *ready] {
	return func(yield func(int, *ready) bool) {
		e := &engine{newScanner(p.before), newScanner(p.after)}
		for pos := 1; pos < len(text); pos++ {
			if utf8.RuneStart(text[pos]) {
				if r := p.first(e, text, pos); r != nil && (r.breaks || p.wouldBreak(e)) && !yield(pos, r) {
					return
				}
			}
		}
	}
}

// wouldBreak reports whether a rule that breaks holds where first has looked.
func (p *program) wouldBreak(e *engine) bool {
	for _, pattern := range e.before.matched {
		for _, r := range p.byBefore[pattern] {
			if r.breaks && p.holds(e, r) {
				return true
			}
		}
	}
	return false
}

// first returns the first rule whose conditions hold at a position, nil if there is none or no rule
// breaks there.
func (p *program) first(e *engine, text string, pos int) *ready {
	e.after.run(text, pos)
	may := false
	for _, pattern := range e.after.matched {
		may = may || p.breaking[pattern]
	}
	if !may {
		return nil
	}
	e.before.run(text, pos)
	var first *ready
	for _, pattern := range e.before.matched {
		for _, r := range p.byBefore[pattern] {
			if first != nil && r.order > first.order {
				break
			}
			if p.holds(e, r) {
				first = r
				break
			}
		}
	}
	return first
}

// holds reports whether all conditions of a rule hold, after its first one before.
func (p *program) holds(e *engine, r *ready) bool {
	return e.after.has(r.after) && e.before.hold(r.moreBefore) && e.after.hold(r.moreAfter)
}

// hold reports whether all conditions hold.
func (s *scanner) hold(checks []check) bool {
	for _, c := range checks {
		if s.has(c.pattern) == c.not {
			return false
		}
	}
	return true
}
