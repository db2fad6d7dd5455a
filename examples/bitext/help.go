package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// examplesFirst makes help begin with the examples: they are what most people look for.
func examplesFirst(c *cobra.Command) {
	const examples = `{{if .HasExample}}

Examples:
{{.Example}}{{end}}`
	c.SetUsageTemplate(strings.Replace(c.UsageTemplate(), examples, "", 1))
	c.SetHelpTemplate(`{{.Short}}.` + examples + `

{{with .Long}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`)
}
