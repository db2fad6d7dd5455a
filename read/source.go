package read

import (
	"archive/zip"
	"bytes"
	"context"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/read/charset"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// A source is a file whose format is sought or known.
type source struct {
	ctx  context.Context // of the reading, which the source does not outlive
	name string          // as it was given
	ext  string          // the extension, in lower case, without that of gzip
	raw  []byte

	rootKnown bool
	rootName  string

	membersKnown bool
	memberNames  []string

	sampleKnown bool
	sampleText  string

	linesKnown bool
	lineList   []string
}

// newSource returns a source for a file.
func newSource(ctx context.Context, name string, raw []byte) *source {
	return &source{ctx: ctx, name: name, ext: filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")), raw: raw}
}

// begins reports whether the file begins with some bytes.
func (s *source) begins(magic string) bool { return bytes.HasPrefix(s.raw, []byte(magic)) }

// isMarkdown reports whether the file is called Markdown.
func (s *source) isMarkdown() bool { return slices.Contains(markdownExts, s.ext) }

// root returns the name of the first element of an XML or HTML file in lower case, without a prefix
// except for OpenDocument's; "" for any other file.
func (s *source) root() string {
	if !s.rootKnown {
		s.rootKnown, s.rootName = true, xmlscan.Root(s.raw)
		if _, local, found := strings.Cut(s.rootName, ":"); found && s.rootName != "office:document" {
			s.rootName = local
		}
	}
	return s.rootName
}

// has reports whether the file is a zip archive with a member; see format.members.
func (s *source) has(pattern string) bool {
	if !s.membersKnown {
		s.membersKnown = true
		if s.begins("PK\x03\x04") || s.begins("PK\x05\x06") {
			if z, err := zip.NewReader(bytes.NewReader(s.raw), int64(len(s.raw))); err == nil {
				for _, f := range z.File {
					s.memberNames = append(s.memberNames, strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
				}
			}
		}
	}
	for _, m := range s.memberNames {
		switch {
		case m == pattern,
			strings.HasSuffix(pattern, "/") && strings.HasPrefix(m, pattern),
			strings.HasPrefix(pattern, "*") && strings.ToLower(path.Ext(m)) == pattern[1:]:
			return true
		}
	}
	return false
}

// sampleBytes is how much of a file is examined to tell the format of a text.
const sampleBytes = 16 << 10

// sample returns the beginning of a text up to the end of a line, decoded, with line feeds only,
// and without the white space before it; "" if the file is not a text in a known encoding.
func (s *source) sample() string {
	if s.sampleKnown {
		return s.sampleText
	}
	s.sampleKnown = true
	raw := s.raw[:min(len(s.raw), sampleBytes)]
	if len(raw) < len(s.raw) {
		if i := bytes.LastIndexByte(raw, '\n'); i > 0 {
			raw = raw[:i+1]
		}
	}
	name, sure := charset.Detect(raw)
	if sure < minSure {
		return ""
	}
	text, _, err := charset.Decode(raw, name)
	if err != nil || checkControls(text) != nil {
		return ""
	}
	s.sampleText = strings.TrimLeft(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), " \t\n\f\uFEFF")
	return s.sampleText
}

// lines returns the lines of the sample that are not blank, without the white space around them, at
// most maxLookLines. Those between fences of Markdown are not among them. They must not be changed.
func (s *source) lines() []string {
	if !s.linesKnown {
		s.linesKnown, s.lineList = true, s.readLines()
	}
	return s.lineList
}

func (s *source) readLines() (out []string) {
	isMarkdown, fenced := s.isMarkdown(), false
	for line := range strings.Lines(s.sample()) {
		line = strings.TrimSpace(line)
		if isMarkdown && (strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")) {
			fenced = !fenced
			continue
		}
		if line != "" && !fenced {
			out = append(out, line)
		}
		if len(out) == maxLookLines {
			break
		}
	}
	return out
}

// maxLookLines is how many lines are examined to tell the format of a text.
const maxLookLines = 400
