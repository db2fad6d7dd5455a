package memories

import (
	"cmp"
	"context"
	"io"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A Merger puts memories together and keeps one of equal units.
type Merger struct {
	Ignore Ignore
	// Trusted keeps the unit with the highest confidence of translation; one without a confidence
	// has been vouched for. Otherwise the newest is kept. The first one wins a draw.
	Trusted bool
	// Progress is called with the number of units read; it may be nil.
	Progress func(units int)
}

// A MergeReport describes a merged memory.
type MergeReport struct {
	Read    []int // the units of each source
	Written int
	Equal   int // units that were left out, because an equal one is kept
	Joined  int // units that got notes, properties or dates of equal ones
	Dropped int // characters that XML cannot hold
}

// An entry is what Merge knows of a unit. It has 40 bytes, so that ten million take 400 MB.
type entry struct {
	key     Key
	rank    uint64 // the highest is kept
	details uint64
	number  uint32 // in its source
	source  uint32
}

// Merge writes the units of the sources to w, without all but one of equal units. What the others
// say besides is added to the one that stays: notes, properties, the earliest date of creation, and
// where other documents have the wording. The sources are put into an order that depends on their
// content only, so that the result is the same whatever their order is.
//
// Sources are read three times at most, and only entries are held in memory, and the notes and
// properties of equal units that differ in them.
func (m *Merger) Merge(ctx context.Context, sources []*Source, w io.Writer) (*MergeReport, error) {
	report := &MergeReport{Read: make([]int, len(sources))}
	entries, sources, err := m.scan(ctx, sources, report)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key[0], b.key[0]), cmp.Compare(a.key[1], b.key[1]), cmp.Compare(b.rank, a.rank),
			cmp.Compare(a.source, b.source), cmp.Compare(a.number, b.number))
	})
	left := make([]map[uint32]uint64, len(sources)) // the units that are left out, and what is kept instead
	for i := range left {
		left[i] = map[uint32]uint64{}
	}
	differ := map[uint64]*tmx.Unit{} // the kept units that differ from an equal one, and what to add to them
	for i := 0; i < len(entries); {
		kept := entries[i]
		for i++; i < len(entries) && entries[i].key == kept.key; i++ {
			out := entries[i]
			to := noUnit
			if out.details != kept.details {
				to = unitID(int(kept.source), kept.number)
				differ[to] = &tmx.Unit{}
			}
			left[out.source][out.number] = to
			report.Equal++
		}
	}
	entries = nil
	if len(differ) > 0 {
		if err := m.collect(ctx, sources, left, differ); err != nil {
			return nil, err
		}
	}
	report.Joined = len(differ)
	return report, m.write(ctx, sources, left, differ, w, report)
}

// noUnit is the id of no unit.
const noUnit = ^uint64(0)

// unitID returns the id of a unit: the index of its source, and its number there.
func unitID(source int, number uint32) uint64 { return uint64(source)<<32 | uint64(number) }

// scan reads all units once. It returns the sources, those that lead first, in the order of their
// content, to which the entries refer.
func (m *Merger) scan(ctx context.Context, sources []*Source, report *MergeReport) ([]entry, []*Source, error) {
	var entries []entry
	sums := make([]Key, len(sources))
	for i, s := range sources {
		var content Key // depends on all units so far
		for n, u := range s.numbered(ctx) {
			if u.err != nil {
				return nil, nil, u.err
			}
			e := entry{
				key: m.Ignore.Key(&u.Unit), rank: m.rank(&u.Unit), details: details(&u.Unit),
				number: n, source: uint32(i),
			}
			content = content.with(e.key, e.details)
			entries = append(entries, e)
			report.Read[i]++
			if m.Progress != nil && len(entries)%1000 == 0 {
				m.Progress(len(entries))
			}
		}
		sums[i] = content
	}
	order := make([]int, len(sources))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if sources[a].Leads != sources[b].Leads {
			if sources[a].Leads {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(sums[a][0], sums[b][0]), cmp.Compare(sums[a][1], sums[b][1]))
	})
	place := make([]uint32, len(sources))
	ordered := make([]*Source, len(sources))
	for p, i := range order {
		place[i], ordered[p] = uint32(p), sources[i]
	}
	for i := range entries {
		entries[i].source = place[entries[i].source]
	}
	return entries, ordered, nil
}

// collect reads what the units that are left out have besides.
func (m *Merger) collect(
	ctx context.Context, sources []*Source, left []map[uint32]uint64, differ map[uint64]*tmx.Unit,
) error {
	for i, s := range sources {
		if len(left[i]) == 0 {
			continue
		}
		for n, u := range s.quiet().numbered(ctx) {
			if u.err != nil {
				return u.err
			}
			if to, out := left[i][n]; out && to != noUnit {
				Gather(differ[to], &u.Unit)
			}
		}
	}
	return nil
}

// write writes the units that are kept.
func (m *Merger) write(
	ctx context.Context, sources []*Source, left []map[uint32]uint64, differ map[uint64]*tmx.Unit, w io.Writer,
	report *MergeReport,
) error {
	out := tmx.NewWriter(w)
	for i, s := range sources {
		h, units, err := s.quiet().Units()
		if err != nil {
			return err
		}
		if i == 0 {
			out.Header = h
		}
		n := uint32(0)
		for u, err := range units {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				return err
			}
			number := n
			n++
			if _, skip := left[i][number]; skip {
				continue
			}
			if more := differ[unitID(i, number)]; more != nil {
				Enrich(&u, more)
			}
			if err := out.Write(underHeader(u, h, out.Header)); err != nil {
				return s.in(err)
			}
			report.Written++
		}
	}
	err := out.Close()
	report.Dropped = out.Dropped()
	return err
}

// underHeader returns a unit of a file with one header as it is in a file with another.
func underHeader(u tmx.Unit, own, other tmx.Header) tmx.Unit {
	if u.Source == language.Und {
		if own.Source != other.Source {
			u.Source = own.Source
		}
	}
	if u.SegType == "" && own.SegType != other.SegType {
		u.SegType = cmp.Or(own.SegType, tmx.SegSentence)
	}
	has := func(a tmx.Attr) bool { return a.Name == "datatype" }
	if own.DataType != other.DataType && !slices.ContainsFunc(u.Attrs, has) {
		u.Attrs = append(slices.Clip(u.Attrs), tmx.Attr{Name: "datatype", Value: cmp.Or(own.DataType, "plaintext")})
	}
	return u
}
