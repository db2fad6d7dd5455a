package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/tmx"
)

// A run is a run of the program.
type run struct {
	*exec.Cmd
	stderr bytes.Buffer
}

// atOnce starts the program several times at once in one folder, and waits for all runs.
func atOnce(t *testing.T, dir string, all ...[]string) []*run {
	t.Helper()
	var runs []*run
	for _, args := range all {
		r := &run{Cmd: exec.Command("bitext", args...)}
		r.Dir = dir
		r.Stderr = &r.stderr
		require.NoError(t, r.Start())
		runs = append(runs, r)
	}
	for _, r := range runs {
		_ = r.Wait()
	}
	return runs
}

// Two and eight adds on one memory at once: none loses what another one has added, and nothing is
// left beside the memory.
func TestAddsAtOnceLoseNothing(t *testing.T) {
	for _, langs := range [][]string{{"fr", "es"}, {"fr", "es", "ru", "zh", "fr", "es", "ru", "zh"}} {
		t.Run(fmt.Sprint(len(langs)), func(t *testing.T) {
			dir := workingCopy(t)
			t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
			memory := filepath.Join(dir, "memory.tmx")
			first := atOnce(t, dir, []string{"align", "-q", "report.ar-en.txt", "-o", "memory.tmx"})
			require.True(t, first[0].ProcessState.Success())
			before := filesIn(t, dir)
			var all [][]string
			for _, l := range langs {
				all = append(all, []string{"add", "-q", "--tmx", "memory.tmx", "--lang", l, "report." + l + ".txt",
					"-o", "memory.tmx"})
			}
			for _, r := range atOnce(t, dir, all...) {
				assert.Truef(t, r.ProcessState.Success(), "%v\n%s", r.Args, &r.stderr)
			}
			assert.Equal(t, before, filesIn(t, dir))
			variants := map[string]int{}
			f, err := os.Open(memory)
			require.NoError(t, err)
			defer f.Close()
			units := 0
			for u, err := range tmx.Units(f) {
				require.NoError(t, err)
				units++
				for _, v := range u.Variants {
					variants[v.Lang.String()]++
				}
			}
			for _, l := range langs {
				assert.Greaterf(t, variants[l], units/2, "variants in %s of %d units", l, units)
			}
		})
	}
}

// filesIn returns the names of the files in a folder.
func filesIn(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// An add that waits for another one says so, and then adds to what the other one has written.
func TestAnAddWaits(t *testing.T) {
	dir := workingCopy(t)
	memory := filepath.Join(dir, "memory.tmx")
	first := atOnce(t, dir, []string{"align", "-q", "report.ar-en.txt", "-o", "memory.tmx"})
	require.True(t, first[0].ProcessState.Success())
	var log bytes.Buffer
	held, err := openMemoryFile(t.Context(), memory, memory, &log)
	require.NoError(t, err)
	assert.Empty(t, log.String())
	add := exec.Command("bitext", "add", "--tmx", "memory.tmx", "--lang", "fr", "report.fr.txt", "-o", "memory.tmx")
	add.Dir = dir
	said, err := add.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, add.Start())
	line := make([]byte, 100)
	n, err := said.Read(line)
	require.NoError(t, err)
	assert.Equal(t, "memory.tmx: waiting for another bitext that is changing it\n", string(line[:n]))
	held.close()
	go func() { _, _ = new(bytes.Buffer).ReadFrom(said) }()
	require.NoError(t, add.Wait())
	body, err := os.ReadFile(memory)
	require.NoError(t, err)
	assert.Contains(t, string(body), `xml:lang="fr"`)
}

// A memory that another program has replaced, changed or removed is not overwritten.
func TestAMemoryThatWasChangedIsNotOverwritten(t *testing.T) {
	for what, change := range map[string]func(path string) error{
		"replaced": func(path string) error {
			require.NoError(t, os.WriteFile(path+".new", []byte("memory"), 0o666))
			return os.Rename(path+".new", path)
		},
		"longer":  func(path string) error { return os.WriteFile(path, []byte("a longer memory"), 0o666) },
		"removed": os.Remove,
	} {
		path := filepath.Join(t.TempDir(), "memory.tmx")
		require.NoError(t, os.WriteFile(path, []byte("memory"), 0o666))
		m, err := openMemoryFile(t.Context(), path, path, nil)
		require.NoError(t, err)
		require.NoError(t, change(path))
		assert.ErrorContains(t, m.ready(), path, what)
		m.close()
		assert.NoFileExists(t, filepath.Join(filepath.Dir(path), ".memory.tmx.bitext-lock"))
	}
}

