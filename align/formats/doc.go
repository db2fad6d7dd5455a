// Package formats writes and reads alignments in formats other than TMX.
//
// An alignment is a stream of rows. A [Row] is a bead with its wording; [NewRow] makes one:
//
//	w := formats.NewTSV(file)
//	for _, bead := range beads {
//		if err := w.Write(formats.NewRow(bead, arabic, english)); err != nil {
//			return err
//		}
//	}
//	return w.Close()
//
// The formats differ in what they hold:
//
//	format      languages  null beads  sentence numbers  for
//	TSV         any        kept        no                cut, sort, grep; spreadsheets
//	CSV         any        kept        no                Excel
//	JSON Lines  any        kept        yes               programs; nothing is lost
//	Moses       any        left out    no                training of translation systems
//	hunalign    two        kept        yes, no wording   tools that know ladders
//	XLIFF 2.1   two        left out    no                translation editors
//
// The output is UTF-8, and the same rows always give the same bytes. An error of a reader names the
// line, and is the last item.
package formats
