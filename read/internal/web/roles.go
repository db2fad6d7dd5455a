package web

import (
	"slices"
	"strings"
)

// hasRole reports whether an element of a book has one of some roles, as DPUB-ARIA or EPUB name
// them.
func hasRole(attrs map[string]string, roles ...string) bool {
	for _, r := range roles {
		if attrs["role"] == "doc-"+r {
			return true
		}
		if slices.Contains(strings.Fields(attrs["epub:type"]), r) {
			return true
		}
	}
	return false
}

// isMark reports whether the class of a link says that it is the number of a note, the way back
// from it, or the address of a heading.
func isMark(class string) bool {
	for word := range strings.FieldsSeq(class) {
		switch word {
		case "headerlink", "header-anchor", "heading-anchor", "anchor-link", "anchorjs-link", "hash-link",
			"footnote-ref", "footnote-back", "footnote-backref", "footnote-reference":
			return true
		}
	}
	return false
}

// hasCodeClass reports whether a class is one that programs give to code which they colour.
func hasCodeClass(class string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(class), isSeparator) {
		switch word {
		case "highlight", "highlighter", "code", "codehilite", "sourcecode", "prettyprint", "language", "lang", "brush",
			"brush:", "programlisting", "screen", "listingblock":
			return true
		}
	}
	return false
}
