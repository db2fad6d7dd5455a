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
	"unicode/utf8"
)

// pdf takes the text out of a PDF with pdftotext. Lines as they stand on the page show wrapped
// lines, page breaks and what stands on every page most surely. Where a page has columns they would
// be read across, and the order in which the file has its text is taken; that order is no use for
// scripts from right to left, where pdftotext is to find the columns.
func (r *Reader) pdf(d *Document, raw []byte) error {
	f, err := os.CreateTemp("", "bitext-*.pdf")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(raw)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	text, err := r.pdfToText(f.Name(), "-layout")
	if err == nil && inColumns(text) {
		if fromRight(text) {
			text, err = r.pdfToText(f.Name())
		} else {
			text, err = r.pdfToText(f.Name(), "-raw")
		}
		d.Notes = append(d.Notes, Note{Kind: Assumed, What: "its pages have columns, which are read one after the other"})
	}
	d.Body = mendPDF(text)
	return err
}

// pdfToText returns what pdftotext makes of a file.
func (r *Reader) pdfToText(file string, options ...string) (string, error) {
	program, limit := r.PDFToText, r.MaxTime
	if program == "" {
		program = "pdftotext"
	}
	if limit == 0 {
		limit = time.Minute
	}
	path, err := exec.LookPath(program)
	if err != nil {
		return "", fmt.Errorf("the program %s, which takes the text out of PDF, is not installed; install it with: apt install poppler-utils (Debian, Ubuntu), dnf install poppler-utils (Fedora), brew install poppler (macOS), scoop install poppler (Windows)", program)
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
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
	text, readErr := r.all(out, "the text in it")
	if readErr != nil {
		cancel()
	}
	switch err := c.Wait(); {
	case readErr != nil:
		return "", readErr
	case ctx.Err() != nil:
		return "", &LimitError{What: fmt.Sprintf("%s took longer than %v", program, limit), Bound: "MaxTime"}
	case err != nil && strings.Contains(complaint.String(), "password"):
		return "", errors.New("it is protected by a password; take that off first, for example with: qpdf --decrypt")
	case err != nil:
		return "", fmt.Errorf("%s cannot read it (%v: %s); it may be damaged: get it again from where it came from", program, err, strings.Join(strings.Fields(complaint.String()), " "))
	}
	if !utf8.Valid(text) {
		return "", fmt.Errorf("%s gave text that is not UTF-8; is it the one of poppler?", program)
	}
	return string(text), nil
}

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
