package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/internal/outfile"
)

// A fileUse is a file that a command reads or writes.
type fileUse struct {
	role string // "a document" if it is read, the name of the flag if it is written
	path string // "-" is the standard input or output, "" is no file
}

// uses returns files with the same role.
func uses(role string, paths ...string) (all []fileUse) {
	for _, p := range paths {
		all = append(all, fileUse{role, p})
	}
	return all
}

// noOverwrite returns an error if one of the files to write is also read, or is to be written
// twice. It compares files, not names, so that ./a, a link to a, and a are the same.
func noOverwrite(written []fileUse, read ...[]fileUse) error {
	written = slices.DeleteFunc(written, func(u fileUse) bool { return u.path == "-" || u.path == "" })
	for i, w := range written {
		out := identify(w.path)
		for _, r := range slices.Concat(read...) {
			switch {
			case r.path == "" || !out.same(identifyRead(r.path)):
			case r.path == "-":
				return usagef("%s %s would overwrite the file on the standard input; choose another name",
					w.role, w.path)
			case r.path == w.path:
				return usagef("%s %s would overwrite %s that is read; choose another name", w.role, w.path, r.role)
			default:
				return usagef("%s %s would overwrite %s that is read, %s; choose another name",
					w.role, w.path, r.role, r.path)
			}
		}
		for _, other := range written[:i] {
			if out.same(identify(other.path)) {
				return usagef("%s %s and %s %s are the same file; choose another name for one of them",
					other.role, other.path, w.role, w.path)
			}
		}
	}
	return nil
}

// An identity tells a file from others: by the file itself if there is one, else by its path with
// links followed.
type identity struct {
	info fs.FileInfo
	path string
}

func identify(path string) identity {
	target, err := outfile.Target(path)
	if err != nil {
		target = path
	}
	if info, err := os.Stat(target); err == nil {
		return identity{info: info}
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(target)); err == nil {
		target = filepath.Join(dir, filepath.Base(target))
	}
	if full, err := filepath.Abs(target); err == nil {
		target = full
	}
	return identity{path: target}
}

// identifyRead returns the identity of a file that is read.
func identifyRead(path string) identity {
	if path != "-" {
		return identify(path)
	}
	info, _ := os.Stdin.Stat()
	return identity{info: info}
}

// same reports whether two identities are those of one regular file. Devices can be read and
// written at the same time.
func (a identity) same(b identity) bool {
	if a.info != nil && b.info != nil {
		return a.info.Mode().IsRegular() && os.SameFile(a.info, b.info)
	}
	return a.info == nil && b.info == nil && a.path != "" && a.path == b.path
}

// lexiconUses returns the files that are read for the lexicons of --lexicon. Some dictionaries
// consist of several files with the same name and different extensions.
func lexiconUses(values []string) (all []fileUse, err error) {
	_, files, err := splitLexicons(values)
	if err != nil {
		return nil, err
	}
	return lexiconFiles("a lexicon", files), nil
}

// lexiconFiles returns the files that belong to lexicons or glossaries, with their role.
func lexiconFiles(role string, paths []string) (all []fileUse) {
	for _, path := range paths {
		all = append(all, fileUse{role, path})
		for _, e := range []string{".ifo", ".index"} {
			stem, ok := strings.CutSuffix(path, e)
			if !ok {
				continue
			}
			for _, e := range []string{".idx", ".idx.gz", ".dict", ".dict.dz", ".syn"} {
				all = append(all, fileUse{role, stem + e})
			}
		}
	}
	return all
}
