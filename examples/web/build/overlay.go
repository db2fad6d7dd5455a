package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// A trim changes a file of a package for the program of the site, so that the program is smaller.
type trim struct {
	pkg, file string
	was, is   string // one place of the file
	why       string
}

// trims are made in a copy of each file. Go reads the copies instead (go help build, -overlay).
var trims = []trim{
	{"text/template", "exec.go", "ptr.MethodByName(fieldName)", "(reflect.Value{})",
		"The pages call no methods by name. A program that could must keep every exported method of every type."},
}

// overlay writes the changed files and the list of them into a folder, and returns the path of the
// list. A package that is not as the trims expect is an error.
func overlay(dir string) (string, error) {
	replace := map[string]string{}
	for i, t := range trims {
		pkg, err := command("go", "list", "-f", "{{.Dir}}", t.pkg)
		if err != nil {
			return "", err
		}
		from := filepath.Join(pkg, t.file)
		body, err := os.ReadFile(from)
		if err != nil {
			return "", err
		}
		if n := bytes.Count(body, []byte(t.was)); n != 1 {
			return "", fmt.Errorf("%s has %q %d times, not once; see whether it still makes the program smaller",
				from, t.was, n)
		}
		to := filepath.Join(dir, fmt.Sprintf("%d-%s", i, t.file))
		if err := os.WriteFile(to, bytes.Replace(body, []byte(t.was), []byte(t.is), 1), 0o666); err != nil {
			return "", err
		}
		replace[from] = to
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "overlay.json")
	return path, os.WriteFile(path, list, 0o666)
}
