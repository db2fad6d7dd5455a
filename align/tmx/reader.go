package tmx

import (
	"bytes"
	"errors"
	"io"
	"iter"
)

// A Reader reads a memory unit by unit. Make it with [NewReader], and use it from one goroutine.
// The units belong to the caller.
type Reader struct {
	chunks chunks
	parser parser
	header Header
	ahead  *result // the first result, read ahead with the header
	opened bool
	units  int    // units met, good or bad
	line   int    // where the unit that was returned last begins
	err    error  // what ended the reading
	chunk  []byte // the header or unit that the last step took out of the file; valid until the next
	bad    error  // what is wrong with the header, or with the file before its first unit
}

// A result is one step of the iteration.
type result struct {
	unit Unit
	line int // where it begins
	err  error
}

// NewReader returns a reader of the memory in r: UTF-8 or UTF-16, compressed with gzip or not.
func NewReader(r io.Reader) *Reader {
	return &Reader{chunks: chunks{buffer: buffer{r: r, line: 1}}}
}

// Units returns the units of the memory in r, in order. It is [Reader.Units] for callers that do
// not need the header.
func Units(r io.Reader) iter.Seq2[Unit, error] {
	return NewReader(r).Units()
}

// Header returns the header of the memory, or the zero Header if it has none. It reads as far as
// the first unit. The error is about the header, or it is one that keeps every unit from being
// read; [Reader.Units] returns it again.
func (r *Reader) Header() (Header, error) {
	if r.ahead == nil && !r.opened {
		res := r.step()
		r.ahead = &res
	}
	return r.header, r.bad
}

// Units returns the units of the memory, in order. A damaged unit is left out: the iteration yields
// a [*SyntaxError] for which [IsDamage] is true instead, and goes on with the next unit. Any other
// error is the last: the file is no TMX ([ErrNotTMX]), it is cut short ([ErrCutShort]), or reading
// failed. A memory can be read once. If you leave the loop, another call continues where it
// ended.
func (r *Reader) Units() iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		for {
			var res result
			if r.ahead != nil {
				res, r.ahead = *r.ahead, nil
			} else {
				res = r.step()
			}
			r.line = res.line
			if res.err == io.EOF || !yield(res.unit, res.err) {
				return
			}
		}
	}
}

// Line returns the line of the file, from 1, on which the last unit of [Reader.Units] begins. It is
// 0 before the first unit and after an error.
func (r *Reader) Line() int { return r.line }

// step returns the next unit or error.
func (r *Reader) step() result {
	if r.err != nil {
		return result{err: r.err}
	}
	if !r.opened {
		r.opened = true
		if r.chunks.buffer.r == nil {
			r.err, r.bad = io.EOF, errors.New("tmx: a Reader without a file; make it with NewReader")
			return result{err: r.bad}
		}
		if err := decode(&r.chunks.buffer); err != nil {
			r.err, r.bad = io.EOF, err
			return result{err: err}
		}
	}
	for {
		chunk, at, err := r.chunks.next()
		if err != nil {
			if !IsDamage(err) {
				r.err = io.EOF
			}
			if r.units == 0 && r.chunks.done && err != io.EOF {
				r.bad = err
			}
			return result{err: err}
		}
		if r.chunk = chunk; isTag(chunk, "<header") {
			if r.chunks.skipped != nil {
				r.chunks.skipped(chunk)
				r.chunk = nil
			}
			if r.header, err = r.parser.header(chunk); err != nil {
				r.bad = located(err, chunk, at, "rest of the header")
				return result{err: r.bad}
			}
			continue
		}
		r.units++
		u, err := r.parser.unit(chunk)
		if err != nil {
			bad := located(err, chunk, at, "unit")
			bad.Raw = bytes.Clone(chunk)
			return result{err: bad}
		}
		return result{unit: u, line: at.line}
	}
}
