// Package lexicon holds word translations with their probabilities. They help to align texts with
// their translations.
//
// A [Lexicon] is a table of words of two languages; a list of words of one language is a [Words], a
// word list. Both are looked up by forms, not by words as people write them: a form has no case, no
// diacritics and few endings, so that "Républiques" is found under "republ". A lexicon never
// changes after it is made, and any number of goroutines may read it.
//
// There are four ways to get a lexicon. Packages core and wide below this one have lexicons for 31
// languages built in. A [Learner] makes one from sentences and their translations, or from
// dictionary entries. [Read] reads a file that [Lexicon.Write] wrote. Package glossary reads the
// dictionaries and glossaries that translators have. [Union] merges lexicons, and [Compose] makes
// one between two languages that are each translated into a third.
package lexicon
