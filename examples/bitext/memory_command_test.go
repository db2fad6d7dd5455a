package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A memory is merged in place with another, cut, put together and compared.
func TestMemoryCommands(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "all.tmx"), []byte(everything), 0o666))
	runIn(t, dir, 0, "align", "all.tmx", "--langs", "en,fr-FR", "-o", "fr.tmx")
	runIn(t, dir, 0, "align", "all.tmx", "-o", "master.tmx")
	_, want := unitsIn(t, filepath.Join(dir, "master.tmx"))

	runIn(t, dir, 0, "memory", "merge", "master.tmx", "master.tmx", "-o", "master.tmx")
	_, got := unitsIn(t, filepath.Join(dir, "master.tmx"))
	assert.Equal(t, want, got, "a memory merged with itself")

	runIn(t, dir, 0, "memory", "split", "master.tmx", "--max-units", "1", "-o", "parts")
	parts, err := filepath.Glob(filepath.Join(dir, "parts", "*.tmx"))
	require.NoError(t, err)
	require.Len(t, parts, 3)
	runIn(t, dir, 0, append([]string{"memory", "merge", "-o", "again.tmx"}, parts...)...)
	out := runIn(t, dir, 0, "memory", "diff", "master.tmx", "again.tmx")
	assert.Contains(t, out, "3 units equal, 0 with other details, 0 with another translation, 0 removed, 0 added")

	runIn(t, dir, 0, "memory", "split", "master.tmx", "--by", "domain", "-o", "domains")
	assert.FileExists(t, filepath.Join(dir, "domains", "master.Ferries.tmx"))
	assert.FileExists(t, filepath.Join(dir, "domains", "master.none.tmx"))

	for name, wording := range map[string]string{
		"job.en.txt": "The tide is low.\n\nNobody came.\n",
		"job.fr.txt": "La marée est basse.\n\nPersonne n'est venu.\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(wording), 0o666))
	}
	job := []string{"align", "--langs", "en,fr", "job.en.txt", "job.fr.txt", "--append", "master.tmx"}
	assert.Contains(t, runIn(t, dir, 0, job...), "2 units added to 3")
	_, got = unitsIn(t, filepath.Join(dir, "master.tmx"))
	require.Len(t, got, 5)
	assert.Equal(t, want, got[:3])
	once, err := os.ReadFile(filepath.Join(dir, "master.tmx"))
	require.NoError(t, err)
	assert.Contains(t, runIn(t, dir, 0, job...), "0 units added to 5; the memory has 2 more already")
	twice, err := os.ReadFile(filepath.Join(dir, "master.tmx"))
	require.NoError(t, err)
	assert.Equal(t, string(once), string(twice))
	assert.Contains(t, runIn(t, dir, 2, append(job, "-o", "x.tmx")...), "--append and -o both name the memory")
	stderr := runIn(t, dir, 2, "align", "all.tmx", "--append", "master.tmx")
	assert.Contains(t, stderr, "bitext memory merge master.tmx all.tmx -o master.tmx")

	for _, c := range []struct {
		want string
		args []string
	}{
		{"nothing says where to cut", []string{"split", "master.tmx", "-o", "x"}},
		{"-o is missing", []string{"split", "master.tmx", "--by", "domain"}},
		{`"accents" cannot be ignored`, []string{"dedup", "master.tmx", "--ignore", "accents"}},
		{"there is no such prefer; choose newest", []string{"dedup", "master.tmx", "--prefer", "oldest"}},
		{"memory diff takes 2 memory files, but 1 are named", []string{"diff", "master.tmx"}},
		{`there is no command "memory join"`, []string{"join"}},
	} {
		assert.Contains(t, runIn(t, dir, 2, append([]string{"memory"}, c.args...)...), c.want)
	}
	assert.NoDirExists(t, filepath.Join(dir, "x"))
}
