package xmlscan

import (
	"strings"

	"github.com/bitext-go/bitext/read/charset"
)

// headBytes is the number of bytes at the beginning of a file in which its first element is sought.
const headBytes = 4096

// Root returns the name of the first element of an XML or HTML file in lower case; "" for any other
// file.
func Root(raw []byte) string {
	head := raw[:min(len(raw), headBytes)]
	name := encodingOf(head)
	_, n := charset.ByteOrderMark(head)
	text := string(head[n:])
	if strings.HasPrefix(name, "utf-16") || strings.HasPrefix(name, "utf-32") {
		text, _, _ = charset.Decode(head, name)
	}
	return rootElement(strings.ToLower(strings.TrimLeft(text, " \t\r\n\f\uFEFF")))
}

// encodingOf returns the encoding that the first bytes of an XML file show, by a byte order mark or
// by the zero bytes of UTF-16; "" if they show none.
func encodingOf(head []byte) string {
	name, n := charset.ByteOrderMark(head)
	switch {
	case n == 0 && len(head) > 3 && head[0] == '<' && head[1] == 0:
		name = "utf-16le"
	case n == 0 && len(head) > 3 && head[0] == 0 && head[1] == '<':
		name = "utf-16be"
	}
	return name
}

// rootElement returns the name of the first element after declarations and comments.
func rootElement(head string) string {
	for strings.HasPrefix(head, "<") {
		switch {
		case strings.HasPrefix(head, "<!--"):
			_, rest, found := strings.Cut(head, "-->")
			if !found {
				return ""
			}
			head = rest
		case strings.HasPrefix(head, "<?"), strings.HasPrefix(head, "<!"):
			if strings.HasPrefix(head, "<!doctype html") {
				return "html"
			}
			end := ">"
			if open := strings.IndexByte(head, '['); open >= 0 && open < strings.IndexByte(head, '>') {
				end = "]>" // the document type contains declarations
			}
			_, rest, found := strings.Cut(head, end)
			if !found {
				return ""
			}
			head = rest
		default:
			end := strings.IndexAny(head, " \t\r\n/>")
			if end < 0 {
				return ""
			}
			return head[1:end]
		}
		head = strings.TrimLeft(head, " \t\r\n")
	}
	return ""
}
