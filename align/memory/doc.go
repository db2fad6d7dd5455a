// Package memory adds later translations of a document to the translation memory that holds it.
//
//	a := memory.Adder{Aligner: align.Aligner{Scorer: scorer}}
//	report, err := a.Add(ctx, open, french, out)
//
// The memory is read twice, by what open opens, and written once; only the units of one document
// are held. Everything that is in the memory stays: ids, dates, notes, properties, markup, what a
// person has corrected. The new text is aligned with all languages of the document at once
// ([align.Aligner.Place]), and each sentence that finds its unit becomes a variant there. Adding
// the same text again changes nothing.
//
// # Which units
//
// The variants of a unit say which document they come from ([tmx.PropDocument]). Documents whose
// variants share units are one: report.ar.txt and report.en.txt. Units without such properties
// belong to the document where the memory holds no more than one. Units stand in the order of the
// document.
//
// # What does not fit one unit
//
// Units are never joined or cut. A sentence that says what several units say becomes a variant of a
// unit of its own behind them, which holds those units' wording put together in all languages; its
// property [PropJoins] names them. A later language that has a sentence for each of them gets a
// variant in each, and in the joint unit too.
//
// A sentence that no language of the memory has is kept in a property of the unit behind which it
// stands ([PropBehind]; [PropBefore] before the first one), because translators' tools stumble over
// units with one variant. When another language turns out to have it too, the two become a unit in
// that place. So the order in which languages are added does not matter.
//
// # What is not forced
//
// Where less than half of the text finds a place that fits, it is not taken for a translation of
// this document but for one much like it, such as the report of another year. Then a sentence is
// placed only if it is very sure and nothing in it disagrees with the unit in any language:
// numbers, dates, countries, length. What finds no place is reported and not kept. In a translation
// a sentence is left out where numbers, dates, countries or ordinals disagree with every language
// of the unit, and where it is not sure enough.
//
// # A new version of a text
//
// Where the document has the language already, sentences whose wording stands in the memory stay
// where they are, with all that belongs to them, and their lines are set anew. A sentence that was
// changed replaces the wording that this package or [tmx.NewUnit] wrote, and the variant's
// changedate is set. A variant that a person has corrected is never overwritten: the new wording is
// noted beside it ([PropRevised]) and reported. A variant whose sentence is gone stays, marked with
// [PropGone].
//
// # What is known to go wrong
//
// A correction in a unit does not reach the joint units that hold its wording too. A text of a few
// sentences, of which most are not in the memory, is taken for one much like the document, and less
// of it is placed. What disagrees is found where package check finds it: a name that was exchanged
// for another, or a verb, goes unnoticed. Ordinals are known in nine languages. A damaged unit
// keeps its memory from being added to until it is mended or given up.
package memory

import (
	"io"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
)

// The types of the properties that the package writes, besides those of package tmx. The first
// three are properties of units, the others of variants.
const (
	PropJoins   = "x-bitext-joins"   // the ids of the units that a unit joins, parted by spaces
	PropBehind  = "x-bitext-behind"  // a sentence that stands behind the unit, in the language of the property, as JSON
	PropBefore  = "x-bitext-before"  // the same before the first unit of a document
	PropWording = "x-bitext-wording" // tmx.ID of a variant as it was written, to tell whether a person has changed it
	PropRevised = "x-bitext-revised" // what a newer version of the document says in place of a corrected variant
	PropGone    = "x-bitext-gone"    // the name of the document in whose newer version the sentence is gone
)

// An Adder adds texts to memories. The zero value is ready, and any number of goroutines may use
// one.
type Adder struct {
	// Aligner is what to align with. Its Pivot, Lock, Anchors and Reasons are not used.
	Aligner align.Aligner
	// Document is the name of the document, in any language; "" finds the one that the text is a
	// new version of, or the only one.
	Document string
	// Date is when the text is added: the creationdate of new variants and units and the changedate
	// of changed ones. The zero time leaves them out.
	Date time.Time
	// Damaged lets a memory with damaged units pass, which are lost; otherwise they are an error.
	Damaged bool
}

// An Opener opens the memory for reading, each time from its beginning.
type Opener func() (io.ReadCloser, error)

// A Report says what became of a text that was added.
type Report struct {
	Document   []string     // the names of the document's texts in the memory
	Lang       language.Tag // the language of the variants
	Units      int          // of the document in the memory
	Comparable bool         // the text is no translation of the document, but much like it

	Added   int // variants added to units
	Created int // units made of sentences that no unit had
	Joined  int // units made that join several
	Found   int // sentences that stood alone in other languages, and are in a unit now
	Kept    int // variants that the memory had, and left as they were
	Changed int // variants given a new wording
	Gone    int // variants whose sentence is gone

	Unplaced []Unplaced         // in the order of the text
	Damage   []*tmx.SyntaxError // damaged units that were left out
}

// An Unplaced is a stretch of the text that is in no unit now.
type Unplaced struct {
	First, Last int // lines of the text's document, from 1; 0 if they are not known
	Text        string
	Reason      string // in English, such as "the memory has nothing like it"
	Unit        string // the id of the unit that it was held against, or ""
}
