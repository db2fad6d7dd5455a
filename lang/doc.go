// Package lang finds the language of each stretch of a document.
//
//	for _, text := range lang.Split(document, lang.ByLetters()) {
//		fmt.Println(text.Lang, len(text.Sentences))
//	}
//
// [Runs] returns where each language begins and ends; [Split] makes one text of each language.
//
// [ByLetters] knows some seventy languages by their letters and small words, without models. That
// is enough for documents and for paragraphs. A line that is too short to tell is taken to be in
// the language of its neighbours. If single lines in languages of one script alternate, use the
// detector of package ngram in this folder, which has tables of short sequences of letters.
//
// # Cost
//
// Everything is linear in the length of the document, but a line is read several times: for
// columns, for page furniture, for its language, and once for each language by the
// [segment.Segmenter], which gets the document with the lines of the other languages taken out. It
// has to look for furniture again, because the furniture of one language's pages can be seen only
// among its own lines.
package lang
