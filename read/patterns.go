package read

import (
	"regexp/syntax"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

var patterns sync.Map // of *pattern by their text

// A pattern is a regular expression that knows with which bytes the lines begin that it may match.
// Detection holds every line of a text against dozens of patterns, nearly all of which a line shows
// by its first byte not to match.
type pattern struct {
	*lazyregexp.Regexp
	first func() *[256]bool // nil if it may match a line that begins with any byte, or an empty one
}

// matchesLine reports whether a line of a text matches.
func (p *pattern) matchesLine(line string) bool {
	first := p.first()
	return (first == nil || line != "" && first[line[0]]) && p.MatchString(line)
}

// compiled returns a pattern. It is compiled when the first line is held against it that it may
// match by its first byte.
func compiled(text string) *pattern {
	if p, known := patterns.Load(text); known {
		return p.(*pattern)
	}
	p := &pattern{lazyregexp.New(text), sync.OnceValue(func() *[256]bool { return firstBytes(text) })}
	patterns.Store(text, p)
	return p
}

// firstBytes returns the bytes with which a text begins that an expression matches, or more than
// these; nil if it is not bound to the beginning of the text, or may match an empty one.
func firstBytes(text string) *[256]bool {
	re, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return nil
	}
	f := firstFinder{prog: prog, seen: map[firstState]bool{}, known: true}
	f.follow(firstState{uint32(prog.Start), false})
	if !f.known {
		return nil
	}
	return &f.bytes
}

// A firstState is an instruction, and whether the beginning of the text was asked for before it.
type firstState struct {
	at    uint32
	bound bool
}

// A firstFinder follows a program up to the first characters that it takes.
type firstFinder struct {
	prog  *syntax.Prog
	seen  map[firstState]bool
	bytes [256]bool
	known bool
}

func (f *firstFinder) follow(s firstState) {
	if f.seen[s] {
		return
	}
	f.seen[s] = true
	switch x := &f.prog.Inst[s.at]; x.Op {
	case syntax.InstAlt, syntax.InstAltMatch:
		f.follow(firstState{x.Out, s.bound})
		f.follow(firstState{x.Arg, s.bound})
	case syntax.InstCapture, syntax.InstNop:
		f.follow(firstState{x.Out, s.bound})
	case syntax.InstEmptyWidth:
		f.follow(firstState{x.Out, s.bound || syntax.EmptyOp(x.Arg)&syntax.EmptyBeginText != 0})
	case syntax.InstRune, syntax.InstRune1:
		f.known = f.known && s.bound
		f.add(x)
	case syntax.InstFail:
	default: // a match of nothing, or any character
		f.known = false
	}
}

// add adds the bytes with which the characters of an instruction begin: of those beyond ASCII, all.
func (f *firstFinder) add(x *syntax.Inst) {
	for b := range 256 {
		r := rune(b)
		f.bytes[b] = f.bytes[b] || b < utf8.RuneSelf && x.MatchRune(r)
	}
	for i, r := range x.Rune {
		fold := syntax.Flags(x.Arg)&syntax.FoldCase != 0 && unicode.SimpleFold(r) != r
		if r >= utf8.RuneSelf || fold || i%2 == 1 && r == unicode.MaxRune {
			for b := utf8.RuneSelf; b < 256; b++ {
				f.bytes[b] = true
			}
		}
	}
}
