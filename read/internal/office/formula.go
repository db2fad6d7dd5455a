package office

import (
	"encoding/xml"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A mathNode is an element of a formula, in Office Open XML (ECMA-376, 22.1) or in MathML.
type mathNode struct {
	name  string
	attrs []xml.Attr
	text  string
	kids  []*mathNode
}

// readFormula reads a formula whose first element has just begun, and returns it as a line of text
// in the manner of UnicodeMath (Unicode Technical Note 28): "a/b", "x^2", "√(x+1)".
func readFormula(s *xmlscan.Scanner, e xml.StartElement) (string, error) {
	n, err := readMath(s, e, 0)
	if err != nil {
		return "", err
	}
	return strings.Join(strings.Fields(n.line()), " "), nil
}

// maxMath is how deep elements of a formula are nested that keep their form. The text of deeper
// ones is kept alone, since each level writes the text in it anew.
const maxMath = 60

// readMath reads an element at a depth, and what is in it.
func readMath(s *xmlscan.Scanner, e xml.StartElement, depth int) (*mathNode, error) {
	if depth > maxMath {
		text, err := s.Text()
		return &mathNode{name: "t", text: text}, unexpectedEnd(err)
	}
	n := &mathNode{name: e.Name.Local, attrs: e.Attr}
	for {
		t, err := s.Next()
		if err != nil {
			return nil, unexpectedEnd(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			return n, nil
		case xml.CharData:
			n.text += string(t)
		case xml.StartElement:
			if docxLeftOut[t.Name.Local] || strings.HasPrefix(t.Name.Local, "annotation") {
				if err := s.Skip(); err != nil {
					return nil, unexpectedEnd(err)
				}
				continue
			}
			kid, err := readMath(s, t, depth+1)
			if err != nil {
				return nil, err
			}
			n.kids = append(n.kids, kid)
		}
	}
}

// property returns the value of an element inside the properties of a node, such as
// <m:chr m:val="∑"/>; known is false if there is no such element.
func (n *mathNode) property(name string) (value string, known bool) {
	for _, kid := range n.kids {
		if !strings.HasSuffix(kid.name, "Pr") {
			continue
		}
		for _, p := range kid.kids {
			if p.name == name {
				return p.attr("val"), true
			}
		}
	}
	return "", false
}

func (n *mathNode) attr(name string) string {
	return xmlscan.Attr(xml.StartElement{Attr: n.attrs}, name)
}

// kid returns the text of the first child of a name.
func (n *mathNode) kid(name string) string {
	for _, k := range n.kids {
		if k.name == name {
			return k.line()
		}
	}
	return ""
}

// nth returns the text of a child by its number from 0, as MathML tells its arguments.
func (n *mathNode) nth(i int) string {
	if i < len(n.kids) {
		return n.kids[i].line()
	}
	return ""
}

// join returns the texts of the children, properties aside. What follows an index or an exponent is
// apart from it.
func (n *mathNode) join(between string) string {
	var parts []string
	scripted := false // the last part ends with an index or an exponent
	for _, k := range n.kids {
		if strings.HasSuffix(k.name, "Pr") {
			continue
		}
		text := k.line()
		if first, _ := utf8.DecodeRuneInString(text); scripted && between == "" &&
			(unicode.IsLetter(first) || unicode.IsDigit(first)) {
			text = " " + text
		}
		parts = append(parts, text)
		scripted = scripts[k.name]
	}
	return strings.Join(parts, between)
}
