package segment

// A Style is a reading of where sentences end. Functions that cut sentences panic if it is none of
// the constants.
type Style uint8

const (
	// Corpus ends sentences as annotated corpora and translators do: at the marks that end a
	// sentence, but not at a comma, a colon, or a semicolon before a small letter. It is the
	// default.
	Corpus Style = iota
	// Clauses also ends sentences after a semicolon of any script, and before a numbered item that
	// follows a pause. It is meant for resolutions, contracts and laws, in which a sentence may
	// have pages.
	Clauses
	// GoldenRules differs from Corpus as the Golden Rules of sentence segmentation do. A line is a
	// sentence unless a space precedes its break. A period without white space after it may end a
	// sentence. Nothing ends inside quotation marks and brackets. A spaced ellipsis belongs to what
	// follows. Arabic sentences end at the colon and the comma, Persian ones at the colon.
	GoldenRules
	// Untailored is Unicode Standard Annex #29 with nothing added. It is the same in every language
	// and knows no abbreviations; Rules.Abbreviations and Rules.NeverBreak do not apply, and a line
	// break ends a sentence.
	Untailored
)

// A practice is what a style does apart from the rules that all styles share.
type practice struct {
	semicolons    bool // ; ends a sentence before a word that begins sentences (C1)
	allSemicolons bool // a semicolon of any script ends a sentence (C2)
	pausedItems   bool // an item after a pause begins a sentence (I3)
	headings      bool // a word under surely-starts begins a sentence without a mark before it (H1)
	smileys       bool // a bracket that closes nothing ends a sentence (I4)
	hasty         bool // a small letter may begin a sentence after a single exclamation mark (E4, E5)

	lines        bool // a line break ends a sentence (N1)
	colons       bool // a colon and a comma end a sentence in the languages that say so (N2, N3)
	glued        bool // a period may end a sentence with no white space after it (P4)
	quotations   bool // nothing ends inside quotation marks and brackets (G4)
	spacedDots   bool // an ellipsis of four spaced periods belongs to the next sentence
	ordinalItems bool // items may be numbered "2." in languages that write ordinals so
}

// practices are the styles that the engine of this package cuts, by Style.
var practices = [...]practice{
	Corpus:  {semicolons: true, headings: true, smileys: true, hasty: true},
	Clauses: {semicolons: true, headings: true, smileys: true, hasty: true, allSemicolons: true, pausedItems: true},
	GoldenRules: {
		lines: true, colons: true, glued: true, quotations: true, spacedDots: true, ordinalItems: true,
	},
}
