// Package segment cuts text in any script into paragraphs and sentences.
//
//	text := segment.New(report, language.Arabic)
//	for i := range text.Sentences {
//		fmt.Println(text.Sentence(i))
//	}
//
// [New] takes a whole document as it is in a file, and repairs wrapped lines and page breaks with
// package layout. [FromSentences] takes sentences that are cut already. [Sentences] and
// [Paragraphs] iterate over spans of the bytes that they are given, and change nothing.
//
// # Sentences
//
// One engine cuts all languages. It scans a paragraph for marks that can end a sentence. Only there
// does it read the word before and the word after, and decide by rules that are numbered in
// DESIGN.md:
//
//   - Adjacent marks are one run, and the quotation marks and brackets that close after them belong
//     to it: ?!”
//   - Marks such as 。 and । end a sentence, unless a particle or a verb of saying follows a
//     quotation: 「…。」と, “……。”他说.
//   - Question and exclamation marks end a sentence, unless a comma or a small letter follows a
//     quotation: “Stop!” he cried.
//   - An ellipsis ends a sentence before a capital, or before a letter of a script without case.
//   - A period ends a sentence, unless the word before it is an abbreviation, an initial or an
//     ordinal number in the language of the text. Some abbreviations never end one (Mr., e.g.),
//     some do not before a number (Art. 5), and some end one only before a word with which
//     sentences begin (Inc. The).
//   - The number of a list item belongs to the item, and the items of a list in one line are cut
//     apart: 1) wells 2) pumps.
//
// What differs between languages is in text files in the folder data, one for each language;
// data/en.txt explains the format. A language without a file is cut by the file of a relative, or
// by data/und.txt, which all languages share.
//
// [Rules] add abbreviations, forbid breaks, and select a [Style]: sentences as in annotated
// corpora, clauses, the Golden Rules, or Unicode Standard Annex #29 with nothing added.
//
// # Guarantees
//
// Sentences hold every byte that is not white space, once and in order. Every decision reads a
// bounded stretch of text, so time is linear in the length of the text, whatever it holds, and a
// part of a text is cut like the whole. Cutting allocates nothing per sentence.
//
// # Thai and Lao
//
// Thai and Lao end a sentence with a space, and write spaces elsewhere too. Thai is cut by a small
// learned table, Lao by the words after the spaces and by the length of the sentence. Two
// boundaries of three are right, which is enough to align by. Khmer, Burmese and Tibetan have
// marks.
package segment
