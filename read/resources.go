package read

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// json reads the strings of JSON, each with its path as its key: the form in which web sites and
// programs, Flutter (ARB) and browser extensions keep their texts. Strings without a letter, and
// what ARB and extensions say about a string, are left out.
func (r *Reader) json(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	j := &jsonReader{dec: json.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))), text: text,
		bounds: r.bounds()}
	t, err := j.dec.Token()
	if err == nil {
		err = j.value("", t, 0)
	}
	if err == nil && j.dec.More() {
		err = errors.New("there is a second value after the first")
	}
	if err != nil {
		var limit *part.LimitError
		if errors.As(err, &limit) {
			return limit
		}
		at := min(int(j.dec.InputOffset()), len(text))
		return &lineError{1 + strings.Count(text[:at], "\n"),
			part.Damaged(fmt.Errorf("damaged JSON (%w); correct it, or save it again", err))}
	}
	if tag, err := language.Parse(strings.ReplaceAll(j.locale, "_", "-")); err == nil && j.locale != "" {
		d.Langs = []language.Tag{tag}
	}
	d.setParagraphs(j.paragraphs, nil)
	return nil
}

// A jsonReader reads one value of JSON.
type jsonReader struct {
	dec        *json.Decoder
	text       string
	counted    int // bytes whose lines are counted
	line       int
	locale     string
	paragraphs []part.Paragraph
	bounds     part.Bounds
}

// value reads a value that begins with a token.
func (j *jsonReader) value(key string, t json.Token, depth int) error {
	if depth > j.bounds.Depth {
		return j.bounds.TooDeep()
	}
	switch t := t.(type) {
	case string:
		if key == "@@locale" {
			j.locale = t
		}
		if hasLetter(t) {
			at := min(int(j.dec.InputOffset()), len(j.text))
			j.line += strings.Count(j.text[j.counted:at], "\n")
			j.counted = at
			j.paragraphs = append(j.paragraphs, part.Paragraph{Text: cellBreaks.Replace(t), Line: 1 + j.line, Key: key})
		}
	case json.Delim:
		first := len(j.paragraphs)
		for n := 0; j.dec.More(); n++ {
			name := strconv.Itoa(n)
			if t == '{' {
				k, err := j.dec.Token()
				if err != nil {
					return err
				}
				name, _ = k.(string)
			}
			v, err := j.dec.Token()
			if err != nil {
				return err
			}
			path := name
			if key != "" {
				path = key + "." + name
			}
			before := len(j.paragraphs)
			if err := j.value(path, v, depth+1); err != nil {
				return err
			}
			if strings.HasPrefix(name, "@") && t == '{' {
				j.paragraphs = j.paragraphs[:before] // attributes of ARB
			}
		}
		j.messageOnly(key, first)
		_, err := j.dec.Token()
		return err
	}
	return nil
}

// messageOnly keeps of an object the string "message" alone, if it is a message of a browser
// extension.
func (j *jsonReader) messageOnly(key string, first int) {
	for _, p := range j.paragraphs[first:] {
		if key != "" && p.Key == key+".message" {
			j.paragraphs = append(j.paragraphs[:first], p)
			return
		}
	}
}

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

// xmlStrings reads the strings of RESX and of Android.
func (r *Reader) xmlStrings(d *Document, s *source) error {
	x := &xmlStrings{s: xmlscan.New(strings.NewReader(string(s.raw)), xmlscan.WholeFile, r.bounds())}
	for {
		t, err := x.s.Next()
		if err == io.EOF {
			d.setParagraphs(x.out, nil)
			return nil
		}
		if err == nil {
			if e, ok := t.(xml.StartElement); ok {
				err = x.element(e)
			}
		}
		if err == io.EOF {
			return part.Damaged(errors.New("the file ends inside an element and is incomplete; save it again"))
		}
		if err != nil {
			return err
		}
	}
}

// xmlStrings is the reading of a resource file in XML.
type xmlStrings struct {
	s     *xmlscan.Scanner
	out   []part.Paragraph
	name  string // of the array or the plural at hand
	count int    // its items so far
}

// element reads an element that has just begun.
func (x *xmlStrings) element(e xml.StartElement) error {
	name := xmlscan.Attr(e, "name")
	line := x.s.Line()
	switch e.Name.Local {
	case "data":
		if xmlscan.Attr(e, "type") != "" || xmlscan.Attr(e, "mimetype") != "" {
			return x.s.Skip()
		}
		x.name = name
	case "comment", "metadata", "resheader", "assembly":
		return x.s.Skip()
	case "value":
		return x.add(x.name, line, false)
	case "string":
		if xmlscan.Attr(e, "translatable") == "false" {
			return x.s.Skip()
		}
		return x.add(name, line, true)
	case "plurals", "string-array", "array":
		if xmlscan.Attr(e, "translatable") == "false" {
			return x.s.Skip()
		}
		x.name, x.count = name, 0
	case "item":
		key := x.name + "." + xmlscan.Attr(e, "quantity")
		if xmlscan.Attr(e, "quantity") == "" {
			key = x.name + "." + strconv.Itoa(x.count)
		}
		x.count++
		return x.add(key, line, true)
	}
	return nil
}

// add adds the text of the element at hand, with the escapes of Android or without.
func (x *xmlStrings) add(key string, line int, android bool) error {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := x.s.Next()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			if t.Name.Local == "br" {
				b.WriteByte(' ')
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	text := strings.TrimSpace(b.String())
	if android {
		if n := len(text); n > 1 && text[0] == '"' && text[n-1] == '"' {
			text = text[1 : n-1]
		}
		text = unescapeProperty(text)
	}
	if hasLetter(text) {
		x.out = append(x.out, part.Paragraph{Text: cellBreaks.Replace(text), Line: line, Key: key})
	}
	return nil
}
