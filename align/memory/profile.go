package memory

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// A profile is a document as rows and texts in all languages except one, for [align.Aligner.Place].
type profile struct {
	rows  []*item
	beads []align.Bead
	texts []*segment.Text
}

// profile returns the rows of the document: its items that have a language besides the given one,
// but not joint units.
func (d *document) profile(except language.Tag) *profile {
	p := &profile{}
	var tags []language.Tag
	var sentences [][]string
	var starts [][]bool // a paragraph begins
	var last []position
	column := map[language.Tag]int{}
	for _, r := range d.items {
		if !r.isRow(except) {
			continue
		}
		variants := r.variants(except)
		p.rows = append(p.rows, r)
		b := align.Bead{}
		for range tags {
			b.Ranges = append(b.Ranges, segment.Range{})
		}
		for _, v := range variants {
			k, known := column[v.Lang]
			if !known {
				k = len(tags)
				column[v.Lang] = k
				tags, sentences, starts = append(tags, v.Lang), append(sentences, nil), append(starts, nil)
				last = append(last, position{})
				b.Ranges = append(b.Ranges, segment.Range{})
			}
			if b.Ranges[k].Len() > 0 {
				continue // only the first variant of a language counts
			}
			at := positionOf(v.Props)
			starts[k] = append(starts[k], at.beginsAfter(last[k]))
			last[k] = at
			sentences[k] = append(sentences[k], v.Text)
			b.Ranges[k].Hi = 1
		}
		p.beads = append(p.beads, b)
	}
	done := make([]int, len(tags))
	for i := range p.beads {
		b := &p.beads[i]
		for k := range tags {
			if k == len(b.Ranges) {
				b.Ranges = append(b.Ranges, segment.Range{})
			}
			n := b.Ranges[k].Len()
			b.Ranges[k] = segment.Range{Lo: done[k], Hi: done[k] + n}
			done[k] += n
		}
	}
	for k, tag := range tags {
		t := segment.FromSentences(sentences[k], tag)
		t.Paragraphs = nil
		for i, start := range starts[k] {
			if start || i == 0 {
				t.Paragraphs = append(t.Paragraphs, segment.Range{Lo: i, Hi: i})
			}
			t.Paragraphs[len(t.Paragraphs)-1].Hi = i + 1
		}
		p.texts = append(p.texts, t)
	}
	return p
}

// A position is the place of a variant in its document, as far as its properties give it.
type position struct {
	document    string
	first, last int // paragraphs
}

func positionOf(props []tmx.Prop) position {
	first, last := numbers(prop(props, tmx.PropParagraph))
	return position{prop(props, tmx.PropDocument), first, last}
}

// numbers returns the range of numbers that a property gives, as in "4" or "4-5"; 0 if it gives
// none.
func numbers(s string) (first, last int) {
	from, to, ranged := strings.Cut(s, "-")
	first, _ = strconv.Atoi(from)
	if last = first; ranged {
		last, _ = strconv.Atoi(to)
	}
	return first, last
}

// beginsAfter reports whether a paragraph begins between q and p.
func (p position) beginsAfter(q position) bool {
	return p.document != q.document || p.first > q.last || p.first < q.first
}

// wording returns the wording of rows in a language as one text; "" if they have none.
func (p *profile) wording(k int, rows segment.Range) string {
	var all segment.Range
	for _, b := range p.beads[rows.Lo:rows.Hi] {
		if r := b.Ranges[k]; r.Len() > 0 {
			if all.Len() == 0 {
				all.Lo = r.Lo
			}
			all.Hi = r.Hi
		}
	}
	if all.Len() == 0 {
		return ""
	}
	return p.texts[k].Wording(all)
}

// bySentences returns the texts, those with the most sentences first.
func (p *profile) bySentences() []int {
	out := make([]int, len(p.texts))
	for k := range out {
		out[k] = k
	}
	slices.SortStableFunc(out, func(k, l int) int {
		return cmp.Compare(len(p.texts[l].Sentences), len(p.texts[k].Sentences))
	})
	return out
}

// rowsOf returns the row of each sentence of text k.
func (p *profile) rowsOf(k int) []int {
	out := make([]int, 0, len(p.texts[k].Sentences))
	for i, b := range p.beads {
		if b.Ranges[k].Len() > 0 {
			out = append(out, i)
		}
	}
	return out
}

// place aligns a text with the rows and puts the rows into the order in which the text has them. It
// returns that order, too: the former index of each row.
func (p *profile) place(ctx context.Context, a *align.Aligner, text *segment.Text) ([]align.Placement, []int, error) {
	placed, order, err := a.Place(ctx, p.beads, p.texts, text)
	if err != nil {
		return nil, nil, err
	}
	rows, beads := make([]*item, len(order)), make([]align.Bead, len(order))
	for i, r := range order {
		rows[i], beads[i] = p.rows[r], p.beads[r]
	}
	p.rows, p.beads = rows, beads
	return placed, order, nil
}
