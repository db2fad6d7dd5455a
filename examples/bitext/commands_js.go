package main

import "github.com/spf13/cobra"

// commands returns the commands of the program in a browser, which is loaded over the network and
// so has those only that its page uses.
func commands() []*cobra.Command { return []*cobra.Command{reviewCommand()} }
