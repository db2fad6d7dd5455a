// Package bitext turns documents and their translations into translation memory.
//
// The work is done by the packages below it, each a room of its own:
//
//   - [github.com/bitext-go/bitext/segment] cuts text into paragraphs and sentences, for every script.
//   - [github.com/bitext-go/bitext/lang] finds which stretch of a document is in which language.
//   - [github.com/bitext-go/bitext/align] pairs the sentences of texts that translate one another.
//   - [github.com/bitext-go/bitext/align/lexicon] holds word translations that help the pairing.
//   - [github.com/bitext-go/bitext/align/tmx] writes and reads Translation Memory eXchange files.
//   - [github.com/bitext-go/bitext/align/formats] writes and reads alignments as tables, JSON, XLIFF and more.
package bitext
