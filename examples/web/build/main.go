// Build makes the site: a folder of files that any server can serve, with the program bitext as
// WebAssembly.
//
//	go run ./examples/web/build -o site
//
// With -without-lists it leaves out the word lists and tables of letters, which the program bitext
// has itself: that is what bitext web serves from a program of a release.
//
// The same source makes the same bytes.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
	"github.com/bitext-go/bitext/examples/web"
)

func main() {
	out := flag.String("o", "site", "`folder` to write")
	without := flag.Bool("without-lists", false, "leave out the word lists and tables of letters")
	version := flag.String("version", "", "`version` of the program, which memories name (default: devel)")
	flag.Parse()
	if err := build(*out, *version, *without); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

// build writes the site of a version into a folder, which is made if it does not exist, with or
// without its lists.
func build(out, version string, without bool) error {
	files := map[string][]byte{"colours.css": []byte(face.Colours)}
	if err := collect(files, version); err != nil {
		return err
	}
	for name, body := range files {
		if without && later(name) {
			continue
		}
		to := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(to, body, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// collect adds all files of the site, by their names.
func collect(files map[string][]byte, release string) error {
	if err := add(files, web.Site, "site", ""); err != nil {
		return err
	}
	root, err := command("go", "list", "-f", "{{.Dir}}", "github.com/bitext-go/bitext")
	if err != nil {
		return err
	}
	for _, data := range []string{"align/lexicon/wide/data", "lang/ngram/models"} {
		if err := add(files, os.DirFS(filepath.Join(root, data)), ".", "lists"); err != nil {
			return err
		}
	}
	goroot, err := command("go", "env", "GOROOT")
	if err != nil {
		return err
	}
	if files["wasm_exec.js"], err = os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js")); err != nil {
		return err
	}
	if files["bitext.bin"], err = program(release); err != nil {
		return err
	}
	licences, err := command("go", "run", "github.com/bitext-go/bitext/examples/bitext", "licenses")
	if err != nil {
		return err
	}
	files["lists/LICENSES.txt"] = []byte(licences + "\n")
	if err := version(files); err != nil {
		return err
	}
	return light(files)
}

// heaviest is how many bytes the first visit loads at most.
const heaviest = 6_000_000

// light returns an error if the first visit loads too much.
func light(files map[string][]byte) error {
	size := 0
	for name, body := range files {
		if !later(name) {
			size += len(body)
		}
	}
	if size > heaviest {
		return fmt.Errorf("the first visit would load %d bytes, more than %d; see what the program has come to import",
			size, heaviest)
	}
	fmt.Printf("the first visit loads %d bytes\n", size)
	return nil
}

// later reports whether a file is loaded when it is needed.
func later(name string) bool { return strings.HasPrefix(name, "lists/") }

// add adds the files below a folder, under the name to.
func add(files map[string][]byte, from fs.FS, folder, to string) error {
	return fs.WalkDir(from, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(from, name)
		files[path.Join(to, strings.TrimPrefix(strings.TrimPrefix(name, folder), "/"))] = body
		return err
	})
}

// program returns the program as packed WebAssembly.
func program(release string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "bitext-site-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	to := filepath.Join(dir, "bitext.wasm")
	trimmed, err := overlay(dir)
	if err != nil {
		return nil, err
	}
	// Inlining makes a program larger. What reads flags and writes pages is no faster for it.
	if _, err := command("go", "build", "-overlay", trimmed, "-trimpath", "-buildvcs=false", "-tags", "site",
		"-gcflags", "github.com/bitext-go/bitext/examples/...=-l", "-gcflags", "github.com/spf13/...=-l",
		"-ldflags", "-s -w -X main.release="+release, "-o", to, "github.com/bitext-go/bitext/examples/bitext"); err != nil {
		return nil, err
	}
	body, err := os.ReadFile(to)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// command runs the go command for WebAssembly where that matters, and returns what it prints.
func command(name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	if args[0] == "build" {
		c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	}
	var log bytes.Buffer
	c.Stderr = &log
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, args[0], err, log.String())
	}
	return strings.TrimSpace(string(out)), nil
}
