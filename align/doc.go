// Package align pairs the sentences of texts that translate one another.
//
//	src := segment.New(arabic, language.Arabic)
//	tgt := segment.New(english, language.English)
//	beads, err := align.Align(src, tgt)
//	if err != nil {
//		return err
//	}
//	for _, b := range beads {
//		for i := b.Ranges[0].Lo; i < b.Ranges[0].Hi; i++ {
//			fmt.Println("ar:", src.Sentence(i))
//		}
//		for j := b.Ranges[1].Lo; j < b.Ranges[1].Hi; j++ {
//			fmt.Println("en:", tgt.Sentence(j))
//		}
//	}
//
// A [Bead] is a group of sentences of each text that say the same. The beads of an alignment cover
// every text without gap or overlap; a sentence without a counterpart is a bead with an empty side.
// Each bead carries two confidences, from 0 to 1: whether it is cut right, and whether its sides
// translate one another at all. To fill a translation memory, go by the second; to send a reviewer
// where the alignment is doubtful, by the first.
//
// Texts in three languages or more are aligned in rows: a bead then has a range for each of them,
// of which some may be empty, and all languages vouch for it. [Aligner.Place] lays one more text
// beside rows that stand.
//
// An [Aligner] chooses the evidence to go by, the size of beads, anchors that hold, and reports
// progress; its zero value is what [Align] uses. Evidence is a [Scorer]: [Length], [Breaks],
// [Numbers], [Marks], [Cognates], [Names] and [Learning] need nothing but the texts, and together
// are [Standard]. A [Dictionary] helps most where a text is short or translated freely, or where
// its script shares nothing with the other's:
//
//	a := align.Aligner{Scorer: append(evidence.Standard(), evidence.Dictionary(wide.Lexicon))}
//
// Who has sentence vectors adds [Vectors]. A scorer of one's own is added to a [Sum] in the same
// way.
//
// The field Reasons of an [Aligner] makes beads carry what speaks for and against them, such as a
// number that stands on one side only.
//
// The same texts give the same beads on every run, with any number of workers. Time and memory grow
// in proportion to the length of the texts: long texts are searched only near a line of rare words
// that they share.
//
// A program that imports the package and writes translation memories is about four megabytes large,
// the Go runtime included. It reads no files and uses no network. Word lists come only with the
// packages that hold them: align/lexicon/core adds 1.3 megabytes, align/lexicon/wide 5.6.
//
// METHOD.md in this folder teaches the method: the model, the search, where each constant comes
// from, what each source of evidence is worth, and what is known to go wrong.
package align
