// Package tmx writes and reads translation memories in TMX 1.4, the Translation Memory eXchange
// format.
//
// A memory is a stream of units. Each [Unit] holds the same sentence or paragraph in two or more
// languages, one [Variant] a language. [NewUnit] makes a unit of a bead; a [Writer] takes units one
// after the other:
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
// [Units] gives them back:
//
//	for unit, err := range tmx.Units(file) {
//		if err != nil {
//			log.Print(err) // which unit is lost, and why
//			continue
//		}
//		...
//	}
//
// Neither holds more than one unit in memory.
//
// # What is written
//
// Files that the TMX 1.4 grammar accepts and that translators' tools load without losing a unit:
// the source variant first, dates in UTC, own property types with "x-" before them, language tags
// as BCP 47 spells them. Characters that XML does not allow are left out and counted, see
// [Writer.Dropped]. The same units under the same header give the same bytes at every run: the
// package asks no clock. A [Splitter] writes files that stay below a size, for services that take
// no larger ones.
//
// # What is read
//
// TMX 1.1 to 1.4b as it is met in the world: UTF-8 or UTF-16, with a byte order mark or without,
// compressed with gzip or not, "lang" in place of "xml:lang", upper-case tags, notes after
// variants, dates in other forms, no DOCTYPE. A unit that is damaged is left out with a
// [*SyntaxError] that names its line, and reading goes on with the next. A DOCTYPE is skipped,
// never looked up, and no entity but the five of XML itself is resolved. A unit may be 8 MiB long
// and its elements nested 100 deep. VARIANTS.md in this folder is a table of what becomes of some
// eighty files as they are met.
//
// What TMX does not allow is kept where it can be, in a form that TMX does allow: a date that
// nobody can read and an attribute that TMX does not have become a property ("x-creationdate"), and
// unknown markup inside a segment becomes a <ph>. White space that holds a line break is taken off
// the ends of a segment, as pretty printers put it there; everything else about the wording stays,
// except that it is brought to Unicode's form NFC.
package tmx
