//go:build !js

package main

import "github.com/spf13/cobra"

// commands returns the commands of the program.
func commands() []*cobra.Command {
	return []*cobra.Command{alignCommand(), mineCommand(), addCommand(), seedCommand(), reviewCommand(),
		webCommand(), checkCommand(),
		segmentCommand(), lexiconCommand(), memoryCommand(), filterCommand(), configCommand(),
		licensesCommand(), manualCommand()}
}
