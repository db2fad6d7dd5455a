package align

import "slices"

// A link says that a source type and the target type to translate one another: fwd is P(target|source), bwd
// P(source|target).
type link struct {
	to       int32
	fwd, bwd float32
}

// A table holds the links of each source type, in order of the target type.
type table struct {
	rows [][]link
}

// tableBuilder collects links from several sources. Where two know a pair, the larger probability counts: they are two
// opinions about one fact.
type tableBuilder struct {
	src, tgt *vocabulary
	rows     [][]link
}

func newTableBuilder(src, tgt *vocabulary) *tableBuilder {
	return &tableBuilder{src: src, tgt: tgt, rows: make([][]link, len(src.types))}
}

// add reports that types s and t translate one another with the given probabilities.
func (b *tableBuilder) add(s, t int32, fwd, bwd float64) {
	b.rows[s] = append(b.rows[s], link{t, float32(fwd), float32(bwd)})
}

// build sorts and merges the links.
func (b *tableBuilder) build() *table {
	t := &table{rows: make([][]link, len(b.rows))}
	for s, row := range b.rows {
		row = slices.Clone(row)
		slices.SortFunc(row, func(x, y link) int { return int(x.to - y.to) })
		out := row[:0]
		for _, l := range row {
			if n := len(out); n > 0 && out[n-1].to == l.to {
				out[n-1].fwd, out[n-1].bwd = max(out[n-1].fwd, l.fwd), max(out[n-1].bwd, l.bwd)
				continue
			}
			out = append(out, l)
		}
		t.rows[s] = out
	}
	return t
}

// best is, for each target type, its largest probability given any source type, and the other way about.
func (t *table) best(src, tgt int) (fwd, bwd []float32) {
	fwd, bwd = make([]float32, tgt), make([]float32, src)
	for s, row := range t.rows {
		for _, l := range row {
			fwd[l.to], bwd[s] = max(fwd[l.to], l.fwd), max(bwd[s], l.bwd)
		}
	}
	return fwd, bwd
}
