// Package read reads documents as people have them: text in whatever encoding it was saved,
// Markdown, HTML, DOCX, ODT and PDF, compressed with gzip or not.
//
//	doc, err := read.File("report.docx")
//	if err != nil {
//		return err
//	}
//	for _, text := range doc.Split(lang.ByLetters()) {
//		fmt.Println(text.Lang, len(text.Sentences))
//	}
//
// What a file is, its content says; its name is asked only where the content does not, as with
// Markdown. What is left out and what could not be decoded is in the Document's Notes: nothing is
// lost without a word.
//
//   - Text: the encoding is found by its byte order mark or by the letters of the text; see package
//     charset below this one. Layout repair, which makes wrapped lines whole, is that of package
//     segment.
//   - Markdown: headings, items, cells of tables and lines of code are paragraphs; the marks of
//     emphasis and links go.
//   - HTML: the article is found; menus, feet of the page and lists of headlines around it are left
//     out.
//   - DOCX and ODT: paragraphs, tables, text boxes and footnotes, which follow the paragraph that
//     refers to them. Insertions that are still marked as such are kept, deletions and remarks are
//     not, nor are heads and feet of pages, tables of contents and the numbers that the program
//     gives to items of lists.
//   - PDF: the program pdftotext of poppler is called, which must be installed. Pages that are
//     pictures have no text.
//
// Translation memories (TMX) and XLIFF hold sentences that are paired already: package bilingual
// below this one reads them.
//
// No file can make it use more than its share: sizes, archives and nesting are bounded, see
// [Reader], entities of XML are not resolved, and nothing is fetched from anywhere.
package read
