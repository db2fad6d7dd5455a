package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/internal/papers"
)

// The program makes a memory in three shards, each in its own process, and merges them to the bytes
// of one run.
func TestShardsOfTheProgram(t *testing.T) {
	dir := t.TempDir()
	put := func(name, body string) {
		path := filepath.Join(dir, "archive", name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(body), 0o666))
	}
	for i := range 28 {
		put(fmt.Sprintf("en/paper%02d.txt", i), papers.Document(i, 0))
		put(fmt.Sprintf("fr/paper%02d.txt", i), papers.Document(i, 1))
	}
	put("en/odd.txt", papers.Document(40, 0))
	put("fr/odd.txt", "\x00\x01\x02")
	runIn(t, dir, 3, "seed", "archive", "--lexicon", "none", "-o", "one.tmx.gz")
	for _, pass := range []string{"--first-pass", "--second-pass"} {
		status := 0
		for _, i := range []int{2, 3, 1} {
			if pass == "--second-pass" && i == 1 {
				status = 3 // where the odd one is
			}
			stderr := runIn(t, dir, status, "seed", "archive", "--lexicon", "none", "--shard",
				fmt.Sprintf("%d/3", i), pass,
				"words", "-o", fmt.Sprintf("part-%d.tmx", i))
			if pass == "--first-pass" {
				assert.Contains(t, stderr, "What they teach is left in words for the second pass")
				assert.DirExists(t, filepath.Join(dir, fmt.Sprintf("part-%d.tmx.seeding", i)))
			}
		}
	}
	stderr := runIn(t, dir, 0, "memory", "merge", "part-3.tmx", "part-1.tmx", "part-2.tmx", "-o", "all.tmx.gz")
	assert.Contains(t, stderr, "because an equal one stays")
	want, err := os.ReadFile(filepath.Join(dir, "one.tmx.gz"))
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(dir, "all.tmx.gz"))
	require.NoError(t, err)
	assert.Equal(t, want, got)
	left, err := filepath.Glob(filepath.Join(dir, "*seeding*"))
	require.NoError(t, err)
	assert.Empty(t, left)

	for why, args := range map[string]string{
		"of 3 shards, these are missing: 3":          "memory merge part-1.tmx part-2.tmx -o x.tmx",
		"these are missing: 1, 2, 3; do their first": "seed archive --shard 1/3 --second-pass no -o x.tmx",
	} {
		assert.Contains(t, runIn(t, dir, 1, strings.Fields(args)...), why)
	}
	for why, args := range map[string]string{
		`--shard: "4/3" is no shard; give its number`:   "--shard 4/3",
		"--first-pass and --second-pass are for shards": "--first-pass words",
		"a shard does not know what the others teach":   "--shard 1/3",
		"--alone makes no second pass":                  "--shard 1/3 --alone --first-pass words",
		"give one of them at a time":                    "--shard 1/3 --first-pass w --second-pass w",
		"give them to bitext memory merge":              "--shard 1/3 --alone --for omegat",
		"--list writes the pairs of all shards":         "--shard 1/3 --alone --list",
		"archive/w is in the folder of the documents":   "--shard 1/3 --first-pass archive/w",
	} {
		assert.Contains(t, runIn(t, dir, 2, strings.Fields("seed archive -o x.tmx "+args)...), why)
	}
	args := strings.Fields("memory merge part-1.tmx --ignore case -o x")
	assert.Contains(t, runIn(t, dir, 2, args...), "merge them first, and give these flags to bitext memory dedup")
}
