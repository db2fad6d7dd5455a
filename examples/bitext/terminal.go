package main

import (
	"io"
	"os"

	"golang.org/x/text/unicode/bidi"

	"github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/internal/quote"
)

// A style emphasises parts of a line on a terminal. The zero style writes plain text.
type style bool

// styleOf returns the style for a writer: plain unless it is a terminal, and NO_COLOR
// (https://no-color.org) and TERM=dumb do not ask for plain text.
func styleOf(w io.Writer) style {
	return style(os.Getenv("NO_COLOR") == "" && progress.Terminal(w))
}

func (s style) strong(text string) string { return s.wrap("1", text) }
func (s style) soft(text string) string   { return s.wrap("2", text) }

func (s style) wrap(code, text string) string {
	if !s {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// isolate makes a text of a document safe for a line on a terminal. Control characters become
// U+FFFD. Only text that runs from right to left is isolated, since few terminals hide the marks.
func isolate(s string) string {
	s = quote.Printable(s)
	for _, r := range s {
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return quote.Isolate(s)
		}
	}
	return s
}

// shorten returns the beginning of a text, short enough for a line of a summary.
func shorten(s string) string { return quote.ExcerptWords(s, 72) }
