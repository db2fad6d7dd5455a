package read

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// ErrBilingual is in the errors of translation memories and of XLIFF, which package bilingual below
// this one reads.
var ErrBilingual = errors.New("it is a translation memory or XLIFF, whose sentences are paired already, and no document")

// formatOf returns the format of a file, by its content and, where that does not tell, by its name.
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

// pictures are how files of pictures, sound and film begin.
var pictures = []string{"\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*\x00", "MM\x00*", "ID3", "OggS", "\x1A\x45\xDF\xA3", "BM\x36"}

// gunzip unpacks what gzip packed, up to the bound.
func (r *Reader) gunzip(raw []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("it is damaged gzip (%w); get it again from where it came from", err)
	}
	out, err := r.all(z, "what is packed in it")
	var limit *part.LimitError
	if err != nil && !errors.As(err, &limit) {
		return nil, fmt.Errorf("it is damaged or cut off gzip (%w); get it again from where it came from", err)
	}
	return out, err
}
