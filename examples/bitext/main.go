// Command bitext turns documents and their translations into translation memory.
//
//	bitext align report.ar-en.txt -o report.tmx
//	bitext segment --lang ar report.ar.txt
//
// bitext help says more. It ends with status 0 when it did what it was told, with 1 when a file or
// its content kept it from that, and with 2 when it was called in a way that it does not
// understand; what 3 means the help of a command says. Where it fails it leaves no output file
// behind, and one that was there before as it was.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := command().ExecuteContext(ctx)
	stop()
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted; nothing was written")
	}
	if err != nil {
		if !errors.Is(err, errFound) {
			fmt.Fprintln(os.Stderr, "bitext:", err)
		}
		os.Exit(status(err))
	}
}

// A usageError is a fault in how the program was called.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// status returns the exit status that stands for an error.
func status(err error) int {
	switch {
	case errors.As(err, new(usageError)):
		return 2
	case errors.Is(err, errFound), errors.As(err, new(*incompleteError)):
		return 3
	}
	return 1
}

func command() *cobra.Command {
	c := &cobra.Command{
		Use:   "bitext",
		Short: "Turn documents and their translations into translation memory",
		Example: `  bitext align report.ar-en.txt -o report.tmx               one document that holds both languages
  bitext align report.ar.txt report.en.txt -o report.tmx    a document and its translation
  bitext review report.ar-en.txt                            look through it in the browser, and mend it
  bitext seed archive -o memory.tmx                         a whole folder of them
  bitext add --tmx report.tmx report.fr.txt -o report.tmx   a translation that came later
  bitext check report.ar.txt report.en.txt                  what stands in one of them only
  bitext segment --lang ar report.ar.txt                    its sentences, one a line`,
		Long: `Bitext pairs the sentences of documents and their translations, without a network, and writes the pairs as TMX, which
translators' tools read. bitext COMMAND --help says more of each command.

It ends with status 0 when it did what it was told, with 1 when a file or what is in it kept it from that, and with 2 when
it was called in a way that it does not understand; of 3 the help of single commands says what it means. After a failure no
output file is left behind, and one that was there before is as it was.

On a terminal a line shows how far it is. Elsewhere it is quiet but for the summary at the end, which --quiet leaves out;
--verbose logs what it does.

Environment: SOURCE_DATE_EPOCH is the date of a memory, in seconds since 1970. Where NO_COLOR is set nothing is coloured.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("there is no command %q; bitext help lists those that there are", args[0])
			}
			return nil
		},
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usagef("%w; %s --help lists the flags", err, c.CommandPath())
	})
	c.AddCommand(alignCommand(), addCommand(), seedCommand(), reviewCommand(), checkCommand(), segmentCommand(), lexiconCommand(), licensesCommand(), manualCommand())
	logging(c)
	examplesFirst(c)
	return c
}
