//go:build linux || darwin

package seedfile_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/examples/bitext/seedfile"
)

// The variables that make the test program do the work of a seeding and nothing else, so that it
// can be killed.
const (
	seedFrom  = "BITEXT_TEST_SEED_FROM"
	seedTo    = "BITEXT_TEST_SEED_TO"
	seedLimit = "BITEXT_TEST_SEED_LIMIT" // bytes of a file
)

func TestMain(m *testing.M) {
	if from := os.Getenv(seedFrom); from != "" {
		if err := seedOnly(from, os.Getenv(seedTo), os.Getenv(seedLimit)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// seedOnly returns a seeding with files of limited size, as on a disk that is full.
func seedOnly(from, to, limit string) error {
	if limit != "" {
		n, err := strconv.ParseUint(limit, 10, 64)
		if err != nil {
			return err
		}
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
			return err
		}
	}
	c, err := seed.Find(from, nil)
	if err != nil {
		return err
	}
	s := &seedfile.Output{
		Seeding: &seed.Seeding{Collection: c, Read: read, Workers: 2, Filter: strict, Memory: 20_000},
		Path:    to,
		Rejects: to + ".tsv",
	}
	_, err = s.Run(context.Background())
	return err
}

func command(t *testing.T, from, to string, env ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	require.NoError(t, err)
	c := exec.Command(program)
	c.Env = append(os.Environ(), seedFrom+"="+from, seedTo+"="+to)
	c.Env = append(c.Env, env...)
	return c
}

// inPlace says that of the files of a seeding each is either as old or as whole. The bytes of a
// file that was never there are nil.
func inPlace(t *testing.T, to string, old, whole map[string][]byte) {
	t.Helper()
	for name := range whole {
		body, err := os.ReadFile(filepath.Join(to, name))
		if errors.Is(err, fs.ErrNotExist) {
			require.Nil(t, old[name], "%s is gone", name)
			continue
		}
		require.NoError(t, err)
		if string(body) != string(old[name]) {
			require.Equal(t, string(whole[name]), string(body), name)
		}
	}
	entries, err := os.ReadDir(to)
	require.NoError(t, err)
	for _, e := range entries {
		_, known := whole[e.Name()]
		// The next run removes what a killed one has left.
		known = known || e.Name() == "memory.tmx.seeding" || e.Name() == ".memory.tmx.bitext-lock"
		assert.True(t, known, "%s was left behind", e.Name())
	}
}

// reference returns the files that a seeding makes which was never stopped, and how long that
// takes.
func reference(t *testing.T, from string) (map[string][]byte, time.Duration) {
	t.Helper()
	to := t.TempDir()
	begin := time.Now()
	out, err := command(t, from, filepath.Join(to, "memory.tmx")).CombinedOutput()
	require.NoErrorf(t, err, "%s", out)
	took := time.Since(begin)
	whole := map[string][]byte{}
	for _, name := range []string{"memory.tmx", "memory.tmx.tsv"} {
		whole[name], err = os.ReadFile(filepath.Join(to, name))
		require.NoError(t, err)
	}
	require.NoDirExists(t, filepath.Join(to, "memory.tmx.seeding"))
	return whole, took
}

// TestKilledAtAnyMoment kills a seeding at ten moments from all over its run, and then one again
// and again.
func TestKilledAtAnyMoment(t *testing.T) {
	from := archive(t, 30)
	whole, took := reference(t, from)
	chance := rand.New(rand.NewSource(7))
	killed := 0
	kill := func(to string, after time.Duration) (ended bool) {
		c := command(t, from, filepath.Join(to, "memory.tmx"))
		require.NoError(t, c.Start())
		timer := time.AfterFunc(after, func() { c.Process.Signal(syscall.SIGKILL) })
		defer timer.Stop()
		err := c.Wait()
		if err == nil {
			return true
		}
		state := c.ProcessState.Sys().(syscall.WaitStatus)
		require.True(t, state.Signaled() && state.Signal() == syscall.SIGKILL, "%v", err)
		killed++
		return false
	}
	for i := range 10 {
		to, old := t.TempDir(), map[string][]byte{}
		if i%2 == 1 {
			old["memory.tmx"] = []byte("an older memory")
			put(t, to, map[string]string{"memory.tmx": "an older memory"})
		}
		after := time.Duration((float64(i) + chance.Float64()) / 10 * float64(took))
		kill(to, after)
		inPlace(t, to, old, whole)
		out, err := command(t, from, filepath.Join(to, "memory.tmx")).CombinedOutput()
		require.NoErrorf(t, err, "%s", out)
		for name, body := range whole {
			require.Equalf(t, string(body), contents(t, filepath.Join(to, name)), "%s, killed after %v", name, after)
		}
		left, err := os.ReadDir(to)
		require.NoError(t, err)
		require.Len(t, left, len(whole), "the next run leaves nothing but its output")
	}
	to := t.TempDir()
	for rounds := 0; !kill(to, took/4+time.Duration(chance.Float64()*float64(took/4))); rounds++ {
		inPlace(t, to, nil, whole)
		require.Less(t, rounds, 100, "it makes no progress")
	}
	inPlace(t, to, nil, whole)
	t.Logf("killed %d times; a run takes %v", killed, took)
	require.GreaterOrEqual(t, killed, 5, "the kills came too late")
}

// TestFullDisk lets files grow to one size after another. Wherever the disk is full, that is said,
// the old memory stays, and with room the work goes on to the same end.
func TestFullDisk(t *testing.T) {
	from := archive(t, 18)
	whole, _ := reference(t, from)
	to := t.TempDir()
	old := map[string][]byte{"memory.tmx": []byte("an older memory")}
	put(t, to, map[string]string{"memory.tmx": "an older memory"})
	largest := len(whole["memory.tmx"])
	failed := 0
	for limit := 0; ; limit += 1 + largest/12 {
		out, err := command(t, from, filepath.Join(to, "memory.tmx"),
			seedLimit+"="+strconv.Itoa(limit)).CombinedOutput()
		if err == nil {
			break
		}
		failed++
		assert.Contains(t, string(out), "file too large", "limit %d", limit)
		assert.Contains(t, string(out), "no memory was written, and an older one is unchanged", "limit %d", limit)
		inPlace(t, to, old, map[string][]byte{"memory.tmx": old["memory.tmx"], "memory.tmx.tsv": nil})
	}
	assert.GreaterOrEqual(t, failed, 10)
	for name, body := range whole {
		assert.Equal(t, string(body), contents(t, filepath.Join(to, name)), name)
	}
}
