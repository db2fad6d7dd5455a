package tounicode

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// Space is what stands for a space after an update that shows spaces.
const Space = '\u2420'

// A Changer changes CMaps: a glyph from right to left that is several characters becomes one. If
// ByPieces is set, a space becomes Space, and a mark over or below a letter from right to left is
// hidden from pdftotext, which would put some of them after their letter as it is seen from the
// left, and leave others before it.
//
// The characters that replace others are Arabic letters of languages that the document is not in.
// They must be letters from right to left, and the forms that Unicode has of ligatures would not
// do: pdftotext takes these apart too.
type Changer struct {
	ByPieces bool

	used   map[rune]bool   // characters of the document
	codes  map[string]rune // what replaces a sequence
	marks  map[rune]rune   // marks by what replaces them
	spaces bool            // a space was changed
}

// codes are the characters that may replace others, if the document does not have them.
var codes = &unicode.RangeTable{R16: []unicode.Range16{{0x0671, 0x06D3, 1}, {0x0750, 0x077F, 1}, {0x08A0, 0x08B4, 1}}}

// presentation are the forms of letters and ligatures that pdftotext takes apart.
var presentation = &unicode.RangeTable{R16: []unicode.Range16{{0xFB1D, 0xFDFF, 1}, {0xFE70, 0xFEFF, 1}}}

// HasSpaces reports whether spaces are shown.
func (c *Changer) HasSpaces() bool { return c.spaces }

// Marks returns a text of one piece with its marks as they were.
func (c *Changer) Marks(text string) string {
	if len(c.marks) == 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		if mark, found := c.marks[r]; found {
			return mark
		}
		return r
	}, text)
}

// Restore returns a text with its characters as they were, in the order in which they are read.
func (c *Changer) Restore(text string) string {
	if len(c.codes) == 0 {
		return text
	}
	var pairs []string
	for sequence, code := range c.codes {
		pairs = append(pairs, string(code), sequence)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

var (
	section  = lazyregexp.New(`(?s)begin(bfchar|bfrange)(.*?)endbf(?:char|range)`)
	hexToken = lazyregexp.New(`<[0-9A-Fa-f\s]*>|[\[\]]`)
)

// see notes which characters a CMap, or a page with texts of its own for glyphs, has.
func (c *Changer) see(text []byte) {
	if c.used == nil {
		c.used, c.codes, c.marks = map[rune]bool{}, map[string]rune{}, map[rune]rune{}
	}
	for _, e := range entries(text) {
		for g := e.lo; g <= e.hi; g++ {
			for _, r := range e.at(g) {
				c.used[r] = true
			}
		}
	}
	for _, m := range actualText.FindAllSubmatch(text, -1) {
		if to, ok := characters(m[2]); ok {
			for _, r := range to {
				c.used[r] = true
			}
		}
	}
}

// actualText matches what a page says that its glyphs are (ISO 32000-2, 14.9.4), in UTF-16.
var actualText = lazyregexp.New(`(/ActualText\s*<FEFF)([0-9A-Fa-f]*)(>)`)

// changePage returns the content of a page with its changes. ok is false if there are none.
func (c *Changer) changePage(text []byte) (changed []byte, ok bool) {
	changed = actualText.ReplaceAllFunc(text, func(all []byte) []byte {
		m := actualText.FindSubmatch(all)
		to, fine := characters(m[2])
		if !fine || len(to) == 0 {
			return all
		}
		r, different := c.replace(to)
		if !different {
			return all
		}
		ok = true
		return fmt.Appendf(nil, "%s%04X%s", m[1], r, m[3])
	})
	return changed, ok
}

// change returns a CMap with its changes. ok is false if there are none.
func (c *Changer) change(text []byte) (changed []byte, ok bool) {
	all := entries(text)
	var b strings.Builder
	for _, e := range all {
		for g := e.lo; g <= e.hi; g++ {
			to := e.at(g)
			if r, different := c.replace(to); different {
				to, ok = []rune{r}, true
			}
			fmt.Fprintf(&b, "1 beginbfchar\n<%0*X> <", e.width, g)
			for _, unit := range utf16.Encode(to) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\nendbfchar\n")
		}
	}
	if c.ByPieces {
		if strokes := missing(all); len(strokes) > 0 {
			ok = true
			for _, g := range strokes {
				fmt.Fprintf(&b, "1 beginbfchar\n<%02X> <%04X>\nendbfchar\n", g, tatweel)
			}
		}
	}
	if !ok {
		return nil, false
	}
	// What is between the sections, such as the range of codes, stays.
	first := section.FindIndex(text)
	head := bytes.TrimRight(text[:first[0]], " \t\r\n0123456789")
	sections := section.FindAllIndex(text, -1)
	tail := text[sections[len(sections)-1][1]:]
	return []byte(string(head) + "\n" + b.String() + string(tail)), true
}

// tatweel is the stroke that makes a word in Arabic script longer.
const tatweel = '\u0640'

// missing returns the glyphs that an Arabic font of one byte a glyph does not name. LibreOffice
// leaves out the stroke that makes words longer, and pdftotext takes it for a digit or a letter.
func missing(all []entry) (out []uint32) {
	named := map[uint32]bool{}
	arabic, last := false, uint32(0)
	for _, e := range all {
		if e.width != 2 {
			return nil
		}
		for g := e.lo; g <= e.hi; g++ {
			named[g], last = true, max(last, g)
		}
		arabic = arabic || unicode.Is(unicode.Arabic, e.first[0])
	}
	if !arabic {
		return nil
	}
	for g := uint32(1); g <= last+1 && g <= 0xFF; g++ {
		if !named[g] {
			out = append(out, g)
		}
	}
	return out
}

// replace returns the character that replaces a glyph's characters.
func (c *Changer) replace(to []rune) (rune, bool) {
	if len(to) == 1 && (to[0] == ' ' || to[0] == '\u00A0') {
		c.spaces = c.spaces || c.ByPieces
		return Space, c.ByPieces
	}
	sequence := string(to)
	if strings.ContainsFunc(sequence, func(r rune) bool { return unicode.In(r, presentation) }) {
		sequence = norm.NFKC.String(sequence)
	}
	n := 0
	for _, r := range sequence {
		isRight := unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Mn)
		if !isRight && (r != ' ' || n == 0) {
			return 0, false
		}
		n++
	}
	isMark := n == 1 && c.ByPieces && unicode.Is(unicode.Mn, to[0])
	if n < 2 && !isMark {
		return 0, false
	}
	if code, found := c.codes[sequence]; found {
		return code, true
	}
	for _, block := range codes.R16 {
		for code := rune(block.Lo); code <= rune(block.Hi); code++ {
			if !c.used[code] {
				c.used[code], c.codes[sequence] = true, code
				if isMark {
					c.marks[code] = to[0]
				}
				return code, true
			}
		}
	}
	return 0, false
}
