package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// expand replaces arguments with "*", "?" or "[" by the files that they match, as shells do; those
// of Windows do not. An argument that names a file, or matches none, stays. Flags and their values
// are left alone if they have no such sign.
func expand(args []string) (out []string) {
	for _, arg := range args {
		if strings.HasPrefix(arg, "-") || !strings.ContainsAny(arg, "*?[") {
			out = append(out, arg)
			continue
		}
		if _, err := os.Lstat(arg); err == nil {
			out = append(out, arg)
			continue
		}
		files, err := filepath.Glob(arg)
		if err != nil || len(files) == 0 {
			files = []string{arg}
		}
		out = append(out, files...)
	}
	return out
}

// noFolders returns an error if one of the documents is a folder.
func noFolders(paths []string) error {
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return fmt.Errorf("%s: this is a folder; bitext seed %[1]s -o memory.tmx aligns all documents in it, "+
				"or name two files", path)
		}
	}
	return nil
}
