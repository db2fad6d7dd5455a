package seed_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/papers"
)

// The report counts units whose text is not translated, but copied.
func TestCopiedUnitsAreCounted(t *testing.T) {
	const copied = "\n\nThe keeper of the old bridge did not answer any of our letters this year.\n\n"
	for want, translation := range map[int]string{0: papers.Document(1, 1), 1: papers.Document(1, 1) + copied} {
		dir := t.TempDir()
		put(t, dir, map[string]string{"a.en.txt": papers.Document(1, 0) + copied, "a.fr.txt": translation})
		s, memory := seeding(t, dir)
		s.Filter = seed.Filter{}
		r, err := s.Run(t.Context())
		require.NoError(t, err)
		assert.Equal(t, want, r.Units.Untranslated)
		assert.Positive(t, r.Units.Written)
		assert.NotEmpty(t, memory.String())
	}
}
