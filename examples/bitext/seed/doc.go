// Package seed makes one translation memory of a whole collection of documents and their
// translations.
//
//	c, err := seed.Find("archive", nil)          // or seed.ReadManifest("pairs.csv")
//	s := seed.Seeding{Collection: c, Output: "memory.tmx", Read: read}
//	report, err := s.Run(ctx)
//
// Documents are aligned on their own first. The beads that are sure teach, for every two languages,
// which words translate one another in the collection, and with that everything is aligned again.
// What passes the [Filter] becomes units; units that are equal are merged, and keep where each of
// them stood.
//
// The work can be stopped at any moment, by a crash too, and taken up again. Each document that is
// done is kept in a journal in a folder beside the output, under a key that is made of all that its
// result depends on; a later run takes from there what it would compute anyway. So the memory has
// the same bytes however often the work was stopped, and however many workers there are. The output
// is put in its place whole, at the end.
//
// A collection may be larger than memory: a worker holds one document, and units are sorted on
// disk. What grows with the collection is a line of the report for each document.
package seed
