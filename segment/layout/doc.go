// Package layout divides the text of a document into paragraphs.
//
//	document := layout.Repair.Read(text)
//	for _, p := range document.Paragraphs {
//		fmt.Println(document.Body[p.Start:p.End])
//	}
//
// Text files, and the output of PDF tools above all, have lines where the document has paragraphs.
// [Repair] finds out from the lines themselves how the document was laid out, and reverses it:
//
//   - It takes page numbers, running heads and document symbols out, and lines drawn with hyphens.
//   - It takes out the menus and lists of headlines around the article of a web page.
//   - It joins wrapped lines, the lines of titles and of emphasised text, and paragraphs that a
//     page break splits. A hyphen at the end of a line is removed if it divides a word.
//   - It removes the marks of Markdown headings and of emphasis around whole words.
//
// Where the lines do not tell, it changes nothing. A [Document] keeps the number of the line and
// page that each part comes from, and a [Note] for each repair. [Keep] leaves everything unchanged:
// paragraphs are what empty lines separate. [Paragraphs] and [PageFurniture] iterate over a text
// without changing it.
//
// # Method
//
// Every line that is not empty is measured once: its width and that of its first word, its indent,
// how it begins and ends. The lines of wrapped text that end inside a sentence are so wide that the
// first word of the next line did not fit. If most of such lines of a document are, it is wrapped,
// and their width is its measure; then a line that is full and ends no sentence continues on the
// next line. Furniture is recognised by where it recurs: at the edges of pages, at even distances,
// or inside sentences. Every step is linear in the length of the text.
//
// The package knows nothing of sentences and languages; package segment builds on it.
package layout
