package memory

import (
	"context"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// revisit looks again for counterparts of unpaired sentences, until it finds no more: what did not
// match one language may match two.
func (a *Adder) revisit(ctx context.Context, d *document, except language.Tag, report *Report) error {
	for found := true; found; {
		found = false
		for _, lang := range d.unpairedLangs(except) {
			n, err := a.matchUnpaired(ctx, d, lang)
			if err != nil {
				return err
			}
			report.Found += n
			found = found || n > 0
		}
	}
	return nil
}

// matchUnpaired aligns one language with the others again, and returns how many of its unpaired
// sentences found a place.
func (a *Adder) matchUnpaired(ctx context.Context, d *document, lang language.Tag) (int, error) {
	var of []*item // of each sentence
	var sentences []string
	var paragraphs []segment.Range
	var last position
	for _, it := range d.items {
		v, ok := it.in(lang)
		if !ok {
			continue
		}
		at := positionOf(v.Props)
		if at.beginsAfter(last) || len(of) == 0 {
			paragraphs = append(paragraphs, segment.Range{Lo: len(of), Hi: len(of)})
		}
		last = at
		of, sentences = append(of, it), append(sentences, v.Text)
		paragraphs[len(paragraphs)-1].Hi = len(of)
	}
	text := segment.FromSentences(sentences, lang)
	text.Paragraphs = paragraphs
	p := d.profile(lang)
	if len(p.rows) == 0 || len(of) == 0 {
		return 0, nil
	}
	rows := p.rows
	placed, order, err := p.place(ctx, &a.Aligner, text)
	if err != nil {
		return 0, err
	}
	d.reorder(rows, order)
	proposals := p.propose(placed, text)
	judge(proposals, a.Sure)
	if !a.Same {
		p.leaveOutCopies(proposals, text)
	}
	found := 0
	for _, x := range proposals {
		if x.reason != "" || x.rows.Len() != 1 || x.own.Len() != 1 {
			continue
		}
		it, to := of[x.own.Lo], p.rows[x.rows.Lo]
		if it.unpaired == nil || it.used || to.used || !d.adjacent(it, to, lang) {
			continue
		}
		v := it.unpaired.variant()
		v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
		v.Created = a.Date
		it.used = true
		found++
		if to.unit != nil {
			to.unit.Variants = append(to.unit.Variants, v)
			continue
		}
		to.used = true
		u := newUnit(nil, x, []tmx.Variant{to.unpaired.variant(), v}, a.Date)
		i := slices.Index(d.items, to)
		d.items = slices.Insert(d.items, i+1, &item{unit: u, stretch: to.stretch})
	}
	d.items = slices.DeleteFunc(d.items, func(it *item) bool { return it.used })
	return found, nil
}
