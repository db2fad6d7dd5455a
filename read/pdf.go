package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/read/internal/part"
)

// pdf reads the text of a PDF with pdftotext. The layout of the page is asked for first, since it
// shows best which lines are wrapped, where pages end and what repeats on every page. If the page
// has columns, that layout would be read across them, and the text is taken in the order of the
// file. Text from right to left is read by the places of its words; see readFromRight.
func (r *Reader) pdf(d *Document, s *source) error {
	err := r.pdfText(d, s)
	if n := strings.Count(d.Body, "\uFFFD"); err == nil && n > 0 {
		d.Notes = append(d.Notes, Note{Kind: Lost, What: fmt.Sprintf("%d glyphs have no characters in its fonts and "+
			"became U+FFFD; use the document that the PDF was made of", n)})
	}
	return err
}

func (r *Reader) pdfText(d *Document, s *source) error {
	f, err := os.CreateTemp("", "bitext-*.pdf")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(s.raw)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	text, err := r.pdfToText(s, f.Name(), "-layout")
	if err != nil {
		return err
	}
	d.noteEmptyPages(text)
	if isRightToLeft(text) {
		pages, err := r.readFromRight(s, f.Name())
		if err != nil {
			return err
		}
		pages.write(d)
		d.noteLooseMarks()
		d.noteLamAlef(pages, s.raw)
		return nil
	}
	text, numbers := dropLineNumbers(text)
	if numbers != nil {
		d.Notes = append(d.Notes, Note{Kind: Assumed, What: "the numbers of lines in its margin are left out"})
	}
	text, leaders := dropLeaders(text)
	d.noteLeaders(leaders)
	pages, err := r.readColumns(s, f.Name(), text, numbers)
	switch {
	case err != nil || pages == nil: // the text is all that there is
	case pages.turned:
		d.Notes = append(d.Notes, Note{Kind: Assumed, What: "text that is turned in its margins is left out"})
		pages.write(d)
		return nil
	case mayHaveColumns(text) && (pages.hasTables() || pages.areTwoTexts()):
		pages.write(d)
		return nil
	}
	if hasColumns(text) {
		text, err = r.pdfToText(s, f.Name(), "-raw")
		text, _ = dropLeaders(text)
		d.noteColumns()
	}
	d.Body = fixGlyphs(text)
	return err
}

// noteColumns notes that columns are read one after the other.
func (d *Document) noteColumns() {
	d.Notes = append(d.Notes, Note{Kind: Assumed, What: "its pages have columns, which are read one after the other"})
}

// noteEmptyPages notes how many pages have no text.
func (d *Document) noteEmptyPages(text string) {
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	empty := 0
	for _, p := range pages {
		if strings.TrimSpace(p) == "" {
			empty++
		}
	}
	switch {
	case empty == 0 || empty == len(pages):
	case empty*fewEmpty > len(pages):
		d.Notes = append(d.Notes, Note{Kind: Doubted, What: fmt.Sprintf("%d of %d pages have no text: they are "+
			"pictures or empty; recognise the text first, for example with: ocrmypdf", empty, len(pages))})
	default:
		d.Notes = append(d.Notes, Note{Kind: Assumed, What: fmt.Sprintf("%d of %d pages have no text: they are "+
			"pictures or empty", empty, len(pages))})
	}
}

// fewEmpty is the share of the pages that may be empty in a document without pictures of pages: one
// in fewEmpty.
const fewEmpty = 8

// pdfToText returns the output of pdftotext for a file.
func (r *Reader) pdfToText(s *source, file string, options ...string) (string, error) {
	program, limit := r.PDFToText, r.MaxTime
	if program == "" {
		program = "pdftotext"
	}
	if limit == 0 {
		limit = time.Minute
	}
	path, err := exec.LookPath(program)
	if err != nil {
		return "", &ToolError{program, err, fmt.Sprintf("the program %s, which reads PDF, is not installed; "+
			"install it with: apt install poppler-utils (Debian, Ubuntu), dnf install poppler-utils (Fedora), "+
			"brew install poppler (macOS), scoop install poppler (Windows)", program)}
	}
	ctx, cancel := context.WithTimeout(s.ctx, limit)
	defer cancel()
	c := exec.CommandContext(ctx, path, append(options, "-q", "-enc", "UTF-8", "-eol", "unix", file, "-")...)
	var complaint bytes.Buffer
	c.Stderr = &limitedWriter{to: &complaint, left: 4096}
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		return "", fmt.Errorf("%s cannot be started: %w", program, err)
	}
	text, readErr := r.readAll(out, "the text in it")
	if readErr != nil {
		cancel()
	}
	switch err := c.Wait(); {
	case s.ctx.Err() != nil:
		return "", s.ctx.Err()
	case readErr != nil:
		return "", readErr
	case ctx.Err() != nil:
		return "", &LimitError{What: fmt.Sprintf("%s took longer than %v", program, limit), Bound: "MaxTime"}
	// With -q, pdftotext does not say why it cannot open a file.
	case err != nil && c.ProcessState.ExitCode() == cannotOpen && bytes.Contains(s.raw, []byte("/Encrypt")):
		return "", part.Mark(ErrProtected,
			errors.New("protected by a password; make a copy without it, for example with: "+
				"qpdf --password=PASSWORD --decrypt IN.pdf OUT.pdf"))
	case err != nil:
		return "", part.Damaged(fmt.Errorf(
			"%s cannot read it (%w: %s); it may be damaged: download or copy the file again",
			program, err, strings.Join(strings.Fields(complaint.String()), " ")))
	}
	if !utf8.Valid(text) {
		return "", fmt.Errorf("the output of %s is not UTF-8; install the pdftotext of poppler", program)
	}
	return string(text), nil
}

// cannotOpen is the status of pdftotext for a file that it cannot open.
const cannotOpen = 1

// limitedWriter keeps the first bytes that are written.
type limitedWriter struct {
	to   *bytes.Buffer
	left int
}

func (w *limitedWriter) Write(p []byte) (int, error) {
	n := min(len(p), w.left)
	w.to.Write(p[:n])
	w.left -= n
	return len(p), nil
}

// Measures of a page in columns, set by hand on reports and journals in two columns.
const (
	columnGap      = 3  // spaces between two columns
	columnText     = 10 // characters of a line in a column
	minColumnLines = 10 // lines in two columns
	columnShare    = 3  // one line in columnShare has two columns
)

// hasColumns reports whether the lines of a document, as they are on its pages, run through two
// columns of text.
func hasColumns(text string) bool {
	two, all := 0, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if utf8.RuneCountInString(line) < 2*columnText+columnGap {
			continue
		}
		all++
		left, right, found := strings.Cut(line, strings.Repeat(" ", columnGap))
		if found && utf8.RuneCountInString(left) >= columnText &&
			utf8.RuneCountInString(strings.TrimSpace(right)) >= columnText {
			two++
		}
	}
	return two >= minColumnLines && two*columnShare >= all
}

// isRightToLeft reports whether more than a fifth of the letters are written from right to left.
func isRightToLeft(text string) bool {
	right, all := 0, 0
	for _, r := range text {
		if r >= utf8.RuneSelf && unicode.In(r, unicode.Arabic, unicode.Hebrew) {
			right++
		}
		if unicode.IsLetter(r) {
			all++
		}
	}
	return right*5 > all
}
