// Package seed makes one translation memory of a collection of documents and their translations.
//
//	c, err := seed.Find("archive", nil)          // or seed.ReadManifest("pairs.csv")
//	s := seed.Seeding{Collection: c, Read: read, Folder: "work", Create: create}
//	report, err := s.Run(ctx)
//
// First, each document is aligned on its own. The beads with high confidence teach, for each pair
// of languages, which words the collection translates with which, and every document is aligned
// again with this knowledge. The beads that pass the [Filter] become units. Equal units are merged
// into one, which keeps the places of all of them.
//
// # Runs that are stopped
//
// A run can be stopped at any time, also by a crash. The result of each document is kept in a
// journal, in the folder of the [Seeding], under a key made from everything that the result depends
// on. A later run takes from the journal what it would only compute again. So the memory has the
// same bytes however often the work was stopped and however many workers there are.
//
// A collection may be larger than memory: each worker holds one document, and units are sorted on
// disk. Only the report, with a line for each document, grows with the collection.
//
// # Shards
//
// Several runs that know nothing of one another make a memory together, each of a [Shard] of the
// documents. [Seeding.FirstPass] leaves what the documents of a shard teach, [Seeding.Run] makes
// its part of the memory with what all shards teach, and [MergeShards] puts the parts together: to
// the bytes of one run.
//
// # Step by step
//
// A program that spreads the work over machines calls the steps itself. [PairByName] groups files;
// [Method.Profile] says what pairs those whose names say nothing. [Method.Texts] and [Method.Align]
// align one document, [Alignment.Pools] is what it teaches, [Pool.Merge] adds that up in any order,
// and [Method.Learn] learns from it. [Filter.Judge] decides what becomes a unit.
//
// https://github.com/bitext-go/bitext/blob/main/docs/seeding.md is about the whole.
//
// Nothing here reads a document: Read is a function of the caller, usually of package read, and
// says which languages a file is in.
package seed
