package read

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/read/charset"
)

// headBytes is how many bytes of a file are looked at to find its format.
const headBytes = 2048

// formatOf is the format of a file, by its content and, where that does not tell, by its name.
func formatOf(name string, raw []byte) (Format, error) {
	switch {
	case bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")):
		return PDF, nil
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return DOCX, nil // or ODT; the archive says
	case bytes.HasPrefix(raw, []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}):
		return "", errors.New("it is a document of Word 97 to 2003 or the like; save it as DOCX, for example with: soffice --headless --convert-to docx")
	case bytes.HasPrefix(raw, []byte(`{\rtf`)):
		return "", errors.New("it is a document in RTF; save it as DOCX, for example with: soffice --headless --convert-to docx")
	}
	for _, p := range pictures {
		if strings.HasPrefix(string(raw[:min(len(raw), 16)]), p) {
			return "", errors.New("it is a picture or a recording and no text; a picture's text can be taken out with OCR, such as tesseract")
		}
	}
	head := headOf(raw)
	switch root := rootElement(head); {
	case root == "html" || strings.HasPrefix(head, "<!doctype html"):
		return HTML, nil
	case root == "tmx":
		return "", errors.New("it is a translation memory, whose sentences are paired already; a program reads it with package bilingual")
	case root == "xliff":
		return "", errors.New("it is XLIFF, whose sentences are paired already; a program reads it with package bilingual")
	case root == "office:document":
		return ODT, nil
	}
	switch filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")) {
	case ".md", ".markdown", ".mkd":
		return Markdown, nil
	case ".html", ".htm", ".xhtml":
		return HTML, nil
	}
	return Text, nil
}

// pictures are how files of pictures, sound and film begin.
var pictures = []string{"\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*\x00", "MM\x00*", "ID3", "OggS", "\x1A\x45\xDF\xA3", "BM\x36"}

// headOf is the beginning of a text, in small letters and without white space before it.
func headOf(raw []byte) string {
	head := raw[:min(len(raw), headBytes)]
	name, n := charset.Mark(head)
	switch {
	case n == 0 && len(head) > 3 && head[0] == '<' && head[1] == 0:
		name = "utf-16le"
	case n == 0 && len(head) > 3 && head[0] == 0 && head[1] == '<':
		name = "utf-16be"
	}
	text := string(head[n:])
	if strings.HasPrefix(name, "utf-16") {
		text, _, _ = charset.Decode(head, name)
	}
	return strings.ToLower(strings.TrimLeft(text, " \t\r\n\f\uFEFF"))
}

// rootElement is the name of the first element of XML or HTML, "" if the text begins with something else.
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
				end = "]>" // the document type has declarations of its own
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

// gunzip unpacks what gzip packed, up to the bound.
func (r *Reader) gunzip(raw []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("it is damaged gzip (%w); get it again from where it came from", err)
	}
	out, err := r.all(z, "what is packed in it")
	var limit *LimitError
	if err != nil && !errors.As(err, &limit) {
		return nil, fmt.Errorf("it is damaged or cut off gzip (%w); get it again from where it came from", err)
	}
	return out, err
}
