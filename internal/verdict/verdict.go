// Package verdict says, from an alignment, how much of each text has a counterpart, and whether
// texts are translations of each other at all.
package verdict

import (
	"fmt"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/segment"
)

const (
	// Sure is the default of the flag --sure: the least likely translation that becomes a unit.
	Sure = 0.5
	// little is the share of a text below which it is not taken for a translation, not even in
	// part, as [align.Overlap.Unrelated] has it. Of texts that have nothing to do with each other,
	// at most a sentence in a hundred seems to have a counterpart. Of two reports of one series, a
	// tenth of the sentences may really have one.
	little = 0.1
	// FewSentences is how many sentences a text must have: of a lone one nothing else shows what
	// chance would be like.
	FewSentences = 2
)

// A Verdict says how much of some texts has a counterpart.
type Verdict struct {
	texts []text
}

// A text is one of the texts.
type text struct {
	name      string
	language  string
	sentences int
	share     float64   // from 0 to 1, by characters
	within    []float64 // the share of each other text that has a counterpart in this one
	best      float64   // the confidence of translation of the surest bead, from 0 to 1
}

// Of returns the verdict on texts from their beads. The texts and beads are not retained.
func Of(beads []align.Bead, texts ...*segment.Text) *Verdict {
	v := &Verdict{}
	chars := make([][]float64, len(texts))
	for i, t := range texts {
		chars[i] = t.CharsBefore()
		v.texts = append(v.texts, text{
			name: t.Name, language: say.Language(t.Lang), sentences: len(t.Sentences),
			within: make([]float64, len(texts)),
		})
	}
	for _, b := range beads {
		if b.Null() {
			continue
		}
		for i := range texts {
			all := chars[i][len(chars[i])-1]
			if b.Ranges[i].Len() == 0 || all == 0 {
				continue
			}
			share := b.Translation * (chars[i][b.Ranges[i].Hi] - chars[i][b.Ranges[i].Lo]) / all
			v.texts[i].share += share
			v.texts[i].best = max(v.texts[i].best, b.Translation)
			for k := range texts {
				if k != i && b.Ranges[k].Len() > 0 {
					v.texts[k].within[i] += share
				}
			}
		}
	}
	return v
}

// Share returns the share of text i that has a counterpart, from 0 to 1.
func (v *Verdict) Share(i int) float64 { return v.texts[i].share }

// Unrelated returns the question of [Question] for a text if little or nothing of it has a
// counterpart, and little or nothing of the others has one in it; or a question of its own if no
// sentence of it is more likely a translation than not. It returns "" if all texts seem to be
// translations, at least in part, or one of them has fewer than FewSentences sentences.
func (v *Verdict) Unrelated() string {
	for i := len(v.texts) - 1; i >= 0; i-- {
		best := v.texts[i].share
		short := v.texts[i].sentences < FewSentences
		for k, o := range v.texts {
			best = max(best, v.texts[i].within[k])
			short = short || o.sentences < FewSentences
		}
		if short {
			continue
		}
		name := v.texts[i].name
		if v.oneFile() {
			name = fmt.Sprintf("the %s text of %s", v.texts[i].language, name)
		}
		if question := Question(best, name, v.others(i)); question != "" {
			return question
		}
		if v.texts[i].best < Sure {
			return fmt.Sprintf("No sentence of %s is likely a translation of one of %s: are these the right files?",
				name, v.others(i))
		}
	}
	return ""
}

// Question returns a question to the user, such as "Only 4 % of b.txt has a counterpart in a.txt:
// are these the right files?", or "" if the share is large enough for a translation in part.
func Question(share float64, of, in string) string {
	how := "Nothing"
	if share >= little {
		return ""
	}
	if percent := int(100*share + .5); percent > 0 {
		how = fmt.Sprintf("Only %d %%", percent)
	}
	return fmt.Sprintf("%s of %s has a counterpart in %s: are these the right files?", how, of, in)
}

// oneFile reports whether all texts are in one file.
func (v *Verdict) oneFile() bool {
	for _, t := range v.texts {
		if t.name != v.texts[0].name {
			return false
		}
	}
	return true
}

// others names all texts except i.
func (v *Verdict) others(i int) string {
	if len(v.texts) != 2 {
		return "the others"
	}
	if v.oneFile() {
		return "the " + v.texts[1-i].language + " one"
	}
	return v.texts[1-i].name
}
