package bitext_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// heaviest is how many bytes the program below may have. It has about four million; lists of words
// or language models that came in by accident would show.
const heaviest = 6 << 20

const small = `package main

import (
	"os"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

func main() {
	texts := []*segment.Text{segment.New(os.Args[1], language.Arabic), segment.New(os.Args[2], language.English)}
	beads, err := align.Align(texts...)
	if err != nil {
		panic(err)
	}
	w := tmx.NewWriter(os.Stdout)
	for _, bead := range beads {
		if unit, ok := tmx.NewUnit(bead, texts...); ok {
			w.Write(unit)
		}
	}
	w.Close()
}
`

// A program that aligns and writes TMX stays small.
func TestWeightOfASmallProgram(t *testing.T) {
	dir := t.TempDir()
	source, program := filepath.Join(dir, "main.go"), filepath.Join(dir, "program")
	require.NoError(t, os.WriteFile(source, []byte(small), 0o600))
	out, err := exec.Command("go", "build", "-ldflags=-s -w", "-trimpath", "-o", program, source).CombinedOutput()
	require.NoError(t, err, string(out))
	info, err := os.Stat(program)
	require.NoError(t, err)
	t.Logf("%d bytes", info.Size())
	assert.Less(t, info.Size(), int64(heaviest))
}
