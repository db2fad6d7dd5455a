package main

import (
	"context"
	"io"
	"log/slog"
	"os"

	"github.com/spf13/cobra"

	bar "github.com/bitext-go/bitext/examples/bitext/progress"
)

// logging gives a command and those below it the flag --verbose, and a logger in their context.
// Without the flag only warnings are logged; once given it adds what the program does and how far
// it is, twice given what it looks at.
func logging(c *cobra.Command) {
	var verbose int
	c.PersistentFlags().CountVarP(&verbose, "verbose", "v", "log on the standard error what is done; twice (-vv) says more")
	c.PersistentPreRun = func(c *cobra.Command, _ []string) {
		level := slog.LevelWarn
		switch {
		case verbose > 1:
			level = slog.LevelDebug
		case verbose == 1:
			level = slog.LevelInfo
		}
		log := slog.New(slog.NewTextHandler(c.ErrOrStderr(), &slog.HandlerOptions{Level: level}))
		c.SetContext(context.WithValue(c.Context(), loggerKey{}, log))
	}
}

type loggerKey struct{}

// logger returns the logger of a command's context; without one nothing is logged.
func logger(ctx context.Context) *slog.Logger {
	if log, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return log
	}
	return slog.New(slog.DiscardHandler)
}

// begin shows the progress of a task, on a terminal in a line and elsewhere, where it is asked for,
// in the log. A quiet program shows neither.
func begin(ctx context.Context, out io.Writer, quiet bool, what string) *bar.Task {
	log := logger(ctx)
	if quiet {
		return nil
	}
	if log.Enabled(ctx, slog.LevelInfo) {
		out = nil // its lines would get in the way of the log's
	}
	return bar.Start(out, log, what)
}

// A counted reader shows how much of a file is read: it counts the bytes that pass.
type counted struct {
	io.Reader
	task       *bar.Task
	read, size int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.read += n
	c.task.Set(c.read, c.size)
	return n, err
}

// watched returns a file whose reading a task shows.
func watched(f *os.File, task *bar.Task) io.Reader {
	c := &counted{Reader: f, task: task}
	if info, err := f.Stat(); err == nil {
		c.size = int(info.Size())
	}
	return c
}
