package align

import (
	"context"
	"math"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/internal/judge"
	"github.com/bitext-go/bitext/internal/dp"
)

const (
	// textProof is how many nats the words of all beads must say, beyond what the path was free to
	// choose, for two short texts to be as likely translations as not. It is as much as lengths
	// must say (see lengthProof). METHOD.md has how many texts are doubted with it.
	textProof = 5
	// Texts with fewer sentences than this are not doubted: they hold too little.
	leastDoubted = 2
	// Nor are texts with more cells than this, whose beads have many rivals to be told from, and in
	// which words repeat: there the judgement of each bead is enough.
	mostDoubted = 40_000
)

// related returns the probability that two short texts are translations at all, as the words of
// their beads show it; 1 for texts that are not doubted. Each bead is judged by what translations
// look like in its texts, and in a short text it is taken for granted that there are some. Of
// unrelated texts of one layout, the search finds as many beads as there are sentences, and a few
// of them are good by chance.
func (x *search) related(ctx context.Context, beads []Bead) (float64, error) {
	if min(len(x.src.Sentences), len(x.tgt.Sentences)) < leastDoubted || x.cells() > mostDoubted {
		return 1, nil
	}
	model, err := x.unlearnt(ctx)
	if err != nil || model == nil {
		return 1, err
	}
	pricer := x.call.coarse(model)
	src, tgt := newWindows(x.srcChars, rivals), newWindows(x.tgtChars, rivals)
	var measured []judge.Bead
	for _, q := range pairsOf(beads) {
		if err := ctx.Err(); err != nil {
			return 1, err
		}
		measured = append(measured, amongRivals(pricer, q, src, tgt))
	}
	if len(measured) == 0 {
		return 1, nil
	}
	return logistic(judge.Proof(measured) - choiceOf(beads, len(x.tgt.Sentences)) - textProof), nil
}

// unlearnt returns the model as it was before it learnt from beads, without what it knows of the
// layout of the texts; nil if it cannot begin anew or knows nothing else.
func (x *search) unlearnt(ctx context.Context) (evidence.Model, error) {
	model := x.model
	if l, ok := model.(evidence.Layouter); ok {
		model = l.WithoutLayout()
	}
	f, ok := model.(evidence.Fresher)
	if !ok {
		return nil, nil
	}
	return f.Fresh(ctx)
}

// choiceOf returns how many nats it takes to choose the beads: the entropy of their shapes, and for
// each that moved, which of the target sentences it is with.
func choiceOf(beads []Bead, sentences int) (nats float64) {
	shapes, n := map[dp.Shape]float64{}, 0.0
	for _, b := range beads {
		if b.Moved {
			nats += math.Log(float64(sentences))
			continue
		}
		shapes[dp.Shape{M: b.Ranges[0].Len(), N: b.Ranges[1].Len()}]++
		n++
	}
	return nats + entropy(shapes, n)
}