// Two and eight seedings of one output at once: those that do not wait are refused for the right
// reason, and the memory is that of one alone.
func TestSeedingsAtOnce(t *testing.T) {
	dir := workingCopy(t)
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	require.NoError(t, os.Mkdir(filepath.Join(dir, "texts"), 0o777))
	for _, l := range []string{"es", "fr"} {
		require.NoError(t,
			os.Rename(filepath.Join(dir, "report."+l+".txt"), filepath.Join(dir, "texts", "r."+l+".txt")))
	}
	seed := []string{"seed", "-q", "texts", "-o", "out.tmx"}
	alone := atOnce(t, dir, seed)
	require.Truef(t, alone[0].ProcessState.Success(), "%s", &alone[0].stderr)
	before := filesIn(t, dir)
	want, err := os.ReadFile(filepath.Join(dir, "out.tmx"))
	require.NoError(t, err)
	for _, n := range []int{2, 8} {
		var all [][]string
		for range n {
			all = append(all, seed)
		}
		succeeded := 0
		for _, r := range atOnce(t, dir, all...) {
			if r.ProcessState.Success() {
				succeeded++
				continue
			}
			assert.Equal(t, "bitext: out.tmx: another bitext is writing it; wait until it ends, "+
				"and give the same command again\n", r.stderr.String())
		}
		assert.NotZero(t, succeeded)
		got, err := os.ReadFile(filepath.Join(dir, "out.tmx"))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got))
		assert.Equal(t, before, filesIn(t, dir))
	}
}

// The same command writes the same bytes, whatever the number of processors and workers, the time
// zone, the locale and the folder that it is given in.
func TestTheSameBytesEverywhere(t *testing.T) {
	dir := workingCopy(t)
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	require.NoError(t, os.Mkdir(filepath.Join(dir, "texts"), 0o777))
	for _, l := range []string{"es", "fr", "ru"} {
		body, err := os.ReadFile(filepath.Join(dir, "report."+l+".txt"))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "texts", "r."+l+".txt"), body, 0o666))
	}
	for _, c := range []string{
		"align report.ar-en.txt -o OUT", "align report.es.txt report.fr.txt report.ru.txt -o OUT",
		"align --format jsonl report.ar-en.txt -o OUT", "segment report.ar-en.txt -o OUT", "check -q report.ar-en.txt -o OUT",
		"seed texts -o OUT", "seed texts -o OUT --workers 3", "seed texts -o OUT --workers 1",
	} {
		var want []byte
		for i, env := range [][]string{
			{"GOMAXPROCS=1", "TZ=UTC", "LANG=C"},
			{"GOMAXPROCS=2", "TZ=Asia/Kathmandu", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"},
			{"GOMAXPROCS=4", "TZ=America/St_Johns", "LANG=ar_EG.UTF-8"},
			{"GOMAXPROCS=2", "TZ=UTC", "LANG=C", "elsewhere"},
		} {
			out := filepath.Join(t.TempDir(), "out.tmx")
			args := strings.Fields(strings.ReplaceAll(c, "OUT", out))
			command := exec.Command("bitext", args...)
			command.Dir = dir
			if env[len(env)-1] == "elsewhere" {
				env = env[:len(env)-1]
				command.Dir = t.TempDir()
				for k, a := range args {
					if _, err := os.Stat(filepath.Join(dir, a)); err == nil && k > 0 {
						command.Args[k+1] = filepath.Join(dir, a)
					}
				}
			}
			command.Env = append(os.Environ(), env...)
			said, err := command.CombinedOutput()
			if command.ProcessState.ExitCode() != 3 { // what check ends with
				require.NoErrorf(t, err, "%v\n%s", command, said)
			}
			got, err := os.ReadFile(out)
			require.NoError(t, err)
			if strings.HasPrefix(c, "check") {
				got = bytes.ReplaceAll(got, []byte(dir+string(filepath.Separator)), nil)
			}
			if i == 0 {
				want = got
			}
			assert.Equalf(t, string(want), string(got), "%s with %v", c, env)
		}
		if strings.HasPrefix(c, "seed texts -o OUT --workers") {
			continue
		}
		assert.NotEmpty(t, want)
	}
}
