package main

import (
	"cmp"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// fullUnit returns a random unit that has everything that TMX allows.
func fullUnit(r *rand.Rand, i int) tmx.Unit {
	some := func(all ...string) string { return all[r.Intn(len(all))] }
	date := func() time.Time {
		if r.Intn(3) == 0 {
			return time.Time{}
		}
		month, day := time.Month(1+r.Intn(12)), 1+r.Intn(28)
		return time.Date(2000+r.Intn(25), month, day, r.Intn(24), r.Intn(60), r.Intn(60), 0, time.UTC)
	}
	notes := func() (out []tmx.Note) {
		for range r.Intn(3) {
			out = append(out, tmx.Note{Text: some("Ask the pilot.", "a < b & c", "Два\nстрок") + fmt.Sprint(len(out)),
				Lang: []language.Tag{language.Und, language.English}[r.Intn(2)]})
		}
		return out
	}
	props := func() (out []tmx.Prop) {
		for k := range r.Intn(3) {
			out = append(out, tmx.Prop{Type: some("domain", "x-client", "Txt::Project", "x-bitext-lines"),
				Text: some("Harbours", "\"quoted\"", "a/b") + fmt.Sprint(k)})
		}
		return out
	}
	codes := func(text string) (out []tmx.Inline) {
		n := 1
		add := func(at int, c tmx.Code) { out = append(out, c.Inline(at)) }
		for at := range text {
			if r.Intn(12) > 0 {
				continue
			}
			switch r.Intn(6) {
			case 0:
				i := fmt.Sprint(n)
				add(at, tmx.Code{Element: "bpt", I: i, X: i, Type: "bold", Content: "&lt;b&gt;"})
				add(at, tmx.Code{Element: "ept", I: i, Content: "&lt;/b&gt;"})
			case 1:
				add(at, tmx.Code{Element: "ph", X: fmt.Sprint(n), Type: "x-var", Content: "{name}"})
			case 2:
				add(at, tmx.Code{Element: "ph", Content: "{\\f <sub type=\"fnote\">Only <ph>1</ph> B.</sub>}"})
			case 3:
				add(at, tmx.Code{Element: "it", Pos: some("begin", "end"), X: fmt.Sprint(n)})
			case 4:
				add(at, tmx.Code{Element: "ut", Content: "{\\b "})
			case 5:
				add(at, tmx.Code{Element: "hi", Type: "x-term"})
				add(at, tmx.Code{Element: "/hi"})
			}
			n++
		}
		return out
	}
	u := tmx.Unit{
		ID: some("", "k-") + fmt.Sprint(i), Created: date(), CreatedBy: some("", "ana"), Changed: date(),
		ChangedBy: some("", "ben & co"), Notes: notes(), Props: props(),
	}
	if r.Intn(4) == 0 {
		u.SegType = tmx.SegParagraph
	}
	if r.Intn(4) == 0 {
		u.Source = language.French
	}
	if r.Intn(3) == 0 {
		u.Attrs = []tmx.Attr{
			{Name: "usagecount", Value: fmt.Sprint(r.Intn(9))}, {Name: "lastusagedate", Value: "20200102T030405Z"},
		}
	}
	for k, lang := range []string{"en", "fr-CA", "fr-CA", "zh-Hant", "ar"} {
		if k > 1 && r.Intn(2) == 0 {
			continue
		}
		word := some("naïve", "码头", "الرصيف", "a\u00a0b")
		text := some("", " ", "\u200f") + fmt.Sprintf("The quay %d of harbour %d, %s.", i, k, word)
		u.Variants = append(u.Variants, tmx.Variant{
			Lang: language.MustParse(lang), Text: text, Inline: codes(text), Notes: notes(), Props: props(),
			Created: date(), CreatedBy: some("", "cem"), Changed: date(), ChangedBy: some("", "dan"),
		})
	}
	return u
}

// fullMemory writes a memory of n units that have everything that TMX allows.
func fullMemory(t *testing.T, path string, n int) {
	f, err := os.Create(path)
	require.NoError(t, err)
	w := tmx.NewWriter(f)
	w.Header = tmx.Header{Tool: "hand", ToolVersion: "3", Format: "own", DataType: "html", Source: language.English,
		Created: time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC), CreatedBy: "ana",
		Props: []tmx.Prop{{Type: "x-own", Text: "1"}}, Notes: []tmx.Note{{Text: "of the header"}}}
	r := rand.New(rand.NewSource(1))
	for i := range n {
		require.NoError(t, w.Write(fullUnit(r, i)))
	}
	require.NoError(t, w.Close())
	require.NoError(t, f.Close())
}

