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

// scripts are elements that end with an index or an exponent.
var scripts = map[string]bool{
	"sSub": true, "sSup": true, "sSubSup": true, "msub": true, "msup": true, "msubsup": true,
}

// line returns a node as text.
func (n *mathNode) line() string {
	switch n.name {
	case "t", "mi", "mn", "mo", "mtext", "ms":
		return strings.Map(visible, n.text)
	case "tab", "br", "mspace":
		return " "
	case "f":
		if kind, _ := n.property("type"); kind == "noBar" {
			return "(" + n.kid("num") + "¦" + n.kid("den") + ")"
		}
		return operand(n.kid("num")) + "/" + operand(n.kid("den"))
	case "mfrac":
		return operand(n.nth(0)) + "/" + operand(n.nth(1))
	case "sSup":
		return raised(n.kid("e"), "", n.kid("sup"))
	case "sSub":
		return raised(n.kid("e"), n.kid("sub"), "")
	case "sSubSup":
		return raised(n.kid("e"), n.kid("sub"), n.kid("sup"))
	case "sPre":
		return raised("", n.kid("sub"), n.kid("sup")) + " " + n.kid("e")
	case "limLow":
		return raised(n.kid("e"), n.kid("lim"), "")
	case "limUpp":
		return raised(n.kid("e"), "", n.kid("lim"))
	case "msup", "mover":
		return raised(n.nth(0), "", n.nth(1))
	case "msub", "munder":
		return raised(n.nth(0), n.nth(1), "")
	case "msubsup", "munderover":
		return raised(n.nth(0), n.nth(1), n.nth(2))
	case "rad":
		return root(n.kid("deg"), n.kid("e"))
	case "msqrt":
		return root("", n.join(""))
	case "mroot":
		return root(n.nth(1), n.nth(0))
	case "nary":
		sign, known := n.property("chr")
		if !known {
			sign = "∫"
		}
		return raised(sign, n.kid("sub"), n.kid("sup")) + " " + n.kid("e")
	case "func":
		name, of := n.kid("fName"), n.kid("e")
		if strings.HasPrefix(of, "(") {
			return name + of
		}
		return name + " " + of
	case "acc":
		sign, known := n.property("chr")
		if !known {
			sign = "\u0302"
		}
		return n.kid("e") + sign
	case "bar":
		return n.kid("e") + "\u0305"
	case "d":
		return n.delimited()
	case "mfenced":
		return orElse(n.attr("open"), "(") + n.join(", ") + orElse(n.attr("close"), ")")
	case "mr", "mtr":
		return n.join(", ")
	case "m", "mtable", "eqArr":
		return n.join("; ")
	case "mphantom", "phant":
		return ""
	}
	return n.join("")
}

// delimited returns an expression in brackets, of which each may be none.
func (n *mathNode) delimited() string {
	begin, given := n.property("begChr")
	if !given {
		begin = "("
	}
	end, given := n.property("endChr")
	if !given {
		end = ")"
	}
	between, given := n.property("sepChr")
	if !given {
		between = "|"
	}
	return begin + n.join(between) + end
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// visible returns a character, or -1 for those that only tell programs what is a function or a
// product.
func visible(r rune) rune {
	if r >= '\u2061' && r <= '\u2064' {
		return -1
	}
	return r
}

// raised returns a base with what is below and above it.
func raised(base, sub, sup string) string {
	if sub != "" {
		base += "_" + operand(sub)
	}
	if sup != "" {
		base += "^" + operand(sup)
	}
	return base
}

func root(degree, of string) string {
	switch degree {
	case "", "2":
		return "√" + operand(of)
	case "3":
		return "∛" + operand(of)
	case "4":
		return "∜" + operand(of)
	}
	return "√(" + degree + "&" + of + ")"
}

// operand returns an expression in brackets unless it is one number, one name or in brackets.
func operand(s string) string {
	s = strings.TrimSpace(s)
	letters, digits := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r) || r == '.' || r == ',':
			digits++
		}
	}
	n := utf8.RuneCountInString(s)
	if n <= 1 || letters == n || digits == n || isBracketed(s) {
		return s
	}
	return "(" + s + ")"
}

// isBracketed reports whether an expression is within one pair of parentheses.
func isBracketed(s string) bool {
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return i == len(s)-1 && r == ')'
		}
	}
	return false
}
