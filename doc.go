// Package bitext turns documents and their translations into translation memory.
//
// The smallest program takes a document that holds both languages, finds which sentences translate
// which, and writes them in TMX, the form that translators' tools read:
//
//	texts := lang.Split(document, lang.ByScript())
//	beads, err := align.Align(texts...)
//	memory := tmx.NewWriter(out)
//	for _, bead := range beads {
//		if unit, ok := tmx.NewUnit(bead, texts...); ok {
//			err = errors.Join(err, memory.Write(unit))
//		}
//	}
//	err = errors.Join(err, memory.Close())
//
// The work is done by the packages below this one, each a room of its own:
//
//   - [github.com/bitext-go/bitext/segment] cuts text into paragraphs and sentences, for every
//     script.
//   - [github.com/bitext-go/bitext/lang] finds which stretch of a document is in which language;
//     lang/lingua below it tells apart languages that share a script, at the price of large models.
//   - [github.com/bitext-go/bitext/read] reads documents as people have them: text in any encoding,
//     Markdown, HTML, DOCX, ODT and PDF; its package bilingual reads what is paired already, TMX
//     and XLIFF.
//   - [github.com/bitext-go/bitext/align] pairs the sentences of texts that translate one another.
//   - [github.com/bitext-go/bitext/align/lexicon] holds word translations that help the pairing.
//     Its packages core and wide have such words built in; they are linked only if they are
//     imported.
//   - [github.com/bitext-go/bitext/align/tmx] writes and reads Translation Memory eXchange files.
//   - [github.com/bitext-go/bitext/align/memory] adds later translations to a memory.
//   - [github.com/bitext-go/bitext/align/formats] writes and reads alignments as tables, JSON,
//     XLIFF and more.
//
// A text is held once, in Unicode's form NFC, and everything that is said of it is said in spans
// and ranges of it. Two languages are nothing special: a bead has a range of sentences for each
// text.
//
// This package itself holds nothing. Programs built on the library stand in the module's examples
// directory.
package bitext
