package seed

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"golang.org/x/text/language"
)

// WriteManifest writes the groups as a TSV table that [ReadManifest] can read. Files that are not
// used become comments. Relative paths are written as they are, so the manifest belongs in the
// folder that they start from.
func (c *Collection) WriteManifest(w io.Writer) error {
	b := csv.NewWriter(w)
	b.Comma = '\t'
	langs := c.Langs()
	known := !slices.ContainsFunc(c.Groups, func(g Group) bool {
		return slices.ContainsFunc(g, func(f File) bool { return f.Lang == language.Und })
	})
	if known {
		row := make([]string, len(langs))
		for i, l := range langs {
			row[i] = l.String()
		}
		b.Write(row)
	}
	for _, g := range c.Groups {
		var row []string
		if known {
			row = make([]string, len(langs))
		}
		for _, f := range g {
			if known {
				row[slices.Index(langs, f.Lang)] = f.Path
			} else {
				row = append(row, f.Path)
			}
		}
		b.Write(row)
	}
	b.Flush()
	for _, u := range c.Unused {
		if _, err := fmt.Fprintf(w, "# %s: %s\n", u.Name, u.Why); err != nil {
			return err
		}
	}
	return b.Error()
}
