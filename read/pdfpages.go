package read

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/pdfpage"
	"github.com/bitext-go/bitext/read/internal/tounicode"
)

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
