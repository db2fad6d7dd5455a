package main

import "encoding/binary"

// A sketch counts, in bounded memory, how many documents have each feature: two features in the
// same place are counted together, so that a count is never too low. It holds the number of
// documents, and then the counts, four bytes each.
const sketchPlaces = 1 << 20

// documentsIn returns the number of documents.
func documentsIn(sketch []byte) int { return int(binary.LittleEndian.Uint32(sketch)) }

// documentsWith returns how many documents have a feature, or more.
func documentsWith(sketch []byte, hash uint32) int {
	return int(binary.LittleEndian.Uint32(sketch[4+4*(hash%sketchPlaces):]))
}

// A sketchFn counts the features of profiles.
type sketchFn struct{}

// CreateAccumulator returns nil, which is a sketch of no documents.
func (sketchFn) CreateAccumulator() []byte { return nil }

// AddInput counts the features of a document.
func (sketchFn) AddInput(sketch []byte, p Profile) []byte {
	if sketch == nil {
		sketch = make([]byte, 4+4*sketchPlaces)
	}
	add(sketch, 0, 1)
	for _, f := range p.Features {
		add(sketch, 4+4*int(f.Hash%sketchPlaces), 1)
	}
	return sketch
}

// MergeAccumulators adds two sketches.
func (sketchFn) MergeAccumulators(a, b []byte) []byte {
	if len(a) == 0 {
		return b
	}
	for i := 0; i < len(b); i += 4 {
		add(a, i, binary.LittleEndian.Uint32(b[i:]))
	}
	return a
}

// ExtractOutput returns the sketch.
func (sketchFn) ExtractOutput(a []byte) []byte {
	if len(a) == 0 {
		return make([]byte, 4+4*sketchPlaces)
	}
	return a
}

func add(sketch []byte, at int, n uint32) {
	binary.LittleEndian.PutUint32(sketch[at:], binary.LittleEndian.Uint32(sketch[at:])+n)
}
