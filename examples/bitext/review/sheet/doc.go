// Package sheet holds a bitext that a person edits: rows of sentences in two or more columns, and
// the operations that change them.
//
// A [Sheet] changes only by a [Splice], which replaces some rows by others. [Sheet.Merge],
// [Sheet.Split] and the like make a splice without changing anything. [Sheet.Apply] carries it out.
// [Sheet.Undo] and [Sheet.Redo] go through all splices that were applied. A splice can be written
// to a journal ([Sheet.EncodeSplice]) and read in another run ([Sheet.DecodeSplice]). Rows and
// pieces are immutable, so old ones stay valid.
package sheet
