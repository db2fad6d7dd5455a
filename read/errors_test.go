package read_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// TestErrorsAreTold reads what a service must tell apart.
func TestErrorsAreTold(t *testing.T) {
	kinds := map[string]func(error) bool{
		"empty":     func(err error) bool { return errors.Is(err, read.ErrEmpty) },
		"damaged":   func(err error) bool { return errors.Is(err, read.ErrDamaged) },
		"protected": func(err error) bool { return errors.Is(err, read.ErrProtected) },
		"encoding":  func(err error) bool { return errors.Is(err, read.ErrEncoding) },
		"bilingual": func(err error) bool { return errors.Is(err, read.ErrBilingual) },
		"format":    func(err error) bool { return errors.As(err, new(*read.FormatError)) },
		"tool":      func(err error) bool { return errors.As(err, new(*read.ToolError)) && errors.Is(err, exec.ErrNotFound) },
		"limit":     func(err error) bool { return errors.As(err, new(*read.LimitError)) },
	}
	for _, c := range []struct{ name, in, want string }{
		{"a.txt", " \n", "empty"},
		{"a.html", "<html><script>x</script></html>", "empty"},
		{"a.docx", "PK\x03\x04 cut short", "damaged"},
		{"a.gz", "\x1F\x8B cut short", "damaged"},
		{"a.json", `{"a": "one"`, "damaged"},
		{"a.strings", `"a" = "one`, "damaged"},
		{"a.resx", `<root><data name="a"><value>One`, "damaged"},
		{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + wide("EncryptedPackage"), "protected"},
		{"b.txt", "\xC3\x28 \xFF\xFE \xA0\xA1", "encoding"},
		{"a.tmx", "<tmx version='1.4'/>", "bilingual"},
		{"a.tex", `\documentclass{article}`, "format"},
		{"a.pdf", "%PDF-1.7", "tool"},
		{"a.doc", oldWord, "tool"},
		{"a.txt", strings.Repeat("One. ", 300), "limit"},
	} {
		r := read.Reader{
			Encoding:  map[bool]string{true: "utf-8"}[c.name == "b.txt"],
			PDFToText: "no-such-program",
			Soffice:   "no-such-program",
			MaxBytes:  1000,
		}
		_, err := r.Read(t.Context(), c.name, strings.NewReader(c.in))
		require.Error(t, err, c.name)
		for kind, is := range kinds {
			if c.want == "protected" && kind == "format" {
				assert.True(t, is(err), "a protected document is in a format that is not read")
				continue
			}
			assert.Equal(t, kind == c.want, is(err), "%q is %s: %v", c.in, kind, err)
		}
		assert.Equal(t, 1, strings.Count(err.Error(), c.name), "the file is named once: %v", err)
	}
	var format *read.FormatError
	_, err := new(read.Reader).Read(t.Context(), "a.tex", strings.NewReader(`\documentclass{article}`))
	require.ErrorAs(t, err, &format)
	assert.Equal(t, "LaTeX", format.Title)
	_, err = read.File(t.Context(), "no such file.txt")
	assert.ErrorIs(t, err, fs.ErrNotExist)
	_, err = read.File(t.Context(), "-")
	assert.ErrorIs(t, err, fs.ErrNotExist, "the standard input belongs to programs")
}

func TestCancelledReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := new(read.Reader).Read(ctx, "a.txt", strings.NewReader("One. Two."))
	assert.ErrorIs(t, err, context.Canceled)

	if runtime.GOOS == "windows" {
		return
	}
	// A pdftotext that never ends.
	program := filepath.Join(t.TempDir(), "pdftotext")
	require.NoError(t, os.WriteFile(program, []byte("#!/bin/sh\nexec sleep 60\n"), 0o700))
	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	begin := time.Now()
	_, err = (&read.Reader{PDFToText: program}).Read(ctx, "a.pdf", strings.NewReader("%PDF-1.7"))
	assert.ErrorIs(t, err, context.Canceled)
	assert.Less(t, time.Since(begin), 10*time.Second)
	_, err = (&read.Reader{PDFToText: program, MaxTime: time.Millisecond}).Read(
		t.Context(),
		"a.pdf",
		strings.NewReader("%PDF-1.7"),
	)
	assert.ErrorAs(t, err, new(*read.LimitError), "a time limit is not a cancellation")
	assert.NotErrorIs(t, err, context.DeadlineExceeded)
}
