// Mutate puts deliberate faults into the library, one at a time, and runs the tests of the package
// that has each, without shared data. A fault that no test notices shows what is not tested.
//
//	go run ./scripts/mutate              # all, on a copy of the module; half an hour
//	go run ./scripts/mutate align/tmx dp # those whose path contains one of these
//
// The faults are in faults.txt: the path of a file, a line that begins with "-" and the text that
// is in it exactly once, and a line that begins with "+" and the text that takes its place. A fault
// whose text is no longer there is reported, and must be written again. The status is 1 if fewer
// than 55 in 60 of the faults are caught, or if a fault no longer applies.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

//go:embed faults.txt
var list string

// wanted is the share of the faults that tests must notice.
const wanted = 55. / 60

// A fault is one change of one line.
type fault struct{ file, old, now string }

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(only []string) error {
	faults, err := parse(list)
	if err != nil {
		return err
	}
	faults = slices.DeleteFunc(faults, func(f fault) bool {
		return len(only) > 0 && !slices.ContainsFunc(only, func(s string) bool { return strings.Contains(f.file, s) })
	})
	dir, err := os.MkdirTemp("", "bitext-mutate-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	dir = filepath.Join(dir, "module")
	if err := copyModule(dir); err != nil {
		return err
	}
	caught, stale := 0, 0
	sound := map[string]error{} // by package: whether its tests pass without a fault
	for n, f := range faults {
		pkg := filepath.Dir(f.file)
		if _, known := sound[pkg]; !known {
			sound[pkg] = test(dir, pkg)
		}
		if sound[pkg] != nil {
			return fmt.Errorf("%s: its tests fail without a fault: %w", pkg, sound[pkg])
		}
		begin := time.Now()
		what, err := try(dir, f)
		if err != nil {
			return err
		}
		switch what {
		case "caught":
			caught++
		case "STALE":
			stale++
		}
		fmt.Printf("%2d/%d %-8s %4.0fs %s: %s -> %s\n", n+1, len(faults), what, time.Since(begin).Seconds(), f.file,
			strings.TrimSpace(f.old), strings.TrimSpace(f.now))
	}
	fmt.Printf("%d of %d faults are caught; %d no longer apply\n", caught, len(faults), stale)
	switch {
	case stale > 0:
		return errors.New("some faults no longer apply; write them again for the lines of today")
	case float64(caught) < wanted*float64(len(faults)):
		return errors.New("too few faults are caught; write tests for those that are not")
	}
	return nil
}

// parse returns the faults of a list.
func parse(list string) (out []fault, err error) {
	var f fault
	for n, line := range strings.Split(list, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "-"):
			f.old = line[1:]
		case strings.HasPrefix(line, "+"):
			f.now = line[1:]
			if f.file == "" || f.old == "" {
				return nil, fmt.Errorf("faults.txt:%d: a + without a file and a - before it", n+1)
			}
			out = append(out, f)
			f.old = ""
		default:
			f.file = line
		}
	}
	return out, nil
}

// copyModule copies the files of the module that git knows or will know.
func copyModule(to string) error {
	root, err := exec.Command("git", "rev-parse", "--show-toplevel").Output()
	if err != nil {
		return fmt.Errorf("this is no git repository: %w", err)
	}
	from := strings.TrimSpace(string(root))
	git := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	git.Dir = from
	names, err := git.Output()
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		if strings.HasPrefix(name, "examples/") {
			continue
		}
		body, err := os.ReadFile(filepath.Join(from, name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), body, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// try puts a fault into its file, runs the tests, and takes it out again.
func try(dir string, f fault) (what string, err error) {
	path := filepath.Join(dir, f.file)
	body, err := os.ReadFile(path)
	if err != nil {
		return "STALE", nil
	}
	if bytes.Count(body, []byte(f.old)) != 1 {
		return "STALE", nil
	}
	if err := os.WriteFile(path, bytes.Replace(body, []byte(f.old), []byte(f.now), 1), 0o644); err != nil {
		return "", err
	}
	what = "caught"
	switch err := test(dir, filepath.Dir(f.file)); {
	case err == nil:
		what = "SURVIVED"
	case strings.Contains(err.Error(), "[build failed]"):
		what = "STALE"
	}
	return what, os.WriteFile(path, body, 0o644)
}

// test runs the tests of a package.
func test(dir, pkg string) error {
	out, err := command(dir, "go", "test", "-short", "-failfast", "-timeout", "10m", "./"+pkg)
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out[max(0, len(out)-2000):])
	}
	return nil
}

// command runs a command in the copy, without shared data, and returns what it wrote. The copy has
// no examples, so Go must ignore go.work; tests look for that file to find the root.
func command(dir, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = dir
	c.Env = append(slices.DeleteFunc(os.Environ(), func(e string) bool {
		return strings.HasPrefix(e, "BITEXT_DATA=")
	}), "GOWORK=off")
	var out bytes.Buffer
	c.Stdout, c.Stderr = io.Writer(&out), io.Writer(&out)
	err := c.Run()
	return out.String(), err
}
