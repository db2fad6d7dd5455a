package tmx

import (
	"cmp"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/xmltext"
)

// unit writes a unit, which is valid.
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

// variant writes a variant on lines of its own.
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

// remarks writes notes and properties, each on a line that begins with indent.
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

// life writes when a unit, a variant or a memory was made and changed, and by whom.
func (w *Writer) life(created time.Time, by string, changed time.Time, changedBy string) {
	w.date("creationdate", created)
	w.optional("creationid", by)
	w.date("changedate", changed)
	w.optional("changeid", changedBy)
}

// dateLayout is TMX's form of ISO 8601, always in UTC.
const dateLayout = "20060102T150405Z"

// date writes an attribute, unless the time is zero.
func (w *Writer) date(name string, t time.Time) {
	if !t.IsZero() {
		w.attr(name, t.UTC().Format(dateLayout))
	}
}

// lang writes the attribute xml:lang, unless the language is Und.
func (w *Writer) lang(tag language.Tag) {
	if tag != language.Und {
		w.attr("xml:lang", w.tag(tag))
	}
}

// tag returns the spelling of a language. Tag.String is slow, and a memory has few languages.
func (w *Writer) tag(t language.Tag) string {
	s, ok := w.tags[t]
	if !ok {
		s = t.String()
		w.tags[t] = s
	}
	return s
}

// optional writes an attribute, unless it is empty.
func (w *Writer) optional(name, value string) {
	if value != "" {
		w.attr(name, value)
	}
}

// attr writes an attribute. It counts the characters that XML cannot hold, and so does text.
func (w *Writer) attr(name, value string) {
	w.buf = append(w.buf, ' ')
	w.buf = append(w.buf, name...)
	w.buf = append(w.buf, '=', '"')
	var n int
	w.buf, n = xmltext.EscapeAttr(w.buf, value)
	w.dropped += n
	w.buf = append(w.buf, '"')
}

// text writes text of an element.
func (w *Writer) text(s string) {
	var n int
	w.buf, n = xmltext.Escape(w.buf, s)
	w.dropped += n
}

// raw writes XML as it is.
func (w *Writer) raw(s string) { w.buf = append(w.buf, s...) }
