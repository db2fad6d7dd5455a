// Package read reads documents as people have them: text in any encoding, web pages, office
// documents, books, tables, subtitles and resource files, compressed with gzip or not.
//
//	doc, err := read.File(ctx, "report.docx")
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
// What is read of each format, what is left out, and through what:
//
//	Text                    encodings by package charset; wrapped lines joined, page
//	                        furniture out, by package segment/layout
//	Markdown                titles and descriptions of front matter; marks, shortcodes,
//	                        directives, macros, imports, comments, link definitions and
//	                        code out
//	HTML                    the article, with the numbers of lists; menus, page feet and
//	                        headlines around it out, and code, and tags of templates;
//	                        titles, descriptions, texts of pictures on request
//	DOCX, ODT, RTF          paragraphs with their numbers, tables, text boxes, notes,
//	                        tracked insertions, formulas in one line ("a/b", not of RTF);
//	                        deletions, comments, hidden text, page heads and feet,
//	                        contents, bullets, diagrams and charts out
//	DOC                     as DOCX; needs LibreOffice
//	PDF                     text in reading order, tables cell by cell, columns one after
//	                        the other; Arabic with its vowel marks; pictures of text out;
//	                        needs pdftotext
//	PPTX                    slides in their order with the numbers of lists, tables,
//	                        formulas; hidden slides, notes of the speaker out
//	EPUB                    pages in reading order, as HTML; contents out
//	IDML                    stories; notes and deleted text out
//	XLSX, ODS, CSV, TSV     cells as they are shown, text boxes of XLSX; hidden sheets,
//	                        rows and columns, comments out
//	SRT, WebVTT             what is said, with times; tags, positions, notes out
//	JSON, ARB, .properties, strings by key, with their placeholders; comments and strings
//	RESX, Android, .strings that are not to be translated out
//
// Everything else is refused, by the name of its format and with what to do. Package bilingual
// reads files whose sentences are paired already: TMX, XLIFF and packages of it, PO, TTX, Wordfast,
// Qt's TS, Xcode's string catalogues, and this project's JSON Lines. It also pairs tables in two
// languages and resource files with the same keys. A format is added in formats.go.
//
// Reading is bounded in memory and time for any file: sizes, archives and nesting are limited by
// the fields of [Reader], entities of XML are not resolved, and nothing is fetched from the
// network.
package read
