package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// segmented runs bitext segment on a text and returns what it writes.
func segmented(t *testing.T, text string, args ...string) (string, error) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "well.en.txt"), filepath.Join(dir, "out")
	require.NoError(t, os.WriteFile(in, []byte(text), 0o600))
	c := segmentCommand()
	c.SetArgs(append(args, "-o", out, in))
	c.SilenceUsage, c.SilenceErrors = true, true
	err := c.Execute()
	written, _ := os.ReadFile(out)
	return string(written), err
}

func TestSegmentBySRX(t *testing.T) {
	rules := filepath.Join(t.TempDir(), "rules.srx")
	require.NoError(t, os.WriteFile(rules, []byte(`<srx version="2.0"><header cascade="yes"/><body>
<languagerules><languagerule languagerulename="x">
<rule break="no"><beforebreak>Wll\.</beforebreak><afterbreak>\s</afterbreak></rule>
<rule break="yes"><beforebreak>[.;]</beforebreak><afterbreak>\s</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="x"/></maprules></body></srx>`), 0o600))
	out, err := segmented(t, "The Wll. is deep; it is old. Dr. Roy dug it.", "--lang", "en", "--srx", rules)
	require.NoError(t, err)
	assert.Equal(t, "The Wll. is deep;\nit is old.\nDr.\nRoy dug it.\n", out)
	out, err = segmented(t, "The Wll. is deep; it is old.", "--lang", "en", "--srx", rules, "--explain")
	require.NoError(t, err)
	assert.Contains(t, out, `well.en.txt:1: continues by line 3 (Wll\. ¦ \s): The Wll.¦ is deep`)
	assert.Contains(t, out, `well.en.txt:1: ends by line 4 ([.;] ¦ \s): The Wll. is deep;¦ it is old.`)
	_, err = segmented(t, "x", "--lang", "en", "--style", "uax29", "--explain")
	assert.ErrorContains(t, err, "no rules to name")
	_, err = segmented(t, "x", "--lang", "en", "--srx", rules+"x")
	assert.ErrorContains(t, err, "no such file")
}

func TestSegmentExplains(t *testing.T) {
	out, err := segmented(t, "Dr. Roy dug it.\nIt is deep. All drink.", "--lang", "en", "--explain")
	require.NoError(t, err)
	assert.Contains(t, out, "well.en.txt:1: continues by A2 (an abbreviation before a name): Dr¦. Roy")
	assert.Contains(t, out, "well.en.txt:2: ends by P10 (a period): It is deep.¦ All")
	out, err = segmented(t, "It is deep. All drink.", "--lang", "en", "--json", "--explain")
	require.NoError(t, err)
	assert.Equal(t, `{"file":"well.en.txt","lang":"en","paragraph":1,"text":"It is deep.","start":0,"end":11,`+
		`"firstLine":1,"lastLine":1,"rule":"P10","reason":"a period"}`, strings.Split(out, "\n")[0])
}

// A line of JSON that is not valid is named, and the others are written.
func TestSegmentLinesOfJSON(t *testing.T) {
	out, err := segmented(t, `{"lang":"und","text":"Ab. Cd."}`+"\nxx\n"+`{"lang":"en","text":"One. Two."}`+"\n",
		"--jsonl")
	assert.ErrorContains(t, err, ":2: not a line of JSON")
	lines := strings.Split(out, "\n")
	assert.Equal(t, `{"sents":["Ab.","Cd."]}`, lines[0])
	assert.Contains(t, lines[1], `"err":"not a line`)
	assert.Equal(t, `{"sents":["One.","Two."]}`, lines[2])
}
