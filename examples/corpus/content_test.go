package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/internal/papers"
)

// gathered are the groups of the pipelines of these tests, which run in this process.
var gathered struct {
	sync.Mutex
	groups []Group
	doubts int // groups whose texts are found not to be translations of each other
}

func gatherGroup(a Aligned) {
	gathered.Lock()
	defer gathered.Unlock()
	if a.Alignment.Unrelated(seed.Unrelated) != "" {
		gathered.doubts++
		return
	}
	gathered.groups = append(gathered.groups, a.Group)
}

func init() { beam.RegisterFunction(gatherGroup) }

// scale returns a number that a variable of the environment may set, for larger runs.
func scale(t *testing.T, name string, usual int) int {
	t.Helper()
	if value := os.Getenv(name); value != "" {
		n, err := strconv.Atoi(value)
		require.NoError(t, err)
		return n
	}
	return usual
}

// hidden pairs and aligns documents in three languages by content: a tenth of them are pairs, and
// all others have no translation. It returns how many pairs are found, how many groups are wrong,
// and how many pairs of documents were compared.
func hidden(t *testing.T, n int) (found, wrong, compared int) {
	t.Helper()
	const sentences = 24
	var documents []Document
	add := func(paper, lang int) {
		id := fmt.Sprintf("%08x", uint32(len(documents))*2654435761)
		documents = append(documents, Document{ID: id, Text: papers.Varied(paper, lang, sentences)})
	}
	partner := map[string]string{}
	for i := range n / 10 {
		add(i, i%3)
		add(i, (i+1)%3)
		a, b := documents[len(documents)-2].ID, documents[len(documents)-1].ID
		partner[a], partner[b] = b, a
	}
	for i := len(documents); i < n; i++ {
		add(i, i%3)
	}
	gathered.groups, gathered.doubts = nil, 0
	p, s := beam.NewPipelineWithRoot()
	c := config(t.TempDir())
	groups, _ := pairByContent(s, c, beam.Reshuffle(s, beam.CreateList(s, documents)))
	aligned, _ := alignGroups(s, c, groups)
	beam.ParDo0(s, gatherGroup, aligned)
	result, err := ptest.RunWithMetrics(p)
	require.NoError(t, err)
	for _, g := range gathered.groups {
		if len(g.Documents) == 2 && partner[g.Documents[0].ID] == g.Documents[1].ID {
			found++
		} else {
			wrong++
		}
	}
	t.Logf("%d groups were found and given up, since their texts have little in common", gathered.doubts)
	return found, wrong, int(counters(result)["pairs of documents compared"])
}

// Pairs are found among ten times as many documents without names and without a translation, nearly
// all of them, and hardly any wrong one. The work grows with the documents, not with their square.
// CORPUS_HIDDEN=5000 is the run that docs/corpus.md reports.
func TestPairsAreFoundByContent(t *testing.T) {
	n := scale(t, "CORPUS_HIDDEN", 300)
	found, wrong, compared := hidden(t, n)
	t.Logf("%d documents: %d of %d pairs found, %d groups wrong, %d compared", n, found, n/10, wrong, compared)
	assert.GreaterOrEqual(t, float64(found), 0.97*float64(n/10))
	assert.LessOrEqual(t, float64(wrong), 0.01*float64(found+wrong))
	assert.LessOrEqual(t, compared, 2*perLanguage*n)
}
