package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// Without layout, paragraphs and lengths say nothing, and words what they said before.
func TestWithoutLayout(t *testing.T) {
	src := segment.New("The museum of Samarkand.\n\nIt has 12 rooms.", language.English)
	tgt := segment.New("Le musée de Samarkand.\n\nIl a douze pièces (12).", language.French)
	fit := func(s evidence.Sum) evidence.Model {
		m, err := s.Fit(t.Context(), src, tgt)
		require.NoError(t, err)
		return m
	}
	words := evidence.Sum{evidence.Edges{}, evidence.Cognates{}, evidence.Numbers{}}
	layout := evidence.Sum{evidence.Length{}, evidence.Breaks{}}
	whole := fit(append(layout[:2:2], words...)).(evidence.Layouter).WithoutLayout()
	first := segment.Range{Lo: 0, Hi: 1}
	assert.InDelta(t, fit(words).Pricer().Cost(first, first), whole.Pricer().Cost(first, first), 1e-12)
	assert.Nil(t, fit(layout).(evidence.Layouter).WithoutLayout())
	assert.Nil(t, fit(evidence.Sum{evidence.Length{}}).(evidence.Layouter).WithoutLayout())
}
