package read

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/pdfpage"
	"github.com/bitext-go/bitext/read/internal/tounicode"
)

// gapLines is how many lines of a document with a gap between two texts may belong to columns.
const gapLines = 3

// mayHaveColumns reports whether some lines of a document, as they are on its pages, have a gap
// between two texts.
func mayHaveColumns(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		left, right, found := strings.Cut(strings.TrimSpace(line), "  ")
		if found && strings.ContainsFunc(left, unicode.IsLetter) && strings.ContainsFunc(right, unicode.IsLetter) {
			if n++; n == gapLines {
				return true
			}
		}
	}
	return false
}

// A pdfPages is the pages of a PDF whose columns were found.
type pdfPages struct {
	plain      []string // the pages as they look; nil if they are read by the places of the words
	glyphs     *tounicode.Changer
	blocks     [][]pdfpage.Block
	turned     bool      // words in the margins are turned, and left out
	fromRight  bool      // most text is from right to left
	repairs    repairs   // of all lines
	char       []float64 // the usual width of a character on each page
	hyphenated bool      // words are divided at the ends of lines
	begun      []bool    // for each column, whether the first paragraph of this page was on the last one

	body       strings.Builder
	line       int              // lines of body so far
	paragraphs []part.Paragraph // cells
	inTable    []bool           // for each line of body, whether it is in a table
	cuts       []float64        // those of the last table
	tables     int              // so far
	row        int              // the last row of the last table
	header     []string         // the first row of the last table
	last       map[int]string   // the cells of the last row, by their columns
}

// readColumns returns the pages of a PDF with their columns; nil if there are none. text is the
// document as its pages look, without the numbers of its lines.
func (r *Reader) readColumns(s *source, file, text string, numbers numbering) (*pdfPages, error) {
	places, err := r.pdfToText(s, file, "-bbox")
	if err != nil {
		return nil, err
	}
	words, err := pdfpage.Parse(strings.NewReader(places), r.bounds(), false)
	if err != nil {
		return nil, err
	}
	turned := 0
	text, heads := dropFurniture(text)
	for i := range words {
		n := len(words[i])
		words[i] = pdfpage.WithoutTurned(words[i])
		turned += n - len(words[i])
		words[i] = pdfpage.JoinCapitals(pdfpage.WithoutLeaders(heads.drop(i, numbers.drop(i, words[i]))))
	}
	p := newPages(words, &tounicode.Changer{}, false)
	p.turned = turned > 0
	if p.plain = strings.SplitAfter(text, "\f"); p.turned {
		p.plain = nil // has the words that are turned
	} else if !p.hasColumns() || len(p.plain) < len(p.blocks) {
		return nil, nil
	}
	return p, nil
}

// newPages returns pages with their columns. fromRight is whether most text is from right to left.
func newPages(words [][]pdfpage.Word, glyphs *tounicode.Changer, fromRight bool) *pdfPages {
	p := &pdfPages{glyphs: glyphs, fromRight: fromRight}
	var all strings.Builder
	lines, hyphens := 0, 0
	var table *pdfpage.Block // the last of the page before
	for _, page := range words {
		blocks, char := pdfpage.Blocks(page, table)
		table = nil
		for i, b := range blocks {
			if b.Rows > 0 {
				table = &blocks[i]
			}
			for _, l := range b.Lines {
				all.WriteString(p.formsOf(l) + "\n")
			}
			for _, c := range b.Columns {
				for _, l := range c.Lines {
					all.WriteString(p.formsOf(l) + "\n")
					lines++
					if strings.HasSuffix(l.Words[len(l.Words)-1].Text, "-") {
						hyphens++
					}
				}
			}
		}
		p.blocks = append(p.blocks, blocks)
		p.char = append(p.char, char)
	}
	p.hyphenated = hyphens*hyphenShare > lines
	p.repairs = repairsFor(all.String())
	return p
}

// hasColumns reports whether a page has columns.
func (p *pdfPages) hasColumns() bool {
	return slices.ContainsFunc(p.blocks, func(blocks []pdfpage.Block) bool {
		return slices.ContainsFunc(blocks, isColumns)
	})
}

func isColumns(b pdfpage.Block) bool { return len(b.Columns) > 0 }

// hyphenShare is the share of the lines in columns that end in a hyphen if words are divided there:
// one in hyphenShare. Fewer are hyphens of compounds. It was set by hand.
const hyphenShare = 25

