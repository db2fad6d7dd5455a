package srx

import (
	"regexp/syntax"
	"unicode/utf8"
)

// scanLimit bounds what a scanner remembers: the transitions of all its states together.
const scanLimit = 1 << 19

// A scanner runs an automaton. It makes the states of a deterministic automaton as a text reaches
// them, and forgets them all when there are too many. One goroutine may use it at a time.
type scanner struct {
	*automaton
	states  []state
	byKey   map[string]int32
	begins  [8]int32 // the states at a position, by what is on its other side; 0 if not made yet
	matches [][]uint32

	sparse, dense, stack, next []uint32 // scratch
	key                        []byte

	seen    []uint32 // for each pattern the round in which it matched last
	matched []uint32 // the patterns that matched in this round
	round   uint32
}

// A state is a set of instructions to continue with, and what is known of the character before.
type state struct {
	insts []uint32
	flags surroundings
	to    []transition // by class; the last is for the end of the text
}

// surroundings is what an assertion needs to know of the character before a state.
type surroundings uint8

const (
	isEdge surroundings = 1 << iota // there is none: a text ends there
	isWord
	isNewline
)

// A transition is what a character does in a state. State 0 has no instructions, and to -1 the
// transition is not made yet.
type transition struct {
	to    int32
	match int32 // what matches before the character, in scanner.matches
}

func newScanner(a *automaton) *scanner {
	s := &scanner{automaton: a, sparse: make([]uint32, len(a.insts)), seen: make([]uint32, len(a.starts))}
	s.forget()
	return s
}

// forget drops all states.
func (s *scanner) forget() {
	s.states = append(s.states[:0], state{})
	s.byKey = map[string]int32{}
	s.begins = [8]int32{}
	s.matches = append(s.matches[:0], nil)
}

// has reports whether a pattern matched in the last run.
func (s *scanner) has(pattern uint32) bool { return s.seen[pattern] == s.round }

// run finds the patterns that match from a position on, within reach. They are in matched.
func (s *scanner) run(text string, pos int) {
	s.round++
	s.matched = s.matched[:0]
	at := s.begin(text, pos)
	for limit := reach; ; {
		r, size := s.read(text, pos)
		class := s.classes.n
		if size > 0 {
			class = s.classes.of(r)
		}
		t := s.states[at].to[class]
		if t.to < 0 {
			if len(s.states)*s.classes.n > scanLimit {
				insts, flags := s.states[at].insts, s.states[at].flags
				s.forget()
				at = s.intern(insts, flags)
			}
			t = s.step(at, class)
		}
		if t.match != 0 {
			for _, pattern := range s.matches[t.match] {
				if s.seen[pattern] != s.round {
					s.seen[pattern] = s.round
					s.matched = append(s.matched, pattern)
				}
			}
		}
		if limit -= size; t.to == 0 || limit < 0 {
			return
		}
		if at = t.to; s.backward {
			size = -size
		}
		pos += size
	}
}

// read returns the next character in the direction of reading, with size 0 at the end.
func (s *scanner) read(text string, pos int) (rune, int) {
	switch {
	case !s.backward && pos < len(text):
		if b := text[pos]; b < utf8.RuneSelf {
			return rune(b), 1
		}
		return utf8.DecodeRuneInString(text[pos:])
	case s.backward && pos > 0:
		if b := text[pos-1]; b < utf8.RuneSelf {
			return rune(b), 1
		}
		return utf8.DecodeLastRuneInString(text[:pos])
	}
	return 0, 0
}

// begin returns the state at a position, before anything is read.
func (s *scanner) begin(text string, pos int) int32 {
	s.backward = !s.backward
	r, size := s.read(text, pos)
	s.backward = !s.backward
	flags := isEdge
	if size > 0 {
		flags = s.classes.flags[s.classes.of(r)]
	}
	if s.begins[flags] == 0 {
		s.begins[flags] = s.intern(s.starts, flags)
	}
	return s.begins[flags]
}

// step makes a transition.
func (s *scanner) step(from int32, class int) transition {
	before := s.states[from].flags
	after := isEdge
	if class < s.classes.n {
		after = s.classes.flags[class]
	}
	s.dense, s.next = s.dense[:0], s.next[:0]
	var matched []uint32
	s.stack = append(s.stack[:0], s.states[from].insts...)
	for len(s.stack) > 0 {
		pc := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		if i := s.sparse[pc]; int(i) < len(s.dense) && s.dense[i] == pc {
			continue
		}
		s.sparse[pc] = uint32(len(s.dense))
		s.dense = append(s.dense, pc)
		switch in := &s.insts[pc]; in.op {
		case syntax.InstAlt:
			s.stack = append(s.stack, in.arg, in.out)
		case syntax.InstCapture, syntax.InstNop:
			s.stack = append(s.stack, in.out)
		case syntax.InstEmptyWidth:
			if holds(syntax.EmptyOp(in.arg), before, after) {
				s.stack = append(s.stack, in.out)
			}
		case syntax.InstMatch:
			matched = append(matched, in.arg)
		case syntax.InstRune:
			if class < s.classes.n && in.sets[class>>6]>>(class&63)&1 != 0 {
				s.next = append(s.next, in.out)
			}
		}
	}
	t := transition{}
	if len(s.next) > 0 {
		t.to = s.intern(s.next, after)
	}
	if len(matched) > 0 {
		t.match = int32(len(s.matches))
		s.matches = append(s.matches, matched)
	}
	s.states[from].to[class] = t
	return t
}

// holds reports whether an assertion holds between two characters. Reversed patterns have reversed
// assertions, so that the direction does not matter.
func holds(op syntax.EmptyOp, before, after surroundings) bool {
	boundary := (before^after)&isWord != 0
	return (op&syntax.EmptyBeginText == 0 || before&isEdge != 0) &&
		(op&syntax.EmptyEndText == 0 || after&isEdge != 0) &&
		(op&syntax.EmptyBeginLine == 0 || before&(isEdge|isNewline) != 0) &&
		(op&syntax.EmptyEndLine == 0 || after&(isEdge|isNewline) != 0) &&
		(op&syntax.EmptyWordBoundary == 0 || boundary) && (op&syntax.EmptyNoWordBoundary == 0 || !boundary)
}

// intern returns the state with these instructions.
func (s *scanner) intern(insts []uint32, flags surroundings) int32 {
	s.key = append(s.key[:0], byte(flags))
	for _, pc := range insts {
		s.key = append(s.key, byte(pc), byte(pc>>8), byte(pc>>16), byte(pc>>24))
	}
	if id, ok := s.byKey[string(s.key)]; ok {
		return id
	}
	to := make([]transition, s.classes.n+1)
	for i := range to {
		to[i].to = -1
	}
	id := int32(len(s.states))
	s.states = append(s.states, state{append([]uint32(nil), insts...), flags, to})
	s.byKey[string(s.key)] = id
	return id
}
