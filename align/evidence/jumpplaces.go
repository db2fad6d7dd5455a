package evidence

import "math"

const (
	// jumpTaps is how many places a token may come from, without jumping anywhere: those nearest to
	// the one that is expected. Farther ones would weigh less than exp(-2).
	jumpTaps = 6
	// jumpReach is the distance from the diagonal, in tokens, from which on only f counts.
	jumpReach = 12 * jumpDiagonal
)

// gain returns what n tokens gain from size places of the other side, given their gains at single
// places.
func (j *jumps) gain(at []int32, gains []jumpGain, n, size int) float64 {
	pace := float64(size) / float64(n)
	whole := int(pace)
	room := whole + jumpTaps/2
	taps := tapsOf(pace - float64(whole))
	j.here, j.next = zerosOf(j.here, room+size+room+jumpTaps), zerosOf(j.next, room+size+room+jumpTaps)
	j.reach(size)
	flat := jumpAnywhere / float32(size)
	all, weight := noOdds, float32(0) // weight is that of all places of the token before
	for y := range n {
		here, next := j.here, j.next[room:room+size]
		if y == 0 {
			firstPlaces(next, max(0, pace/2-0.5), flat)
		} else {
			own := taps.times((1 - jumpAnywhere) / (weight - taps.before(here[room:], whole)))
			own.follow(next, here, flat)
			next[size-1] += own.after(here[size : size+room]) // nothing follows the last place
		}
		weight = j.weigh(next, (float64(y)+0.5)*pace-0.5)
		if from, to := at[y], at[y+1]; from < to {
			with := weight
			for _, g := range gains[from:to] {
				more := next[g.place] * g.gain
				next[g.place] += more
				with += more
			}
			all = all.times(float64(with / weight))
			weight = with
		}
		j.here, j.next = j.next, j.here
	}
	return all.log()
}

// firstPlaces sets the weights of the places of the first token, if place c is opposite to it.
func firstPlaces(places []float32, c float64, flat float32) {
	first := int(c) // the last place up to c
	sum, x := float32(0), float32(math.Exp(float64(first)-c))
	for i := first; i >= 0; i-- {
		places[i] = x
		sum += x
		x *= tapDecay
	}
	x = float32(math.Exp(c - float64(first) - 1))
	for i := first + 1; i < len(places); i++ {
		places[i] = x
		sum += x
		x *= tapDecay
	}
	follow := (1 - jumpAnywhere) / sum
	for i, x := range places {
		places[i] = flat + follow*x
	}
}

// taps are what the places weigh that a token may come from. Half of them are before the one that
// is expected: the nearest weighs near, and each of the others tapDecay times the one after it.
// The other half is at it or after it, the other way around.
type taps struct{ near, past float32 }

// tapDecay is exp(-1).
const tapDecay = 1 / math.E

// tapsOf returns the taps if the place that is expected is part of a token after the nearest of
// those before it.
func tapsOf(part float64) taps {
	near, past := math.Exp(part-1), math.Exp(-part)
	sum := (near + past) * (1 + tapDecay + tapDecay*tapDecay)
	return taps{float32(near / sum), float32(past / sum)}
}

// times returns x times the taps.
func (t taps) times(x float32) taps { return taps{t.near * x, t.past * x} }

// follow sets the weights of places from those of the token before, of which the farthest that
// leads to place i is at i in here.
func (t taps) follow(places, here []float32, flat float32) {
	second, a1, a2, a3, a4 := here[1]+tapDecay*here[0], here[1], here[2], here[3], here[4]
	for i, a5 := range here[jumpTaps-1:][:len(places)] {
		near := a2 + tapDecay*second
		past := a3 + tapDecay*(a4+tapDecay*a5)
		places[i] = flat + t.near*near + t.past*past
		second, a1, a2, a3, a4 = a2+tapDecay*a1, a2, a3, a4, a5
	}
}

// before returns the weight that leads before the first of places, which have zeros after them, at
// a pace of whole tokens and a part.
func (t taps) before(places []float32, whole int) float32 {
	switch whole {
	case 0:
		return t.past * tapDecay * (places[0] + tapDecay*(places[0]+places[1]))
	case 1:
		return t.past * tapDecay * tapDecay * places[0]
	}
	return 0
}

// after returns the weight that leads after the last place, from the places that can lead there.
func (t taps) after(places []float32) (sum float32) {
	n, p := t.near, t.past
	within := [jumpTaps]float32{
		n * tapDecay * tapDecay, n * tapDecay, n, p, p * tapDecay, p * tapDecay * tapDecay,
	}
	share := float32(0) // of a place, that leads after the last
	for k, x := range places {
		if k < jumpTaps {
			share += within[k]
		}
		sum += share * x
	}
	return sum
}

// reach makes near long enough for some places.
func (j *jumps) reach(size int) {
	n := len(j.near) / 2
	if n >= size {
		return
	}
	n = max(size, 2*n)
	j.near = make([]float32, 2*n)
	for d := range min(n, jumpReach) {
		x := float32(math.Exp(-float64(d) / jumpDiagonal))
		j.near[n-1-d], j.near[n+d] = x, x
	}
}

// weigh weighs places by their distance from place c, and returns the sum of their weights.
func (j *jumps) weigh(places []float32, c float64) float32 {
	c = max(0, min(float64(len(places)-1), c))
	last := int(c) // the last place up to c
	part := float32(c - float64(last))
	half := len(j.near) / 2
	sum := scale(places[:last+1], j.near[half-1-last:], shortDecay(part/jumpDiagonal))
	return sum + scale(places[last+1:], j.near[half:], shortDecay((1-part)/jumpDiagonal))
}

// scale multiplies each place by f plus some times how near it is, and returns the sum.
func scale(places, near []float32, times float32) float32 {
	near = near[:len(places)]
	sum, odd := float32(0), float32(0) // two sums, since each addition waits for the one before it
	i := 0
	for ; i+1 < len(places); i += 2 {
		x, y := places[i]*(jumpFlat+times*near[i]), places[i+1]*(jumpFlat+times*near[i+1])
		places[i], places[i+1] = x, y
		sum, odd = sum+x, odd+y
	}
	if i < len(places) {
		places[i] *= jumpFlat + times*near[i]
		sum += places[i]
	}
	return sum + odd
}

// shortDecay returns exp(-x) for x from 0 to 0.1, to the last digit of its type.
func shortDecay(x float32) float32 { return 1 - x*(1-x*(1.0/2)*(1-x*(1.0/3)*(1-x*(1.0/4)))) }
