package evidence

import "math"

// logBits is how many bits of a number's mantissa logOf looks at.
const logBits = 12

// logTable holds the logarithms of mantissas, each in the middle of its interval.
var logTable = func() (t [1 << logBits]float64) {
	for i := range t {
		t[i] = math.Log(1 + (float64(i)+0.5)/(1<<logBits))
	}
	return t
}()

// logOf returns the natural logarithm of a normal number of at least 1, to about 0.0001. It is
// several times as fast as math.Log, and most of the time of an alignment goes into logarithms.
func logOf(x float64) float64 {
	bits := math.Float64bits(x)
	return float64(int(bits>>52)-1023)*math.Ln2 + logTable[bits>>(52-logBits)&(1<<logBits-1)]
}
