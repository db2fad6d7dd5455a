package seed

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
)

// A File is a document of a collection.
type File struct {
	Path string       // where it is read
	Name string       // what it is called in the memory: its path inside the collection, with slashes
	Lang language.Tag // language.Und where only its text can say
}

// A Group is files that translate one another, or one file that holds several languages.
type Group []File

// String names the group for people.
func (g Group) String() string {
	names := make([]string, len(g))
	for i, f := range g {
		names[i] = f.Name
	}
	return strings.Join(names, " + ")
}

// A Problem is a file that is not used, or a group that could not be aligned, and why.
type Problem struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// A Collection is what there is to align.
type Collection struct {
	Groups []Group
	Loose  []File    // files of which nothing says yet what they translate; [Seeding.Run] looks into them
	Unused []Problem // files that take no part
}

// Find finds the documents in a folder and those below it, and pairs them by name: the language
// stands before the ending (report.ar.txt, report_ar.txt), in front (ar-report.txt), or is the name
// of a folder (ar/report.txt), as a code such as ar, ara or zh-Hans, or as its English name. A
// document of the same name without a language is their counterpart too. What is hidden (.name),
// and what skip says of a path, is passed over; skip may be nil.
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
			return nil // a link that leads nowhere or to a folder, a device
		}
		rel, err := filepath.Rel(dir, p)
		files = append(files, File{Path: p, Name: filepath.ToSlash(rel)})
		return err
	})
	if err != nil {
		return Collection{}, fmt.Errorf("%s: the folder cannot be read: %w", dir, fileerr.Explain(err))
	}
	c := pairByName(files)
	c.Unused = append(c.Unused, closed...)
	return c, nil
}

// pairByName makes groups of the files that have the same name but for the language.
func pairByName(files []File) Collection {
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	readings := make([][]reading, len(files))
	langs := map[string]map[language.Tag]bool{} // by key
	for i, f := range files {
		readings[i] = readName(stem(f.Name))
		for _, r := range readings[i] {
			if langs[r.key] == nil {
				langs[r.key] = map[language.Tag]bool{}
			}
			langs[r.key][r.lang] = true
		}
	}
	// A document without a language in its name goes with those that have one, report.txt with
	// report.ar.txt, and so does one that holds several: report.es-fr.txt.
	for i, f := range files {
		if slices.ContainsFunc(readings[i], func(r reading) bool { return len(langs[r.key]) > 1 }) {
			continue
		}
		for _, name := range []string{stem(f.Name), withoutLangs(stem(f.Name))} {
			if key := afterName(name); langs[key] != nil {
				langs[key][language.Und] = true
				readings[i] = []reading{{key, language.Und}}
				break
			}
		}
	}
	var c Collection
	members := map[string][]File{}
	var keys []string
	for i, f := range files {
		k := slices.IndexFunc(readings[i], func(r reading) bool { return len(langs[r.key]) > 1 })
		if k < 0 {
			c.Loose = append(c.Loose, f)
			continue
		}
		r := readings[i][k]
		f.Lang = r.lang
		if members[r.key] == nil {
			keys = append(keys, r.key)
		}
		members[r.key] = append(members[r.key], f)
	}
	for _, k := range keys {
		c.add(members[k])
	}
	slices.SortFunc(c.Groups, func(a, b Group) int { return cmp.Compare(a[0].Name, b[0].Name) })
	slices.SortFunc(c.Loose, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return c
}

// forms is which of two files that differ in form alone is read: the one that has lost least of its
// paragraphs.
var forms = []string{".pdf", ".rtf", ".odt", ".html", ".htm", ".docx", ".md", ".txt"}

// add makes a group of files with one name, each language once.
func (c *Collection) add(files []File) {
	slices.SortStableFunc(files, func(a, b File) int {
		return slices.Index(forms, strings.ToLower(path.Ext(b.Name))) - slices.Index(forms, strings.ToLower(path.Ext(a.Name)))
	})
	var g Group
	for _, f := range files {
		if i := slices.IndexFunc(g, func(o File) bool { return o.Lang == f.Lang }); i >= 0 {
			c.Unused = append(c.Unused, Problem{f.Name, "the same document in the same language as " + g[i].Name})
			continue
		}
		g = append(g, f)
	}
	slices.SortFunc(g, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	if len(g) == 1 {
		g[0].Lang = language.Und
		c.Loose = append(c.Loose, g[0])
		return
	}
	c.Groups = append(c.Groups, g)
}

// Only leaves out files that are named to be in none of some languages, which a later reading would
// do too.
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
				c.Unused = append(c.Unused, Problem{f.Name, "it is in " + english(f.Lang) + ", which was not asked for"})
			}
			return out
		})
		switch {
		case len(kept) == 1 && len(g) > 1:
			c.Unused = append(c.Unused, Problem{kept[0].Name, "there is no translation of it into a language that was asked for"})
		case len(kept) > 0:
			c.Groups = append(c.Groups, kept)
		}
	}
}
