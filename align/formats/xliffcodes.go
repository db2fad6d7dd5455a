package formats

import (
	"fmt"
	"strconv"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/xmltext"
)

// xliffCodes writes the inline codes of one unit as XLIFF 2 has them: <pc>, <sc> and <ec>, <ph>,
// and <mrk> for highlighted text. See section 4.2.3 of its specification (inline elements).
type xliffCodes struct {
	ids  map[string]string // of codes, which are the same in both languages
	data []string          // the original codes
	mark int               // the number of highlights
}

// content returns a wording of a row as XLIFF has it.
func (x *xliffCodes) content(r *Row, i int) []byte {
	if i >= len(r.Marked) || len(r.Marked[i].Inline) == 0 {
		return content(nil, r.Texts[i])
	}
	m := &r.Marked[i]
	codes := make([]tmx.Code, len(m.Inline))
	for k, in := range m.Inline {
		codes[k] = in.Code()
	}
	ends := pairs(codes)
	nested := areNested(codes, ends)
	used := map[string]bool{}
	open := map[int]string{} // the ids of pairs, by the place of their end
	var buf []byte
	from := 0
	for k, in := range m.Inline {
		buf = content(buf, m.Text[from:in.Offset])
		from = in.Offset
		c := &codes[k]
		end, paired := ends[k]
		id, isEnd := open[k]
		if !isEnd {
			id = x.id(c, used)
		}
		switch {
		case isEnd && c.Element == "/hi":
			buf = append(buf, "</mrk>"...)
		case isEnd && nested:
			buf = append(buf, "</pc>"...)
		case isEnd:
			buf = fmt.Appendf(buf, `<ec startRef="%s"%s/>`, id, x.ref("dataRef", c.Content))
		case c.Element == "hi":
			x.mark++
			buf = fmt.Appendf(buf, `<mrk id="m%d" type="%s">`, x.mark, markType(c.Type))
			open[end] = ""
		case paired && nested:
			buf = fmt.Appendf(buf, `<pc id="%s"%s%s%s>`, id, codeType(c.Type),
				x.ref("dataRefStart", c.Content), x.ref("dataRefEnd", codes[end].Content))
			open[end] = id
		case paired:
			buf = fmt.Appendf(buf, `<sc id="%s"%s%s/>`, id, codeType(c.Type), x.ref("dataRef", c.Content))
			open[end] = id
		case c.Element == "bpt" || c.Pos == "begin":
			buf = fmt.Appendf(buf, `<sc id="%s" isolated="yes"%s%s/>`, id, codeType(c.Type),
				x.ref("dataRef", c.Content))
		case c.Element == "ept" || c.Pos == "end":
			buf = fmt.Appendf(buf, `<ec id="%s" isolated="yes"%s%s/>`, id, codeType(c.Type),
				x.ref("dataRef", c.Content))
		default:
			buf = fmt.Appendf(buf, `<ph id="%s"%s%s/>`, id, codeType(c.Type), x.ref("dataRef", c.Content))
		}
	}
	return content(buf, m.Text[from:])
}

// pairs returns where the pair that begins at a code ends.
func pairs(codes []tmx.Code) map[int]int {
	ends := map[int]int{}
	begun := map[string]int{}
	var highlights []int
	for k, c := range codes {
		switch c.Element {
		case "hi":
			highlights = append(highlights, k)
		case "/hi":
			if n := len(highlights) - 1; n >= 0 {
				ends[highlights[n]] = k
				highlights = highlights[:n]
			}
		case "bpt":
			begun[c.I] = k
		case "ept":
			if from, ok := begun[c.I]; ok {
				ends[from] = k
				delete(begun, c.I)
			}
		}
	}
	return ends
}

// areNested reports whether all pairs lie within one another, as elements of XML must.
func areNested(codes []tmx.Code, ends map[int]int) bool {
	var open []int
	for k := range codes {
		if n := len(open) - 1; n >= 0 && open[n] == k {
			open = open[:n]
		} else if end, ok := ends[k]; ok {
			if n >= 0 && end > open[n] {
				return false
			}
			open = append(open, end)
		}
	}
	return true
}

// id returns the id of a code: the same in both languages, and another for each in one language.
func (x *xliffCodes) id(c *tmx.Code, used map[string]bool) string {
	if c.Element == "hi" || c.Element == "/hi" {
		return ""
	}
	if x.ids == nil {
		x.ids = map[string]string{}
	}
	for n := 1; ; n++ {
		key := fmt.Sprint(c.Element, " ", c.X, " ", c.Type, " ", c.Content, " ", n)
		id := x.ids[key]
		if id == "" {
			id = strconv.Itoa(len(x.ids) + 1)
			x.ids[key] = id
		}
		if !used[id] {
			used[id] = true
			return id
		}
	}
}

// ref returns an attribute that refers to an original code, which may be empty.
func (x *xliffCodes) ref(name, code string) string {
	for i, d := range x.data {
		if d == code {
			return fmt.Sprintf(` %s="d%d"`, name, i+1)
		}
	}
	x.data = append(x.data, code)
	return fmt.Sprintf(` %s="d%d"`, name, len(x.data))
}

// codeType returns the attributes for a type of TMX.
func codeType(kind string) string {
	if kind == "" {
		return ""
	}
	b, _ := xmltext.EscapeAttr(nil, kind)
	return ` type="other" subType="tmx:` + string(b) + `"`
}

// markType returns the type of a highlight: XLIFF allows types of other formats with a prefix.
func markType(kind string) string {
	if kind == "" {
		return "generic"
	}
	b, _ := xmltext.EscapeAttr(nil, kind)
	return "tmx:" + string(b)
}

// originalData appends the original codes, if there are any. Text that is translated inside a code
// is written as it is in TMX.
func (x *xliffCodes) originalData(buf []byte) []byte {
	if len(x.data) == 0 {
		return buf
	}
	buf = append(buf, "      <originalData>\n"...)
	for i, d := range x.data {
		native := tmx.Code{Element: "ph", Content: d}.Native()
		if len(d) != len(escapedText(native)) {
			native = d // it has <sub>
		}
		buf = fmt.Appendf(buf, "        <data id=\"d%d\">", i+1)
		buf = append(content(buf, native), "</data>\n"...)
	}
	return append(buf, "      </originalData>\n"...)
}

func escapedText(s string) []byte {
	b, _ := xmltext.Escape(nil, s)
	return b
}
