package judge

import (
	"context"
	"math"
)

// translations is what translations look like in one pair of texts. Leads of beads are a mixture of
// those of strangers, which are the same everywhere, and those of translations.
type translations struct {
	lead          float64 // the mean of lead over size
	spread        float64 // its deviation, as a share of the mean
	density       float64 // the mean of the density
	densitySpread float64 // and its deviation
}

const (
	// Before beads are looked at, translations are thought to have these means and deviations, as
	// if priorBeads beads had shown it.
	priorLead, priorSpread           = 4, 0.7
	priorDensity, priorDensitySpread = 0.3, 0.2
	priorBeads                       = 4
	leastDeviation                   = 0.6  // of leads
	mostLead                         = 20   // over size; more says nothing more
	mixtureRounds                    = 30   // of expectation and maximisation, at most
	unlike                           = 0.03 // the share of translations that look like strangers
	// settled is the change of all estimates in one round below which there is no other round. The
	// next ones change no confidence by a thousandth.
	settled = 1e-5
)

// Translations are taken to lead by leastLead at least, and by one more for each doubling of
// fewBeads, up to leastLongLead: a long text teaches words of its own. Without that, the beads that
// a search finds in long unrelated texts, which lead by 1 to 2.6 in the mean, become the
// translations of the mixture. 1,300 beads of novels lead by 3.8 without a lexicon and by 7 with
// one; 250 beads lead by 1.8 and more without one.
const (
	leastLead, leastLongLead = 1, 3
	fewBeads                 = 250
)

// Leads of strangers are of two kinds: usual ones, and, as a share of all, those of beads that have
// a subject in common. The figures are those of the beads that a search finds in unrelated texts.
const (
	usualMean, usualSpread                   = 0.1, 0.5
	relatedShare, relatedMean, relatedSpread = 0.2, 1.2, 1.4
)

// Logarithms of constants.
var (
	halfLog2Pi                       = math.Log(2*math.Pi) / 2
	logUsual, logRelated             = math.Log(1 - relatedShare), math.Log(relatedShare)
	logUsualSpread, logRelatedSpread = math.Log(usualSpread), math.Log(relatedSpread)
)

// Log-odds are a weighted sum, fitted by logistic regression to beads of parallel and of partly
// parallel texts, in which translations and strangers count for as much.
const (
	bias          = 1.3
	leadWeight    = 0.5 // of the log ratio of the densities of the lead
	densityWeight = 1.4 // of how far the density is from the mean, in deviations

	leastRatio, mostRatio     = -4, 12
	leastDensity, mostDensity = -3, 1 // in deviations
)

// logOdds returns how much likelier a bead is a translation than none, before others are looked at.
func (t *translations) logOdds(c *comparison) float64 {
	if c.null {
		return -mostEvidence
	}
	ratio := max(leastRatio, min(mostRatio, t.ratio(c, stranger(c.lead))))
	density := max(leastDensity, min(mostDensity, (c.density-t.density)/t.densitySpread))
	return bias + c.known*(leadWeight*ratio+densityWeight*density)
}

// ratio returns the log ratio of the densities of a lead, translations against strangers, given the
// log density of strangers. A lead beyond the mean of translations counts as the mean.
func (t *translations) ratio(c *comparison, strangers float64) float64 {
	mean := t.lead * c.size
	x := c.lead
	if x > mean {
		x, strangers = mean, stranger(mean)
	}
	deviation := max(leastDeviation, t.spread*mean)
	return normal((x-mean)/deviation, math.Log(deviation)) - strangers
}

// oddsOf returns the odds of a translation, of which a few look like strangers, given the log ratio
// of the densities and how much it tells.
func oddsOf(ratio, known float64) float64 {
	odds := unlike + (1-unlike)*math.Exp(min(ratio, 2*mostEvidence))
	if known < 1 {
		return math.Pow(odds, known)
	}
	return odds
}

// stranger returns the log density of the lead of a stranger.
func stranger(x float64) float64 {
	return logAdd(logUsual+normal((x-usualMean)/usualSpread, logUsualSpread),
		logRelated+normal((x-relatedMean)/relatedSpread, logRelatedSpread))
}

// estimate finds what translations look like by expectation and maximisation, along a chain.
func estimate(ctx context.Context, list []comparison) (translations, error) {
	t := translations{lead: priorLead, spread: priorSpread}
	odds, strangers := make([]float64, len(list)), make([]float64, len(list))
	for i := range list {
		strangers[i] = stranger(list[i].lead)
	}
	c, least := newChain(), leastLeadOf(list)
	leads := figuresOf(list, func(c *comparison) (float64, bool) { return min(mostLead, c.lead/c.size), c.typical })
	var p []float64
	for range mixtureRounds {
		if err := ctx.Err(); err != nil {
			return t, err
		}
		for i := range list {
			if odds[i] = leastOdds; !list[i].null {
				odds[i] = oddsOf(t.ratio(&list[i], strangers[i]), list[i].known)
			}
		}
		chainBefore, before := *c, t
		p = c.round(odds)
		mean, _ := leads.moments(p, priorLead, 0)
		t.lead = max(least, mean)
		_, deviation := leads.moments(p, t.lead, priorSpread*t.lead)
		t.spread = deviation / t.lead
		if c.near(&chainBefore) && math.Abs(t.lead-before.lead) < settled &&
			math.Abs(t.spread-before.spread) < settled {
			break
		}
	}
	densities := figuresOf(list, func(c *comparison) (float64, bool) { return c.density, !c.null })
	t.density, _ = densities.moments(p, priorDensity, 0)
	_, t.densitySpread = densities.moments(p, t.density, priorDensitySpread)
	return t, nil
}

// leastLeadOf returns the least that translations among beads are taken to lead by.
func leastLeadOf(list []comparison) float64 {
	n := 0
	for i := range list {
		if !list[i].null {
			n++
		}
	}
	return min(leastLongLead, leastLead+max(0, math.Log2(float64(n)/fewBeads)))
}

// figures are a figure of some beads.
type figures []figure

// A figure is one of the bead at an index.
type figure struct {
	at int
	x  float64
}

// figuresOf returns the figures of the beads that of reports to count.
func figuresOf(list []comparison, of func(*comparison) (x float64, ok bool)) (out figures) {
	for i := range list {
		if x, ok := of(&list[i]); ok {
			out = append(out, figure{i, x})
		}
	}
	return out
}

// moments returns the mean and the deviation of figures, given the weights of all beads, beside
// priorBeads beads with the given ones.
func (f figures) moments(weights []float64, mean, deviation float64) (m, d float64) {
	sum, squares, n := mean*priorBeads, deviation*deviation*priorBeads, float64(priorBeads)
	for _, y := range f {
		sum, n = sum+weights[y.at]*y.x, n+weights[y.at]
	}
	m = sum / n
	for _, y := range f {
		squares += weights[y.at] * (y.x - m) * (y.x - m)
	}
	return m, math.Sqrt(squares / n)
}

// normal returns the log density of a normal distribution, given how many deviations something is
// from its mean, and the logarithm of the deviation.
func normal(z, logDeviation float64) float64 { return -z*z/2 - logDeviation - halfLog2Pi }

// logAdd returns log(exp(a) + exp(b)).
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if a-b > 40 { // b is less than the rounding
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
