package bitext_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	widestComment = 100 // columns, a tab counting four
	widestCode    = 120
)

// phrases are ways of saying things that readers had to read twice, each with what to write
// instead. They are looked for in comments, in what the program prints and in the guides.
var phrases = []struct {
	pattern *regexp.Regexp
	except  *regexp.Regexp // nil if there is none
	instead string
}{
	{regexp.MustCompile(`(?i)\b(says?|tells?|tell) whether\b`), nil, "reports whether"},
	{regexp.MustCompile(`\bWhoever\b|(^|[.;:] )Who [a-z]`), regexp.MustCompile(`\?`), "If you …; Callers that …"},
	{regexp.MustCompile(`(?i)\bthe other way about\b`), nil, "in the other direction"},
	{regexp.MustCompile(`(?i)\b(what|that|which) (is|are) (none|no [a-z]+)\b`), nil, "invalid; is not a …"},
	{regexp.MustCompile(`(?i)\b(stands?|stood|standing)\b`), regexp.MustCompile(`(?i)\b(stands?|stood|standing) for\b|stand-?alone`), "is, appears"},
	{regexp.MustCompile(`(?i)\bbehind\b`), nil, "after"},
	{regexp.MustCompile(`(?i)\bso many\b`), nil, "the name of the constant, or how many"},
	{regexp.MustCompile(`(?i)\bof whose\b|(^|[.;:] )Of (which|whom|whose|what)\b`), nil, "two sentences"},
	{regexp.MustCompile(`(?i)\bgoes\b`), regexp.MustCompile(`(?i)\bgoes (on|into|to|through|beyond|from|back|up|down)\b`), "is removed"},
	{regexp.MustCompile(`(?i)\bmend(s|ed|ing)?\b`), nil, "fix"},
	{regexp.MustCompile(`(?i)\bto look at\b`), nil, "needs attention; to check"},
	{regexp.MustCompile(`(?i)\bwithout end\b`), nil, "unlimited"},
	{regexp.MustCompile(`(?i)\bas (it|they) should be\b`), nil, "valid; correct"},
	{regexp.MustCompile(`(?i)\bin (the )?place of\b`), nil, "instead of"},
	{regexp.MustCompile(`(?i)\bof (one's|its caller's) own\b`), nil, "your own"},
	{regexp.MustCompile(`(?i)\b(comes?|came|coming) about\b`), nil, "how it works; is made"},
	{regexp.MustCompile(`(?i)\bhas the (last )?word\b`), nil, "decides"},
	{regexp.MustCompile(`(?i)\btells? of\b`), nil, "describes; reports"},
	{regexp.MustCompile(`(?i)\bbut for\b`), nil, "except for"},
	{regexp.MustCompile(`(?i)\bthe help of single\b`), nil, "the help of each"},
	{regexp.MustCompile(`(?i)\b(that|which|who) bears?\b`), nil, "has"},
	{regexp.MustCompile(`(?i)\bwhat it is not is\b`), nil, "exactly one is set"},
}

// TestProse holds comments, messages and guides to the rules of style in CONTRIBUTING.md that a
// command can check. Each folder is a subtest.
func TestProse(t *testing.T) {
	faults := map[string][]string{}
	fault := func(path string, line int, format string, args ...any) {
		dir := filepath.ToSlash(filepath.Dir(path))
		faults[dir] = append(faults[dir], fmt.Sprintf("%s:%d: %s", path, line, fmt.Sprintf(format, args...)))
	}
	dirs := map[string]bool{}
	require.NoError(t, filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name := d.Name(); name == "testdata" || name == "node_modules" || (name != "." && strings.HasPrefix(name, ".")) {
				return filepath.SkipDir
			}
		case strings.HasSuffix(path, ".go"):
			dirs[filepath.ToSlash(filepath.Dir(path))] = true
			return readGo(path, fault)
		case strings.HasSuffix(path, ".md"):
			dirs[filepath.ToSlash(filepath.Dir(path))] = true
			return readGuide(path, fault)
		}
		return nil
	}))
	for dir := range dirs {
		t.Run(dir, func(t *testing.T) {
			assert.Empty(t, strings.Join(faults[dir], "\n"))
		})
	}
}

// readGo looks through the comments, the printed strings and the width of a Go file.
func readGo(path string, fault func(string, int, string, ...any)) error {
	source, err := os.ReadFile(path)
	if err != nil || path == "prose_test.go" {
		return err
	}
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, source, parser.ParseComments)
	if err != nil || ast.IsGenerated(file) {
		return err
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			first := files.Position(c.Pos()).Line
			for i, line := range strings.Split(c.Text, "\n") {
				if strings.HasPrefix(line, "//go:") {
					continue
				}
				look(line, func(instead, found string) { fault(path, first+i, "%q: write %s", found, instead) })
				if column := files.Position(c.Pos()).Column; column == 1+indentOf(source, files.Position(c.Pos()).Offset) &&
					width(line)+3*(column-1)+column-1 > widestComment && strings.Contains(strings.TrimPrefix(line, "// "), " ") {
					fault(path, first+i, "comment over %d columns", widestComment)
				}
			}
		}
	}
	if !strings.HasSuffix(path, "_test.go") {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.BasicLit); ok && s.Kind == token.STRING && strings.Count(s.Value, " ") >= 3 {
				look(s.Value, func(instead, found string) {
					fault(path, files.Position(s.Pos()).Line, "%q: write %s", found, instead)
				})
			}
			return true
		})
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if ok && f.Doc != nil && f.Type.Results != nil &&
			regexp.MustCompile(`^// `+f.Name.Name+` (is|are)\b`).MatchString(f.Doc.List[0].Text) {
			fault(path, files.Position(f.Pos()).Line, "%s has a result: write \"%[1]s returns …\" or \"reports whether …\"", f.Name.Name)
		}
	}
	for i, line := range strings.Split(string(source), "\n") {
		if width(line) > widestCode && !strings.Contains(line, "://") && !isData(line) {
			fault(path, i+1, "code over %d columns", widestCode)
		}
	}
	return nil
}

// isData reports whether a line is a row of a table: a string or a composite literal that cannot be
// broken without hiding what it holds.
func isData(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "{") || strings.HasPrefix(line, `"`) || strings.HasPrefix(line, "`")
}

// indentOf returns how many tabs begin the line of an offset, or -1 if the line begins otherwise.
func indentOf(source []byte, offset int) int {
	start := strings.LastIndexByte(string(source[:offset]), '\n') + 1
	for _, b := range source[start:offset] {
		if b != '\t' {
			return -1
		}
	}
	return offset - start
}

func width(line string) int {
	return utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    "))
}

// look calls found for each phrase in a line of prose.
func look(line string, found func(instead, phrase string)) {
	for _, p := range phrases {
		for _, at := range p.pattern.FindAllStringIndex(line, -1) {
			if p.except == nil || !p.except.MatchString(line[at[0]:]) {
				found(p.instead, line[at[0]:at[1]])
			}
		}
	}
}

// readGuide looks through a guide in Markdown, code left out.
func readGuide(path string, fault func(string, int, string, ...any)) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	code := false
	for i, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			code = !code
		}
		if !code {
			look(line, func(instead, found string) { fault(path, i+1, "%q: write %s", found, instead) })
		}
	}
	return nil
}
