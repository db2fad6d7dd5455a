package judge

import "math"

// Proof returns what beads say together for the two texts being translations, in nats: half the
// square of how far their scores lead before rivals, in standard deviations of the sum. It is the
// logarithm of about how rarely chance leads so far; below 0 the rivals lead. Of no beads it is 0.
//
// The beads must be measured, by a model that has not learnt from any of them.
func Proof(beads []Bead) float64 {
	lead, variance := 0.0, 0.0
	for i := range beads {
		if b := &beads[i]; !b.Null {
			m, v := b.rivals()
			lead, variance = lead+b.Score-m, variance+v+leastVariance
		}
	}
	if variance == 0 {
		return 0
	}
	return lead * math.Abs(lead) / variance / 2
}
