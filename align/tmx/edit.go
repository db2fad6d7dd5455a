package tmx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"unicode/utf8"
)

// Edit copies a memory from r to w, and calls f for each unit, which may change it. What f does not
// change is copied byte for byte: the header, comments, white space, the order of attributes,
// damaged units, and in a unit that f changes, everything but the elements that hold the change.
// The encoding remains. A memory that is compressed with gzip is written unpacked.
//
// f keeps nothing of the unit after it returns. An error of f ends the copy and is returned
// unchanged. Damage that [IsDamage] reports does not end it: Edit returns the errors of all damaged
// units together at the end, after everything has been copied. After any other error, discard what
// was written.
func Edit(w io.Writer, r io.Reader, f func(*Unit) error) error {
	out := &copier{w: w}
	in := NewReader(r)
	in.chunks.begun = out.begin
	in.chunks.skipped = func(b []byte) { out.write(b) }
	var damage []error
	for out.err == nil {
		res := in.step()
		switch {
		case res.err == io.EOF:
			if out.err == nil {
				return errors.Join(damage...)
			}
		case IsDamage(res.err):
			damage = append(damage, res.err)
			out.write(in.chunk)
		case res.err != nil:
			return res.err
		default:
			edited, err := edit(in.chunk, res.unit, f)
			if err != nil {
				return err
			}
			out.write(edited)
		}
		in.chunk = nil
	}
	return fmt.Errorf("tmx: %w", out.err)
}

// edit returns the XML of a unit after f has changed it.
func edit(raw []byte, u Unit, f func(*Unit) error) ([]byte, error) {
	before := clone(u)
	if err := f(&u); err != nil {
		return nil, err
	}
	if reflect.DeepEqual(before, u) {
		return raw, nil
	}
	if err := check(&u); err != nil {
		return nil, err
	}
	return newPatch(raw, &before, &u).apply(), nil
}

// clone returns a unit that shares nothing with u that can be changed.
func clone(u Unit) Unit {
	u.Props, u.Notes, u.Attrs = slices.Clone(u.Props), slices.Clone(u.Notes), slices.Clone(u.Attrs)
	u.Variants = slices.Clone(u.Variants)
	for i := range u.Variants {
		v := &u.Variants[i]
		v.Props, v.Notes, v.Attrs = slices.Clone(v.Props), slices.Clone(v.Notes), slices.Clone(v.Attrs)
		v.Inline = slices.Clone(v.Inline)
	}
	return u
}

// A copier writes what is read, in the encoding of the file.
type copier struct {
	w      io.Writer
	encode func([]byte) ([]byte, error) // nil for UTF-8
	rest   []byte                       // the beginning of a character whose end is not there yet
	err    error
}

// begin writes the byte order mark of a file, and notes its encoding.
func (c *copier) begin(mark []byte, encode func([]byte) ([]byte, error)) {
	c.encode = nil
	c.write(mark)
	c.encode = encode
}

func (c *copier) write(b []byte) {
	if c.err != nil || len(b) == 0 {
		return
	}
	if c.encode != nil {
		b = append(c.rest, b...)
		n := len(b)
		for k := 1; k < utf8.UTFMax && k <= n; k++ {
			if utf8.RuneStart(b[n-k]) {
				if !utf8.FullRune(b[n-k:]) {
					n -= k
				}
				break
			}
		}
		c.rest = bytes.Clone(b[n:])
		if b, c.err = c.encode(b[:n]); c.err != nil {
			return
		}
	}
	n, err := c.w.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	c.err = err
}
