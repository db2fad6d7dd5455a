// Package segment cuts text into paragraphs and sentences, for every script.
//
//	text := segment.New(report, language.Arabic)
//	for i := range text.Sentences {
//		fmt.Println(text.Sentence(i))
//	}
//
// [New] takes a document as it stands in a file, with wrapped lines and page breaks, and makes it
// whole; [FromSentences] takes text that is cut already; [Sentences] and [Paragraphs] work on the
// bytes that they are given and change none of them.
//
// # Sentences
//
// One engine cuts all languages. It runs over the bytes of a paragraph until one of them may begin
// a mark, and only there looks closer, at the word before the mark and at what follows it:
//
//  1. Marks that stand together are one run, and the quotation marks and brackets that close after
//     them belong to it: ?!”
//  2. A mark that ends sentences wherever it stands, such as 。 or ।, ends this one, unless a
//     particle or a verb of saying goes on after a quotation: 「…。」と, “……。”他说.
//  3. ! and ? end it unless a pause or a small letter follows a quotation: “Stop!” he cried.
//  4. An ellipsis ends it before a capital, or before a letter of a script that has none.
//  5. A period ends it unless the word before it is an abbreviation, an initial or an ordinal
//     number in the language of the text: a title before a name (Mr.), a reference before a number
//     (Art. 5), one that never ends a sentence (e.g.), or one that ends a sentence only before a
//     word with which sentences begin (Inc. The).
//  6. The number of an item stays with its text, and the items of a list in one line are cut apart:
//  1. one 2) two.
//
// What may differ between languages stands in plain files in the folder data, one a language; their
// keys are explained in data/en.txt. A language without a file is cut by that of a relative, or by
// what all share, data/und.txt. DESIGN.md in this folder tells the rules in full, with the reason
// for each and what is known to go wrong.
//
// [Rules] add abbreviations, forbid breaks, and choose a [Style]: the practice of corpora, clauses,
// the Golden Rules, or Unicode Standard Annex #29 with nothing added.
//
// Every decision looks at a bounded stretch of text around the mark, so a text takes time linear in
// its length, whatever it holds, and a piece of a text is cut like the whole. No sentence costs an
// allocation.
//
// Thai and Lao end sentences with a space and no mark, and put spaces elsewhere too. They are cut
// at spaces by the words that stand there and by the length of the sentence, which finds two
// boundaries of three and is right as often: good enough to align by, not to print. Khmer, Burmese
// and Tibetan have marks and are cut at them.
package segment
