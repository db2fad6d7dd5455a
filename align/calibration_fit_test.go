package align

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// fitWeights returns the weights of a logistic regression, by Newton's method, in which each set
// counts for the root of its size.
func fitWeights(samples []sample) []float64 {
	size := map[string]float64{}
	for _, x := range samples {
		if x.fit {
			size[x.list+x.set]++
		}
	}
	const steps, penalty = 25, 1e-3
	w := make([]float64, len(samples[0].features))
	for range steps {
		gradient, hessian := make([]float64, len(w)), make([][]float64, len(w))
		for i := range w {
			gradient[i] = -penalty * w[i]
			hessian[i] = make([]float64, len(w))
			hessian[i][i] = penalty
		}
		for _, x := range samples {
			if !x.fit {
				continue
			}
			p := logistic(product(w, x.features))
			weight := 1 / math.Sqrt(size[x.list+x.set])
			for i, f := range x.features {
				gradient[i] += weight * (oneIf(x.right) - p) * f
				for j, g := range x.features {
					hessian[i][j] += weight * p * (1 - p) * f * g
				}
			}
		}
		for i, d := range solve(hessian, gradient) {
			w[i] += math.Max(-2, math.Min(2, d))
		}
	}
	return w
}

// solve returns x of a·x = y, and changes both.
func solve(a [][]float64, y []float64) []float64 {
	for i := range y {
		p := i
		for r := i; r < len(y); r++ {
			if math.Abs(a[r][i]) > math.Abs(a[p][i]) {
				p = r
			}
		}
		a[i], a[p], y[i], y[p] = a[p], a[i], y[p], y[i]
		for r := range y {
			if r == i {
				continue
			}
			f := a[r][i] / a[i][i]
			for c := range y {
				a[r][c] -= f * a[i][c]
			}
			y[r] -= f * y[i]
		}
	}
	for i := range y {
		y[i] /= a[i][i]
	}
	return y
}

// printErrors prints the expected calibration error by lexicon, length, and use.
func printErrors(samples []sample, old, weights []float64) {
	key := func(x sample) string {
		length, use := "whole", "check"
		if x.short {
			length = "short"
		}
		if x.fit {
			use = "fit"
		}
		return fmt.Sprintf("| %s | %s | %s |", x.list, length, use)
	}
	groups := map[string][]sample{}
	for _, x := range samples {
		groups[key(x)] = append(groups[key(x)], x)
	}
	fmt.Print("\n| lexicon | texts | used to | beads | right | mean | error | error, fitted anew |\n" +
		"| --- | --- | --- | --- | --- | --- | --- | --- |\n")
	order := []string{"none", "core", "wide"}
	keys := make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(slices.Index(order, a[2:6])-slices.Index(order, b[2:6]), -cmp.Compare(a, b))
	})
	for _, k := range keys {
		x := groups[k]
		right := 0.0
		for _, s := range x {
			right += oneIf(s.right)
		}
		n := float64(len(x))
		fmt.Printf("%s %d | %.3f | %.3f | %.3f | %.3f |\n", k, len(x), right/n,
			mean(x, old), calibrationError(x, old), calibrationError(x, weights))
	}
	fmt.Println()
}

// calibrationError returns the mean, over all samples, of how far the mean confidence of a bin is
// from the share that is right: bins of a tenth, the last cut at .98, as in METHOD.md.
func calibrationError(samples []sample, weights []float64) float64 {
	var off [11]float64
	for _, x := range samples {
		p := logistic(product(weights, x.features))
		bin := int(p * 10)
		if p >= .98 {
			bin = 10
		}
		off[bin] += p - oneIf(x.right)
	}
	sum := 0.0
	for _, x := range off {
		sum += math.Abs(x)
	}
	return sum / float64(len(samples))
}

func mean(samples []sample, weights []float64) float64 {
	sum := 0.0
	for _, x := range samples {
		sum += logistic(product(weights, x.features))
	}
	return sum / float64(len(samples))
}

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
