package read

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/bitext-go/bitext/read/internal/part"
)

// A Format is a kind of file.
type Format string

// ErrBilingual is wrapped by the errors for files whose sentences are paired already, such as
// translation memories. Package bilingual reads them.
var ErrBilingual = errors.New("its sentences are paired already")

// A format is a row of the table of formats. A file has the format of the first row that knows it
// by its content: by magic, member, root or knows. If none does, the extension decides, and then
// looks. A file that is called Markdown may be something else by md.
type format struct {
	name  Format // "" for a format that is not read
	title string // what a person calls it: "a subtitle file (SubRip)"

	magic   []string             // bytes at the beginning of the file
	members []string             // a file in a zip archive; one ending in "/" is a folder, "*.x" an extension
	roots   []string             // the first element of XML, in lower case
	knows   func(s *source) bool // reports whether the content is of the format for sure
	exts    []string             // the extension of the file's name, in lower case, with its dot
	looks   func(s *source) bool // reports whether a text has the look of the format
	md      func(s *source) bool // the same for a file that is called Markdown; nil if it is not sought there
	only    func(s *source) bool // nil, or a further condition for magic, members and roots

	read      func(r *Reader, d *Document, s *source) error // nil for a format that is not read here
	bilingual bool                                          // package bilingual reads it
	remedy    string                                        // for a format that is not read: what to do
	protected bool                                          // it would be read without its password
}

// detect returns the row of the table that a file belongs to.
func detect(s *source) *format {
	if f := detectByContent(s); f != nil {
		return f
	}
	if s.isMarkdown() {
		for i := range formats {
			if f := &formats[i]; f.md != nil && f.md(s) {
				return f
			}
		}
	}
	for i := range formats {
		if f := &formats[i]; slices.Contains(f.exts, s.ext) {
			return f
		}
	}
	for i := range formats {
		if f := &formats[i]; f.looks != nil && f.looks(s) {
			return f
		}
	}
	return rowOf(Text)
}

// detectByContent returns the row that knows a file by its content, or nil.
func detectByContent(s *source) *format {
	isMarkdown := s.isMarkdown()
	for i := range formats {
		// Markdown may begin with an element of HTML, and nothing but its name tells it.
		if f := &formats[i]; f.hasContent(s) && (!isMarkdown || f.roots == nil || s.begins("<?xml") || f.bilingual) {
			return f
		}
	}
	return nil
}

// hasContent reports whether a file has the magic, a member, the root or the look
// of a format.
func (f *format) hasContent(s *source) bool {
	found := slices.ContainsFunc(f.magic, s.begins) ||
		slices.ContainsFunc(f.members, s.has) ||
		s.root() != "" && slices.Contains(f.roots, s.root()) ||
		f.knows != nil && f.knows(s)
	return found && (f.only == nil || f.only(s))
}

// rowOf returns the row of a format that is named, or nil.
func rowOf(name Format) *format {
	for i := range formats {
		if formats[i].name == name && name != "" {
			return &formats[i]
		}
	}
	return nil
}

// refusal returns the error for a file in a format that is not read.
func (f *format) refusal() error {
	if f.bilingual {
		return fmt.Errorf("this is %s: %w", f.title, ErrBilingual)
	}
	err := error(&FormatError{Title: f.title, Remedy: f.remedy})
	if f.protected {
		return part.Mark(ErrProtected, err)
	}
	return err
}

// Detect returns the format of a file by its content and, if that does not tell, by its name. It is
// "" for a format that is not read. Some formats can only be told by the whole file.
func Detect(name string, raw []byte) Format {
	return detect(newSource(context.Background(), name, raw)).name
}

// DetectBilingual reports whether package bilingual reads the format that [Detect] returns. It is
// several times as fast for a text: most formats need not be told from one another.
func DetectBilingual(name string, raw []byte) bool {
	s := newSource(context.Background(), name, raw)
	if f := detectByContent(s); f != nil {
		return f.bilingual
	}
	for i := range formats {
		f := &formats[i]
		if f.bilingual && (slices.Contains(f.exts, s.ext) || f.looks != nil && f.looks(s) ||
			f.md != nil && s.isMarkdown() && f.md(s)) {
			return detect(s).bilingual
		}
	}
	return false
}

// Bilingual reports whether package bilingual reads the format, instead of this package.
func (f Format) Bilingual() bool {
	row := rowOf(f)
	return row != nil && row.bilingual
}
