package memories

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
)

// MaxParts is how many files Split may write by a property. All are open at the same time.
const MaxParts = 200

// A Splitter cuts a memory into several.
type Splitter struct {
	// By is the type of a property of units or variants whose values are the parts. A unit without
	// it is in the part "". If By is "", the parts are files of a bounded size.
	By string
	// MaxBytes and MaxUnits bound the files if By is ""; 0 is no bound.
	MaxBytes int64
	MaxUnits int
	// Create creates the file of a part. Split closes it. The name is the value of the property, or
	// the number of the file.
	Create func(name string) (io.WriteCloser, error)
}

// A Part is a file that Split has written.
type Part struct {
	Name  string `json:"name"`
	Units int    `json:"units"`
}

// Split writes each unit of a memory to one part, in the order of the memory.
func (s *Splitter) Split(ctx context.Context, source *Source) ([]Part, error) {
	h, units, err := source.Units()
	if err != nil {
		return nil, err
	}
	if s.By == "" {
		return s.bySize(ctx, source, h, units)
	}
	type output struct {
		*tmx.Writer
		file io.WriteCloser
		part int
	}
	open := map[string]*output{}
	defer func() {
		for _, o := range open {
			o.file.Close() // a second time does nothing
		}
	}()
	var parts []Part
	for u, err := range units {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		name := valueOf(&u, s.By)
		o := open[name]
		if o == nil {
			if len(open) == MaxParts {
				return nil, fmt.Errorf("%s: property %s has more than %d values; choose another",
					source.Name, s.By, MaxParts)
			}
			file, err := s.Create(name)
			if err != nil {
				return nil, err
			}
			o = &output{tmx.NewWriter(file), file, len(parts)}
			o.Header = h
			open[name] = o
			parts = append(parts, Part{Name: name})
		}
		if err := o.Write(u); err != nil {
			return nil, source.in(err)
		}
		parts[o.part].Units++
	}
	for _, p := range parts {
		o := open[p.Name]
		if err := o.Close(); err != nil {
			return nil, err
		}
		if err := o.file.Close(); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

func (s *Splitter) bySize(
	ctx context.Context, source *Source, h tmx.Header, units func(func(tmx.Unit, error) bool),
) ([]Part, error) {
	var parts []Part
	w := &tmx.Splitter{Header: h, MaxBytes: s.MaxBytes, MaxUnits: s.MaxUnits}
	w.Create = func(number int) (io.WriteCloser, error) {
		name := fmt.Sprint(number)
		parts = append(parts, Part{Name: name})
		return s.Create(name)
	}
	for u, err := range units {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			if err = w.Write(u); err != nil {
				err = source.in(err)
			}
		}
		if err != nil {
			w.Close()
			return nil, err
		}
		parts[len(parts)-1].Units++
	}
	return parts, w.Close()
}

// valueOf returns the value of the first property of a type: of the unit, else of a variant.
func valueOf(u *tmx.Unit, kind string) string {
	is := func(p tmx.Prop) bool { return p.Type == kind }
	if i := slices.IndexFunc(u.Props, is); i >= 0 {
		return strings.TrimSpace(u.Props[i].Text)
	}
	for _, v := range u.Variants {
		if i := slices.IndexFunc(v.Props, is); i >= 0 {
			return strings.TrimSpace(v.Props[i].Text)
		}
	}
	return ""
}
