package read

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/internal/part"
)

func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || r|0x20 >= 'a' && r|0x20 <= 'z' })
}

// properties reads a resource file of Java: keys and values, with escapes and lines that go on.
func (r *Reader) properties(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	var out []part.Paragraph
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\uFEFF")),
		"\n")
	for i := 0; i < len(lines); i++ {
		first := i
		line := strings.TrimLeft(lines[i], " \t\f")
		if line == "" || line[0] == '#' || line[0] == '!' {
			continue
		}
		var whole strings.Builder
		for goesOn(line) && i+1 < len(lines) {
			whole.WriteString(line[:len(line)-1])
			i++
			line = strings.TrimLeft(lines[i], " \t\f")
		}
		whole.WriteString(line)
		key, value := keyAndValue(whole.String())
		if hasLetter(value) {
			out = append(out, part.Paragraph{Text: cellBreaks.Replace(value), Line: first + 1, Key: key})
		}
	}
	d.setParagraphs(out, nil)
	return nil
}

// goesOn reports whether a line ends in an odd number of backslashes.
func goesOn(line string) bool { return (len(line)-len(strings.TrimRight(line, `\`)))%2 == 1 }

// keyAndValue returns the key and the value of a line, which are separated by "=", ":" or white
// space.
func keyAndValue(line string) (key, value string) {
	end := 0
	for end < len(line) && !strings.ContainsRune("=: \t\f", rune(line[end])) {
		if line[end] == '\\' {
			end++
		}
		end++
	}
	end = min(end, len(line))
	value = strings.TrimLeft(line[end:], " \t\f")
	if value != "" && (value[0] == '=' || value[0] == ':') {
		value = strings.TrimLeft(value[1:], " \t\f")
	}
	return unescapeProperty(line[:end]), unescapeProperty(value)
}

// unescapeProperty returns a string without the escapes of Java.
func unescapeProperty(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	high := rune(0) // the first of two surrogates
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'r':
			b.WriteByte('\n')
		case 't', 'f':
			b.WriteByte(' ')
		case 'u', 'U':
			if i+4 < len(s) {
				if n, err := strconv.ParseUint(s[i+1:i+5], 16, 32); err == nil {
					i += 4
					switch c := rune(n); {
					case c >= 0xD800 && c < 0xDC00:
						high = c
					case c >= 0xDC00 && c < 0xE000 && high != 0:
						b.WriteRune((high-0xD800)<<10 + (c - 0xDC00) + 0x10000)
						high = 0
					default:
						b.WriteRune(c)
					}
				}
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// appleStrings reads a resource file of Apple: "key" = "value"; with comments of C.
func (r *Reader) appleStrings(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	var out []part.Paragraph
	line, field, key := 1, 0, ""
	for i := 0; i < len(text); {
		rest := text[i:]
		switch {
		case strings.HasPrefix(rest, "/*"):
			n := strings.Index(rest, "*/")
			if n < 0 {
				return &lineError{line,
					part.Damaged(errors.New("a comment does not end; correct the file, as plutil -lint shows"))}
			}
			line += strings.Count(rest[:n], "\n")
			i += n + 2
		case strings.HasPrefix(rest, "//"):
			n := strings.IndexByte(rest, '\n')
			if n < 0 {
				n = len(rest)
			}
			i += n
		case rest[0] == '"':
			end := 1
			for end < len(rest) && rest[end] != '"' {
				if rest[end] == '\\' {
					end++
				}
				end++
			}
			if end >= len(rest) {
				return &lineError{line,
					part.Damaged(errors.New("a string does not end; correct the file, as plutil -lint shows"))}
			}
			value := unescapeProperty(rest[1:end])
			if field++; field == 1 {
				key = value
			} else if hasLetter(value) {
				out = append(out, part.Paragraph{Text: cellBreaks.Replace(value), Line: line, Key: key})
			}
			line += strings.Count(rest[:end], "\n")
			i += end + 1
		case field == 0 && bareKey(rest) > 0:
			n := bareKey(rest)
			key, field = rest[:n], 1
			i += n
		default:
			switch rest[0] {
			case '\n':
				line++
			case ';':
				field = 0
			}
			i++
		}
	}
	d.setParagraphs(out, nil)
	return nil
}

// bareKey returns the length of the key without quotation marks that a text begins with, as
// InfoPlist.strings has them.
func bareKey(text string) int {
	return len(text) - len(strings.TrimLeftFunc(text, func(r rune) bool {
		return r == '_' || r == '.' || r == '-' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}))
}
