// Package tmx writes and reads translation memories in TMX 1.4, the Translation Memory eXchange
// format.
//
// A memory is a stream of units. Each [Unit] has the same sentence or paragraph in two or more
// languages, one [Variant] a language. [NewUnit] makes a unit of a bead, and a [Writer] writes
// units:
//
//	w := tmx.NewWriter(file)
//	w.Header.Source = arabic.Lang
//	for _, bead := range beads {
//		if unit, ok := tmx.NewUnit(bead, arabic, english); ok {
//			if err := w.Write(unit); err != nil {
//				return err
//			}
//		}
//	}
//	return w.Close()
//
// Use memory.FromBeads of package memory instead if translations in more languages may come later.
// [Units] reads them again:
//
//	for unit, err := range tmx.Units(file) {
//		switch {
//		case tmx.IsDamage(err):
//			log.Print(err) // which unit is lost, and why
//			continue
//		case err != nil:
//			return err // the file is no TMX, or is cut short
//		}
//		...
//	}
//
// Both hold one unit at a time. [Edit] reads a memory and writes it again with a change in some of
// its units, and leaves every other byte as it is.
//
// How memories are used is told in
// https://github.com/bitext-go/bitext/blob/main/docs/translators.md.
//
// # What is written
//
// Files are valid by the grammar of TMX 1.4, and translators' tools load them without losing a
// unit: the source variant is first, dates are in UTC, property types of ours begin with "x-", and
// language tags are spelled as in BCP 47. Characters that XML does not allow are left out and
// counted; see [Writer.Dropped]. The same units with the same header always give the same bytes:
// the package never uses the clock. A [Splitter] keeps files below a size, for services that refuse
// larger ones.
//
// # What is read
//
// TMX 1.1 to 1.4b as real tools write it: UTF-8 or UTF-16, with or without a byte order mark,
// compressed with gzip or not, "lang" instead of "xml:lang", upper-case tags, notes after variants,
// dates in other forms, no DOCTYPE. A damaged unit is left out with a [*SyntaxError] that names its
// line, and reading goes on with the next. A DOCTYPE is skipped and never fetched, and no entities
// except the five of XML are resolved. A unit may have 8 MiB, and elements may be nested 100 deep.
// VARIANTS.md in this folder lists how some eighty kinds of file are read.
//
// What TMX does not allow is kept in a form that it allows, if there is one: an invalid date and an
// unknown attribute become a property ("x-creationdate"), and unknown markup inside a segment
// becomes a <ph>. White space with a line break is removed from the ends of a segment, because
// pretty printers put it there. The wording is normalized to NFC and otherwise unchanged.
package tmx
