package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/charset"
	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// ErrEncoding is wrapped by the errors for text whose encoding is unknown or does not match
// Reader.Encoding.
var ErrEncoding = errors.New("if it is a text, name its encoding")

// Thresholds by which bytes are taken for text in an encoding. They were set by hand; the accuracy
// of the detector is in the tests of package charset.
const (
	lostShare    = 100 // at most one character in lostShare may be lost; more, and the encoding is wrong
	minSure      = .6  // confidence from which an encoding that was detected is used
	minCertain   = .9  // confidence from which it is not doubted
	maxNotes     = 20  // lines with lost characters that get a note each
	controlShare = 200 // at most one byte of text in controlShare may be a control character
)

// text reads plain text.
func (r *Reader) text(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	d.Body = text
	return err
}

// decode returns the text of a file. declared is the encoding that the file itself declares, or "".
func (r *Reader) decode(d *Document, raw []byte, declared string) (string, error) {
	name, sure := r.Encoding, 1.0
	if marked, n := charset.ByteOrderMark(raw); n > 0 {
		name = marked
	}
	detected := ""
	if name == "" {
		detected, sure = charset.Detect(raw, r.Languages...)
		name = detected
		switch canonical, err := charset.Canonical(declared); {
		case declared == "" || err != nil:
		case canonical == detected || !hasNonASCII(raw), detected != "utf-8" && fits(raw, canonical):
			name, detected, sure = canonical, "", 1
		default: // text that is valid UTF-8 by more than chance is UTF-8, whatever an old template declares
			d.Notes = append(d.Notes, Note{
				Kind: Assumed, What: fmt.Sprintf("it declares the encoding %s, but it is in %s", declared, detected),
			})
		}
	}
	text, losses, err := charset.Decode(raw, name)
	if err != nil {
		return "", err
	}
	d.Encoding, _ = charset.Canonical(name)
	if err := checkControls(text); err != nil {
		return "", err
	}
	lost := countLost(losses)
	runes := 0
	if lost > 0 {
		runes = utf8.RuneCountInString(text)
	}
	switch {
	case lost > 0 && lost*lostShare > runes && (r.Encoding == "" || lost*4 > runes):
		return "", &lineError{losses[0].Line, fmt.Errorf("%d of %d characters cannot be decoded as %s; %w",
			lost, runes, d.Encoding, ErrEncoding)}
	case sure < minSure:
		return "", fmt.Errorf("its encoding cannot be told, %s being the likeliest; %w", name, ErrEncoding)
	}
	if detected != "" && detected != "utf-8" && hasNonASCII(raw) {
		n := Note{Kind: Assumed, What: "read as " + d.Encoding + ", by its letters"}
		if sure < minCertain {
			n = Note{Kind: Doubted, What: n.What + ", which is uncertain; name the encoding if that is wrong"}
		}
		d.Notes = append(d.Notes, n)
	}
	d.noteLosses(losses, lost)
	return text, nil
}

// fits reports whether a text can be decoded with hardly a loss.
func fits(raw []byte, encoding string) bool {
	text, losses, err := charset.Decode(raw, encoding)
	return err == nil && countLost(losses)*lostShare <= utf8.RuneCountInString(text)
}

func countLost(losses []charset.Loss) (n int) {
	for _, l := range losses {
		n += l.Count
	}
	return n
}

// hasNonASCII reports whether raw has a byte that is not an ASCII character, or a zero byte.
func hasNonASCII(raw []byte) bool {
	return bytes.ContainsFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf || r == 0 })
}

// noteLosses notes the lines in which n characters were lost.
func (d *Document) noteLosses(losses []charset.Loss, n int) {
	for i, l := range losses {
		if i == maxNotes {
			d.Notes = append(d.Notes, Note{Kind: Lost, What: fmt.Sprintf(
				"%d more lines with characters that are not %s; in all, %d characters became U+FFFD",
				len(losses)-i, d.Encoding, n)})
			break
		}
		what := fmt.Sprintf("%d characters that are not %s became U+FFFD", l.Count, d.Encoding)
		if l.Count == 1 {
			what = fmt.Sprintf("a character that is not %s became U+FFFD", d.Encoding)
		}
		d.Notes = append(d.Notes, Note{Kind: Lost, First: l.Line, Last: l.Line, What: what})
	}
}

// checkControls returns an error for a text whose control characters show that it is binary data.
func checkControls(text string) error {
	const remedy = "so this is no text; export the document as text, DOCX, ODT or HTML"
	if i := strings.IndexByte(text, 0); i >= 0 {
		return &lineError{1 + strings.Count(text[:i], "\n"), errors.New("there is a zero byte, " + remedy)}
	}
	controls, first := 0, 0
	for i, c := range []byte(text) {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1A {
			if controls++; controls == 1 {
				first = i
			}
		}
	}
	if controls*controlShare > len(text) && controls > 1 {
		return &lineError{1 + strings.Count(text[:first], "\n"),
			fmt.Errorf("there are %d control characters, %s", controls, remedy)}
	}
	return nil
}

// longestLine returns the length in bytes of the longest line of a text.
func longestLine(text string) (longest int) {
	for line := range strings.Lines(text) {
		longest = max(longest, len(strings.TrimSuffix(line, "\n")))
	}
	return longest
}

// check returns an error for a document without text, or with a line beyond MaxParagraph.
func (r *Reader) check(d *Document) error {
	if strings.TrimFunc(d.Body, func(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }) == "" {
		switch d.Format {
		case PDF:
			return part.Mark(ErrEmpty, errors.New("there is no text in it: its pages are pictures; "+
				"recognise the text first, for example with: ocrmypdf"))
		case Text:
			return part.Mark(ErrEmpty, errors.New("the file is empty; check that it is the right one"))
		}
		return part.Mark(ErrEmpty, errors.New("there is no text in it; check that it is the right file"))
	}
	limit := r.MaxParagraph
	if limit == 0 {
		limit = 8 << 20
	}
	if longestLine(d.Body) <= limit {
		return nil // so that only a text with a line that is too long is searched for separators
	}
	start, line := 0, 1
	for i := 0; ; i++ {
		if i < len(d.Body) && d.Body[i] != '\n' && !strings.HasPrefix(d.Body[i:], layout.ParagraphSeparator) {
			continue
		}
		if i-start > limit {
			return &lineError{line, &LimitError{
				What: fmt.Sprintf("the line has %d bytes, more than %d", i-start, limit), Bound: "MaxParagraph",
			}}
		}
		if i >= len(d.Body) {
			return nil
		}
		if start = i + 1; d.Body[i] == '\n' {
			line++
		}
	}
}
