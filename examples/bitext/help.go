package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// examplesFirst makes help begin with the examples, since they are what most people look for, and
// wraps the descriptions of flags for a terminal of 80 columns.
func examplesFirst(c *cobra.Command) {
	const examples = `{{if .HasExample}}

Examples:
{{.Example}}{{end}}`
	usage := strings.Replace(c.UsageTemplate(), examples, "", 1)
	c.SetUsageTemplate(strings.ReplaceAll(usage, "Flags.FlagUsages ", "Flags.FlagUsagesWrapped 80 "))
	c.SetHelpTemplate(`{{.Short}}.` + examples + `

{{with .Long}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`)
}
