package bilingual

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// content is the text of a <source> or <target>.
type content struct {
	text     strings.Builder
	segments []markedSegment
	data     map[string]string // original codes by their ids, for XLIFF 2
}

// A markedSegment is the text of a <mrk mtype="seg">.
type markedSegment struct{ mid, text string }

// read reads up to the end of the element. Codes of the original format (<ph>, <bpt> and the like)
// are left out, except for placeholders, which are part of the sentence; a line break is a space.
// Text that was deleted in a tracked change is left out.
func (c *content) read(s *xmlscan.Scanner) error {
	type mark struct {
		mid   string
		from  int
		depth int
	}
	var open []mark
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "ph", "bpt", "ept", "it", "ut":
				code, err := codeOf(s)
				if err != nil {
					return err
				}
				c.code(e, code)
				continue
			case "x":
				c.code(e, "")
			case "cp":
				r, err := strconv.ParseUint(xmlscan.Attr(e, "hex"), 16, 32)
				if err == nil && utf8.ValidRune(rune(r)) && r >= ' ' {
					c.text.WriteRune(rune(r))
				}
			case "mrk":
				switch xmlscan.Attr(e, "mtype") {
				case "seg":
					open = append(open, mark{xmlscan.Attr(e, "mid"), c.text.Len(), depth})
				case "x-sdl-deleted":
					if err := s.Skip(); err != nil {
						return err
					}
					continue
				}
			}
			depth++
		case xml.EndElement:
			depth--
			if n := len(open) - 1; n >= 0 && open[n].depth == depth {
				c.segments = append(c.segments, markedSegment{open[n].mid, c.text.String()[open[n].from:]})
				open = open[:n]
			}
		case xml.CharData:
			c.text.Write(e)
		}
	}
	return nil
}

// codeOf returns the original code in an element that has just begun.
func codeOf(s *xmlscan.Scanner) (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	return b.String(), nil
}

// placeholder is what programs replace by a value: %s, %1$d, %@, %(name)s, {0}, {{name}}, ${name}.
var placeholder = regexp.MustCompile(`^\s*(%(\d+\$)?[-+ #0]*[\d.]*(l{0,2}|h)[a-zA-Z@]|%\(\w+\)[a-z]|%%|` +
	`\$?\{[^{}<>]+\}|\{\{[^{}<>]+\}\}|%\w+%|\$\w+)\s*$`)

var lineBreak = regexp.MustCompile(`(?i)^\s*(<br\s*/?>|\\n|\n|\[br/?\]|\{br/?\})\s*$`)

// angularName is the name that Angular gives to a placeholder.
var angularName = regexp.MustCompile(`^(INTERPOLATION|ICU|PH|VAR_[A-Z]+)(_\d+)?$`)

// code adds what a code of the original format is to the reader: a placeholder as it is, a break as
// a space, and nothing for markup.
func (c *content) code(e xml.StartElement, code string) {
	id := xmlscan.Attr(e, "id")
	known := []string{code, c.data[xmlscan.Attr(e, "dataRef")]}
	for _, name := range []string{"equiv-text", "equiv", "disp"} {
		known = append(known, xmlscan.Attr(e, name))
	}
	for _, text := range known {
		switch {
		case text == "":
		case placeholder.MatchString(text):
			c.text.WriteString(strings.TrimSpace(text))
			return
		case lineBreak.MatchString(text):
			c.space()
			return
		}
	}
	switch ctype := xmlscan.Attr(e, "ctype"); {
	case ctype == "lb" || ctype == "x-br" || id == "LINE_BREAK" || xmlscan.Attr(e, "subType") == "xlf:lb":
		c.space()
	case angularName.MatchString(id):
		c.text.WriteString("{" + id + "}")
	}
}

// space adds a space, unless there is one.
func (c *content) space() {
	if s := c.text.String(); s != "" && !strings.HasSuffix(s, " ") {
		c.text.WriteByte(' ')
	}
}
