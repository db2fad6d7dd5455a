// Package read reads documents as people have them: text in any encoding, Markdown, HTML, DOCX, ODT
// and PDF, compressed with gzip or not.
//
//	doc, err := read.File("report.docx")
//	if err != nil {
//		return err
//	}
//	for _, text := range doc.Split(lang.ByLetters()) {
//		fmt.Println(text.Lang, len(text.Sentences))
//	}
//
// The format is detected by the content of a file; its name decides only if the content does not,
// as with Markdown. Everything that was left out or could not be decoded is reported in the Notes
// of the Document.
//
//   - Text: the encoding is detected by its byte order mark or by the letters of the text; see
//     package charset. Wrapped lines are joined; see package segment/layout.
//   - Markdown: headings, items, cells of tables and lines of code are paragraphs. The marks of
//     emphasis and links are removed.
//   - HTML: the article is read. Menus, page feet and lists of headlines around it are left out.
//   - DOCX and ODT: paragraphs, tables, text boxes and footnotes are read; a footnote follows the
//     paragraph that refers to it. Tracked insertions are read. Tracked deletions, comments, page
//     heads and feet, tables of contents and the automatic numbers of list items are left out.
//   - PDF: read through the program pdftotext of poppler, which must be installed. Pages that are
//     pictures have no text.
//
// Translation memories (TMX) and XLIFF hold sentences that are paired already; package bilingual
// reads them.
//
// Reading is bounded in memory and time for any file: sizes, archives and nesting are limited by
// the fields of [Reader], entities of XML are not resolved, and nothing is fetched from the
// network.
package read
