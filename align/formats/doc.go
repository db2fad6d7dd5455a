// Package formats writes alignments in other forms than TMX, and reads them again.
//
// An alignment is a stream of rows. A [Row] is a bead with its wording; [NewRow] makes it:
//
//	w := formats.NewTSV(file)
//	for _, bead := range beads {
//		if err := w.Write(formats.NewRow(bead, arabic, english)); err != nil {
//			return err
//		}
//	}
//	return w.Close()
//
// Each format has its own promise:
//
//	format         languages  rows with an empty side  sentence numbers  for
//	TSV            any        kept                     no                cut, sort, grep; spreadsheets
//	CSV            any        kept                     no                Excel
//	JSON Lines     any        kept                     yes               programs; nothing is lost
//	Moses          any        left out                 no                training of translation systems
//	hunalign       two        kept                     yes, no wording   tools that know ladders
//	XLIFF 2.1      two        left out                 no                translation editors
//
// What is written is UTF-8, and the same rows give the same bytes at every run. Readers give an
// error that names the line, and nothing after it.
package formats