// readable returns the units of a memory that can be read, with their variants sorted by language,
// since writers put the source first.
func readable(t *testing.T, path string) (all []tmx.Unit) {
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	for u, err := range tmx.Units(f) {
		if err == nil {
			slices.SortStableFunc(u.Variants, func(a, b tmx.Variant) int {
				return cmp.Compare(a.Lang.String(), b.Lang.String())
			})
			all = append(all, u)
		}
	}
	return all
}

// sortedByContent returns units in an order that depends on them only.
func sortedByContent(units []tmx.Unit) []tmx.Unit {
	key := func(u tmx.Unit) string { return fmt.Sprintf("%+v", u) }
	return slices.SortedFunc(slices.Values(units), func(a, b tmx.Unit) int { return cmp.Compare(key(a), key(b)) })
}

// routes are the ways through the program on which a memory stays as it is. Each writes out.tmx.
var routes = []struct {
	name    string
	reorder bool // the order of the units may be another one
	steps   [][]string
}{
	{"align", false, [][]string{{"align", "in.tmx", "-o", "out.tmx"}}},
	{"merge", false, [][]string{{"memory", "merge", "--leave-out-damaged", "in.tmx", "-o", "out.tmx"}}},
	{"split", true, [][]string{
		{"memory", "split", "--leave-out-damaged", "in.tmx", "--max-units", "700", "-o", "parts"},
		{"memory", "merge", "parts/*", "-o", "out.tmx"},
	}},
	{"review", false, [][]string{{"review", "in.tmx", "--export", "all", "-o", "out.tmx"}}},
}

// A memory is sent through the program and compared unit by unit: ids, dates, authors, notes,
// properties, codes.
func TestNothingIsLost(t *testing.T) {
	inputs := map[string]string{}
	made := filepath.Join(t.TempDir(), "made.tmx")
	fullMemory(t, made, 5000)
	inputs["made"] = made
	for _, path := range cases(t, "memories/*.tmx") {
		inputs[filepath.Base(path)] = path
	}
	for _, path := range variants(t) {
		inputs[filepath.Base(path)] = path
	}
	for _, route := range routes {
		t.Run(route.name, func(t *testing.T) {
			for name, path := range inputs {
				dir := t.TempDir()
				raw, err := os.ReadFile(path)
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(filepath.Join(dir, "in.tmx"), raw, 0o666))
				for _, step := range route.steps {
					var args []string
					for _, a := range step {
						if !strings.Contains(a, "*") {
							args = append(args, a)
							continue
						}
						files, err := filepath.Glob(filepath.Join(dir, a))
						require.NoError(t, err)
						args = append(args, files...)
					}
					runIn(t, dir, 0, args...)
				}
				want, got := readable(t, path), readable(t, filepath.Join(dir, "out.tmx"))
				require.NotEmpty(t, want)
				if route.reorder {
					want, got = sortedByContent(want), sortedByContent(got)
				}
				require.Len(t, got, len(want), name)
				for i := range want {
					require.Equal(t, want[i], got[i], name)
				}
			}
		})
	}
}

// cases returns files of the cases that others have written.
func cases(t *testing.T, pattern string) []string {
	paths, err := filepath.Glob(shared(t, "cases/"+pattern))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	return paths
}

// variants returns a memory in the 32 spellings that the clients are tested with.
func variants(t *testing.T) []string {
	dir := t.TempDir()
	for _, name := range []string{"variants.py", "sample.ar-en.tmx"} {
		in, err := os.Open(shared(t, "tmx-clients/"+name))
		require.NoError(t, err)
		out, err := os.Create(filepath.Join(dir, name))
		require.NoError(t, err)
		_, err = io.Copy(out, in)
		require.NoError(t, err)
		require.NoError(t, out.Close())
		require.NoError(t, in.Close())
	}
	c := exec.Command("python3", "variants.py")
	c.Dir = dir
	out, err := c.CombinedOutput()
	require.NoError(t, err, string(out))
	paths, err := filepath.Glob(filepath.Join(dir, "v*.tmx"))
	require.NoError(t, err)
	assert.Len(t, paths, 32)
	return paths
}
