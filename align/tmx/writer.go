package tmx

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/language"
)

// A Writer writes a memory in TMX 1.4. After a write error, every call returns that error. Make it
// with [NewWriter], and use it from one goroutine. It keeps nothing of a unit.
type Writer struct {
	// Header describes the memory. Set its fields before the first call of Write or Close; later
	// changes have no effect.
	Header Header

	w       io.Writer
	buf     []byte
	started bool
	err     error
	dropped int
	written int64
	tags    map[language.Tag]string // the spellings of the languages so far
}

// flushAt is how many bytes are gathered before they are written.
const flushAt = 64 << 10

// NewWriter returns a writer onto w with the zero Header.
func NewWriter(w io.Writer) *Writer {
	return &Writer{w: w, tags: map[language.Tag]string{}}
}

// Dropped returns how many characters were left out so far because XML 1.0 cannot hold them:
// control characters, U+FFFE, U+FFFF and bytes that are not UTF-8.
func (w *Writer) Dropped() int { return w.dropped }

// Written returns how many bytes the file has so far, including those that are not yet passed on.
func (w *Writer) Written() int64 { return w.written + int64(len(w.buf)) }

// Write adds a unit. If the unit is invalid (it has no variant, a variant has no language, a
// property has no type, its Inline does not fit its Text, an attribute or segtype is not one of TMX
// 1.4), Write returns an error and writes nothing of it; you can go on with other units.
func (w *Writer) Write(u Unit) error {
	_, err := w.write(&u, func(int64) bool { return true })
	return err
}

// write adds a unit if the size of the file with it fits; otherwise full is true.
func (w *Writer) write(u *Unit, fits func(size int64) bool) (full bool, err error) {
	if w.err != nil {
		return false, w.err
	}
	if err := check(u); err != nil {
		return false, err
	}
	if w.start(); w.err != nil {
		return false, w.err
	}
	before, dropped := len(w.buf), w.dropped
	w.unit(u)
	size := len(w.buf) - before
	if size > maxUnit || !fits(w.Written()) {
		w.buf, w.dropped = w.buf[:before], dropped
		if size > maxUnit {
			return false, fmt.Errorf("tmx: unit %q has %d bytes; a unit may have %d", u.ID, size, maxUnit)
		}
		return true, nil
	}
	if len(w.buf) >= flushAt {
		w.flush()
	}
	return false, w.err
}

// WriteRaw adds bytes as they are, such as [SyntaxError.Raw] of a damaged unit that must not be
// lost: the file is then damaged in the same way, and readers report it. raw must be UTF-8 if it
// can be, and must not hold the end of the memory. It is not retained.
func (w *Writer) WriteRaw(raw []byte) error {
	if w.err != nil {
		return w.err
	}
	if w.start(); w.err != nil {
		return w.err
	}
	w.raw("    ")
	w.buf = append(append(w.buf, bytes.TrimSpace(raw)...), '\n')
	if len(w.buf) >= flushAt {
		w.flush()
	}
	return w.err
}

// Flush passes on to the underlying io.Writer what is buffered, so that a reader of it has every
// unit that was written. Close does so too.
func (w *Writer) Flush() error {
	if w.err == nil && len(w.buf) > 0 {
		w.flush()
	}
	return w.err
}

// Close ends the file and writes what is buffered. Without it the file is not TMX. It does not
// close the underlying io.Writer.
func (w *Writer) Close() error {
	if w.err == ErrClosed {
		return nil
	}
	if w.err != nil {
		return w.err
	}
	if w.start(); w.err != nil {
		return w.err
	}
	w.raw("  </body>\n</tmx>\n")
	w.flush()
	if w.err != nil {
		return w.err
	}
	w.err = ErrClosed
	return nil
}

// flush passes on the buffer. Its error is in w.err.
func (w *Writer) flush() {
	n, err := w.w.Write(w.buf)
	w.written += int64(n)
	if err == nil && n < len(w.buf) {
		err = io.ErrShortWrite
	}
	w.err = err
	w.buf = w.buf[:0]
}

const prologue = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header`

// start writes the header, once.
func (w *Writer) start() {
	if w.started {
		return
	}
	w.started = true
	if w.w == nil {
		w.err = errors.New("tmx: a Writer without a file; make it with NewWriter")
		return
	}
	h := &w.Header
	if h.SegType != "" && !h.SegType.known() {
		w.err = fmt.Errorf("tmx: header: %w", h.SegType.problem())
		return
	}
	for _, ude := range h.UDE {
		if err := checkUDE(ude); err != nil {
			w.err = fmt.Errorf("tmx: header: UDE %q: %w", excerpt(ude), err)
			return
		}
	}
	w.raw(prologue)
	w.attr("creationtool", cmp.Or(h.Tool, "bitext"))
	w.attr("creationtoolversion", cmp.Or(h.ToolVersion, "1"))
	w.attr("segtype", cmp.Or(string(h.SegType), string(SegSentence)))
	w.attr("o-tmf", cmp.Or(h.Format, "bitext"))
	w.attr("adminlang", w.tag(cmp.Or(h.AdminLang, language.English)))
	if h.Source == language.Und {
		w.attr("srclang", "*all*")
	} else {
		w.attr("srclang", w.tag(h.Source))
	}
	w.attr("datatype", cmp.Or(h.DataType, "plaintext"))
	w.optional("o-encoding", h.Encoding)
	w.life(h.Created, h.CreatedBy, h.Changed, h.ChangedBy)
	if len(h.Notes)+len(h.Props)+len(h.UDE) == 0 {
		w.raw("/>\n  <body>\n")
		return
	}
	w.raw(">\n")
	w.remarks("    ", h.Notes, h.Props)
	for _, ude := range h.UDE {
		w.raw("    ")
		w.raw(ude)
		w.raw("\n")
	}
	w.raw("  </header>\n  <body>\n")
}
