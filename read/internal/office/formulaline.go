package office

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
