//go:build linux || darwin

package review_test

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/review"
)

var disk = flag.Bool("disk", false, "also fill a real disk; it needs root, and Linux")

// A server is this program, serving the review of a directory in a process of its own.
type server struct {
	*exec.Cmd
	address string // "" if it does not serve
	stderr  bytes.Buffer
}

// serveIn starts a server and waits until it serves or ends. script is a shell command that begins
// it, as in "ulimit -f 8; exec".
func serveIn(t *testing.T, dir, script string) *server {
	t.Helper()
	return started(t, dir, script)()
}

// started starts a server and returns what waits for it.
func started(t *testing.T, dir, script string) (wait func() *server) {
	t.Helper()
	s := &server{Cmd: exec.Command("sh", "-c", script+` "$0"`, os.Args[0])}
	s.Env = append(os.Environ(), served+"="+dir)
	s.Stderr = &s.stderr
	out, err := s.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, s.Start())
	return func() *server {
		line := make([]byte, 200)
		n, _ := out.Read(line)
		if s.address = strings.TrimSpace(string(line[:n])); s.address == "" {
			s.Wait()
		}
		return s
	}
}

func (s *server) stop() {
	s.Process.Kill()
	s.Wait()
}

// actUntilRefused acts until the server refuses, and returns how many actions it acknowledged and
// why it refused.
func (s *server) actUntilRefused(r *rand.Rand, version, most int) (acknowledged int, err error) {
	for range most {
		out, err := post(s.address+"act", actionFor(version, r))
		if err != nil {
			return version, err
		}
		version = out.Version
	}
	return version, nil
}

// resumed checks that a review has the actions that were acknowledged, takes one more, and leaves
// nothing beside its journal.
func resumed(t *testing.T, dir string, acknowledged int) {
	t.Helper()
	r, err := review.Open(optionsIn(dir))
	require.NoError(t, err)
	assert.Equal(t, acknowledged, r.Actions())
	act(t, r, review.Action{Do: "note", Row: 1, Text: "one more"})
	require.NoError(t, r.Close())
	files, err := filepath.Glob(filepath.Join(dir, ".*"))
	require.NoError(t, err)
	assert.Empty(t, files, "nothing is left over")
}

// A journal that may not grow, at one size after another, loses nothing that was acknowledged; what
// did not fit is refused.
func TestFileSizeLimits(t *testing.T) {
	refused := 0
	for blocks := 2; blocks < 82; blocks += 4 {
		dir := t.TempDir()
		writeDocuments(t, dir)
		s := serveIn(t, dir, fmt.Sprintf(`trap "" XFSZ; ulimit -f %d; exec`, blocks))
		if s.address == "" {
			assert.Contains(t, s.stderr.String(), "file too large")
			_, err := os.Stat(optionsIn(dir).Journal)
			assert.ErrorIs(t, err, os.ErrNotExist)
			continue
		}
		n, err := s.actUntilRefused(rand.New(rand.NewSource(int64(blocks))), 0, 60)
		if err != nil {
			assert.ErrorContains(t, err, "file too large")
			refused++
		}
		s.stop()
		resumed(t, dir, n)
	}
	assert.Greater(t, refused, 10)
	t.Logf("review: %d of 20 limits were reached", refused)
}

// The same on full disks.
func TestFullDisk(t *testing.T) {
	if !*disk {
		return // TestFileSizeLimits is the form that needs no root
	}
	full := 0
	for size := range 20 {
		dir := t.TempDir()
		mount := func(args ...string) {
			out, err := exec.Command("mount", args...).CombinedOutput()
			require.NoErrorf(t, err, "it needs root: %s", out)
		}
		mount("-t", "tmpfs", "tmpfs", dir)
		func() {
			defer exec.Command("umount", dir).Run()
			writeDocuments(t, dir)
			mount("-o", fmt.Sprintf("remount,size=%dk", 8+4*size), dir)
			s := serveIn(t, dir, "exec")
			if s.address == "" {
				assert.Contains(t, s.stderr.String(), "no space left on device")
				full++
				mount("-o", "remount,size=1m", dir)
				resumed(t, dir, 0)
				return
			}
			n, err := s.actUntilRefused(rand.New(rand.NewSource(int64(size))), 0, 60)
			if err != nil {
				assert.ErrorContains(t, err, "no space left on device")
				full++
			}
			s.stop()
			mount("-o", "remount,size=1m", dir)
			resumed(t, dir, n)
		}()
	}
	assert.Greater(t, full, 10)
	t.Logf("review: %d of 20 disks were full", full)
}

// A review in a folder that cannot be written to ends at once and says why.
func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	writeDocuments(t, dir)
	require.NoError(t, os.Chmod(dir, 0o555))
	defer os.Chmod(dir, 0o777)
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), served+"="+dir)
	if os.Getuid() == 0 {
		for _, path := range []string{dir, os.Args[0]} {
			for path = filepath.Dir(path); path != "/"; path = filepath.Dir(path) {
				info, err := os.Stat(path)
				require.NoError(t, err)
				require.NoError(t, os.Chmod(path, info.Mode().Perm()|0o055))
			}
		}
		for _, o := range optionsIn(dir).Documents {
			require.NoError(t, os.Chmod(o, 0o644))
		}
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	out, err := command.CombinedOutput()
	require.Error(t, err)
	assert.Contains(t, string(out), "no permission to write the review there")
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, files, 2)
}

// Of two and of eight servers of one review, one serves. The others end and name the journal.
func TestServersAtOnce(t *testing.T) {
	for _, n := range []int{2, 8} {
		dir := t.TempDir()
		writeDocuments(t, dir)
		var all []func() *server
		for range n {
			all = append(all, started(t, dir, "exec"))
		}
		var serving []*server
		for _, wait := range all {
			s := wait()
			if s.address != "" {
				serving = append(serving, s)
				continue
			}
			assert.Contains(t, s.stderr.String(), "rain.en.txt.review")
		}
		require.Len(t, serving, 1)
		acknowledged, err := serving[0].actUntilRefused(rand.New(rand.NewSource(1)), 0, 20)
		require.NoError(t, err)
		serving[0].stop()
		resumed(t, dir, acknowledged)
	}
}
