package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
)

func TestVersion(t *testing.T) {
	out := bitext(t, "--version")
	assert.True(t, strings.HasPrefix(out, "bitext "+version()+"\n"), out)
	for _, part := range []string{"\ncommit: ", "core " + core.Version, "wide " + wide.Version, modelsVersion} {
		assert.Contains(t, out, part)
	}
	raw, err := os.ReadFile("../../lang/lingua/go.mod")
	require.NoError(t, err)
	name, number, _ := strings.Cut(modelsVersion, "lingua-go ")
	assert.NotEmpty(t, name+number)
	assert.Contains(t, string(raw), "github.com/pemistahl/lingua-go "+number+"\n",
		"make the tables again, and change modelsVersion")
}
