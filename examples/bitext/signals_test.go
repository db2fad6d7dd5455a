//go:build linux || darwin

package main

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// waitingRun starts a command that waits for its standard input, which never ends.
func waitingRun(t *testing.T, before string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command("sh", append([]string{"-c", before + ` exec bitext "$@"`, "sh"}, args...)...)
	c.Dir = t.TempDir()
	c.Stderr = io.Discard
	in, err := c.StdinPipe()
	require.NoError(t, err)
	t.Cleanup(func() { in.Close() })
	require.NoError(t, c.Start())
	_, err = in.Write([]byte("The letter has 340 pages.\n"))
	require.NoError(t, err)
	time.Sleep(300 * time.Millisecond) // until the handlers of signals are there
	return c
}

// The first signal ends the program, also in a part that does not look at the context, with a
// status that is not 0 and without an output.
func TestSignalsEndTheProgram(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		if signal.Ignored(s) {
			continue // the tests run under nohup, and so does the program
		}
		c := waitingRun(t, "", "segment", "-o", "out.txt")
		begin := time.Now()
		require.NoError(t, c.Process.Signal(s))
		_ = c.Wait()
		assert.Equal(t, 1, c.ProcessState.ExitCode(), "%v", s)
		assert.Less(t, time.Since(begin), 2*grace, "%v", s)
		assert.NoFileExists(t, filepath.Join(c.Dir, "out.txt"))
	}
}

// The second Ctrl+C ends the program at once.
func TestTheSecondSignalEndsTheProgramAtOnce(t *testing.T) {
	c := waitingRun(t, "", "segment", "-o", "out.txt")
	require.NoError(t, c.Process.Signal(os.Interrupt))
	time.Sleep(grace / 4)
	begin := time.Now()
	require.NoError(t, c.Process.Signal(os.Interrupt))
	_ = c.Wait()
	assert.Less(t, time.Since(begin), grace/2)
	state := c.ProcessState.Sys().(syscall.WaitStatus)
	assert.True(t, state.Signaled() && state.Signal() == syscall.SIGINT, "%v", c.ProcessState)
}

// What nohup starts goes on when the terminal is closed.
func TestNohupIsRespected(t *testing.T) {
	c := waitingRun(t, `trap "" HUP;`, "segment", "-o", "out.txt")
	require.NoError(t, c.Process.Signal(syscall.SIGHUP))
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case <-ended:
		assert.Fail(t, "it ended")
	case <-time.After(grace + grace/2):
		require.NoError(t, c.Process.Kill())
		<-ended
	}
}
