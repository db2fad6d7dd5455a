package main

import (
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// A style makes parts of a line stand out, on a terminal that shows colours.
type style bool

// styleOf is plain unless w is a terminal. NO_COLOR (https://no-color.org) and TERM=dumb ask for
// plain text.
func styleOf(w io.Writer) style {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return style(err == nil && info.Mode()&os.ModeCharDevice != 0)
}

func (s style) strong(text string) string { return s.wrap("1", text) }
func (s style) soft(text string) string   { return s.wrap("2", text) }

func (s style) wrap(code, text string) string {
	if !s {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// shorten returns a text of a length that fits into a line.
func shorten(s string) string {
	const most = 72
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		return cut[:i] + " …"
	}
	return cut + "…"
}

// isolate makes a text of a document safe to stand in a line on a terminal. Control characters,
// which could move the cursor, are shown as U+FFFD; text that runs from right to left is put
// between the marks FSI and PDI of Unicode's bidirectional algorithm, so that it does not change
// the order of what stands beside it.
func isolate(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return utf8.RuneError
		}
		return r
	}, s)
	for _, r := range s {
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return "\u2068" + s + "\u2069"
		}
	}
	return s
}
