package main

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// helpWidth is the width of help texts, in columns: that of a terminal.
const helpWidth = 80

// layOutHelp makes the help of a command and those below it begin with the examples, since they are
// what most people look for, and wraps it for a terminal.
func layOutHelp(c *cobra.Command) {
	const examples = `{{if .HasExample}}

Examples:
{{.Example}}{{end}}`
	usage := strings.Replace(c.UsageTemplate(), examples, "", 1)
	c.SetUsageTemplate(strings.ReplaceAll(usage, "Flags.FlagUsages ", "Flags.FlagUsagesWrapped 80 "))
	c.SetHelpTemplate(`{{.Short}}.` + examples + `

{{with .Long}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`)
	wrapHelp(c)
}

// wrapHelp wraps the long texts of a command and those below it.
func wrapHelp(c *cobra.Command) {
	paragraphs := strings.Split(c.Long, "\n\n")
	for i, p := range paragraphs {
		if !strings.HasPrefix(p, " ") {
			paragraphs[i] = wrap(p, helpWidth)
		}
	}
	c.Long = strings.Join(paragraphs, "\n\n")
	for _, below := range c.Commands() {
		wrapHelp(below)
	}
}

// wrap returns a paragraph in lines of at most width characters, except for longer words.
func wrap(paragraph string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(paragraph) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
