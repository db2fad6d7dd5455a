package bitext_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/bitext-go/bitext"

// rooms holds, for each package, which other packages of the module it may import, tests aside.
// Imports point one way, from programs down to internal/script.
var rooms = map[string][]string{
	"":                         {},
	"segment":                  {"segment/layout", "internal/nfc", "internal/script"},
	"segment/layout":           {"internal/nfc", "internal/runetable", "internal/script"},
	"segment/srx":              {"segment"},
	"internal/script":          {},
	"internal/lazyregexp":      {},
	"internal/runetable":       {},
	"internal/nfc":             {"internal/runetable"},
	"internal/fileerr":         {},
	"internal/langtag":         {},
	"internal/quote":           {},
	"internal/dp":              {},
	"internal/pairtable":       {},
	"internal/panics":          {},
	"internal/workers":         {"internal/panics"},
	"internal/words":           {"internal/runetable", "internal/script"},
	"internal/words/hangen":    {"internal/words"},
	"internal/gold":            {},
	"lang":                     {"segment", "segment/layout", "internal/langtag", "internal/runetable"},
	"lang/detect":              {"segment", "lang", "internal/langtag", "internal/say"},
	"lang/internal/ngramtable": {},
	"lang/internal/rivals":     {"lang", "internal/langtag"},
	"lang/ngram":               {"lang", "lang/internal/ngramtable", "lang/internal/rivals", "internal/langtag"},
	"align/internal/judge":     {},
	"align/internal/lattice":   {"segment"},
	"align": {
		"segment", "align/evidence", "align/internal/judge", "align/internal/lattice", "internal/dp", "internal/panics",
		"internal/workers"},
	"align/embed": {"segment", "align/evidence"},
	"align/evidence": {"segment", "align/lexicon", "internal/langtag", "internal/script", "internal/words",
		"internal/quote", "internal/workers"},
	"align/lexicon":      {"internal/pairtable", "internal/words", "internal/langtag"},
	"align/lexicon/core": {"align/lexicon"},
	"align/lexicon/wide": {"align/lexicon"},
	"align/lexicon/cldr": {"align/lexicon", "internal/script", "internal/words", "internal/langtag"},
	"align/check": {
		"segment", "align/lexicon/cldr", "internal/words", "internal/langtag", "internal/panics", "internal/quote",
		"internal/script", "lang", "internal/lazyregexp"},
	"align/lexicon/glossary":        {"align/lexicon", "internal/langtag", "internal/lazyregexp"},
	"align/lexicon/internal/lexgen": {"align/lexicon", "internal/words"},
	"align/tmx": {
		"segment", "align", "internal/langtag", "internal/nfc", "internal/xmltext", "internal/quote",
	},
	"align/memory": {"segment", "lang", "align", "align/evidence", "align/check", "align/tmx", "internal/langtag",
		"internal/nfc", "internal/panics", "internal/script", "internal/xmltext"},
	"align/formats": {"segment", "align", "align/evidence", "align/tmx", "internal/xmltext"},
	"align/seed": {
		"segment", "lang", "align", "align/evidence", "align/lexicon", "align/check", "align/memory", "align/tmx",
		"internal/fileerr", "internal/langtag", "internal/say", "internal/script", "internal/verdict", "internal/xmltext",
		"internal/lazyregexp",
	},
	"align/seed/reader": {"segment", "align/seed", "lang/detect", "read"},
	"internal/papers":   {},
	"internal/near":     {"internal/script"},
	"scripts/mutate":    {},
	"internal/say":      {},
	"internal/verdict":  {"segment", "align", "internal/say"},
	"internal/xmltext":  {},
	"internal/usage":    {},
	"read": {
		"segment", "segment/layout", "lang", "read/charset", "read/internal/part", "read/internal/office",
		"read/internal/web", "read/internal/markdown", "read/internal/xmlscan", "read/internal/pdfpage",
		"read/internal/tounicode",
		"internal/fileerr", "internal/nfc", "internal/quote", "internal/script", "internal/langtag", "internal/lazyregexp",
	},
	"read/bilingual": {
		"segment", "align", "align/tmx", "read/internal/part", "read/internal/xmlscan", "internal/langtag",
		"read", "segment/layout", "read/charset", "internal/script", "internal/xmltext",
		"internal/lazyregexp",
	},
	"read/charset":            {},
	"read/internal/tounicode": {"internal/lazyregexp"},
	"read/internal/part":      {"internal/lazyregexp"},
	"read/internal/xmlscan":   {"read/charset", "read/internal/part"},
	"read/internal/office": {
		"segment/layout", "read/charset", "read/internal/numeral", "read/internal/part", "read/internal/xmlscan",
		"internal/lazyregexp",
	},
	"read/internal/numeral":  {},
	"read/internal/pdfpage":  {"read/internal/part", "read/internal/xmlscan"},
	"read/internal/web":      {"segment/layout", "read/internal/numeral", "read/internal/part", "internal/lazyregexp"},
	"read/internal/markdown": {"segment/layout", "read/internal/part", "internal/lazyregexp"},
}

