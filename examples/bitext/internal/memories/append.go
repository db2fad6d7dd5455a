package memories

import (
	"context"
	"io"
	"iter"

	"github.com/bitext-go/bitext/align/tmx"
)

// An AppendReport describes a memory that units were added to.
type AppendReport struct {
	Units int // of the memory before
	Added int
	Equal int // units that were not added, because the memory has an equal one
}

// Append writes a memory to w and after it those units of a job that have no equal in it. Nothing
// in the memory changes, so appending the same job again adds nothing. The header of the memory
// stays; job is the header that the units were made for. It holds 16 bytes for each unit.
func Append(
	ctx context.Context, source *Source, job tmx.Header, units iter.Seq[tmx.Unit], w io.Writer,
) (*AppendReport, error) {
	h, all, err := source.Units()
	if err != nil {
		return nil, err
	}
	r := &AppendReport{}
	has := map[Key]bool{}
	out := tmx.NewWriter(w)
	out.Header = h
	for u, err := range all {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		r.Units++
		has[Ignore{}.Key(&u)] = true
		if err := out.Write(u); err != nil {
			return nil, source.in(err)
		}
	}
	for u := range units {
		k := Ignore{}.Key(&u)
		if has[k] {
			r.Equal++
			continue
		}
		has[k] = true
		r.Added++
		if err := out.Write(underHeader(u, job, h)); err != nil {
			return nil, err
		}
	}
	return r, out.Close()
}
