// Package gold reads test cases of sentence alignment and scores an alignment against them.
//
// A case is three files: NAME.src and NAME.tgt, UTF-8, one sentence a line, and NAME.gold, one bead
// a line in the form [0, 1]:[0], an empty pair of brackets for an empty side. Strict and lax
// precision and recall are those of Thompson and Koehn (Vecalign, 2019): see [Score].
package gold

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// A Bead pairs sentences of two texts by their numbers, from 0.
type Bead struct{ Src, Tgt []int }

func (b Bead) key() string { return fmt.Sprint(b.Src, b.Tgt) }

// Null reports whether a side of the bead is empty.
func (b Bead) Null() bool { return len(b.Src) == 0 || len(b.Tgt) == 0 }

// Type returns the size of the bead's sides, as in "1-2".
func (b Bead) Type() string { return fmt.Sprintf("%d-%d", len(b.Src), len(b.Tgt)) }

// A Case is one pair of texts with the beads that a person found.
type Case struct {
	Name     string // the path without its ending
	Src, Tgt []string
	Beads    []Bead
}

// Cases reads all cases below the directories, in the order of their names. A path may also be that
// of a gold file.
func Cases(dirs ...string) ([]Case, error) {
	var names []string
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			name, ok := strings.CutSuffix(strings.TrimSuffix(path, ".gz"), ".gold")
			if err == nil && ok {
				names = append(names, name)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Strings(names)
	cases := make([]Case, 0, len(names))
	for _, name := range names {
		c, err := Read(name)
		if err != nil {
			return nil, err
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// Read reads the case of the three files NAME.src, NAME.tgt and NAME.gold.
func Read(name string) (Case, error) {
	c := Case{Name: name}
	var err error
	if c.Src, err = Lines(name + ".src"); err != nil {
		return c, err
	}
	if c.Tgt, err = Lines(name + ".tgt"); err != nil {
		return c, err
	}
	lines, err := Lines(name + ".gold")
	if err != nil {
		return c, err
	}
	for n, line := range lines {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		b, err := Parse(line)
		if err != nil {
			return c, fmt.Errorf("%s.gold:%d: %w", name, n+1, err)
		}
		c.Beads = append(c.Beads, b)
	}
	return c, nil
}

// Lines returns the lines of a file, without their line ends. If there is no such file, Lines reads
// the one with .gz after its name, packed by gzip.
func Lines(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if packed, failed := unpack(path + ".gz"); !errors.Is(failed, fs.ErrNotExist) {
			b, err = packed, failed
		}
	}
	if err != nil {
		return nil, err
	}
	text := strings.TrimSuffix(string(b), "\n")
	if text == "" {
		return nil, nil
	}
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	return lines, nil
}

func unpack(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// Slices cuts a case between beads into cases of at least the given number of lines of source text.
// Its beads must be in order. Sentences that are in no bead are left out.
func (c Case) Slices(lines int) []Case {
	var out []Case
	next := Case{Name: c.Name}
	for k, b := range c.Beads {
		var bead Bead
		for _, i := range b.Src {
			bead.Src = append(bead.Src, len(next.Src))
			next.Src = append(next.Src, c.Src[i])
		}
		for _, j := range b.Tgt {
			bead.Tgt = append(bead.Tgt, len(next.Tgt))
			next.Tgt = append(next.Tgt, c.Tgt[j])
		}
		next.Beads = append(next.Beads, bead)
		if len(next.Src) >= lines || k == len(c.Beads)-1 {
			out = append(out, next)
			next = Case{Name: c.Name}
		}
	}
	return out
}

var beadForm = regexp.MustCompile(`^\[([0-9, ]*)\]\s*:\s*\[([0-9, ]*)\]`)

// Parse reads a bead; what follows its second bracket, such as a score, is ignored.
func Parse(line string) (Bead, error) {
	m := beadForm.FindStringSubmatch(line)
	if m == nil {
		return Bead{}, fmt.Errorf("not a bead: %.60q; want the form [0, 1]:[2]", line)
	}
	var b Bead
	for i, side := range []*[]int{&b.Src, &b.Tgt} {
		for _, f := range strings.FieldsFunc(m[i+1], func(r rune) bool { return r == ',' || r == ' ' }) {
			n, err := strconv.Atoi(f)
			if err != nil {
				return b, fmt.Errorf("not a bead: %.60q: %w", line, err)
			}
			*side = append(*side, n)
		}
	}
	return b, nil
}
