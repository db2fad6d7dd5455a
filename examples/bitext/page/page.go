// Package page writes an alignment as one page of HTML, to read, print or mail: the texts side by
// side, each in its own direction of writing, with rows marked that have no counterpart or are not
// translated. The page
// is complete in itself: no script, no font and no outside address.
package page

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strconv"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/examples/bitext/page/face"
	"github.com/bitext-go/bitext/segment"
)

//go:embed page.html
var source string

var pageTemplate = template.Must(template.New("page").Parse(source))

type page struct {
	Title          string
	Colours        template.CSS
	Columns        []column
	Rows           []row
	Pairs          int // rows with a counterpart
	Alone, Doubted int
	Copied         int // rows that are not translated
}

type column struct {
	Name, Lang, Dir, Document string
	Sentences                 int
}

type row struct {
	Number                int
	Alone, Doubted, Break bool // no counterpart; needs attention; a paragraph begins in every text
	Copied                bool // a side is not translated
	Boundary, Translation string
	Cells                 []cell
}

type cell struct {
	Lang, Dir, Lines string
	Sentences        []sentence
}

type sentence struct {
	Begins bool // a paragraph
	Runs   []face.Run
}

// Write writes the beads of an alignment of the texts.
func Write(w io.Writer, title string, beads []align.Bead, texts ...*segment.Text) error {
	p := page{Title: title, Colours: template.CSS(face.Colours)}
	for _, t := range texts {
		p.Columns = append(p.Columns, column{
			Name: display.English.Tags().Name(t.Lang), Lang: t.Lang.String(), Dir: face.Direction(t.Lang),
			Document: t.Name, Sentences: len(t.Sentences),
		})
	}
	copied := map[int]bool{}
	for _, c := range memory.Copies(beads, texts...) {
		copied[c.Bead] = true
	}
	p.Copied = len(copied)
	for i, b := range beads {
		r := row{
			Copied:      copied[i],
			Number:      i + 1,
			Alone:       b.Null(),
			Break:       true,
			Boundary:    percent(b.Boundary),
			Translation: percent(b.Translation),
		}
		for k, t := range texts {
			c := cellOf(t, b.Ranges[k])
			if len(c.Sentences) > 0 && !c.Sentences[0].Begins {
				r.Break = false
			}
			r.Cells = append(r.Cells, c)
		}
		r.Doubted = !r.Alone && b.Boundary >= 0 && b.Boundary < face.Doubtful
		switch {
		case r.Alone:
			p.Alone++
		case r.Doubted:
			p.Doubted++
			fallthrough
		default:
			p.Pairs++
		}
		p.Rows = append(p.Rows, r)
	}
	return pageTemplate.Execute(w, p)
}

func cellOf(t *segment.Text, r segment.Range) cell {
	c := cell{Lang: t.Lang.String(), Dir: face.Direction(t.Lang)}
	for i := r.Lo; i < r.Hi; i++ {
		begins := len(t.Paragraphs) > 0 && t.Paragraphs[t.ParagraphOf(i)].Lo == i
		c.Sentences = append(c.Sentences, sentence{begins, face.Runs(t.Sentence(i))})
	}
	switch first, last := t.LinesOf(r); {
	case first == 0:
	case first == last:
		c.Lines = fmt.Sprintf("line %d", first)
	default:
		c.Lines = fmt.Sprintf("lines %d–%d", first, last)
	}
	return c
}

// percent returns a confidence for people. A negative one is unknown.
func percent(p float64) string {
	if p < 0 {
		return "–"
	}
	return strconv.Itoa(int(100*p+0.5)) + "\u00A0%"
}
