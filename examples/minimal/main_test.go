package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
)

func TestTheReportBecomesAMemory(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run(filepath.Join("..", "..", "testdata", "report", "report.ar-en.txt"), &out))
	units, unpaired := 0, 0
	for u, err := range tmx.Units(&out) {
		require.NoError(t, err)
		assert.Len(t, u.Variants, 2)
		units++
		for _, p := range u.Props {
			if p.Type == memory.PropBehind || p.Type == memory.PropBefore {
				unpaired++
			}
		}
	}
	assert.Greater(t, units, 20)
	assert.NotZero(t, unpaired, "sentences without a counterpart are kept")
}

func TestErrorsNameTheFile(t *testing.T) {
	assert.ErrorContains(t, run("none.txt", &bytes.Buffer{}), "none.txt: there is no such file")
	french := filepath.Join("..", "..", "testdata", "report", "report.fr.txt")
	assert.ErrorContains(t, run(french, &bytes.Buffer{}), "report.fr.txt: ")
}