// outside holds what packages may import from other modules besides golang.org/x/text, tests aside.
var outside = map[string][]string{
	"read/internal/web": {"segment/layout", "golang.org/x/net/html"},
}

type goPackage struct {
	ImportPath                string
	Standard                  bool
	Imports                   []string
	TestImports, XTestImports []string
	ForTest                   string
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range list(t, "./...") {
		room := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		allowed, known := rooms[room]
		if !assert.Truef(t, known, "%s: a new room; say in this test what it may import", p.ImportPath) {
			continue
		}
		for _, path := range p.Imports {
			if other, ours := strings.CutPrefix(path, module+"/"); ours {
				assert.Containsf(t, allowed, other, "%s imports %s", p.ImportPath, path)
			} else if strings.Contains(path, ".") {
				from := outside[room]
				if from == nil {
					from = []string{"golang.org/x/text"}
				}
				inside := func(module string) bool { return path == module || strings.HasPrefix(path, module+"/") }
				assert.Truef(t, slices.ContainsFunc(from, inside), "%s imports %s", p.ImportPath, path)
			}
		}
	}
}

// The models of lingua-go have over a hundred megabytes, so they are in modules of their own, which
// go.mod does not name: importers of a package of this module do not download them. The tables of
// lang/ngram are linked only if you import that package.
func TestNothingImportsLanguageModels(t *testing.T) {
	raw, err := os.ReadFile("go.mod")
	require.NoError(t, err)
	assert.NotContains(t, string(raw), "lingua")
	for _, p := range list(t, "-deps", "-test", "./...") {
		path, _, _ := strings.Cut(p.ImportPath, " ") // without "[package.test]"
		room := strings.TrimSuffix(strings.TrimSuffix(path, ".test"), "_test")
		if !strings.HasPrefix(room, module) || room == module+"/lang/ngram" {
			continue
		}
		for _, path := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			path, _, _ = strings.Cut(path, " ")
			assert.NotEqualf(t, module+"/lang/ngram", path, "%s imports %s", p.ImportPath, path)
		}
	}
}

// Importers get four modules at most: this one, and those that its packages are built from.
func TestImportersGetFewModules(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./...").Output()
	require.NoError(t, err)
	modules := strings.Fields(string(out))
	slices.Sort(modules)
	assert.Equal(t, []string{module, "golang.org/x/net", "golang.org/x/text"}, slices.Compact(modules))
}

// list returns what "go list -json" says of packages.
func list(t *testing.T, args ...string) []goPackage {
	t.Helper()
	fields := "-json=ImportPath,Standard,Imports,TestImports,XTestImports,ForTest"
	command := exec.Command("go", append([]string{"list", fields}, args...)...)
	out, err := command.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		t.Fatalf("%v: %s", command, failed.Stderr)
	}
	require.NoError(t, err)
	var all []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		err := d.Decode(&p)
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		if !p.Standard {
			all = append(all, p)
		}
	}
	require.NotEmpty(t, all)
	return all
}
