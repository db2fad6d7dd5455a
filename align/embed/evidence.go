package embed

import (
	"context"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// Evidence returns the evidence of the vectors that c gets for each sentence, and for each range of
// up to maxGroup sentences, at least 1. The vector of a range says more than the mean of those of
// its sentences (Thompson and Koehn, "Vecalign", 2019), but each further sentence is as much work
// again for the server. Fit sends the texts, and returns soon after its context is cancelled.
//
// The package was tested with servers that speak the protocol, not yet with a real model.
func (c *Client) Evidence(maxGroup int) evidence.Scorer { return scorer{c, max(1, maxGroup)} }

type scorer struct {
	client   *Client
	maxGroup int
}

// Fit gets the vectors of both texts.
func (s scorer) Fit(ctx context.Context, src, tgt *segment.Text) (evidence.Model, error) {
	type span struct {
		text *segment.Text
		segment.Range
	}
	var spans []span
	var wordings []string
	for _, text := range []*segment.Text{src, tgt} {
		for lo := range text.Sentences {
			for hi := lo + 1; hi <= min(lo+s.maxGroup, len(text.Sentences)); hi++ {
				spans = append(spans, span{text, segment.Range{Lo: lo, Hi: hi}})
				wordings = append(wordings, text.Wording(segment.Range{Lo: lo, Hi: hi}))
			}
		}
	}
	all, err := s.client.Embed(ctx, wordings)
	if err != nil {
		return nil, err
	}
	vectors := map[span][]float32{}
	for i, x := range spans {
		vectors[x] = all[i]
	}
	return evidence.Vectors{
		Of: func(_ context.Context, text *segment.Text, r segment.Range) ([]float32, error) {
			return vectors[span{text, r}], nil
		},
		MaxGroup: s.maxGroup,
	}.Fit(ctx, src, tgt)
}
