package srx

import (
	"fmt"
	"iter"
	"regexp"
	"regexp/syntax"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Rules are the rules of a document, ready to cut. Any number of goroutines may use them.
type Rules struct {
	cascade   bool
	languages map[string][]*rule
	maps      []compiledMap
	limits    []Limit

	mu    sync.Mutex
	byTag map[language.Tag]*program
}

// A Limit is a rule that is left out, because Go cannot match what it says.
type Limit struct {
	Line   int // of the rule in the file
	Reason string
}

// String returns the limit as a line for people.
func (l Limit) String() string {
	return fmt.Sprintf("line %d: %s; the rule is left out", l.Line, l.Reason)
}

// Limits returns the rules that are left out, in the order of the file.
func (r *Rules) Limits() []Limit { return r.limits }

type compiledMap struct {
	pattern *regexp.Regexp
	name    string
}

// A rule is a rule ready to be matched.
type rule struct {
	breaks        bool
	before, after *matcher
}

// Compile makes the rules of a document ready to cut. It fails if a map names no language or has an
// invalid pattern; an expression that Go cannot match is a Limit.
func (d *Document) Compile() (*Rules, error) {
	r := &Rules{cascade: d.Cascade, languages: map[string][]*rule{}, byTag: map[language.Tag]*program{}}
	afters := map[string]*matcher{} // most rules of a file share a few
	for _, l := range d.Languages {
		rules := r.languages[l.Name]
		for _, source := range l.Rules {
			compiled, err := compileRule(source, afters)
			if err != nil {
				r.limits = append(r.limits, Limit{source.Line, err.Error()})
				continue
			}
			rules = append(rules, compiled)
		}
		r.languages[l.Name] = rules
	}
	for _, m := range d.Maps {
		if _, ok := r.languages[m.Name]; !ok {
			return nil, fmt.Errorf("%d: languagemap names %q, but no languagerule does; correct the name", m.Line,
				m.Name)
		}
		pattern, err := toGo(m.Pattern, false)
		var re *regexp.Regexp
		if err == nil {
			re, err = regexp.Compile(`(?i)\A(?:` + pattern + `)\z`)
		}
		if err != nil {
			return nil, fmt.Errorf("%d: languagepattern %q: %w", m.Line, m.Pattern, err)
		}
		r.maps = append(r.maps, compiledMap{re, m.Name})
	}
	return r, nil
}

// compileRule makes a rule ready; afters holds what was made of expressions for the text after.
func compileRule(source Rule, afters map[string]*matcher) (*rule, error) {
	before, err := translate(source.Before, true)
	if err != nil {
		return nil, fmt.Errorf("beforebreak %q: %w", source.Before, err)
	}
	after := afters[source.After]
	if after == nil {
		expr, err := translate(source.After, false)
		if err != nil {
			return nil, fmt.Errorf("afterbreak %q: %w", source.After, err)
		}
		after = newMatcher(expr)
		afters[source.After] = after
	}
	return &rule{breaks: source.Break, before: newMatcher(before), after: after}, nil
}

// A matcher matches one side of a rule from the position on.
type matcher struct {
	all     bool       // it matches everywhere
	literal string     // a match begins with it
	exact   bool       // a match is the literal
	edge    bool       // and no letter or digit follows it
	class   []rune     // a match is one character of these ranges; nil if it is more
	first   *[256]bool // the bytes with which a match begins; nil if it may be empty

	source, negative string // expressions of Go; negative is "" if there is none
	compile          sync.Once
	positiveRe       *regexp.Regexp // compiled when they are first needed
	negativeRe       *regexp.Regexp
}

func newMatcher(s side) *matcher {
	re := shrink(s.positive.Simplify())
	m := &matcher{all: re.Op == syntax.OpEmptyMatch && s.negative == nil, source: re.String(), edge: s.edge}
	m.literal, m.exact = literalOf(re)
	if re.Op == syntax.OpCharClass && s.negative == nil {
		m.class = re.Rune
	}
	if set, nullable := firstBytes(re); !nullable {
		m.first = set
	}
	if s.negative != nil {
		m.negative, m.exact = s.negative.String(), false
	}
	return m
}

// shrink returns a shorter expression that matches at a position if and only if re does:
// repetitions at its end are cut to the fewest.
func shrink(re *syntax.Regexp) *syntax.Regexp {
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return shrink(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		return &syntax.Regexp{Op: syntax.OpEmptyMatch}
	case syntax.OpConcat:
		subs := append([]*syntax.Regexp(nil), re.Sub...)
		for len(subs) > 0 {
			last := shrink(subs[len(subs)-1])
			if last.Op != syntax.OpEmptyMatch {
				subs[len(subs)-1] = last
				break
			}
			subs = subs[:len(subs)-1]
		}
		switch len(subs) {
		case 0:
			return &syntax.Regexp{Op: syntax.OpEmptyMatch}
		case 1:
			return subs[0]
		}
		short := *re
		short.Sub = subs
		return &short
	}
	return re
}

// match reports whether the expression matches at the beginning of a text.
func (m *matcher) match(text string) bool {
	switch {
	case m.all:
		return true
	case len(text) < len(m.literal) || text[:len(m.literal)] != m.literal:
		return false
	case m.exact:
		if !m.edge {
			return true
		}
		r, size := utf8.DecodeRuneInString(text[len(m.literal):])
		return size == 0 || !unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc)
	case m.first != nil && (text == "" || !m.first[text[0]]):
		return false
	case m.class != nil:
		r, _ := utf8.DecodeRuneInString(text)
		return inRanges(m.class, r)
	}
	m.compile.Do(func() { // a list of rules has thousands, of which few are ever needed
		m.positiveRe = regexp.MustCompile(`\A(?:` + m.source + `)`) // it was parsed before
		if m.negative != "" {
			m.negativeRe = regexp.MustCompile(`\A(?:` + m.negative + `)`)
		}
	})
	return m.positiveRe.MatchString(text) && (m.negativeRe == nil || !m.negativeRe.MatchString(text))
}

