// Package bitext turns documents and their translations into translation memory.
//
// The smallest program takes a document that holds both languages, finds which sentences translate
// which, and writes them as TMX, the format that translators' tools read:
//
//	texts := lang.Split(document, lang.ByLetters())
//	beads, err := align.Align(texts...)
//	memory := tmx.NewWriter(out)
//	for _, bead := range beads {
//		if unit, ok := tmx.NewUnit(bead, texts...); ok {
//			err = errors.Join(err, memory.Write(unit))
//		}
//	}
//	err = errors.Join(err, memory.Close())
//
// The packages below this one do the work:
//
//   - [github.com/bitext-go/bitext/read] reads documents in the formats people have: text in any
//     encoding, Markdown, HTML, DOCX, ODT and PDF. Its package bilingual reads what is paired
//     already, such as TMX and XLIFF.
//   - [github.com/bitext-go/bitext/lang] finds which stretch of a document is in which language.
//     Below it, lang/ngram tells apart languages that share a script; lang/lingua, a module of its
//     own, does so with the models of lingua-go.
//   - [github.com/bitext-go/bitext/segment] cuts text into paragraphs and sentences, for every
//     script. Below it, layout joins wrapped lines and leaves out page numbers.
//   - [github.com/bitext-go/bitext/align] pairs the sentences of texts that translate one another.
//     Below it, evidence holds the scorers that decide.
//   - [github.com/bitext-go/bitext/align/lexicon] holds word translations that help the pairing.
//     Its packages core and wide have word translations built in; they are linked only if imported.
//   - [github.com/bitext-go/bitext/align/check] finds what only one side of a translation has.
//   - [github.com/bitext-go/bitext/align/tmx] writes and reads Translation Memory eXchange files.
//   - [github.com/bitext-go/bitext/align/memory] adds later translations to a memory.
//   - [github.com/bitext-go/bitext/align/formats] writes and reads alignments as tables, JSON,
//     XLIFF and more.
//
// A text is held once, in Unicode's form NFC; sentences are spans of it, and beads are ranges of
// sentences, one range for each text. Two languages are not a special case.
//
// How the library is used is told in
// https://github.com/bitext-go/bitext/blob/main/docs/import.md, what translators do with
// it in https://github.com/bitext-go/bitext/blob/main/docs/translators.md, and how a
// memory is made of an archive in https://github.com/bitext-go/bitext/blob/main/docs/seeding.md.
//
// This package itself exports nothing. The programs built on the library are in the
// folder examples.
package bitext
