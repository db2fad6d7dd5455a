// Command bitext turns documents and their translations into translation memory.
//
//	bitext align report.ar-en.txt -o report.tmx
//	bitext segment --lang ar report.ar.txt
//
// See bitext help. The exit status is 0 if the command succeeded, 1 if a file or its content was at
// fault and 2 if the command line was; some commands also use 3, see their help. A command that
// fails writes no output file, and an output file that already existed stays as it was.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"
)

func main() {
	deferCollection()
	ctx, stop := interruptible()
	defer stop()
	done := make(chan error, 1)
	c := command()
	if runtime.GOOS == "windows" {
		c.SetArgs(expand(os.Args[1:]))
	}
	go func() { done <- c.ExecuteContext(ctx) }()
	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		select {
		case err = <-done:
		case <-time.After(grace):
			err = errors.New("interrupted") // in a part that does not look at the context, such as a reader
		}
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted; no file was changed")
	}
	if err != nil {
		if !errors.Is(err, errFound) {
			fmt.Fprintln(os.Stderr, "bitext:", err)
		}
		os.Exit(status(err))
	}
}

// grace is how long a command may take to end after the first interruption.
const grace = 2 * time.Second

// A usageError is an error in the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// status returns the exit status for an error.
func status(err error) int {
	switch {
	case errors.As(err, new(usageError)):
		return 2
	case errors.Is(err, errFound), errors.As(err, new(*incompleteError)), errors.As(err, new(unrelatedError)):
		return 3
	}
	return 1
}

// command returns the program's command with all commands below it.
func command() *cobra.Command {
	c := &cobra.Command{
		Use:     "bitext",
		Version: version(),
		Short:   "Turn documents and their translations into translation memory",
		Example: `  bitext align report.ar-en.txt -o report.tmx               one document in two languages
  bitext align report.ar.txt report.en.txt -o report.tmx    a document and its translation
  bitext review report.ar-en.txt                            check and correct it in the browser
  bitext seed archive -o memory.tmx                         a whole folder of documents
  bitext add --tmx report.tmx report.fr.txt -o report.tmx   a translation that came later
  bitext check report.ar.txt report.en.txt                  what only one of them says
  bitext segment --lang ar report.ar.txt                    its sentences, one a line`,
		Long: `Bitext pairs the sentences of documents with the sentences of their
translations, and writes the pairs as TMX, which translators' tools read. It
uses no network, unless you name a server with --embed. Run bitext COMMAND --help for the details of a command.

The exit status is 0 if the command succeeded, 1 if a file or its content was
at fault, and 2 if the command line was. Some commands also use 3; see their
help. A command that fails writes no output file, and an output file that
already existed stays as it was.

On a terminal, one line shows the progress. Elsewhere, only the summary at the
end is printed, and --quiet turns that off too. --verbose logs each step.

Defaults of flags come from a configuration file and from variables such as
BITEXT_LEXICON; see bitext config.

Environment: SOURCE_DATE_EPOCH sets the creation date of a memory, in seconds
since 1970. If NO_COLOR is set, the output has no colours.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return noSuchCommand(c, args[0])
			}
			return nil
		},
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	c.SetVersionTemplate(versionText())
	c.SetFlagErrorFunc(flagError)
	c.AddCommand(commands()...)
	logging(c)
	prepare(c)
	layOutHelp(c)
	return c
}
