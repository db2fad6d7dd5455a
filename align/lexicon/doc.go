// Package lexicon holds word translations with their probabilities, which help to pair the
// sentences of texts that translate one another.
//
// A [Lexicon] is a table between the words of two languages. It is looked up with forms, not with
// words as people write them: case, diacritics, most endings and the like are taken away, so that
// "Républiques" is found under "republ". A lexicon never changes once it is made, and any number of
// goroutines may read it.
//
// Lexicons come from four places. The packages core and wide below this one have tables for 31
// languages built in; [Learner] makes one of sentences and their translations, or of dictionary
// entries; [Read] takes one from a file that [Lexicon.Write] wrote; and the rest of the Read
// functions take the dictionaries and glossaries that a translator already has. [Union] puts
// several together, and [Compose] leads through a third language.
package lexicon
