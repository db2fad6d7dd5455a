// Package xmlscan reads XML from untrusted files: depth and size are bounded, and no entity is
// resolved except for the five of XML itself.
package xmlscan

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"github.com/bitext-go/bitext/read/charset"
	"github.com/bitext-go/bitext/read/internal/part"
)

// A Scanner reads one token after the other.
type Scanner struct {
	d      *xml.Decoder
	what   string
	bounds part.Bounds
	depth  int
}

// New returns a scanner that reads from in. Errors call the file what.
func New(in io.Reader, what string, bounds part.Bounds) *Scanner {
	s := &Scanner{what: what, bounds: bounds}
	limited := &limited{in, bounds.Bytes, func() error { return bounds.TooManyBytes(what) }}
	decoded, isUTF16 := fromUTF16(limited)
	s.d = xml.NewDecoder(decoded)
	s.d.CharsetReader = func(name string, in io.Reader) (io.Reader, error) {
		if isUTF16 {
			return in, nil // the declaration names the encoding of the file, which is decoded already
		}
		raw, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		text, _, err := charset.Decode(raw, name)
		return bytes.NewReader([]byte(text)), err
	}
	return s
}

// fromUTF16 returns a reader of in as UTF-8, and whether in is in UTF-16.
func fromUTF16(in io.Reader) (io.Reader, bool) {
	r := bufio.NewReader(in)
	head, _ := r.Peek(4)
	switch encodingOf(head) {
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(r), true
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Reader(r), true
	}
	return r, false
}

// Next returns the next token: the start or the end of an element, or text. At the end of the file
// the error is io.EOF. Text is valid until the next call.
func (s *Scanner) Next() (xml.Token, error) {
	for {
		t, err := s.d.Token()
		if err != nil {
			return nil, s.explain(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if s.depth++; s.depth > s.bounds.Depth {
				return nil, s.bounds.TooDeep()
			}
			return t, nil
		case xml.EndElement:
			s.depth--
			return t, nil
		case xml.CharData:
			return t, nil
		case xml.Directive:
			if bytes.Contains(t, []byte("<!ENTITY")) {
				return nil, fmt.Errorf("%s: it declares entities, which are never resolved; remove its DOCTYPE",
					s.at(s.Line()))
			}
		}
	}
}

// Line returns the line that the scanner has reached.
func (s *Scanner) Line() int {
	n, _ := s.d.InputPos()
	return n
}

// Text returns the text of the element that has just begun, and of all elements in it. It reads up
// to the end of the element.
func (s *Scanner) Text() (string, error) {
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

// Skip skips to the end of the element that has just begun.
func (s *Scanner) Skip() error {
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// explain adds to an error where it is and what to do.
func (s *Scanner) explain(err error) error {
	var limit *part.LimitError
	var syntax *xml.SyntaxError
	switch {
	case err == io.EOF:
		return err
	case errors.As(err, &limit):
		return limit
	case errors.As(err, &syntax):
		return part.Damaged(
			fmt.Errorf("%s: damaged XML: %s; save the file again with the program that made it", s.at(syntax.Line),
				syntax.Msg),
		)
	}
	return part.Damaged(fmt.Errorf("%s: damaged XML: %w; save the file again with the program that made it",
		s.at(s.Line()), err))
}

// at returns the place of a line: "line 3", or "word/document.xml:3" in an archive.
func (s *Scanner) at(line int) string {
	if s.what == WholeFile {
		return fmt.Sprintf("line %d", line)
	}
	return fmt.Sprintf("%s:%d", s.what, line)
}

// WholeFile is what New calls a file that is not part of another.
const WholeFile = "the file"

// Attr returns the value of the attribute with a name, prefixes aside, or "".
func Attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// limited is a reader that returns an error after a number of bytes.
type limited struct {
	in   io.Reader
	left int64
	err  func() error
}

func (l *limited) Read(p []byte) (int, error) {
	if int64(len(p)) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.in.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, l.err()
	}
	return n, err
}