// hasTables reports whether columns are those of a table.
func (p *pdfPages) hasTables() bool {
	for _, blocks := range p.blocks {
		if slices.ContainsFunc(blocks, func(b pdfpage.Block) bool { return b.Rows > 0 }) {
			return true
		}
	}
	return false
}

// areTwoTexts reports whether the columns are in two languages.
func (p *pdfPages) areTwoTexts() bool {
	const enough = 2000 // bytes of a column that tell its language
	var columns []string
	for _, blocks := range p.blocks {
		for _, b := range blocks {
			for c, column := range b.Columns {
				if c == len(columns) {
					columns = append(columns, "")
				}
				for _, l := range column.Lines {
					if len(columns[c]) < enough {
						columns[c] += p.textOf(l) + "\n"
					}
				}
			}
		}
	}
	letters := lang.ByLetters()
	var first language.Tag
	for _, text := range columns {
		tag, _ := letters.Detect(text)
		if tag == language.Und {
			continue
		}
		if first != language.Und && !langtag.SameBaseAndScript(tag, first) {
			return true
		}
		first = tag
	}
	return false
}

// write makes the body of the document, and its paragraphs if there are tables.
func (p *pdfPages) write(d *Document) {
	for i, blocks := range p.blocks {
		plain := p.plain != nil && !slices.ContainsFunc(blocks, isColumns)
		if plain {
			p.put(fixGlyphs(strings.TrimSuffix(p.plain[i], "\f")), false)
		}
		for _, b := range blocks {
			switch {
			case b.Rows > 0:
				p.table(i, b)
			case len(b.Columns) > 0:
				p.columns(i, b.Columns)
			case !plain:
				p.lines(i, b.Lines)
			}
		}
		if i < len(p.blocks)-1 {
			p.body.WriteByte('\f')
		}
	}
	if d.Body = p.body.String(); p.tables > 0 {
		p.setParagraphs(d)
	}
}

// columns adds columns, one after the other, each paragraph on a line. What the next page has of
// the last paragraph of a column follows it.
func (p *pdfPages) columns(page int, columns []pdfpage.Column) {
	paragraphs := p.paragraphsOf(columns)
	var next [][]string
	if page+1 < len(p.blocks) {
		i := slices.IndexFunc(p.blocks[page+1], isColumns)
		if i >= 0 && p.blocks[page+1][i].Rows == 0 && len(p.blocks[page+1][i].Columns) == len(columns) {
			next = p.paragraphsOf(p.blocks[page+1][i].Columns)
		}
	}
	begun := p.begun // the columns whose first paragraph is on the page before
	p.begun = make([]bool, len(columns))
	for _, c := range inOrder(columns) {
		all := paragraphs[c]
		if len(begun) == len(columns) && begun[c] {
			all = all[1:]
		}
		for i, one := range all {
			if i == len(all)-1 && next != nil && len(next[c]) > 0 && continues(one, next[c][0]) {
				var b strings.Builder
				b.WriteString(one)
				joinLine(&b, next[c][0], false, p.hyphenated)
				one = b.String() + next[c][0]
				p.begun[c] = true
			}
			p.put(one, false)
		}
	}
}

// paragraphsOf returns the paragraphs of columns.
func (p *pdfPages) paragraphsOf(columns []pdfpage.Column) (out [][]string) {
	for _, c := range columns {
		text := p.cell(c, 0, len(c.Lines))
		out = append(out, strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }))
	}
	return out
}

// continues reports whether a text goes on with another: it ends no sentence, and the other begins
// with a letter other than a capital.
func continues(text, next string) bool {
	first, last := script.First(next), script.Last(strings.TrimRight(text, `"'”’»)`))
	return text != "" && unicode.IsLetter(first) && !unicode.IsUpper(first) &&
		!unicode.Is(unicode.Sentence_Terminal, last)
}

// inOrder returns the indexes of columns in the order in which they are read.
func inOrder(columns []pdfpage.Column) (order []int) {
	right := 0
	for _, c := range columns {
		for _, l := range c.Lines {
			if l.RightToLeft() {
				right++
			} else {
				right--
			}
		}
	}
	for c := range columns {
		order = append(order, c)
	}
	if right > 0 {
		slices.Reverse(order)
	}
	return order
}
