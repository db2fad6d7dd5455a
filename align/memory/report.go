package memory

import (
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A Report describes what was done with a text.
type Report struct {
	Document   []string     // the names of the document's texts in the memory
	Lang       language.Tag // the language of the variants
	Units      int          // units of the document that the memory had
	Comparable bool         // the text is not a translation of the document but of a similar one

	Added   int // variants added to units, besides those of joint units that put others together
	Created int // new units of sentences that no unit had
	Joined  int // new units that join several
	Found   int // unpaired sentences of other languages that are in a unit now
	Kept    int // variants that the memory had and that are unchanged
	Changed int // variants with a new wording
	Gone    int // variants whose sentence was removed
	Copied  int // sentences that were not added, as they are not translated; they are in Unplaced

	Unplaced []Unplaced         // in the order of the text
	Dropped  []string           // sentences of an older version that the memory kept unpaired; removed
	Damage   []*tmx.SyntaxError // damaged units that were left out
}

// An Unplaced is a part of the text that is in no unit.
type Unplaced struct {
	First, Last int    // lines of the text's document, from 1; 0 if they are not known
	Text        string // the wording
	Reason      string // in English, such as "the memory has nothing like it"
	Unit        string // the id of the unit that it was compared with, or ""
	Copied      bool   // it is not translated
}
