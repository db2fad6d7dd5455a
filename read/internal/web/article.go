package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/internal/part"
)

const (
	proseWidth = 60  // columns; a block this long that ends in a mark and is no link is prose
	longProse  = 200 // columns; a block this long is prose whatever its end
	linkShare  = .6  // share of a block's text that is links, from which on it belongs to a menu
	menuShare  = .3  // of several blocks together
	mostProse  = .9  // share of a page's prose that stands within the article
	menuBlocks = 3   // blocks; fewer links in a row are not taken for a menu
)

// article finds the blocks that are the article of the page and makes paragraphs of them. What the page itself calls a
// menu, a foot or a column beside the text is left out unless it holds most of the prose, and so are lists of links
// before the first prose and after the last. A page that has nothing of the kind stays whole.
func (r *reader) article() {
	prose := make([]int, len(r.blocks)) // columns
	total := 0
	for i, b := range r.blocks {
		if prose[i] = b.prose(); prose[i] == 0 {
			continue
		}
		hidden := false
		for _, f := range b.frames {
			hidden = hidden || f.noise == "hidden text"
		}
		if hidden {
			prose[i] = 0
			continue
		}
		total += prose[i]
		for _, f := range b.frames {
			f.prose += prose[i]
		}
	}
	why := make([]string, len(r.blocks)) // what each block is that is left out
	for i, b := range r.blocks {
		for _, f := range b.frames {
			if f.noise != "" && (f.noise == "hidden text" || 2*f.prose <= total) {
				why[i] = f.noise
				break
			}
		}
	}
	root := rootOf(r.blocks, total)
	first, last := -1, -1 // the first and the last prose of the article
	for i, b := range r.blocks {
		if prose[i] > 0 && why[i] == "" && (root == nil || b.in(root)) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 {
		r.menus(root, why, 0, first, prose)
		r.menus(root, why, last+1, len(r.blocks), prose)
	}
	r.keep(why)
}

// rootOf is the innermost element that holds most of the prose, nil for the page as a whole. What calls itself the article
// is asked first.
func rootOf(blocks []*block, total int) *frame {
	var root *frame
	for _, b := range blocks {
		for depth, f := range b.frames {
			if f.main && 2*f.prose > total && (root == nil || !root.main || f.prose >= root.prose) {
				root = f
			} else if (root == nil || !root.main && depth > 0) && total > 0 && float64(f.prose) >= mostProse*float64(total) && f.noise == "" {
				root = f
			}
		}
	}
	return root
}

func (b *block) in(root *frame) bool {
	for _, f := range b.frames {
		if f == root {
			return true
		}
	}
	return false
}

// menus leaves out what stands around the prose in blocks [lo, hi): what is outside of the root, where much of that is
// links, and within it the links that follow one another.
func (r *reader) menus(root *frame, why []string, lo, hi int, prose []int) {
	linked, size := 0, 0
	for i := lo; i < hi; i++ {
		if b := r.blocks[i]; root != nil && !b.in(root) {
			linked += b.linked
			size += b.text.Len()
			if why[i] != "" {
				linked += b.text.Len() - b.linked // the page has such things
			}
		}
	}
	outside := size > 0 && float64(linked) >= menuShare*float64(size)
	for i := lo; i < hi; i++ {
		b := r.blocks[i]
		if why[i] != "" {
			continue
		}
		if root != nil && !b.in(root) {
			if outside && !b.title && prose[i] == 0 {
				why[i] = "around the text"
			}
			continue
		}
		n := i
		for n < hi && why[n] == "" && r.blocks[n].isLink() {
			n++
		}
		for ; n-i >= menuBlocks && i < n; i++ {
			why[i] = "links"
		}
		i = max(i, n-1)
	}
}

func (b *block) isLink() bool {
	return float64(b.linked) >= linkShare*float64(len(strings.TrimSpace(b.text.String())))
}

// prose is how wide a block of running text is, 0 for any other block.
func (b *block) prose() int {
	s := strings.TrimSpace(b.text.String())
	width := 0
	for _, r := range s {
		width++
		if r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			width++
		}
	}
	if b.isLink() {
		return 0
	}
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return r == '"' || r == '\'' || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi)
	})
	end, _ := utf8.DecodeLastRuneInString(s)
	if width >= longProse || width >= proseWidth && (unicode.Is(unicode.Sentence_Terminal, end) || strings.ContainsRune(":;：；؛,،，、…", end)) {
		return width
	}
	return 0
}

// keep makes paragraphs of the blocks that nothing speaks against, and notes of the others.
func (r *reader) keep(why []string) {
	for i, b := range r.blocks {
		text := b.text.String()
		if why[i] == "" {
			line := b.line
			for _, p := range parts(text) {
				r.page.Paragraphs = append(r.page.Paragraphs, part.Paragraph{Text: p, Line: line})
			}
			continue
		}
		short := strings.Join(strings.Fields(text), " ")
		if n := len(r.page.LeftOut) - 1; n >= 0 && i > 0 && why[i-1] == why[i] {
			l := &r.page.LeftOut[n]
			l.Last = b.last
			if len(l.Text) < 200 {
				l.Text += " · " + short
			}
			continue
		}
		r.page.LeftOut = append(r.page.LeftOut, part.LeftOut{First: b.line, Last: b.last, What: why[i], Text: short})
	}
}

// parts are the paragraphs in the text of a block: two line breaks part them, and so does one after the end of a
// sentence.
func parts(text string) []string {
	lines := strings.Split(text, lineBreak)
	out := []string{""}
	full := false // the line before ends a sentence
	for i, l := range lines {
		l = strings.TrimSpace(l)
		n := len(out) - 1
		switch {
		case l == "" || full && out[n] != "":
			if out[n] != "" {
				out = append(out, l)
			}
		case i > 0 && out[n] != "":
			out[n] += lineBreak + l
		default:
			out[n] = l
		}
		end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l, `"'”»)`))
		full = unicode.Is(unicode.Sentence_Terminal, end)
	}
	if out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}
