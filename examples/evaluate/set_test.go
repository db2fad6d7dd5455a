package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/internal/gold"
)

const meadow = "../../internal/gold/testdata/meadow"

// The figures of a real set are those of the scorer that the data come with.
func TestFiguresAreThoseOfScorePy(t *testing.T) {
	data := filepath.Join(gold.Dir(t), "bench", "align")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Log("no python3: the figures are held against counts by hand only")
		return
	}
	for _, dir := range []string{"gold/textberg-dev", "made/mixed/ar-en"} {
		s, err := readSet(filepath.Join(data, filepath.FromSlash(dir)), [2]language.Tag{}, 0)
		require.NoError(t, err)
		r, err := s.align(context.Background(), evidence.Length{}) // wrong often enough to tell figures apart
		require.NoError(t, err)
		args := []string{filepath.Join(data, "score.py")}
		out := t.TempDir()
		for i, c := range s.cases {
			file := filepath.Join(out, fmt.Sprint(i))
			require.NoError(t, os.WriteFile(file, []byte(lines(r.found[i])), 0o600))
			args = append(args, c.Name+".gold", file)
		}
		p, c, f := r.score.Strict()
		lp, lc, lf := r.score.Lax()
		const form = "%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%d\t%d\n"
		want := fmt.Sprintf(form, p, c, f, lp, lc, lf, r.score.Found, r.score.Gold)
		got, err := exec.Command(python, append(args, "--tsv")...).Output()
		require.NoError(t, err)
		assert.Equal(t, want, string(got), dir)
		got, err = exec.Command(python, append(args, "--by-type")...).Output()
		require.NoError(t, err)
		for name, n := range r.score.Types {
			assert.Contains(t, string(got), fmt.Sprintf(" %s: %d/%d =", name, n.Right, n.All), dir)
		}
	}
}

// lines returns beads in the form of gold files.
func lines(beads []gold.Bead) string {
	var b strings.Builder
	for _, x := range beads {
		for i, side := range [][]int{x.Src, x.Tgt} {
			if i > 0 {
				b.WriteString(":")
			}
			b.WriteString(strings.ReplaceAll(fmt.Sprint(side), " ", ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// What a user sees, on a set of one short document.
func TestRun(t *testing.T) {
	var first, again, help bytes.Buffer
	require.NoError(t, run([]string{"--reliability", meadow}, &first, &help))
	assert.Contains(t, first.String(), "testdata/meadow: en-de, documents 1, beads ")
	assert.Regexp(t, `recall   1-1 \d/3 = [01]\.\d{3}  `, first.String())
	assert.Contains(t, first.String(), "Boundary of beads with two sides: is the bead cut right (strict)\n")
	require.NoError(t, run([]string{"--reliability", "--langs", "en,de", meadow}, &again, &help))
	_, rest, _ := strings.Cut(first.String(), "\n")
	_, same, _ := strings.Cut(again.String(), "\n")
	assert.Equal(t, rest, same, "the languages are found as they are given")
}

func TestLanguagesWithoutLexicon(t *testing.T) {
	var out, help bytes.Buffer
	dir := filepath.Join(t.TempDir(), "cy-fo")
	require.NoError(t, os.CopyFS(dir, os.DirFS(meadow)))
	require.NoError(t, run([]string{"--lexicon", "core", dir, meadow}, &out, &help))
	assert.Contains(t, out.String(), "cy-fo: cy-fo (no lexicon), documents 1")
	assert.Contains(t, out.String(), "meadow: en-de, documents 1")
	assert.Contains(t, out.String(), "mean F1 of 2 sets")
}

func TestMistakesAreExplained(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "name one that holds"},
		{[]string{"--lexicon", "huge", meadow}, "choose none, core or wide"},
		{[]string{"--langs", "en", meadow}, "write two languages"},
		{[]string{"--langs", "en,!", meadow}, `"!"`},
		{[]string{t.TempDir()}, "no NAME.gold"},
	} {
		var out, help bytes.Buffer
		assert.ErrorContains(t, run(c.args, &out, &help), c.want, c.args)
		assert.Empty(t, out.String())
	}
}

func TestAblate(t *testing.T) {
	s, err := readSet(meadow, [2]language.Tag{}, 0)
	require.NoError(t, err)
	dict, err := dictionary("core")
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, ablate(context.Background(), &out, []*set{s}, dict))
	rows := strings.Split(strings.TrimSpace(out.String()), "\n")
	assert.Len(t, rows, 2+len(variants(dict)))
	for _, row := range rows[2:] {
		assert.Regexp(t, `^\| [A-Za-z ]+ \| [01]\.\d{3} \|$`, row)
	}
	for _, v := range variants(dict)[1:12] {
		assert.Len(t, v.scorer, 10, v.name)
		name := strings.TrimPrefix(v.name, "without ")
		for _, e := range v.scorer {
			assert.NotEqual(t, "evidence."+name, fmt.Sprintf("%T", e), "a row leaves out what it says")
		}
	}
}
