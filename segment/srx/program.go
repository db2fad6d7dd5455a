package srx

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// reach is how many bytes before and after a position are examined.
const reach = 256

// A program is a list of rules in the order in which they are tried, with indexes by what they
// require at a position.
type program struct {
	rules []*rule

	// positions at which a rule may say yes: the byte before and the byte after
	last, next [256]bool
	anyBefore  bool // a rule that breaks requires nothing before
	anyAfter   bool

	general []int            // rules that require no literal before, in order
	byTail  map[string][]int // other rules, by the reversed literal that they require, cut to its length
	lengths []int            // the lengths of the keys of byTail, longest first
}

const longestKey = 4 // bytes

func newProgram(rules []*rule) *program {
	p := &program{rules: rules, byTail: map[string][]int{}}
	for i, r := range rules {
		if r.breaks {
			merge(&p.last, &p.anyBefore, r.before)
			merge(&p.next, &p.anyAfter, r.after)
		}
		key := r.before.literal
		if key == "" {
			p.general = append(p.general, i)
			continue
		}
		if len(key) > longestKey {
			key = key[:longestKey]
		}
		p.byTail[key] = append(p.byTail[key], i)
		if !slices.Contains(p.lengths, len(key)) {
			p.lengths = append(p.lengths, len(key))
		}
	}
	return p
}

// merge adds the bytes with which a side of a rule begins. The text before a position is reversed
// by characters, so the byte before it is the last of a character; it is looked for only in ASCII.
func merge(set *[256]bool, anything *bool, m *matcher) {
	if m.first == nil {
		*anything = true
		return
	}
	for i, is := range m.first {
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
		h := hindsight{}
		var candidates []int
		for pos := 1; pos < len(text); pos++ {
			if !p.anyBefore && !p.last[text[pos-1]] || !p.anyAfter && !p.next[text[pos]] || !utf8.RuneStart(text[pos]) {
				continue
			}
			h.reset(text[:pos])
			after := text[pos:min(len(text), pos+reach)]
			if candidates = p.candidates(candidates[:0], h.tail()); p.decides(candidates, &h, after) && !yield(pos) {
				return
			}
		}
	}
}

// A hindsight is the text before a position in reverse order, made as far as it is needed.
type hindsight struct {
	text       string
	buf        [reach]byte
	short, all string
}

func (h *hindsight) reset(text string) { h.text, h.short, h.all = text, "", "" }

// tail returns the last few characters before the position, for the index.
func (h *hindsight) tail() string {
	if h.short == "" {
		h.short = reversed(h.buf[:0:longestKey+utf8.UTFMax], h.text)
	}
	return h.short
}

// full returns all that is examined before the position.
func (h *hindsight) full() string {
	if h.all == "" {
		h.all = reversed(h.buf[:0], h.text)
	}
	return h.all
}

// candidates returns the rules that may match the reversed text before a position, in order.
func (p *program) candidates(out []int, before string) []int {
	out = append(out, p.general...)
	for _, n := range p.lengths {
		if n <= len(before) {
			out = append(out, p.byTail[before[:n]]...)
		}
	}
	slices.Sort(out)
	return out
}

// decides reports whether the first of the rules that matches breaks.
func (p *program) decides(candidates []int, before *hindsight, after string) bool {
	for _, i := range candidates {
		r := p.rules[i]
		if r.after.match(after) && (r.before.class != nil && r.before.match(before.tail()) ||
			r.before.class == nil && r.before.match(before.full())) {
			return r.breaks
		}
	}
	return false
}

// reversed returns the last characters of a text in reverse order, up to the capacity of buf.
func reversed(buf []byte, text string) string {
	for len(text) > 0 {
		r, size := utf8.DecodeLastRuneInString(text)
		if len(buf)+size > cap(buf) {
			break
		}
		if r == utf8.RuneError && size <= 1 {
			buf = append(buf, text[len(text)-1])
		} else {
			buf = append(buf, text[len(text)-size:]...)
		}
		text = text[:len(text)-size]
	}
	return string(buf)
}
