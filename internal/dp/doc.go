// Package dp finds the cheapest path through a grid, and the posterior of each of its steps.
//
// It knows the two lengths of a grid and a callback that prices a step, and nothing of text:
//
//	     0       1       2       3       4   columns (sentences of the target)
//	   0 o-------+-------+-------+-------+
//	     | \     |       |       |       |    o  corners of the path
//	   1 +-------o       |       |       |    \  a step: it takes rows and columns
//	     |       |  \    |       |       |
//	   2 +-------+       o-------o       |    (0,0) → (1,1) is a step of shape 1-1,
//	     |       |       |       |  \    |    (1,1) → (2,2) one more,
//	   3 +-------+-------+-------+    \  |    (2,2) → (2,3) one of shape 0-1,
//	     |       |       |       |      \|    (2,3) → (4,4) one of shape 2-1
//	   4 +-------+-------+-------+-------o
//	rows (sentences of the source)
//
// A path leads from corner (0, 0) to corner (Rows, Cols) in steps of the given shapes. A [Band]
// keeps it near a line that is known beforehand, so that time and memory grow with the length of
// the grid and not with its area:
//
//	corner      0   1   2   3   4
//	  row 0     x   x   .   .   .     Lo[0] = 0, Hi[0] = 1
//	  row 1     x   x   x   .   .     Lo[1] = 0, Hi[1] = 2
//	  row 2     .   x   x   x   .     Lo[2] = 1, Hi[2] = 3
//
// A search runs forward row by row, keeping for each corner of the band the cheapest cost so far
// and the shape that led there, and then traces the path back from the last corner. Posteriors need
// a second way through the grid, backwards (the forward-backward algorithm, Rabiner 1989). The
// costs of steps, which are expensive to compute, are kept for it.
package dp
