package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// converted reads a document of an old format through LibreOffice, which makes a DOCX of it.
func (r *Reader) converted(d *Document, s *source) error {
	path, err := r.soffice()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bitext-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ext := "." + string(d.Format)
	if err := os.WriteFile(filepath.Join(dir, "document"+ext), s.raw, 0o600); err != nil {
		return err
	}
	limit := r.MaxTime
	if limit == 0 {
		limit = time.Minute
	}
	ctx, cancel := context.WithTimeout(s.ctx, limit)
	defer cancel()
	// A profile of its own, so that a LibreOffice that is open does not stop it, nor run macros.
	c := exec.CommandContext(ctx, path, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--convert-to", "docx", "--outdir", dir, "document"+ext)
	c.Dir = dir
	c.WaitDelay = time.Second
	var complaint bytes.Buffer
	c.Stderr = &limitedWriter{to: &complaint, left: 4096}
	err = c.Run()
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	if ctx.Err() != nil {
		return &LimitError{What: fmt.Sprintf("%s took longer than %v", filepath.Base(path), limit), Bound: "MaxTime"}
	}
	f, openErr := os.Open(filepath.Join(dir, "document.docx"))
	if openErr != nil {
		return fmt.Errorf("LibreOffice cannot read it (%v: %s); open it there, and save it as DOCX",
			errors.Join(err, errors.New("no document was made")), strings.Join(strings.Fields(complaint.String()), " "))
	}
	defer f.Close()
	raw, err := r.readAll(f, "the converted document")
	if err != nil {
		return err
	}
	return r.office(d, newSource(s.ctx, "document.docx", raw))
}

// soffice returns the path of LibreOffice.
func (r *Reader) soffice() (string, error) {
	names := []string{"soffice", "libreoffice"}
	if r.Soffice != "" {
		names = []string{r.Soffice}
	}
	var missing error
	for _, name := range names {
		path, err := exec.LookPath(name)
		if err == nil {
			return path, nil
		}
		missing = err
	}
	return "", &ToolError{names[0], missing, "this format is read through LibreOffice, which is not installed; " +
		"install it, or save the document as DOCX"}
}
