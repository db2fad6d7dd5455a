package seed

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
	"github.com/bitext-go/bitext/internal/say"
)

// A File is a document of a collection, or one language of it.
type File struct {
	Path string       // the path to read it from
	Name string       // its name in the memory: the path inside the collection, with slashes
	Lang language.Tag // language.Und if neither the name nor a manifest gives it
}

// A Group is a document in several languages: files that are translations of each other, or one
// file that holds all languages.
type Group []File

// String returns the names of the files, for messages.
func (g Group) String() string {
	names := make([]string, len(g))
	for i, f := range g {
		names[i] = f.Name
	}
	return strings.Join(names, " + ")
}

// A Problem is a file that is not used, or a group that could not be aligned, with the reason.
type Problem struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// A Collection is the documents to align.
type Collection struct {
	Groups []Group
	Loose  []File    // files that are in no group; [Seeding.Run] pairs them by content
	Unused []Problem // files that are not used
}

// Find finds the documents in a folder and its subfolders, and groups them by name. The language is
// before the extension (report.ar.txt, report_ar.txt), at the beginning (ar-report.txt), or the
// name of a folder (ar/report.txt). It is a code such as ar, ara or zh-Hans, or an English name. A
// document with the same name but no language joins the group. Find ignores hidden files (.name),
// and paths for which skip reports true. skip may be nil.
func Find(dir string, skip func(path string) bool) (Collection, error) {
	var files []File
	var closed []Problem
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p != dir:
			rel, _ := filepath.Rel(dir, p)
			closed = append(closed, Problem{filepath.ToSlash(rel), fileerr.Explain(err).Error()})
			return nil
		case err != nil:
			return err
		case p != dir && strings.HasPrefix(d.Name(), "."), skip != nil && skip(p):
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		if info, err := os.Stat(p); err != nil || !info.Mode().IsRegular() {
			return nil // a broken link, a link to a folder, or a device
		}
		rel, err := filepath.Rel(dir, p)
		files = append(files, File{Path: p, Name: filepath.ToSlash(rel)})
		return err
	})
	if err != nil {
		return Collection{}, fmt.Errorf("%s: the folder cannot be read: %w", dir, fileerr.Explain(err))
	}
	c := PairByName(files)
	c.Unused = append(c.Unused, closed...)
	return c, nil
}

// Langs returns the languages of the files that names or a manifest give, in the order of their
// tags.
func (c *Collection) Langs() (langs []language.Tag) {
	for _, g := range c.Groups {
		for _, f := range g {
			if f.Lang != language.Und && !slices.Contains(langs, f.Lang) {
				langs = append(langs, f.Lang)
			}
		}
	}
	slices.SortFunc(langs, func(a, b language.Tag) int { return strings.Compare(a.String(), b.String()) })
	return langs
}

// only leaves out files that, by their names, are in none of the languages. If the list is
// empty, it does nothing.
func (c *Collection) only(langs []language.Tag) {
	if len(langs) == 0 {
		return
	}
	groups := c.Groups
	c.Groups = nil
	for _, g := range groups {
		kept := slices.DeleteFunc(slices.Clone(g), func(f File) bool {
			out := f.Lang != language.Und && indexOf(langs, f.Lang) < 0
			if out {
				c.Unused = append(c.Unused, Problem{f.Name, "in " + say.Language(f.Lang) + ", which is not in --langs"})
			}
			return out
		})
		switch {
		case len(kept) == 1 && len(g) > 1:
			c.Unused = append(c.Unused, Problem{kept[0].Name, "no translation into a language of --langs"})
		case len(kept) > 0:
			c.Groups = append(c.Groups, kept)
		}
	}
}
