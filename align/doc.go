// Package align pairs the sentences of texts that translate one another.
//
//	beads, err := align.Align(arabic, english) // two *segment.Text
//	for _, b := range beads {
//		fmt.Println(arabic.Wording(b.Ranges[0]), "=", english.Wording(b.Ranges[1]))
//	}
//
// A [Bead] is a group of sentences of each text that say the same. The beads of an alignment cover
// every text without gap or overlap; a sentence without a counterpart is a bead with one empty
// side. Each bead has two confidences: that it is cut right, and that its sides translate one
// another at all. Fill a translation memory by the second; send reviewers where the first is low.
//
// Three texts or more are aligned in rows: a bead then has a range for each of them, some of which
// may be empty. [Aligner.Place] places one more text beside existing rows.
//
// An [Aligner] has the options: what evidence to use (see package evidence), the size of beads,
// anchors, progress. A lexicon helps most if texts are short, translated freely, or in scripts that
// share nothing:
//
//	a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(wide.Lexicon))}
//
// If the texts are translations only in part, sentences whose best counterpart is not one are left
// without, and [OverlapOf] reports how much of each text has one. [Aligner.Moved] also pairs what
// is in another order, and [Aligner.Mine] finds the few translations in texts about the same
// subject.
//
// The same texts give the same beads on every run, with any number of workers. Time and memory grow
// in proportion to the length of the texts.
//
// https://github.com/bitext-go/bitext/blob/main/docs/import.md tells how programs use
// the library: contexts, errors, goroutines.
//
// METHOD.md in this folder explains the method: the model, the search, the source of each constant,
// what each kind of evidence is worth, and what is known to go wrong.
package align
