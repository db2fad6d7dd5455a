package seed_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/align/seed"
)

// Names that are paired block by block are in the same groups as names that are paired all at once.
func TestBlocksOfNamesArePairedByThemselves(t *testing.T) {
	words := []string{"report", "Report", "annual", "en", "fr", "zh-Hans", "pt_BR", "French", "Norwegian Bokmål",
		"2016", "x", "guide", "ar-en", "docs", "ko", "Latn", "419"}
	endings := []string{".txt", ".docx", ".fr", "", ".en.txt", "_ar.txt", ".txt.gz"}
	chance := rand.New(rand.NewSource(5))
	grouped := 0
	for range 300 {
		var files []seed.File
		seen := map[string]bool{}
		for range 40 {
			var parts []string
			for range 1 + chance.Intn(3) {
				folder := words[chance.Intn(len(words))]
				if chance.Intn(2) == 0 {
					folder += []string{".", "_", "-", " "}[chance.Intn(4)] + words[chance.Intn(len(words))]
				}
				parts = append(parts, folder)
			}
			name := strings.Join(parts, "/") + endings[chance.Intn(len(endings))]
			if !seen[name] {
				files = append(files, seed.File{Path: name, Name: name})
			}
			seen[name] = true
		}
		all := groups(seed.PairByName(slices.Clone(files)))
		blocks := map[string][]seed.File{}
		for _, f := range files {
			key := seed.NameBlock(f.Name)
			blocks[key] = append(blocks[key], f)
		}
		var apart []string
		for _, b := range blocks {
			apart = append(apart, groups(seed.PairByName(b))...)
		}
		slices.Sort(apart)
		assert.Equal(t, all, apart)
		grouped += len(all)
	}
	assert.Greater(t, grouped, 500, "the names hardly belong together, so that the test says little")
}

// groups returns the groups of a collection and its loose files, sorted, with their languages.
func groups(c seed.Collection) (out []string) {
	for _, g := range c.Groups {
		text := ""
		for _, f := range g {
			text += f.Name + "=" + f.Lang.String() + " "
		}
		out = append(out, text)
	}
	for _, f := range c.Loose {
		out = append(out, "loose "+f.Name)
	}
	slices.Sort(out)
	return out
}
