package read

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A Format is a kind of file.
type Format string

// The formats that are read.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
	DOCX     Format = "docx"
	ODT      Format = "odt"
	PDF      Format = "pdf"
)

// ErrBilingual is wrapped by the errors for translation memories and XLIFF, which package bilingual
// reads.
var ErrBilingual = errors.New(
	"it is a translation memory or XLIFF, whose sentences are paired already, and no document")

// media are the first bytes of pictures, sound and film.
var media = []string{
	"\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*\x00", "MM\x00*", "ID3", "OggS", "\x1A\x45\xDF\xA3", "BM\x36",
}

// detectFormat returns the format of a file, by its content or, if that does not tell, by its name.
func detectFormat(name string, raw []byte) (Format, error) {
	switch {
	case bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")):
		return PDF, nil
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return DOCX, nil // or ODT, by the files in the archive
	case bytes.HasPrefix(raw, []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}):
		return "",
			errors.New("a document of Word 97 to 2003 or the like is not read; save it as DOCX, for example with: " +
				"soffice --headless --convert-to docx")
	case bytes.HasPrefix(raw, []byte(`{\rtf`)):
		return "", errors.New("RTF is not read; save the document as DOCX, for example with: " +
			"soffice --headless --convert-to docx")
	}
	for _, m := range media {
		if bytes.HasPrefix(raw, []byte(m)) {
			return "", errors.New("a picture or a recording is no text; " +
				"take the text out of a picture with OCR, such as tesseract")
		}
	}
	switch xmlscan.Root(raw) {
	case "html":
		return HTML, nil
	case "tmx", "xliff":
		return "", ErrBilingual
	case "office:document":
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
