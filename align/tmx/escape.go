package tmx

import "unicode/utf8"

// What a byte of text asks of the writer and the reader.
const (
	plain   = iota
	special // has a meaning in XML
	illegal // XML has no way to write it
	maybe   // 0xEF, the first byte of U+FFFE and U+FFFF
)

var class = func() (t [256]byte) {
	for c := 0; c < ' '; c++ {
		t[c] = illegal
	}
	t['\t'], t['\n'] = plain, plain
	for _, c := range "&<>\r" {
		t[c] = special
	}
	t[0xEF] = maybe
	return t
}()

// escape appends s as the content of an element and returns how many characters it had to leave out. Bytes that are
// not UTF-8 count one each.
func escape(dst []byte, s string) (out []byte, dropped int) {
	if !utf8.ValidString(s) {
		s, dropped = valid(s)
	}
	from := 0
	for i := 0; i < len(s); i++ {
		k := class[s[i]]
		if k == plain {
			continue
		}
		size := 1
		if k == maybe {
			if c := s[i : i+3]; c != "\uFFFE" && c != "\uFFFF" {
				i += 2
				continue
			}
			k, size = illegal, 3
		}
		dst = append(dst, s[from:i]...)
		if k == illegal {
			dropped++
		} else {
			dst = append(dst, reference(s[i])...)
		}
		i += size - 1
		from = i + 1
	}
	return append(dst, s[from:]...), dropped
}

// reference is how a character that means something in XML is written. A carriage return would be read as a line feed.
func reference(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&#34;"
	case '\t':
		return "&#9;"
	case '\n':
		return "&#10;"
	default:
		return "&#13;"
	}
}

// escapeAttr appends s as the value of an attribute in double quotes, like escape.
func escapeAttr(dst []byte, s string) (out []byte, dropped int) {
	start := len(dst)
	dst, dropped = escape(dst, s)
	for i := start; i < len(dst); i++ {
		if c := dst[i]; c == '"' || c == '\t' || c == '\n' {
			// Rare: quotes and line breaks hardly ever stand in attributes.
			rest := string(dst[i+1:])
			dst = append(dst[:i], reference(c)...)
			i = len(dst) - 1
			dst = append(dst, rest...)
		}
	}
	return dst, dropped
}

// valid is s without the bytes that are not UTF-8, and their number.
func valid(s string) (string, int) {
	b := make([]byte, 0, len(s))
	dropped := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			dropped++
		} else {
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return string(b), dropped
}
