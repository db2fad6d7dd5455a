package ngram

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLanguagesOfTheTables(t *testing.T) {
	for script, codes := range langs {
		assert.Equal(t, codes, tables[script]().Langs, script)
	}
	assert.Len(t, known(), 75)
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load("Latn")
	}
}
