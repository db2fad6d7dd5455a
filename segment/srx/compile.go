package srx

import (
	"fmt"
	"iter"
	"regexp"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
)

// Rules are the rules of a document, ready to cut. Any number of goroutines may use them. The zero
// Rules cut nothing.
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

// A rule is a rule ready to be matched: all its conditions must hold. The first on each side is one
// that must match.
type rule struct {
	source        Rule
	breaks        bool
	before, after []condition
}

// Compile makes the rules of a document ready to cut. It fails if a map names no language or has an
// invalid pattern; an expression that cannot be matched is a Limit.
func (d *Document) Compile() (*Rules, error) {
	r := &Rules{cascade: d.Cascade, languages: map[string][]*rule{}, byTag: map[language.Tag]*program{}}
	known := translations{}
	for _, l := range d.Languages {
		rules := r.languages[l.Name]
		for _, source := range l.Rules {
			compiled, err := known.compile(source)
			if err != nil {
				r.limits = append(r.limits, Limit{source.Line, err.Error()})
				continue
			}
			rules = append(rules, compiled...)
		}
		r.languages[l.Name] = rules
	}
	for _, m := range d.Maps {
		if _, ok := r.languages[m.Name]; !ok {
			return nil, fmt.Errorf("%d: languagemap names %q, but no languagerule does; correct the name", m.Line,
				m.Name)
		}
		pattern, err := toGo(m.Pattern)
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

// translations holds what was made of expressions, since most rules of a file share a few.
type translations map[expression][]alternative

type expression struct {
	source string
	before bool
}

// compile makes a rule ready. A rule with alternatives is several.
func (t translations) compile(source Rule) ([]*rule, error) {
	befores, err := t.translate(source.Before, true)
	if err != nil {
		return nil, fmt.Errorf("beforebreak %q: %w", source.Before, err)
	}
	afters, err := t.translate(source.After, false)
	if err != nil {
		return nil, fmt.Errorf("afterbreak %q: %w", source.After, err)
	}
	var rules []*rule
	for _, b := range befores {
		for _, a := range afters {
			r := &rule{source: source, breaks: source.Break}
			r.before = append(append([]condition{{pattern: b.main}}, b.before...), a.before...)
			r.after = append(append([]condition{{pattern: a.main}}, a.after...), b.after...)
			rules = append(rules, r)
		}
	}
	return rules, nil
}

func (t translations) translate(expr string, before bool) ([]alternative, error) {
	key := expression{expr, before}
	if known, ok := t[key]; ok {
		return known, nil
	}
	all, err := translate(expr, before)
	if err == nil {
		t[key] = all
	}
	return all, err
}

// Breaks iterates over the offsets in a paragraph at which sentences end, by the rules of a
// language. It implements the interface of segment.Rules.
func (r *Rules) Breaks(paragraph string, lang language.Tag) iter.Seq[int] {
	return r.program(lang).breaks(paragraph)
}

// Explain iterates over the places at which a rule that breaks matches, with the rule that decides.
// The number of a rule is its line in the file.
func (r *Rules) Explain(paragraph string, lang language.Tag) iter.Seq[segment.Decision] {
	return func(yield func(segment.Decision) bool) {
		for pos, rule := range r.program(lang).explain(paragraph) {
			d := segment.Decision{At: pos, Rule: fmt.Sprintf("line %d", rule.source.Line),
				Reason: rule.source.Before + " ¦ " + rule.source.After}
			if rule.breaks {
				d.End = pos
			}
			if !yield(d) {
				return
			}
		}
	}
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
	if r.byTag == nil {
		r.byTag = map[language.Tag]*program{}
	}
	r.byTag[lang] = p
	return p
}