// inRanges reports whether a character is in one of the ranges, pairs of first and last in order.
func inRanges(ranges []rune, r rune) bool {
	lo, hi := 0, len(ranges)/2
	for lo < hi {
		mid := (lo + hi) / 2
		switch {
		case r < ranges[2*mid]:
			hi = mid
		case r > ranges[2*mid+1]:
			lo = mid + 1
		default:
			return true
		}
	}
	return false
}

// literalOf returns the literal with which every match begins, and whether it is the whole match.
func literalOf(re *syntax.Regexp) (literal string, exact bool) {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return string(re.Rune), true
		}
	case syntax.OpCapture:
		return literalOf(re.Sub[0])
	case syntax.OpConcat:
		for i, sub := range re.Sub {
			l, whole := literalOf(sub)
			literal += l
			if !whole {
				return literal, false
			}
			exact = i == len(re.Sub)-1
		}
		return literal, exact
	}
	return "", false
}

// firstBytes returns the bytes with which a match begins, and whether it may be empty.
func firstBytes(re *syntax.Regexp) (set *[256]bool, nullable bool) {
	set = new([256]bool)
	add := func(lo, hi rune) {
		if hi-lo > 0x400 || lo >= utf8.RuneSelf && hi > 0x7FF {
			for c := max(lo, 0); c <= min(hi, utf8.RuneSelf-1); c++ {
				set[c] = true
			}
			if hi >= utf8.RuneSelf {
				for c := 0x80; c < 256; c++ {
					set[c] = true
				}
			}
			return
		}
		for r := lo; r <= hi; r++ {
			set[string(r)[0]] = true
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 {
			for i := range set {
				set[i] = true
			}
			return set, false
		}
		add(re.Rune[0], re.Rune[0])
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			add(re.Rune[i], re.Rune[i+1])
		}
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		add(0, utf8.MaxRune)
	case syntax.OpCapture, syntax.OpPlus:
		return firstBytes(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			s, n := firstBytes(sub)
			for i := range set {
				set[i] = set[i] || s[i]
			}
			if !n {
				return set, false
			}
		}
		return set, true
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			s, n := firstBytes(sub)
			for i := range set {
				set[i] = set[i] || s[i]
			}
			nullable = nullable || n
		}
		return set, nullable
	default: // repetitions, assertions and the empty match
		for _, sub := range re.Sub {
			s, _ := firstBytes(sub)
			for i := range set {
				set[i] = set[i] || s[i]
			}
		}
		return set, true
	}
	return set, false
}

// Breaks iterates over the offsets in a paragraph at which sentences end, by the rules of a
// language. It implements the interface of segment.Rules.
func (r *Rules) Breaks(paragraph string, lang language.Tag) iter.Seq[int] {
	return r.program(lang).breaks(paragraph)
}

// program returns the rules of a language.
func (r *Rules) program(lang language.Tag) *program {
	r.mu.Lock()
	defer r.mu.Unlock()
	if p := r.byTag[lang]; p != nil {
		return p
	}
	var rules []*rule
	for _, m := range r.maps {
		if m.pattern.MatchString(lang.String()) {
			rules = append(rules, r.languages[m.name]...)
			if !r.cascade {
				break
			}
		}
	}
	p := newProgram(rules)
	r.byTag[lang] = p
	return p
}
