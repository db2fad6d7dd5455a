package main

import (
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/internal/verdict"
)

// An untranslated is a passage of a translation that is the same as in the original.
type untranslated struct {
	Document string `json:"document"`
	Lang     string `json:"lang"`
	First    int    `json:"first_line"`
	Last     int    `json:"last_line"`
	Text     string `json:"text"`
}

// untranslatedIn returns the passage of a copy.
func untranslatedIn(r *result, c memory.Copy) untranslated {
	t, in := r.texts[c.Text], r.beads[c.Bead].Ranges[c.Text]
	first, last := t.LinesOf(in)
	return untranslated{t.Name, t.Lang.String(), first, last, strings.Join(strings.Fields(t.Wording(in)), " ")}
}

// leftOutAsSame says that a number of beads, sides or pairs are left out because they are not
// translated.
func leftOutAsSame(n int, what string) string {
	return say.Count(n, what) + " left out, not translated yet: the text is the same in both languages " +
		"(--allow same keeps it)"
}

// littleTranslated is the share of a text below which it is said to be hardly translated, the same
// as that below which texts are asked about (see verdict). It was set by hand.
const littleTranslated = 0.1

// hardlyTranslated returns what the user should be told of a text that is hardly translated: little
// or nothing of it is a translation, and most of it is the same as in another text. It returns ""
// if there is none, or if the user has allowed that.
func (r *result) hardlyTranslated() string {
	if r.same || len(r.copies) == 0 {
		return ""
	}
	rest := verdict.Of(memory.WithoutCopies(r.beads, r.copies), r.texts...)
	for i, t := range r.texts {
		same, of := 0, 0
		for _, c := range r.copies {
			if c.Text == i {
				same, of = same+r.beads[c.Bead].Ranges[i].Len(), c.Of
			}
		}
		all := len(t.Sentences)
		if all >= verdict.FewSentences && 2*same > all && rest.Share(i) < littleTranslated {
			return sameAs(documentPath(r.docs, r.texts, i), documentPath(r.docs, r.texts, of), same, all) +
				leaveOutOrAllow
		}
	}
	return ""
}

// leaveOutOrAllow is what the user can do about a document that is hardly translated.
const leaveOutOrAllow = "; leave it out, or keep them with --allow same"

// sameAs says how many sentences of a document are the same as in the original.
func sameAs(document, original string, same, all int) string {
	if same == all {
		return fmt.Sprintf("%s is not translated: all of its %s are the same as in %s",
			document, say.Count(all, "sentence"), original)
	}
	return fmt.Sprintf("%s is hardly translated: %d of %s are the same as in %s",
		document, same, say.Count(all, "sentence"), original)
}
