package memories

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A Conversion changes a memory while it is written, for whoever gets it.
type Conversion struct {
	Client       *Client // nil for no tool in particular
	NoProperties bool    // leave all properties out

	Report ConversionReport
}

// A ConversionReport describes what a Conversion did.
type ConversionReport struct {
	Refused  []string // why units are left out; at most maxRefused of them
	LeftOut  int      // units that the tool would refuse
	Single   int      // units that are left out because they have no translation
	Parted   int      // units that became several
	Neutral  []string // languages without a region, if the tool needs one
	Bytes    int64    // of the memory
	TooLarge bool     // the memory is larger than the tool takes
}

// maxRefused is how many units a report names.
const maxRefused = 10

// Writer returns a writer that changes the memory that is written to it on its way to w. Close
// waits for that, and closes w if it can be closed.
func (c *Conversion) Writer(w io.Writer) io.WriteCloser {
	r, in := io.Pipe()
	x := &converter{PipeWriter: in, to: w, done: make(chan error, 1)}
	go func() {
		err := c.copy(r, w)
		r.CloseWithError(err) // nil is io.ErrClosedPipe
		x.done <- err
	}()
	return x
}

// A converter is the writer of a Conversion.
type converter struct {
	*io.PipeWriter
	to     io.Writer
	done   chan error
	closed bool
}

// Close ends the memory.
func (x *converter) Close() error {
	if x.closed {
		return nil
	}
	x.closed = true
	x.PipeWriter.Close()
	err := <-x.done
	if c, ok := x.to.(io.Closer); ok {
		err = errors.Join(err, c.Close())
	}
	return err
}

// Write calls write and changes the memory that it writes on its way to w.
func (c *Conversion) Write(w io.Writer, write func(io.Writer) error) error {
	x := c.Writer(struct{ io.Writer }{w}).(*converter)
	if err := write(x); err != nil {
		x.PipeWriter.CloseWithError(err)
		<-x.done
		return err
	}
	return x.Close()
}

// copy writes a memory as the client wants it.
func (c *Conversion) copy(in io.Reader, w io.Writer) error {
	count := &counter{to: w}
	r := tmx.NewReader(in)
	h, err := r.Header()
	if err != nil {
		return err
	}
	out := tmx.NewWriter(count)
	out.Header = h
	if c.NoProperties {
		out.Header.Props = nil
	}
	neutral := map[language.Tag]bool{}
	begun := false
	for u, err := range r.Units() {
		if err != nil {
			return err
		}
		if !begun && c.Client != nil {
			c.header(&out.Header, &u)
		}
		begun = true
		for _, unit := range c.units(u, out.Header.Source) {
			for _, v := range unit.Variants {
				if _, confidence := v.Lang.Region(); confidence != language.Exact {
					neutral[v.Lang] = true
				}
			}
			if err := out.Write(unit); err != nil {
				return err
			}
		}
	}
	if c.Client != nil {
		c.header(&out.Header, nil)
	}
	if err := out.Close(); err != nil {
		return err
	}
	c.Report.Bytes = count.n
	if c.Client == nil {
		return nil
	}
	c.Report.TooLarge = c.Client.MaxBytes > 0 && count.n > c.Client.MaxBytes
	if c.Client.regions {
		for l := range neutral {
			c.Report.Neutral = append(c.Report.Neutral, l.String())
		}
		slices.Sort(c.Report.Neutral)
	}
	return nil
}

// header changes a header for the client. A tool for pairs needs to know the source; without a
// declared one it is the first language of the first unit.
func (c *Conversion) header(h *tmx.Header, first *tmx.Unit) {
	h.Props = slices.DeleteFunc(slices.Clone(h.Props), own)
	if h.Source == language.Und && c.Client.pairs && first != nil && len(first.Variants) > 0 {
		h.Source = first.Variants[0].Lang
	}
	h.Source = c.Client.tag(h.Source)
}

// units returns what is written of a unit.
func (c *Conversion) units(u tmx.Unit, source language.Tag) []tmx.Unit {
	all := []tmx.Unit{u}
	if c.Client != nil {
		if len(u.Variants) < 2 {
			c.Report.Single++
			return nil
		}
		if u.Source != language.Und {
			source = c.Client.tag(u.Source)
		}
		all = c.Client.units(u, source)
		if len(all) > 1 {
			c.Report.Parted++
		}
		all = slices.DeleteFunc(all, func(u tmx.Unit) bool {
			why := c.Client.fault(&u)
			if why == "" {
				return false
			}
			if c.Report.LeftOut++; len(c.Report.Refused) < maxRefused {
				c.Report.Refused = append(c.Report.Refused, fmt.Sprintf("unit %q: %s", u.ID, why))
			}
			return true
		})
	}
	if c.NoProperties {
		for i := range all {
			all[i].Props = nil
			all[i].Variants = slices.Clone(all[i].Variants)
			for k := range all[i].Variants {
				all[i].Variants[k].Props = nil
			}
		}
	}
	return all
}

// String returns the report for a person, in whole lines; "" if there is nothing to say. name is
// the tool.
func (r *ConversionReport) String(name string) string {
	var b strings.Builder
	for _, why := range r.Refused {
		fmt.Fprintf(&b, "left out: %s\n", why)
	}
	if n := r.LeftOut - len(r.Refused); n > 0 {
		fmt.Fprintf(&b, "left out: %d more like these\n", n)
	}
	if r.Single > 0 {
		fmt.Fprintf(&b, "left out: %d without a translation\n", r.Single)
	}
	switch {
	case r.Parted == 1:
		b.WriteString("1 unit with several translations became one unit for each\n")
	case r.Parted > 1:
		fmt.Fprintf(&b, "%d units with several translations became one unit for each\n", r.Parted)
	}
	if len(r.Neutral) > 0 {
		fmt.Fprintf(&b, "%s wants a region with each language, and there is none in %s; "+
			"name it with --langs, as in --langs fr=fr-FR\n", name, strings.Join(r.Neutral, ", "))
	}
	if r.TooLarge {
		fmt.Fprintf(&b, "the memory has %d bytes, which is more than %s takes; "+
			"cut it with bitext memory split --max-mb\n", r.Bytes, name)
	}
	return b.String()
}

// A counter counts the bytes that are written.
type counter struct {
	to io.Writer
	n  int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += int64(n)
	return n, err
}
