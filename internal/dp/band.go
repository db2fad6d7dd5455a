package dp

import "slices"

// A Shape is how many rows and columns a step takes.
type Shape struct{ M, N int }

// A Step takes rows [I, I+M) and columns [J, J+N).
type Step struct{ I, J, M, N int }

// A Band holds, for each row corner 0 … Rows, the first and the last column corner that a path may
// touch.
type Band struct{ Lo, Hi []int }

// Full returns the band of all corners.
func Full(rows, cols int) Band {
	b := Band{make([]int, rows+1), make([]int, rows+1)}
	for i := range b.Hi {
		b.Hi[i] = cols
	}
	return b
}

// Around returns the band of all corners within width rows and columns of a corner of the path.
func Around(path []Step, rows, cols, width int) Band {
	b := Band{make([]int, rows+1), make([]int, rows+1)}
	for i := range b.Lo {
		b.Lo[i] = cols
	}
	touch := func(i, j int) {
		for r := max(0, i-width); r <= min(rows, i+width); r++ {
			b.Lo[r], b.Hi[r] = min(b.Lo[r], max(0, j-width)), max(b.Hi[r], min(cols, j+width))
		}
	}
	for _, s := range path {
		touch(s.I, s.J)
	}
	touch(rows, cols)
	return b
}

// Widen returns the band with by more columns on both sides of each row, and with the columns of
// the by rows before and after it. A row stays as it is if it has one corner, and so do settled
// rows on either side of it.
func (b Band) Widen(by, settled int) Band {
	last := len(b.Lo) - 1
	out := Band{make([]int, last+1), make([]int, last+1)}
	for i := range out.Lo {
		out.Lo[i], out.Hi[i] = b.Lo[i], b.Hi[i]
		for k := max(0, i-by); k <= min(last, i+by); k++ {
			out.Lo[i], out.Hi[i] = min(out.Lo[i], b.Lo[k]-by), max(out.Hi[i], b.Hi[k]+by)
		}
		out.Lo[i] = max(0, out.Lo[i])
	}
	single := 0 // rows with one corner, up to here
	for i := range b.Lo {
		if b.Lo[i] != b.Hi[i] {
			single = 0
			continue
		}
		if single++; single > 2*settled {
			out.Lo[i-settled], out.Hi[i-settled] = b.Lo[i-settled], b.Hi[i-settled]
		}
	}
	return out
}

// Cells returns how many corners the band holds.
func (b Band) Cells() int {
	n := 0
	for i := range b.Lo {
		n += b.Hi[i] - b.Lo[i] + 1
	}
	return n
}

// closed returns the least band around b that a path of single steps can always follow: it begins
// and ends in the corners, moves only forwards, and each row shares a column with the next.
func (b Band) closed(cols int) Band {
	b = Band{slices.Clone(b.Lo), slices.Clone(b.Hi)}
	last := len(b.Lo) - 1
	b.Lo[0], b.Hi[last] = 0, cols
	for i := last - 1; i >= 0; i-- {
		b.Lo[i] = max(0, min(b.Lo[i], b.Lo[i+1], b.Hi[i]))
	}
	for i := 1; i <= last; i++ {
		b.Hi[i] = min(cols, max(b.Hi[i], b.Hi[i-1], b.Lo[i]))
		if b.Lo[i] > b.Hi[i-1] {
			b.Lo[i] = b.Hi[i-1]
		}
	}
	for i := last - 1; i >= 0; i-- {
		b.Lo[i] = min(b.Lo[i], b.Lo[i+1])
	}
	return b
}
