// Package sheet holds a bitext as a person mends it: rows of sentences in two or more columns, and
// the operations that change them.
//
// A [Sheet] is changed by a [Splice] alone, which puts some rows in the place of others.
// [Sheet.Merge], [Sheet.Split] and the like make one without changing anything; [Sheet.Apply]
// carries it out; [Sheet.Undo] and [Sheet.Redo] go back and forth over all that were carried out. A
// splice can be written down ([Sheet.Encode]) and read again in another run ([Sheet.Decode]). Rows
// and sentences are never changed in place, so that old ones stay what they were.
package sheet
