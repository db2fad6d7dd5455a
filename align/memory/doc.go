// Package memory adds later translations of a document to its translation memory.
//
//	a := memory.Adder{Aligner: align.Aligner{Scorer: scorer}}
//	report, err := a.Add(ctx, open, french, out)
//
// The memory is read three or four times, each time from what open returns, and written once; only
// the units of one document are held in memory. Of a document of more than 16,384 units, only those
// that may have to do with the text are held, if the text has at most a quarter as many sentences:
// those that have something of it already, and stretches that share rare words with it. Everything
// in the memory stays: ids, dates, notes, properties, markup and people's corrections. The new text
// is aligned with all languages of the document at once ([align.Aligner.Place]), and a sentence
// that matches a unit becomes a variant there. Every sentence of a translation is in a variant or
// in a property afterwards, with its place in the text, unless it is not translated. So a text that
// is added again is found there, and changes nothing.
//
// https://github.com/bitext-go/bitext/blob/main/docs/translators.md tells more about
// memories.
//
// # Which units
//
// A property of each variant names its document ([tmx.PropDocument]). Documents whose variants
// share units are one document: report.ar.txt and report.en.txt. Units without such properties
// belong to the document if the memory has only one. Units are in the order of the document.
//
// # What does not fit one unit
//
// Units are never merged or split. A sentence that translates several units becomes a variant of a
// joint unit after them. It has the wording of those units put together in all languages, and its
// property [PropJoins] names them. A later language that has a sentence for each of them gets a
// variant in each, and in the joint unit too.
//
// A sentence that no language of the memory has is kept in a property of the unit before it
// ([PropBehind]; [PropBefore] before the first unit), because units with a single variant are
// trouble for translators' tools. When another language has it too, the two become a unit in that
// place. So the order in which languages are added does not matter.
//
// # What is not forced
//
// If less than half of the text matches, it is not a translation of this document but of a similar
// one, such as the report of another year. Then a sentence is placed only if its confidence is very
// high and nothing in it disagrees with the unit in any language: numbers, dates, countries,
// length. Other sentences are reported and not kept. In a translation, a sentence is not placed if
// its confidence is low, or if numbers, dates, countries or ordinals disagree with every language
// of the unit.
//
// # What is not translated
//
// A translation that is not finished is still the text of the original in part. [Copies] finds
// that. It is not added, because the memory has the same text in the other language, but reported.
// Once it is translated, it finds its place as a new version of the text. [WithoutCopies] leaves it
// out of the beads of an alignment; the sentences of the original have no counterpart then.
//
// # A new version of a text
//
// If the document already has the language, sentences whose wording is in the memory stay where
// they are, with everything that belongs to them, and only their line numbers are updated. A
// changed sentence replaces the wording that this package or [tmx.NewUnit] wrote, and sets the
// changedate of the variant. A variant that a person has corrected is never overwritten: the new
// wording is noted beside it ([PropRevised]) and reported. A variant whose sentence was removed
// stays, marked with [PropGone].
//
// A text is a new version of the one with its name. What another file has in its language is never
// overwritten: if the wording is the same, a property of the variant ([PropAlso]) gives the second
// place, and if it differs, the sentence is kept beside the unit and reported. Lines that repeat a
// sentence have several places; [PropRepeat] tells them apart.
//
// # Known limits
//
// A correction in a unit does not reach the joint units that have its wording too. If most
// sentences of a short text are not in the memory, the text is taken for a similar document, and
// less of it is placed. Only what package check finds counts as a disagreement: a wrong name or
// verb is not noticed. Ordinals are known in nine languages. A memory with a damaged unit is
// refused until you repair the unit or allow it to be lost.
package memory
