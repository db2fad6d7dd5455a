package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/charset"
	"github.com/bitext-go/bitext/segment/layout"
)

// text reads plain text.
func (r *Reader) text(d *Document, raw []byte) error {
	text, err := r.decode(d, raw, "")
	d.Body = text
	return err
}

// ErrEncoding is in the errors of texts that cannot be decoded without Reader.Encoding, or with the
// one that is there.
var ErrEncoding = errors.New("if it is a text, name its encoding")

const (
	mostLost   = 100 // one character of so many may be lost; more, and the encoding is another
	leastSure  = .6  // confidence from which on an encoding that was found is taken
	fairlySure = .9  // confidence from which on it is not doubted
	mostNoted  = 20  // lines with characters that were lost which are noted one by one
	mostSignal = 200 // bytes of text for each control character, in what is text
)

// decode returns the text of a file. declared is the encoding that the file itself names, or "".
func (r *Reader) decode(d *Document, raw []byte, declared string) (string, error) {
	name, sure := r.Encoding, 1.0
	if mark, n := charset.Mark(raw); n > 0 {
		name = mark
	}
	found := ""
	if name == "" {
		found, sure = charset.Detect(raw, r.Languages...)
		name = found
		switch canonical, err := charset.Canonical(declared); {
		case declared == "" || err != nil:
		case canonical == found || !beyondASCII(raw), found != "utf-8" && fits(raw, canonical):
			name, found, sure = canonical, "", 1
		default: // what is valid as UTF-8 beyond chance is UTF-8, whatever an old template says
			d.Notes = append(d.Notes, Note{Kind: Assumed, What: fmt.Sprintf("it says that it is in %s, but it is in %s", declared, found)})
		}
	}
	text, losses, err := charset.Decode(raw, name)
	if err != nil {
		return "", err
	}
	d.Encoding, _ = charset.Canonical(name)
	if err := r.binary(text, name); err != nil {
		return "", err
	}
	n := lost(losses)
	switch runes := utf8.RuneCountInString(text); {
	case n > 0 && n*mostLost > runes && (r.Encoding == "" || n*4 > runes):
		return "", &lineError{losses[0].Line, fmt.Errorf("%d of %d characters cannot be decoded as %s; %w", n, runes, d.Encoding, ErrEncoding)}
	case sure < leastSure:
		return "", fmt.Errorf("its encoding cannot be told, %s being the likeliest; %w", name, ErrEncoding)
	}
	if found != "" && found != "utf-8" && beyondASCII(raw) {
		n := Note{Kind: Assumed, What: "read as " + d.Encoding + ", by its letters"}
		if sure < fairlySure {
			n = Note{Kind: Doubted, What: n.What + ", which do not tell for sure; name the encoding if that is wrong"}
		}
		d.Notes = append(d.Notes, n)
	}
	d.noteLosses(losses, n)
	return text, nil
}

// fits reports whether a text can be decoded with hardly a loss.
func fits(raw []byte, name string) bool {
	text, losses, err := charset.Decode(raw, name)
	return err == nil && lost(losses)*mostLost <= utf8.RuneCountInString(text)
}

func lost(losses []charset.Loss) (n int) {
	for _, l := range losses {
		n += l.Count
	}
	return n
}

func beyondASCII(raw []byte) bool {
	return bytes.ContainsFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf || r == 0 })
}

func (d *Document) noteLosses(losses []charset.Loss, n int) {
	for i, l := range losses {
		if i == mostNoted {
			d.Notes = append(d.Notes, Note{Kind: Lost, What: fmt.Sprintf("%d more lines with characters that are not %s; all in all %d characters became U+FFFD", len(losses)-i, d.Encoding, n)})
			break
		}
		what := fmt.Sprintf("%d characters that are not %s became U+FFFD", l.Count, d.Encoding)
		if l.Count == 1 {
			what = fmt.Sprintf("a character that is not %s became U+FFFD", d.Encoding)
		}
		d.Notes = append(d.Notes, Note{Kind: Lost, First: l.Line, Last: l.Line, What: what})
	}
}

// binary returns what keeps a text from being one.
func (r *Reader) binary(text, encoding string) error {
	if i := strings.IndexByte(text, 0); i >= 0 {
		return &lineError{1 + strings.Count(text[:i], "\n"), errors.New("there is a zero byte, so this is no text; export the document as text, DOCX, ODT or HTML")}
	}
	controls, first := 0, 0
	for i, c := range []byte(text) {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1A {
			if controls++; controls == 1 {
				first = i
			}
		}
	}
	if controls*mostSignal > len(text) && controls > 1 {
		return &lineError{1 + strings.Count(text[:first], "\n"), fmt.Errorf("there are %d control characters, so this is no text; export the document as text, DOCX, ODT or HTML", controls)}
	}
	return nil
}

// check looks at what was read, whatever it was read from.
func (r *Reader) check(d *Document) error {
	if strings.TrimFunc(d.Body, func(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }) == "" {
		switch d.Format {
		case PDF:
			return errors.New("there is no text in it: its pages are pictures; recognise the text first, for example with: ocrmypdf")
		case Text:
			return errors.New("the file is empty; there is nothing to work on")
		}
		return errors.New("there is no text in it; there is nothing to work on")
	}
	most := r.MaxParagraph
	if most == 0 {
		most = 8 << 20
	}
	from, line := 0, 1
	for i := 0; ; i++ {
		if i < len(d.Body) && d.Body[i] != '\n' && (!strings.HasPrefix(d.Body[i:], layout.ParagraphSeparator)) {
			continue
		}
		if i-from > most {
			return &lineError{line, &LimitError{What: fmt.Sprintf("the line has %d bytes, more than %d", i-from, most), Bound: "MaxParagraph"}}
		}
		if i >= len(d.Body) {
			return nil
		}
		if from = i + 1; d.Body[i] == '\n' {
			line++
		}
	}
}
