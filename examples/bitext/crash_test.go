//go:build linux || darwin

package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	kills = flag.Int("kills", 3, "how often TestKills kills each command")
	disk  = flag.Bool("disk", false, "also fill a real disk; it needs root, and Linux")
)

// crashCommands are commands that write files, with the files that they write. Each runs in a
// folder that crashFolder makes.
var crashCommands = []struct {
	name    string
	args    []string
	written []string
}{
	{"align", []string{"align", "report.ar.txt", "report.en.txt", "-o", "out.tmx"}, []string{"out.tmx"}},
	{"add", []string{"add", "--tmx", "memory.tmx", "--lang", "fr", "report.fr.txt", "-o", "memory.tmx"},
		[]string{"memory.tmx"}},
	{"seed", []string{"seed", "texts", "-o", "out.tmx", "--left-out", "left.tsv"}, []string{"out.tmx", "left.tsv"}},
	{"train", []string{"lexicon", "train", "large.tmx", "-o", "out.lex"}, []string{"out.lex"}},
	{"segment", []string{"segment", "report.ar-en.txt", "-o", "out.txt", "--force"}, []string{"out.txt"}},
	{"dedup", []string{"memory", "dedup", "large.tmx", "-o", "large.tmx"}, []string{"large.tmx"}},
	{"append", []string{"align", "report.es.txt", "report.fr.txt", "--append", "memory.tmx"}, []string{"memory.tmx"}},
	{"filter", []string{"filter", "large.tmx", "--drop", "near", "--left-out", "left.tsv", "-o", "out.tmx"},
		[]string{"out.tmx", "left.tsv"}},
	{"export", []string{"memory", "export", "large.tmx", "-o", "out.csv", "--force"}, []string{"out.csv"}},
	{"for", []string{"memory", "dedup", "large.tmx", "--for", "trados", "-o", "out.tmx"}, []string{"out.tmx"}},
	{"merge", []string{"memory", "merge", "large.tmx", "memory.tmx", "-o", "memory.tmx"}, []string{"memory.tmx"}},
}

// crashFolder returns a folder with the report of the project, a memory of it, and one to learn
// from.
func crashFolder(t *testing.T) string {
	t.Helper()
	dir := workingCopy(t)
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	runIn(t, dir, 0, "align", "-q", "report.ar-en.txt", "-o", "memory.tmx")
	require.NoError(t, os.Mkdir(filepath.Join(dir, "texts"), 0o777))
	for _, l := range []string{"es", "fr"} {
		link := filepath.Join(dir, "texts", "r."+l+".txt")
		require.NoError(t, os.Symlink(filepath.Join("..", "report."+l+".txt"), link))
	}
	var b strings.Builder
	b.WriteString(`<tmx version="1.4"><header srclang="en" segtype="sentence"/><body>`)
	for i := range 3000 {
		fmt.Fprintf(&b, `<tu><tuv xml:lang="en"><seg>word%d is a thing of kind%d</seg></tuv>`+
			`<tuv xml:lang="eo"><seg>vorto%d estas afero de speco%d</seg></tuv></tu>`, i%50, i%7, i%50, i%7)
	}
	b.WriteString(`</body></tmx>`)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "large.tmx"), []byte(b.String()), 0o666))
	return dir
}

// snapshot returns the contents of the files in a folder and those below it.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // a process that is being killed may still remove a file
		}
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = string(body)
		return err
	}))
	return files
}

// leftover matches what a killed program may leave until the next run.
var leftover = regexp.MustCompile(
	`^\.(out|memory|left|large)\.[a-z]+\.bitext-([0-9a-f]{12}\.tmp|lock)$|^out\.tmx\.seeding/`)

// oldOrNew checks that each file is as before or as after a whole run, and that nothing else is
// there except what the next run removes.
func oldOrNew(t *testing.T, now, before, after map[string]string) {
	t.Helper()
	for name, body := range now {
		old, was := before[name]
		if was && body == old || body == after[name] && after[name] != "" {
			continue
		}
		require.Regexp(t, leftover, name, "it is neither old nor new")
	}
	for name := range before {
		require.Contains(t, now, name, "it is gone")
	}
}

// whole returns the files of a folder before and after a run of a command, and how long it takes.
func whole(t *testing.T, dir string, args []string) (before, after map[string]string, took time.Duration) {
	t.Helper()
	before = snapshot(t, dir)
	begin := time.Now()
	runIn(t, dir, 0, args...)
	took = time.Since(begin)
	return before, snapshot(t, dir), took
}

// restore puts the files that a command writes back to what they were.
func restore(t *testing.T, dir string, written []string, before map[string]string) {
	t.Helper()
	for _, name := range written {
		path := filepath.Join(dir, name)
		if body, ok := before[name]; ok {
			require.NoError(t, os.WriteFile(path, []byte(body), 0o666))
		} else {
			require.NoError(t, os.RemoveAll(path))
		}
	}
}

