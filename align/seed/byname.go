package seed

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// PairByName groups the files whose names differ only in the language, as [Find] describes it. The
// files are sorted by name; their Lang is not read, and is set in the groups.
func PairByName(files []File) Collection {
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	readings := make([][]reading, len(files))
	langs := map[string]map[language.Tag]bool{} // by key
	for i, f := range files {
		readings[i] = readName(plainFolders(stem(f.Name)))
		for _, r := range readings[i] {
			if langs[r.key] == nil {
				langs[r.key] = map[language.Tag]bool{}
			}
			langs[r.key][r.lang] = true
		}
	}
	// A document without a language in its name belongs to those with one, as report.txt to
	// report.ar.txt. So does one with several languages, as report.es-fr.txt.
	for i, f := range files {
		if slices.ContainsFunc(readings[i], func(r reading) bool { return len(langs[r.key]) > 1 }) {
			continue
		}
		plain := plainFolders(stem(f.Name))
		for _, name := range []string{plain, withoutLangs(plain)} {
			keys := append([]string{afterName(name)}, besideFolders(name)...)
			if k := slices.IndexFunc(keys, func(key string) bool { return langs[key] != nil }); k >= 0 {
				langs[keys[k]][language.Und] = true
				readings[i] = []reading{{keys[k], language.Und}}
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

// formats are file extensions, from the formats that keep the least of a document's paragraphs to
// those that keep the most. Of two files that differ only in format, the later one is read.
var formats = []string{".pdf", ".rtf", ".odt", ".html", ".htm", ".docx", ".md", ".txt"}

// formatRank returns the position of a file's format in formats, or -1.
func formatRank(name string) int { return slices.Index(formats, strings.ToLower(path.Ext(name))) }

// add adds a group of files with the same name, each language once.
func (c *Collection) add(files []File) {
	slices.SortStableFunc(files, func(a, b File) int {
		return formatRank(b.Name) - formatRank(a.Name)
	})
	var g Group
	for _, f := range files {
		if i := slices.IndexFunc(g, func(o File) bool { return o.Lang == f.Lang }); i >= 0 {
			c.Unused = append(c.Unused, Problem{f.Name, "same document and language as " + g[i].Name})
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
