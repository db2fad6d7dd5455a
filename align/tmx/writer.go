package tmx

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/xmltext"
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

func (w *Writer) unit(u *Unit) {
	w.raw("    ")
	w.unitTag(u)
	w.raw("\n")
	w.remarks("      ", u.Notes, u.Props)
	// Some tools take the first variant for the source, whatever srclang says.
	first := -1
	if !u.AnySource {
		first = u.index(cmp.Or(u.Source, w.Header.Source))
	}
	if first >= 0 {
		w.variant(&u.Variants[first])
	}
	for i := range u.Variants {
		if i != first {
			w.variant(&u.Variants[i])
		}
	}
	w.raw("    </tu>\n")
}

// unitTag writes the start tag of a unit.
func (w *Writer) unitTag(u *Unit) {
	w.raw("<tu")
	w.optional("tuid", u.ID)
	switch {
	case u.Source != language.Und:
		w.attr("srclang", w.tag(u.Source))
	case u.AnySource:
		w.attr("srclang", "*all*")
	}
	w.optional("segtype", string(u.SegType))
	w.life(u.Created, u.CreatedBy, u.Changed, u.ChangedBy)
	for _, a := range u.Attrs {
		w.attr(a.Name, a.Value)
	}
	w.raw(">")
}

// variantTag writes the start tag of a variant.
func (w *Writer) variantTag(v *Variant) {
	w.raw("<tuv")
	w.attr("xml:lang", w.tag(v.Lang))
	w.life(v.Created, v.CreatedBy, v.Changed, v.ChangedBy)
	for _, a := range v.Attrs {
		w.attr(a.Name, a.Value)
	}
	w.raw(">")
}

func (w *Writer) variant(v *Variant) {
	w.raw("      ")
	w.variantTag(v)
	if len(v.Notes)+len(v.Props) > 0 {
		w.raw("\n")
		w.remarks("        ", v.Notes, v.Props)
		w.raw("        ")
	}
	w.raw("<seg>")
	w.segment(v)
	if len(v.Notes)+len(v.Props) > 0 {
		w.raw("</seg>\n      </tuv>\n")
		return
	}
	w.raw("</seg></tuv>\n")
}

// segment writes the wording of a variant with its markup.
func (w *Writer) segment(v *Variant) {
	at := 0
	for _, in := range v.Inline {
		w.text(v.Text[at:in.Offset])
		w.raw(in.XML)
		at = in.Offset
	}
	w.text(v.Text[at:])
}

func (w *Writer) remarks(indent string, notes []Note, props []Prop) {
	for _, n := range notes {
		w.raw(indent)
		w.raw("<note")
		w.lang(n.Lang)
		w.optional("o-encoding", n.Encoding)
		w.raw(">")
		w.text(n.Text)
		w.raw("</note>\n")
	}
	for _, p := range props {
		w.raw(indent)
		w.raw("<prop")
		w.attr("type", p.Type)
		w.lang(p.Lang)
		w.optional("o-encoding", p.Encoding)
		w.raw(">")
		w.text(p.Text)
		w.raw("</prop>\n")
	}
}

func (w *Writer) life(created time.Time, by string, changed time.Time, changedBy string) {
	w.date("creationdate", created)
	w.optional("creationid", by)
	w.date("changedate", changed)
	w.optional("changeid", changedBy)
}

// dateLayout is TMX's form of ISO 8601, always in UTC.
const dateLayout = "20060102T150405Z"

func (w *Writer) date(name string, t time.Time) {
	if !t.IsZero() {
		w.attr(name, t.UTC().Format(dateLayout))
	}
}

func (w *Writer) lang(tag language.Tag) {
	if tag != language.Und {
		w.attr("xml:lang", w.tag(tag))
	}
}

func (w *Writer) optional(name, value string) {
	if value != "" {
		w.attr(name, value)
	}
}

func (w *Writer) attr(name, value string) {
	w.buf = append(w.buf, ' ')
	w.buf = append(w.buf, name...)
	w.buf = append(w.buf, '=', '"')
	var n int
	w.buf, n = xmltext.EscapeAttr(w.buf, value)
	w.dropped += n
	w.buf = append(w.buf, '"')
}

func (w *Writer) text(s string) {
	var n int
	w.buf, n = xmltext.Escape(w.buf, s)
	w.dropped += n
}

func (w *Writer) raw(s string) { w.buf = append(w.buf, s...) }

// tag returns the spelling of a language. Tag.String is slow, and a memory has few languages.
func (w *Writer) tag(t language.Tag) string {
	s, ok := w.tags[t]
	if !ok {
		s = t.String()
		w.tags[t] = s
	}
	return s
}