// TestFileSizeLimits lets files grow to one size after another, as on a full disk. The command
// fails and says so, the files are as before, and nothing is left.
func TestFileSizeLimits(t *testing.T) {
	for _, c := range crashCommands {
		t.Run(c.name, func(t *testing.T) {
			dir := crashFolder(t)
			before, after, _ := whole(t, dir, c.args)
			largest := 0
			for _, name := range c.written {
				largest = max(largest, len(after[name]))
			}
			failed := 0
			for blocks := 0; blocks*512 < largest; blocks += 1 + largest/512/4 {
				restore(t, dir, c.written, before)
				limited := fmt.Sprintf(`trap "" XFSZ; ulimit -f %d; exec bitext "$@"`, blocks)
				command := exec.Command("sh", append([]string{"-c", limited, "sh"}, c.args...)...)
				command.Dir = dir
				out, err := command.CombinedOutput()
				if assert.Errorf(t, err, "with %d blocks", blocks) {
					failed++
				}
				assert.Contains(t, string(out), "file too large")
				oldOrNew(t, snapshot(t, dir), before, before)
			}
			restore(t, dir, c.written, before)
			runIn(t, dir, 0, c.args...)
			require.Equal(t, after, snapshot(t, dir))
			t.Logf("%s: %d limits below %d bytes", c.name, failed, largest)
		})
	}
}

// TestFullDisk fills a disk of one size after another.
func TestFullDisk(t *testing.T) {
	if !*disk {
		return // the form that needs no root is TestFileSizeLimits
	}
	for _, c := range crashCommands {
		t.Run(c.name, func(t *testing.T) {
			from := crashFolder(t)
			before, after, _ := whole(t, from, c.args)
			restore(t, from, c.written, before)
			free, failed := 8, 0 // kB that the command writes
			for _, name := range c.written {
				free += 8 + len(after[name])/1024
			}
			for size := range 20 {
				dir := t.TempDir()
				require.NoError(t, exec.Command("mount", "-t", "tmpfs", "tmpfs", dir).Run(), "it needs root")
				func() {
					defer exec.Command("umount", dir).Run()
					require.NoError(t, exec.Command("cp", "-a", from+"/.", dir).Run())
					var s syscall.Statfs_t
					require.NoError(t, syscall.Statfs(dir, &s))
					room := (s.Blocks-s.Bfree)*uint64(s.Bsize) + uint64(size*free/20)<<10
					require.NoError(t, exec.Command("mount", "-o", fmt.Sprintf("remount,size=%d", room), dir).Run())
					command := exec.Command("bitext", c.args...)
					command.Dir = dir
					out, err := command.CombinedOutput()
					if err == nil {
						return
					}
					failed++
					assert.Contains(t, string(out), "no space left on device")
					oldOrNew(t, snapshot(t, dir), before, before)
				}()
			}
			t.Logf("%s: %d of 20 disks were full", c.name, failed)
		})
	}
}

// TestReadOnlyFolders runs the commands in folders that they cannot write to, as a user who is not
// root.
func TestReadOnlyFolders(t *testing.T) {
	for _, c := range crashCommands {
		t.Run(c.name, func(t *testing.T) {
			dir := crashFolder(t)
			before := snapshot(t, dir)
			require.NoError(t, os.Chmod(dir, 0o555))
			defer os.Chmod(dir, 0o777)
			program, err := exec.LookPath("bitext")
			require.NoError(t, err)
			command := exec.Command(program, c.args...)
			command.Dir = dir
			if os.Getuid() == 0 {
				makeReadable(t, dir, program)
				command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			}
			out, err := command.CombinedOutput()
			require.Errorf(t, err, "%s", out)
			assert.Equal(t, 1, command.ProcessState.ExitCode())
			assert.Regexp(t, `no file can be created in|permission denied`, string(out))
			assert.Equal(t, before, snapshot(t, dir))
		})
	}
}

// makeReadable lets every user run the program and read the folder: those of tests are private.
func makeReadable(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		for path = filepath.Dir(path); path != "/" && path != "."; path = filepath.Dir(path) {
			info, err := os.Stat(path)
			require.NoError(t, err)
			if info.Mode().Perm()&0o005 != 0o005 {
				require.NoError(t, os.Chmod(path, info.Mode().Perm()|0o055))
			}
		}
	}
}

// A reader that ends early ends the program, and harms nothing.
func TestClosedPipes(t *testing.T) {
	dir := crashFolder(t)
	before := snapshot(t, dir)
	for _, args := range []string{
		"align -q report.ar-en.txt", "align -q --format html report.ar-en.txt",
		"add -q --tmx memory.tmx --lang fr report.fr.txt", "segment report.ar-en.txt", "check report.ar-en.txt", "licenses",
		"lexicon show --pairs --langs en,fr wide", "seed texts --list",
	} {
		command := exec.Command("sh", "-c", "(bitext "+args+"; echo status $? >&2) | true")
		command.Dir = dir
		out, err := command.CombinedOutput()
		require.NoErrorf(t, err, "%s", out)
		assert.NotContains(t, string(out), "panic", args)
		assert.Equal(t, before, snapshot(t, dir), args)
	}
}
