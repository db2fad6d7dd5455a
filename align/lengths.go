package align

import (
	"math"

	"github.com/bitext-go/bitext/internal/dp"
)

// lengthProof is how many nats the lengths of the beads must say for a path, beyond what its shapes
// were free to choose, to show that the texts are translations throughout. On development data of
// 25 to 60 lines, paths of unrelated texts were all below 0, those of texts that a translator
// followed sentence by sentence mostly above 8, and those of novels between -25 and 17, all with n
// instead of the n-3 below, which is stricter for few beads.
const lengthProof = 5

// lengthsVouch reports whether lengths show that both texts are translations of one another nearly
// throughout, where their words do not.
func (x *search) lengthsVouch() bool {
	return lengthEvidence(x.path, x.srcChars, x.tgtChars) >= lengthProof
}

// lengthEvidence returns the mutual information of the lengths of the two sides of beads, in nats,
// less the nats that it takes to choose the shapes of the path: a search finds sentences of like
// lengths in any two texts, but only by joining and leaving out many. Lengths count as normally
// distributed in their logarithms. It is NaN if all lengths are the same.
func lengthEvidence(path []dp.Step, srcChars, tgtChars []float64) float64 {
	shapes := map[dp.Shape]float64{}
	var n, a, b, aa, bb, ab float64 // counts and sums over the beads with two sides
	for _, s := range path {
		shapes[dp.Shape{M: s.M, N: s.N}]++
		if s.M == 0 || s.N == 0 {
			continue
		}
		u := math.Log(srcChars[s.I+s.M] - srcChars[s.I] + shortLength)
		v := math.Log(tgtChars[s.J+s.N] - tgtChars[s.J] + shortLength)
		n, a, b, aa, bb, ab = n+1, a+u, b+v, aa+u*u, bb+v*v, ab+u*v
	}
	if n <= 3 {
		return 0
	}
	choice := entropy(shapes, float64(len(path)))
	covariance := n*ab - a*b
	unexplained := 1 - covariance*covariance/((n*aa-a*a)*(n*bb-b*b))
	return -(n-3)/2*math.Log(unexplained) - choice // few beads fit any line (Bartlett 1938)
}

// entropy returns how many nats it takes to choose the shapes of n beads, given how often each
// comes.
func entropy(shapes map[dp.Shape]float64, n float64) (nats float64) {
	for _, count := range shapes {
		nats -= count * math.Log(count/n)
	}
	return nats
}

// shortLength is added to lengths, in characters, before the logarithm is taken: of very short
// sentences it says little.
const shortLength = 5
