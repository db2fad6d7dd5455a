package memory

import (
	"context"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// again looks once more for the counterparts of sentences that one language has had alone: what was
// no match for one language may be one for two. It goes on until nothing is found any more.
func (a *Adder) again(ctx context.Context, d *document, except language.Tag, report *Report) error {
	for found := true; found; {
		found = false
		for _, lang := range d.alone(except) {
			n, err := a.matchAlone(ctx, d, lang)
			if err != nil {
				return err
			}
			report.Found += n
			found = found || n > 0
		}
	}
	return nil
}

// alone returns the languages with sentences of their own.
func (d *document) alone(except language.Tag) []language.Tag {
	var out []language.Tag
	for _, it := range d.items {
		if it.single != nil && !langtag.SameInMemory(it.Lang, except) && !slices.Contains(out, it.Lang) {
			out = append(out, it.Lang)
		}
	}
	return out
}

// matchAlone places the sentences that one language has alone, between its others, and says how
// many found a place.
func (a *Adder) matchAlone(ctx context.Context, d *document, lang language.Tag) (int, error) {
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
	beads, err := p.place(ctx, &a.Aligner, d, text)
	if err != nil {
		return 0, err
	}
	proposals := p.propose(beads, text)
	judge(proposals)
	found := 0
	for _, x := range proposals {
		if x.reason != "" || x.rows.Len() != 1 || x.own.Len() != 1 {
			continue
		}
		it, to := of[x.own.Lo], p.rows[x.rows.Lo]
		if it.single == nil || it.used || to.used || !d.adjacent(it, to, lang) {
			continue
		}
		v := it.single.variant()
		v.Props = setProp(v.Props, PropWording, fingerprint(v.Lang, v.Text))
		v.Created = a.Date
		it.used = true
		found++
		if to.unit != nil {
			to.Variants = append(to.Variants, v)
			continue
		}
		to.used = true
		u := newUnit(nil, x, []tmx.Variant{to.single.variant(), v}, a.Date)
		i := slices.Index(d.items, to)
		d.items = slices.Insert(d.items, i+1, &item{unit: u})
	}
	d.items = slices.DeleteFunc(d.items, func(it *item) bool { return it.used })
	return found, nil
}

// in returns the item's wording in a language. What joint units hold stands in the units that they
// join, too.
func (it *item) in(lang language.Tag) (tmx.Variant, bool) {
	switch {
	case it.single != nil:
		return it.single.variant(), it.Lang == lang
	case len(it.joins) == 0:
		for _, v := range it.Variants {
			if v.Lang == lang {
				return v, true
			}
		}
	}
	return tmx.Variant{}, false
}

// adjacent reports whether nothing in a language stands between two items, nor in the second.
func (d *document) adjacent(it, to *item, lang language.Tag) bool {
	i, j := slices.Index(d.items, it), slices.Index(d.items, to)
	if _, has := to.in(lang); has || i < 0 || j < 0 {
		return false
	}
	for k := min(i, j) + 1; k < max(i, j); k++ {
		if _, has := d.items[k].in(lang); has && !d.items[k].used {
			return false
		}
	}
	return true
}
