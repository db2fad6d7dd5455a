package seed

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

// A Method says how documents are aligned. The zero value is ready to use: all languages, no
// lexicon, and sentences that are in another place are paired too. Any number of goroutines may
// use a Method as long as its fields are not changed.
type Method struct {
	// Langs are the languages to use, the source first; nil means all, in the order of their tags.
	Langs []language.Tag
	// Dictionaries are used besides what the collection teaches. Several goroutines call them at
	// the same time.
	Dictionaries []evidence.Dictionary
	// Ordered leaves out sentences that are in another place in the translation. Otherwise they are
	// paired too.
	Ordered bool
	// PieceSentences is how many sentences at least the pieces of a long document have; 0 means
	// 20,000. See [Method.Pieces].
	PieceSentences int
}

// Texts returns the texts of a document that the method aligns, the source first. all are the texts
// of its files, and the Name of each is that of its file. It is an error if a language is unknown
// or is not that of the text, if two texts are in one language, if a text has no sentence, or if
// fewer than two languages remain. The texts are retained; all is not.
func (m *Method) Texts(all []*segment.Text) ([]*segment.Text, error) {
	var kept []*segment.Text
	for _, t := range all {
		if tag, wrong := foreign(Side{Lang: t.Lang, Text: beginning(t.Body)}); wrong && !isUnfinished(t, tag, all) {
			return nil, wrongLanguage(t, tag, all)
		}
		if len(m.Langs) == 0 || indexOf(m.Langs, t.Lang) >= 0 {
			kept = append(kept, t)
		}
	}
	slices.SortStableFunc(kept, func(a, b *segment.Text) int {
		if len(m.Langs) > 0 {
			return indexOf(m.Langs, a.Lang) - indexOf(m.Langs, b.Lang)
		}
		return strings.Compare(a.Lang.String(), b.Lang.String())
	})
	for i, t := range kept {
		switch {
		case t.Lang == language.Und:
			return nil, fmt.Errorf("%s: the language cannot be detected; put it into the name, as in report.en.txt, "+
				"or into a manifest", t.Name)
		case len(t.Sentences) == 0:
			return nil, fmt.Errorf("%s: no sentence found; check the file", t.Name)
		case i > 0 && t.Lang == kept[i-1].Lang:
			return nil, fmt.Errorf("%s and %s: both are in %s; check which of them is the translation",
				kept[i-1].Name, t.Name, say.Language(t.Lang))
		}
	}
	switch len(kept) {
	case 0:
		return nil, errors.New("nothing in it is in a language of --langs")
	case 1:
		return nil, fmt.Errorf("only its %s text was found, but a unit needs two languages", say.Language(kept[0].Lang))
	}
	return kept, nil
}

// wrongLanguage returns the error for a text, one of all, that is in another language than it is
// said to be.
func wrongLanguage(t *segment.Text, tag language.Tag, all []*segment.Text) error {
	for _, other := range all {
		if other != t && langtag.SameBase(other.Lang, tag) {
			return fmt.Errorf("%s: it is in %s, as %s is, and not translated into %s; "+
				"leave it out, or find the translation", t.Name, say.Language(tag), other.Name, say.Language(t.Lang))
		}
	}
	return fmt.Errorf("%s: its name or the manifest says %s, but the text is in %s; "+
		"correct that, or find the right file", t.Name, say.Language(t.Lang), say.Language(tag))
}

// unfinishedShare is the share of the sentences of a translation from which on those that are the
// same as in the original show that it is one, and not finished. It was set by hand.
const unfinishedShare = 0.25

// isUnfinished reports whether a text, one of all, that reads as in a language is a translation
// that is not finished: a text in that language has many of its sentences, and the others are in
// its own language.
func isUnfinished(t *segment.Text, tag language.Tag, all []*segment.Text) bool {
	for _, original := range all {
		if original == t || !langtag.SameBase(original.Lang, tag) {
			continue
		}
		has := map[string]bool{}
		for i := range original.Sentences {
			has[original.Sentence(i)] = true
		}
		same, rest := 0, []string(nil)
		for i := range t.Sentences {
			if s := t.Sentence(i); has[s] {
				same++
			} else {
				rest = append(rest, s)
			}
		}
		found, wrong := foreign(Side{Lang: t.Lang, Text: beginning(strings.Join(rest, "\n"))})
		if float64(same) >= unfinishedShare*float64(len(t.Sentences)) && !wrong && langtag.SameBase(found, t.Lang) {
			return true
		}
	}
	return false
}

// beginning returns as much of a text as is needed to detect its language.
func beginning(body string) string {
	const enough = 4000
	if len(body) > enough {
		body = strings.ToValidUTF8(body[:enough], "")
	}
	return body
}

// Align aligns the texts of a document, as [Method.Texts] returns them, piece by piece if it is
// long. learned is what the collection teaches, or nil; workers is how many goroutines may share
// the work, and does not change the result. The texts are not retained.
func (m *Method) Align(
	ctx context.Context, texts []*segment.Text, learned evidence.Dictionary, workers int,
) (*Alignment, error) {
	pieces, err := m.Pieces(texts)
	if err != nil {
		return nil, err
	}
	var all []align.Bead
	for _, p := range pieces {
		beads, err := m.AlignPiece(ctx, texts, p, learned, workers)
		if err != nil {
			return nil, err
		}
		all = append(all, beads...)
	}
	return NewAlignment(all, texts...), nil
}

// Mine returns the sentences of two texts that translate one another, in any order, as
// [align.Aligner.Mine] does, with the dictionaries of the method. The texts are not retained.
func (m *Method) Mine(ctx context.Context, src, tgt *segment.Text) ([]align.Bead, error) {
	a := &align.Aligner{Scorer: m.evidence(nil)}
	return a.Mine(ctx, src, tgt)
}

// evidence returns the sources of evidence for the alignment. learned is the lexicon that the
// collection teaches, or nil.
func (m *Method) evidence(learned evidence.Dictionary) evidence.Sum {
	s := evidence.Standard()
	for _, d := range m.Dictionaries {
		s = append(s, d)
	}
	if learned != nil {
		s = append(s, learned)
	}
	return s
}
