//go:build linux || darwin

package main

import (
	"math/rand"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// whileWriting waits until a command that runs in a folder has begun to write there, has ended, or
// has run for the given time, and returns how long that took.
func whileWriting(dir string, command *exec.Cmd, most time.Duration) time.Duration {
	begin := time.Now()
	for time.Since(begin) < most {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".tmp") && leftover.MatchString(e.Name()) {
				return time.Since(begin)
			}
		}
		if command.Process.Signal(syscall.Signal(0)) != nil {
			break
		}
		time.Sleep(100 * time.Microsecond)
	}
	return time.Since(begin)
}

// TestKills kills each command at random moments, and every other time while it writes, which is a
// short part of a run. After each kill every file is old or new, and the next run makes the same
// files as one that was never killed, and removes what was left.
func TestKills(t *testing.T) {
	for _, c := range crashCommands {
		t.Run(c.name, func(t *testing.T) {
			dir := crashFolder(t)
			before, after, took := whole(t, dir, c.args)
			restore(t, dir, c.written, before)
			_, _, again := whole(t, dir, c.args)
			took = min(took, again) // the first run reads the program and its lists from the disk
			chance := rand.New(rand.NewSource(1))
			runs, killed, left := 0, 0, 0
			for ; killed < *kills && runs < 4**kills; runs++ {
				restore(t, dir, c.written, before)
				command := exec.Command("bitext", c.args...)
				command.Dir = dir
				require.NoError(t, command.Start())
				moment := time.Duration(float64(took) * (1 - chance.Float64()*chance.Float64()))
				if runs%2 == 1 {
					moment = whileWriting(dir, command, 2*took)
					time.Sleep(time.Duration(chance.Int63n(int64(500 * time.Microsecond))))
				} else {
					time.Sleep(moment)
				}
				command.Process.Signal(syscall.SIGKILL)
				_ = command.Wait()
				if command.ProcessState.ExitCode() < 0 {
					killed++
				}
				now := snapshot(t, dir)
				oldOrNew(t, now, before, after)
				for name := range now {
					if leftover.MatchString(name) {
						left++
						break
					}
				}
				runIn(t, dir, 0, c.args...)
				require.Equal(t, after, snapshot(t, dir), "the run after kill %d, at %v", runs+1, moment)
			}
			t.Logf("%s: %d runs killed, %d had ended; %d left files until the next run; a run takes %v",
				c.name, killed, runs-killed, left, took)
			if *kills >= 100 {
				assert.GreaterOrEqual(t, left, 10, "few kills hit while files were written")
			}
		})
	}
}
