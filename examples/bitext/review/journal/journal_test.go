package journal_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/review/journal"
)

// writer is the environment variable that makes this test program write a journal until it is
// killed.
const writer = "BITEXT_TEST_JOURNAL"

func TestMain(m *testing.M) {
	path := os.Getenv(writer)
	if path == "" {
		os.Exit(m.Run())
	}
	j, err := journal.Create(path, []byte("0"))
	for i := 1; err == nil; i++ {
		// What is printed was acknowledged.
		fmt.Println(i - 1)
		err = j.Append([]byte(strconv.Itoa(i) + strings.Repeat(".", i%5000)))
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// records opens a journal and returns its records.
func records(t *testing.T, path string) (*journal.File, []string) {
	t.Helper()
	var out []string
	j, err := journal.Open(path, func(_ int, b []byte) error { out = append(out, string(b)); return nil })
	require.NoError(t, err)
	t.Cleanup(func() { j.Close() })
	return j, out
}

// made returns a closed journal with the given records.
func made(t *testing.T, all ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "j")
	j, err := journal.Create(path, []byte(all[0]))
	require.NoError(t, err)
	for _, r := range all[1:] {
		require.NoError(t, j.Append([]byte(r)))
	}
	require.NoError(t, j.Close())
	return path
}

func TestWhatWasAppendedIsThere(t *testing.T) {
	path := made(t, "a", "", "بعد ذلك")
	j, got := records(t, path)
	assert.Equal(t, []string{"a", "", "بعد ذلك"}, got)
	require.NoError(t, j.Append([]byte("d")))
	require.NoError(t, j.Close())
	_, got = records(t, path)
	assert.Equal(t, []string{"a", "", "بعد ذلك", "d"}, got)
	assert.Error(t, j.Append([]byte("line\nbreak")), "a record is a line")
}

func TestCreateTakesNoFileAway(t *testing.T) {
	path := made(t, "a")
	_, err := journal.Create(path, []byte("b"))
	assert.ErrorIs(t, err, os.ErrExist)
	_, got := records(t, path)
	assert.Equal(t, []string{"a"}, got)
	files, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	assert.Len(t, files, 1, "nothing else is left behind")
}

// Wherever the file is cut off, each record before the cut is kept, the rest is removed, and the
// journal accepts more.
func TestTornLastLine(t *testing.T) {
	whole, err := os.ReadFile(made(t, "first", "second", "third"))
	require.NoError(t, err)
	line := bytes.IndexByte(whole, '\n') + 1
	for size := line; size < len(whole); size++ {
		path := filepath.Join(t.TempDir(), "j")
		require.NoError(t, os.WriteFile(path, whole[:size], 0o600))
		j, got := records(t, path)
		n := bytes.Count(whole[:size], []byte("\n"))
		require.Equal(t, []string{"first", "second", "third"}[:n], got)
		require.Equal(t, size-bytes.LastIndexByte(whole[:size], '\n')-1, j.Torn())
		require.NoError(t, j.Append([]byte("more")))
		require.NoError(t, j.Close())
		j, got = records(t, path)
		require.Equal(t, "more", got[len(got)-1])
		require.Zero(t, j.Torn())
		j.Close()
	}
}

// A last line of the right length but without its content, as a power failure leaves it, was not
// acknowledged either.
func TestLastLineOfZeros(t *testing.T) {
	path := made(t, "first", "second")
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	copy(b[len(b)-8:], make([]byte, 4))
	require.NoError(t, os.WriteFile(path, b, 0o600))
	j, got := records(t, path)
	assert.Equal(t, []string{"first"}, got)
	assert.NotZero(t, j.Torn())
}

// Damage before the last line is different: nothing is removed, and the error names the line.
func TestDamageIsNamed(t *testing.T) {
	path := made(t, "first", "second", "third")
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	bad := bytes.Replace(b, []byte("second"), []byte("secund"), 1)
	require.NoError(t, os.WriteFile(path, bad, 0o600))
	_, err = journal.Open(path, func(int, []byte) error { return nil })
	var damage *journal.DamageError
	require.ErrorAs(t, err, &damage)
	assert.Equal(t, 2, damage.Line)
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, bad, after)
}

func TestOneProcessAtATime(t *testing.T) {
	path := made(t, "a")
	j, _ := records(t, path)
	_, err := journal.Open(path, func(int, []byte) error { return nil })
	assert.ErrorIs(t, err, journal.ErrInUse)
	assert.NoError(t, journal.Read(path, func(int, []byte) error { return nil }), "looking is no writing")
	// Where locks are unknown, a writer sees that there was another.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	require.NoError(t, err)
	f.WriteString("x")
	f.Close()
	assert.Error(t, j.Append([]byte("b")))
}

// A process that is killed in the middle of writing, again and again, loses nothing that it
// acknowledged.
func TestKill(t *testing.T) {
	for round := range 12 {
		path := filepath.Join(t.TempDir(), "j")
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), writer+"="+path)
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		var said bytes.Buffer
		b := make([]byte, 64)
		for said.Len() < 40*round+2 {
			n, err := out.Read(b)
			require.NoError(t, err)
			said.Write(b[:n])
		}
		require.NoError(t, c.Process.Kill())
		said.ReadFrom(out)
		c.Wait()
		lines := strings.Split(said.String(), "\n")
		last, err := strconv.Atoi(lines[len(lines)-2])
		require.NoError(t, err)
		_, got := records(t, path)
		require.Greater(t, len(got), last)
		for i, r := range got {
			require.Equal(t, strconv.Itoa(i)+strings.Repeat(".", i%5000), r)
		}
	}
}

func FuzzOpen(f *testing.F) {
	path := filepath.Join(f.TempDir(), "j")
	j, err := journal.Create(path, []byte("first"))
	if err == nil {
		err = errors.Join(j.Append([]byte("second")), j.Close())
	}
	if err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)-3])
	f.Add([]byte("00000000 \n"))
	f.Add([]byte("\n\n\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "j")
		require.NoError(t, os.WriteFile(path, b, 0o600))
		var got []string
		j, err := journal.Open(path, func(_ int, r []byte) error { got = append(got, string(r)); return nil })
		if err != nil {
			var damage *journal.DamageError
			require.True(t, errors.As(err, &damage), err)
			return
		}
		// What it took for whole is, and stays so when more comes.
		require.NoError(t, j.Append([]byte("more")))
		require.NoError(t, j.Close())
		_, again := records(t, path)
		require.Equal(t, append(got, "more"), again)
	})
}
