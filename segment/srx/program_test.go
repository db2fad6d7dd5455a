package srx

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

// What the automata find is what the regular expressions of Go find at each position.
func TestRulesAgreeWithRegexp(t *testing.T) {
	befores := []string{`\.`, `[.!?]+`, `\bab\.`, `\b\p{Lu}\.`, `a|é\.`, ``, `(?i)AB[.!]`, `[^\s.]{2,3}\.`,
		`\sa*\.`, `^\.?a`, `.*b\.`, `\.$`}
	afters := []string{`\s`, `\s+\p{Lu}`, ``, `\s*[a-c]\b`, `[^a]`, `\s\S+\.`, `\n`, `(?:\s|é)+B`, `.*$`}
	pieces := []string{"a", "b", "é", "A", "B", ".", "!", "?", " ", "\n", "5", "。", "\xff"}
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	for range 300 {
		d := &Document{Languages: []Language{{Name: "x"}}, Maps: []Map{{Pattern: ".*", Name: "x"}}}
		for range 1 + r.IntN(5) {
			d.Languages[0].Rules = append(d.Languages[0].Rules,
				Rule{Break: r.IntN(2) == 0, Before: pick(befores), After: pick(afters)})
		}
		rules, err := d.Compile()
		require.NoError(t, err)
		require.Empty(t, rules.Limits())
		var text strings.Builder
		for range r.IntN(40) {
			text.WriteString(pick(pieces))
		}
		want := bruteForce(d.Languages[0].Rules, text.String())
		got := slices.Collect(rules.Breaks(text.String(), language.English))
		assert.Equal(t, want, got, "%q %+v", text.String(), d.Languages[0].Rules)
	}
}

// bruteForce tries each rule at each position. Go's \b knows ASCII only, so it is written out.
func bruteForce(rules []Rule, text string) (breaks []int) {
	compiled := map[string]*regexp.Regexp{}
	full := func(expr, text string) bool {
		if compiled[expr] == nil {
			compiled[expr] = regexp.MustCompile(`(?s)\A(?:` + expr + `)\z`)
		}
		return compiled[expr].MatchString(text)
	}
	word := regexp.MustCompile(`[\p{L}\p{M}\p{Nd}\p{Pc}]`)
	edge := func(text string, pos int) bool {
		_, before, after := cutAt(text, pos)
		return word.MatchString(before) != word.MatchString(after)
	}
	for pos := 1; pos < len(text); pos++ {
		if whole, _, _ := cutAt(text, pos); !whole {
			continue
		}
		for _, r := range rules {
			before, startsEdge := strings.CutPrefix(r.Before, `\b`)
			after, endsEdge := strings.CutSuffix(r.After, `\b`)
			matched := false
			for from := 0; from <= pos && !matched; from++ {
				whole, _, _ := cutAt(text, from)
				matched = whole && full(before, text[from:pos]) && (!startsEdge || edge(text, from)) &&
					(!strings.HasPrefix(before, "^") || from == 0) &&
					(!strings.HasSuffix(before, "$") || pos == len(text))
			}
			if !matched {
				continue
			}
			matched = false
			for to := pos; to <= len(text) && !matched; to++ {
				whole, _, _ := cutAt(text, to)
				matched = whole && full(after, text[pos:to]) && (!endsEdge || edge(text, to)) &&
					(!strings.HasSuffix(after, "$") || to == len(text))
			}
			if matched {
				if r.Break {
					breaks = append(breaks, pos)
				}
				break
			}
		}
	}
	return breaks
}

// cutAt returns whether a character begins at an offset, or the text ends there, and the characters
// before and after it.
func cutAt(text string, pos int) (whole bool, before, after string) {
	at := 0
	for _, r := range text {
		size := len(string(r))
		if r == '\uFFFD' && !strings.HasPrefix(text[at:], "\uFFFD") {
			size = 1
		}
		if at == pos {
			return true, before, text[at : at+size]
		}
		before = text[at : at+size]
		at += size
	}
	return at == pos, before, ""
}
