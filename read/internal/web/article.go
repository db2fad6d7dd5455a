package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// Measures of blocks, set by hand on pages of newspapers, authorities and wikis. A column is the
// width of a Latin letter; East Asian characters have two.
const (
	proseWidth = 60  // columns; a block this wide that ends in punctuation and is not a link is prose
	longProse  = 200 // columns; a block this wide is prose whatever its end
	linkShare  = .6  // share of links in the text of a block from which it belongs to a menu
	menuShare  = .3  // the same of several blocks together
	mostProse  = .9  // share of the prose of a page that is inside the article
	menuBlocks = 3   // blocks; fewer links in a row are not a menu
)

// article finds the blocks of the article and makes paragraphs of them. Blocks that the page calls
// a menu, a foot or a side column are left out unless they hold most of the prose, and so are lists
// of links before the first prose and after the last. A page without any of these is kept whole,
// and so is a page of a book.
func (r *reader) article() {
	prose := make([]int, len(r.blocks)) // columns
	for i := range r.blocks {
		if b := &r.blocks[i]; !b.frame.hidden {
			prose[i] = b.prose()
			b.frame.prose += prose[i]
		}
	}
	for i := len(r.frames) - 1; i > 0; i-- { // every element begins after the one that it is in
		r.frames[i].parent.prose += r.frames[i].prose
	}
	total := r.frames[0].prose
	for _, f := range r.frames[1:] {
		if f.why = f.parent.why; f.why == "" && (f.hidden || 2*f.prose <= total) {
			f.why = f.noise
		}
	}
	root := r.root(total)
	for _, f := range r.frames {
		f.in = f == root || f.parent != nil && f.parent.in
	}
	why := make([]string, len(r.blocks)) // why each block is left out; "" if it is kept
	first, last := -1, -1                // the first and the last prose of the article
	for i, b := range r.blocks {
		why[i] = b.frame.why
		if why[i] == "" && templateOnly.MatchString(b.text) {
			why[i] = "code of the site"
		}
		if prose[i] > 0 && why[i] == "" && b.frame.in {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 && !r.Book {
		r.menus(why, 0, first, prose)
		r.menus(why, last+1, len(r.blocks), prose)
	}
	r.keep(why)
}

// root returns the innermost element that holds most of the prose, preferring elements that are
// marked as the article.
func (r *reader) root(total int) *frame {
	root := r.frames[0]
	for _, f := range r.frames[1:] {
		switch {
		case f.main && 2*f.prose > total && (!root.main || f.prose >= root.prose):
			root = f
		case !root.main && total > 0 && float64(f.prose) >= mostProse*float64(total) && f.noise == "":
			root = f
		}
	}
	return root
}

// menus leaves out blocks of [lo, hi), which are before or after the prose: those outside the root
// if many of them are links, and inside it the links that follow one another.
func (r *reader) menus(why []string, lo, hi int, prose []int) {
	linked, size := 0, 0
	for i := lo; i < hi; i++ {
		if b := &r.blocks[i]; !b.frame.in {
			size += len(b.text)
			linked += int(b.linked)
			if why[i] != "" || strings.Contains(b.text, "©") || strings.Contains(b.text, "Copyright") {
				linked += len(b.text) - int(b.linked) // counts like links
			}
		}
	}
	outside := size > 0 && float64(linked) >= menuShare*float64(size)
	for i := lo; i < hi; i++ {
		b := &r.blocks[i]
		if why[i] != "" {
			continue
		}
		if !b.frame.in {
			if outside && !b.title && prose[i] == 0 {
				why[i] = "around the text"
			}
			continue
		}
		n := i
		for n < hi && why[n] == "" && r.blocks[n].isLink() {
			n++
		}
		for k := i; n-i >= menuBlocks && k < n; k++ {
			why[k] = "links"
		}
		i = max(i, n-1)
	}
}

// isLink reports whether most of the block is links.
func (b *block) isLink() bool {
	return float64(b.linked) >= linkShare*float64(len(strings.TrimSpace(b.text)))
}

// prose returns the width of a block of running text in columns; 0 for any other block.
func (b *block) prose() int {
	s := strings.TrimSpace(b.text)
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
	punctuated := unicode.Is(unicode.Sentence_Terminal, end) || strings.ContainsRune(":;：；؛,،，、…", end)
	if width >= longProse || width >= proseWidth && punctuated {
		return width
	}
	return 0
}

// keep makes paragraphs of the blocks that are kept, and notes of the others.
func (r *reader) keep(why []string) {
	for i, b := range r.blocks {
		text := b.text
		if why[i] == "" {
			line := b.line
			for _, p := range splitBlock(text) {
				r.page.Paragraphs = append(r.page.Paragraphs, part.Paragraph{Text: p, Line: int(line),
					Cell: b.frame.place()})
			}
			continue
		}
		short := strings.Join(strings.Fields(text), " ")
		if n := len(r.page.LeftOut) - 1; n >= 0 && i > 0 && why[i-1] == why[i] {
			l := &r.page.LeftOut[n]
			l.Last = int(b.last)
			if len(l.Text) < 200 {
				l.Text += " · " + short
			}
			continue
		}
		r.page.LeftOut = append(r.page.LeftOut,
			part.LeftOut{First: int(b.line), Last: int(b.last), What: why[i], Text: short})
	}
}

// place returns the cell of a table around a frame.
func (f *frame) place() part.Cell {
	for ; f != nil; f = f.parent {
		if f.cell != nil {
			return *f.cell
		}
	}
	return part.Cell{}
}

// splitBlock returns the paragraphs in the text of a block: they are separated by two line breaks,
// or by one after the end of a sentence.
func splitBlock(text string) []string {
	lines := strings.Split(text, layout.LineSeparator)
	out := []string{""}
	full := false // the previous line ends a sentence
	for i, l := range lines {
		l = strings.TrimSpace(l)
		n := len(out) - 1
		switch {
		case l == "" || full && out[n] != "":
			if out[n] != "" {
				out = append(out, l)
			}
		case i > 0 && out[n] != "":
			out[n] += layout.LineSeparator + l
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
