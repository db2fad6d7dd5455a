package main

import (
	"context"
	"io"
	"log/slog"
	"os"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/examples/bitext/progress"
)

// logging gives a command and those below it the flag --verbose, and a logger in their context. The
// logger writes warnings; with --verbose also each step and its progress, and with -vv details.
func logging(c *cobra.Command) {
	var verbose int
	c.PersistentFlags().CountVarP(&verbose, "verbose", "v", "log each step on the standard error; -vv logs more")
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

// logger returns the logger of a command's context, or one that discards everything.
func logger(ctx context.Context) *slog.Logger {
	if log, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return log
	}
	return slog.New(slog.DiscardHandler)
}

// begin starts a task whose progress is shown: on a terminal in a line, or, with --verbose, in the
// log. It returns nil, a task that shows nothing, if quiet is set.
func begin(ctx context.Context, out io.Writer, quiet bool, what string) *progress.Task {
	log := logger(ctx)
	if quiet {
		return nil
	}
	if log.Enabled(ctx, slog.LevelInfo) {
		out = nil // a line that is drawn again would overwrite the log
	}
	return progress.Start(out, log, what)
}

// A counted reader counts the bytes that are read and shows how much of the file that is.
type counted struct {
	io.Reader
	task       *progress.Task
	read, size int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.read += n
	c.task.Set(c.read, c.size)
	return n, err
}

// watched returns a reader of a file whose progress a task shows.
func watched(f *os.File, task *progress.Task) io.Reader {
	c := &counted{Reader: f, task: task}
	if info, err := f.Stat(); err == nil {
		c.size = int(info.Size())
	}
	return c
}
