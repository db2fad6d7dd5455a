package memory

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// A reach bounds how much of a long document is read to add a short text to it.
type reach struct {
	whole  int // a document of at most this many groups is read whole,
	short  int // and one with fewer than this many groups for each sentence of the text
	block  int // the rows, and more for long texts, that are compared with the text at a time
	margin int // the rows that are read on both sides of one that may have a sentence of the text
}

// usualReach keeps what is read of a document of any length within some 100 MB. The margin is
// small, since rows that the text has nothing for are only in the way of the alignment.
var usualReach = reach{whole: 1 << 14, short: 4, block: 1 << 12, margin: 12}

// A survey finds the units of a document that a text may have to do with, while the document passes
// by: those that have wordings or places of the text, and those near anchors between the text and
// the other languages.
//
// When the text is added again, it must find the same. So it counts rows, since an Adder does not
// change their number, and chooses groups: a unit that an alignment has made, and the units after
// it that an Adder has made of sentences that were kept there.
type survey struct {
	reach  reach
	text   *segment.Text
	search *search
	scorer evidence.Scorer

	groups   []group
	begun    bool // the last group has a unit that no Adder has made
	rows     int
	block    *document // what is compared with the text next
	first    int       // row of the block
	sites    [][]site  // by sentence, the best first
	unscored bool      // no language of the document can be compared with the text
}

// A group is some neighbouring units, and what a survey knows of them.
type group struct {
	units, row int  // how many units, and the first row
	marked     bool // it has a wording of the text, or names the text
}

func newSurvey(a *Adder, s *search) *survey {
	v := &survey{
		reach: a.bounds(), text: s.text, search: s, scorer: a.Aligner.Scorer, block: &document{},
		sites: make([][]site, len(s.text.Sentences)),
	}
	if v.scorer == nil {
		v.scorer = evidence.Standard()
	}
	v.reach.block = max(v.reach.block, 2*len(s.text.Sentences))
	return v
}

// bounds returns the reach of an Adder.
func (a *Adder) bounds() reach {
	if a.reach == (reach{}) {
		return usualReach
	}
	return a.reach
}

// isLong reports whether a document of this many groups is too long to be read whole for a text.
func (r reach) isLong(groups int, text *segment.Text) bool {
	return groups > r.whole && groups >= r.short*len(text.Sentences)
}

// add takes the next unit of the document.
func (v *survey) add(ctx context.Context, u *tmx.Unit) error {
	added := isAdded(u)
	if len(v.groups) == 0 || v.begun && !added {
		if v.rows-v.first >= v.reach.block {
			if err := v.compare(ctx); err != nil {
				return err
			}
		}
		v.groups, v.begun = append(v.groups, group{row: v.rows}), false
	}
	v.begun = v.begun || !added
	g := &v.groups[len(v.groups)-1]
	g.units++
	known := len(v.block.items)
	v.block.add(*u, 0, 0)
	for _, it := range v.block.items[known:] {
		if it.isRow(v.text.Lang) {
			v.rows++
		}
		g.marked = g.marked || v.concerns(it)
	}
	return nil
}

// isAdded reports whether an Adder has written all variants of a unit.
func isAdded(u *tmx.Unit) bool {
	return !slices.ContainsFunc(u.Variants, func(v tmx.Variant) bool { return prop(v.Props, PropWording) == "" })
}

// concerns reports whether an item is, or names, something of the text or an older version of it.
func (v *survey) concerns(it *item) bool {
	if s := it.unpaired; s != nil {
		return v.inLanguage(s.Lang) && s.Document == v.text.Name
	}
	for i := range it.unit.Variants {
		x := &it.unit.Variants[i]
		if v.inLanguage(x.Lang) && (len(placesOf(x.Props, v.text.Name)) > 0 && v.text.Name != "" ||
			v.search.mayBegin(x.Text) || v.search.mayBegin(prop(x.Props, PropRevised)) ||
			v.search.written(x.Lang)[written(it.unit, x)] != nil) {
			return true
		}
	}
	return false
}

func (v *survey) inLanguage(lang language.Tag) bool { return langtag.SameInMemory(lang, v.text.Lang) }

// compare looks for anchors between the text and the rows of the block, in the language that most
// of them have, and begins the next block.
func (v *survey) compare(ctx context.Context) error {
	p := v.block.profile(v.text.Lang)
	first := v.first
	v.block, v.first = &document{}, v.rows
	if len(p.rows) == 0 {
		return nil
	}
	for _, k := range p.bySentences() {
		model, err := v.scorer.Fit(ctx, p.texts[k], v.text)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		f, ok := model.(evidence.Anchorer)
		if !ok {
			break
		}
		anchors, err := f.Anchors(ctx)
		if err == nil {
			v.note(anchors, p.rowsOf(k), first)
		}
		return err
	}
	v.unscored = true
	return nil
}
