// Package seed makes one translation memory of a collection of documents and their translations.
//
//	c, err := seed.Find("archive", nil)          // or seed.ReadManifest("pairs.csv")
//	s := seed.Seeding{Collection: c, Output: "memory.tmx", Read: read}
//	report, err := s.Run(ctx)
//
// First, each document is aligned on its own. The beads with high confidence teach, for each pair
// of languages, which words the collection translates with which, and every document is aligned
// again with this knowledge. The beads that pass the [Filter] become units. Equal units are merged
// into one, which keeps the places of all of them.
//
// A run can be stopped at any time, also by a crash. The result of each document is kept in a
// journal, in a folder beside the output, under a key made from everything that the result depends
// on. A later run takes from the journal what it would only compute again. So the memory has the
// same bytes however often the work was stopped and however many workers there are. The output
// appears at the end, whole.
//
// A collection may be larger than memory: each worker holds one document, and units are sorted on
// disk. Only the report, with a line for each document, grows with the collection.
package seed
