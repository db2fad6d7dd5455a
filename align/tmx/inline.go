package tmx

import (
	"slices"
	"strings"

	"github.com/bitext-go/bitext/internal/nfc"
	"github.com/bitext-go/bitext/internal/xmltext"
)

// maxDepth is how deep the elements of a segment may be nested.
const maxDepth = 100

// inlineAttrs are the attributes that TMX 1.4 gives to each element inside a segment. Those with a
// "*" are required.
var inlineAttrs = map[string][]string{
	"bpt": {"*i", "x", "type"},
	"ept": {"*i"},
	"it":  {"*pos", "x", "type"},
	"ph":  {"x", "assoc", "type"},
	"ut":  {"x"},
	"hi":  {"x", "type"},
	"sub": {"datatype", "type"},
}

// segment reads a whole <seg> and returns its wording and its markup.
func (p *parser) segment(open token) (string, []Inline, error) {
	s := segReader{parser: p}
	if err := s.wording(open, 0); err != nil {
		return "", nil, err
	}
	words, inline := s.text.String(), s.inline
	// Pretty printers put line breaks at the ends of a <seg>; nothing else does.
	lead := len(words) - len(strings.TrimLeft(words, " \t\r\n"))
	if !strings.Contains(words[:lead], "\n") {
		lead = 0
	}
	words = words[lead:]
	tail := len(strings.TrimRight(words, " \t\r\n"))
	if strings.Contains(words[tail:], "\n") {
		words = words[:tail]
	}
	for i := range inline {
		inline[i].Offset = min(max(inline[i].Offset-lead, 0), len(words))
	}
	return words, inline, nil
}

// A segReader takes a segment apart into wording and markup.
type segReader struct {
	*parser
	text   pieces
	inline []Inline
	code   []byte // the code element that is being read
	inCode bool
}

// words adds text that people read. Inside a <sub> of a code element it is part of the code.
func (s *segReader) words(run string) {
	if s.inCode {
		s.code, _ = xmltext.Escape(s.code, run)
		return
	}
	s.text.add(nfc.String(run)) // run by run: a mark must not join a letter before markup
}

func (s *segReader) markup(xml string) {
	if s.inCode {
		s.code = append(s.code, xml...)
		return
	}
	s.inline = append(s.inline, Inline{s.text.len(), xml})
}

// wording reads the content of <seg>, <hi> and <sub>: text with markup in it.
func (s *segReader) wording(open token, depth int) error {
	if depth > maxDepth {
		return faultf(open.at, "elements are nested more than %d deep", maxDepth)
	}
	var run pieces
	for open.kind != emptyTag {
		t, err := s.lex.next()
		if err != nil {
			return err
		}
		if t.kind == text {
			more, err := t.text()
			if err != nil {
				return err
			}
			run.add(more)
			continue
		}
		s.words(run.String())
		run = pieces{}
		if t.kind != startTag && t.kind != emptyTag {
			return s.closes(t, open.name)
		}
		if err := s.element(t, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (s *segReader) element(t token, depth int) error {
	tag, ok := canonical(t)
	switch {
	case ok && t.name == "hi":
		s.markup(tag)
		if err := s.wording(t, depth); err != nil {
			return err
		}
		s.markup("</hi>")
		return nil
	case isCode(t.name) && !ok:
		// It lacks a required attribute. A placeholder can hold the same code.
		return s.codeElement(t, "ph", "<ph>", depth)
	case isCode(t.name):
		return s.codeElement(t, t.name, tag, depth)
	}
	// TMX has no such element here. Its tags become placeholders, and what is between them stays
	// wording.
	s.markup(placeholder(verbatim(t)))
	if t.kind == emptyTag {
		return nil
	}
	if err := s.wording(t, depth); err != nil {
		return err
	}
	s.markup(placeholder("</" + t.name + ">"))
	return nil
}

// codeElement reads an element of native code and writes it with the given name and start tag.
func (s *segReader) codeElement(t token, name, tag string, depth int) error {
	outer, outerCode := s.inCode, s.code
	s.inCode, s.code = true, []byte(tag)
	if err := s.codeContent(t, depth); err != nil {
		return err
	}
	xml := string(s.code) + "</" + name + ">"
	s.inCode, s.code = outer, outerCode
	s.markup(xml)
	return nil
}

// codeContent reads the content of a code element: text and <sub>. Other elements become text.
func (s *segReader) codeContent(open token, depth int) error {
	if depth > maxDepth {
		return faultf(open.at, "elements are nested more than %d deep", maxDepth)
	}
	for open.kind != emptyTag {
		t, err := s.lex.next()
		switch {
		case err != nil:
			return err
		case t.kind == text:
			code, err := t.text()
			if err != nil {
				return err
			}
			s.code, _ = xmltext.Escape(s.code, code)
		case t.kind == end || t.kind == endTag:
			return s.closes(t, open.name)
		case t.name == "sub":
			tag, _ := canonical(t)
			s.code = append(s.code, tag...)
			if err := s.wording(t, depth+1); err != nil {
				return err
			}
			s.code = append(s.code, "</sub>"...)
		default:
			s.code, _ = xmltext.Escape(s.code, verbatim(t))
			if t.kind == emptyTag {
				continue
			}
			if err := s.codeContent(t, depth+1); err != nil {
				return err
			}
			s.code, _ = xmltext.Escape(s.code, "</"+t.name+">")
		}
	}
	return nil
}

func isCode(name string) bool {
	return name != "hi" && name != "sub" && inlineAttrs[name] != nil
}

// canonical returns a start tag with the attributes that TMX 1.4 gives it, in a fixed order. ok is
// false if a required one is missing or if TMX has no such element.
func canonical(t token) (tag string, ok bool) {
	names := inlineAttrs[t.name]
	if names == nil {
		return "", false
	}
	out := []byte("<" + t.name)
	for _, name := range names {
		name, must := strings.CutPrefix(name, "*")
		i := slices.IndexFunc(t.attrs, func(a xattr) bool { return a.name == name })
		if i < 0 {
			if must {
				return "", false
			}
			continue
		}
		value := t.attrs[i].value
		if name == "pos" {
			if value = strings.ToLower(value); value != "begin" && value != "end" {
				return "", false
			}
		}
		out = append(append(append(out, ' '), name...), '=', '"')
		out, _ = xmltext.EscapeAttr(out, value)
		out = append(out, '"')
	}
	return string(append(out, '>')), true
}

// verbatim returns the tag as a document has it.
func verbatim(t token) string {
	out := []byte("<" + t.name)
	for _, a := range t.attrs {
		out = append(append(append(out, ' '), a.name...), '=', '"')
		out, _ = xmltext.EscapeAttr(out, a.value)
		out = append(out, '"')
	}
	if t.kind == emptyTag {
		out = append(out, '/')
	}
	return string(append(out, '>'))
}

func placeholder(code string) string {
	out, _ := xmltext.Escape([]byte("<ph>"), code)
	return string(out) + "</ph>"
}
