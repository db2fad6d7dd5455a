package evidence

import (
	"context"
	"slices"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/words"
)

// shorterShare is what remains of the probability of a translation if a word was looked up without
// its ending. Chosen from 0.3 to 1 on mac-dev, mixed Arabic and the partial translations; all are
// better than none.
const shorterShare = 0.7

// addLexicon adds the pairs of words that a lexicon knows. A word that no lexicon knows is looked
// up by its shorter forms: lists have the forms of dictionaries, and texts in Hungarian, Hindi or
// Arabic have many others.
func (b *linkBuilder) addLexicon(ctx context.Context, lex *lexicon.Lexicon) error {
	shorter, err := shorterTypes(ctx, b.tgt, b.tgtWords, lex.Target())
	if err != nil {
		return err
	}
	return eachType(ctx, b.src, func(id int32) {
		w := &b.src.types[id]
		if w.kind == words.Mark {
			return
		}
		form, share := w.form, 1.0
		if f := listedShorter(w, b.srcWords, lex.Source()); f != "" {
			form, share = f, shorterShare
		}
		for t := range lex.Translations(form) {
			if j, ok := b.tgt.ids[t.Form]; ok {
				b.add(id, j, share*t.Forward, share*t.Backward)
			}
			for _, j := range shorter[t.Form] {
				b.add(id, j, share*shorterShare*t.Forward, share*shorterShare*t.Backward)
			}
		}
	})
}

// shorterTypes returns the types of a text that are looked up by a shorter form, by that form.
func shorterTypes(ctx context.Context, v *vocabulary, all []*lexicon.Words, in *lexicon.Words) (
	map[string][]int32, error) {
	forms := make([]string, len(v.types))
	err := eachType(ctx, v, func(id int32) { forms[id] = listedShorter(&v.types[id], all, in) })
	if err != nil {
		return nil, err
	}
	out := map[string][]int32{}
	for id, f := range forms {
		if f != "" {
			out[f] = append(out[f], int32(id))
		}
	}
	return out, nil
}

// listedShorter returns the shorter form of a type that a list has. It returns "" if there is none,
// if any of the lists of all lexicons has the type itself, and for what may be a name: Winston has
// nothing to do with winds.
func listedShorter(w *wordType, all []*lexicon.Words, in *lexicon.Words) string {
	known := func(l *lexicon.Words) bool { return l.Contains(w.form) }
	if w.kind != words.Word || w.title && !w.lower || slices.ContainsFunc(all, known) {
		return ""
	}
	for _, f := range words.Shorter(w.form) {
		if in.Contains(f) {
			return f
		}
	}
	return ""
}
