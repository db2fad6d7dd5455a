package evidence

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/bitext-go/bitext/segment"
)

// Vectors is the evidence of sentence embeddings in a space that both languages share, such as
// those of LASER or LaBSE. This package computes none; you supply them.
//
// The distance of two vectors is divided by how far each is from the other text as a whole, since
// some sentences are near to everything (the normalisation of Thompson and Koehn, Vecalign, 2019,
// over all sentences instead of a sample). How far apart translations are, and unrelated sentences,
// is estimated from the texts. In long texts the nearest sentences are also anchors.
type Vectors struct {
	// Of returns the vector of a range of sentences of one of the texts, of the same length for all
	// and not all zeros. Fit calls it for each sentence and for each range of up to MaxGroup
	// sentences. For one sentence there must be a vector; for several it may return nil, which
	// means the sum of the unit vectors of the sentences.
	Of func(ctx context.Context, text *segment.Text, r segment.Range) ([]float32, error)
	// MaxGroup is the largest range that Fit calls Of with; 0 means 1.
	MaxGroup int
}

// ReadVectors reads vectors of dim numbers each: little-endian float32, one vector after the other,
// as NumPy's tofile writes them. It is an error if the last is cut off, or if one holds NaN or an
// infinite number.
func ReadVectors(r io.Reader, dim int) ([][]float32, error) {
	if dim < 1 {
		return nil, fmt.Errorf("evidence: vectors of %d numbers: give the length that they were written with", dim)
	}
	var out [][]float32
	raw := make([]byte, 4*dim)
	for {
		n, err := io.ReadFull(r, raw)
		if err == io.EOF {
			return out, nil
		}
		if errors.Is(err, io.ErrUnexpectedEOF) {
			const problem = "evidence: vector %d has %d bytes of %d; check the length %d, or whether it is cut off"
			return nil, fmt.Errorf(problem, len(out)+1, n, len(raw), dim)
		}
		if err != nil {
			return nil, fmt.Errorf("evidence: vector %d: %w", len(out)+1, err)
		}
		v := make([]float32, dim)
		for k := range v {
			v[k] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*k:]))
			if x := float64(v[k]); math.IsNaN(x) || math.IsInf(x, 0) {
				const problem = "evidence: vector %d holds %v; check the byte order (little-endian) and the length %d"
				return nil, fmt.Errorf(problem, len(out)+1, x, dim)
			}
		}
		out = append(out, v)
	}
}

// SentenceVectors returns the evidence of vectors of single sentences, one for each sentence of
// each text.
func SentenceVectors(vectors map[*segment.Text][][]float32) Vectors {
	return Vectors{Of: func(_ context.Context, text *segment.Text, r segment.Range) ([]float32, error) {
		list := vectors[text]
		if len(list) != len(text.Sentences) {
			const problem = "there are %d vectors for the %d sentences of the text in %s"
			return nil, fmt.Errorf(problem, len(list), len(text.Sentences), text.Lang)
		}
		return list[r.Lo], nil
	}}
}

// Fit calls Of for all vectors. It is an error if one is missing.
func (e Vectors) Fit(ctx context.Context, src, tgt *segment.Text) (Model, error) {
	if e.Of == nil {
		return nil, errors.New("Vectors.Of is not set")
	}
	m := &vectorModel{}
	var err error
	if m.src, err = e.side(ctx, src); err != nil {
		return nil, err
	}
	if m.tgt, err = e.side(ctx, tgt); err != nil {
		return nil, err
	}
	if a, b := len(m.src.mean), len(m.tgt.mean); a != b {
		const problem = "vectors in %s have %d numbers and those in %s %d; they must come from one model"
		return nil, fmt.Errorf(problem, src.Lang, a, tgt.Lang, b)
	}
	m.estimate()
	return m, nil
}

// A vectorSide holds the unit vectors of one text.
type vectorSide struct {
	sentences [][]float32
	groups    map[segment.Range][]float32 // of several sentences
	mean      []float32                   // of the sentences
}

func (e Vectors) side(ctx context.Context, text *segment.Text) (*vectorSide, error) {
	x := &vectorSide{groups: map[segment.Range][]float32{}}
	for i := range text.Sentences {
		if err := look(ctx, i); err != nil {
			return nil, err
		}
		for n := 1; n <= max(1, e.MaxGroup) && i+n <= len(text.Sentences); n++ {
			r := segment.Range{Lo: i, Hi: i + n}
			v, err := e.Of(ctx, text, r)
			if err != nil {
				return nil, fmt.Errorf("vector of sentence %d in %s: %w", i+1, text.Lang, err)
			}
			if v == nil && n > 1 {
				continue
			}
			unit, ok := unitOf(slices.Clone(v))
			if !ok {
				const problem = "sentence %d in %s has no vector, or one of zeros; each needs one"
				return nil, fmt.Errorf(problem, i+1, text.Lang)
			}
			if x.mean == nil {
				x.mean = make([]float32, len(v))
			}
			if len(v) != len(x.mean) {
				const problem = "the vector of sentence %d in %s has %d numbers and those before it %d"
				return nil, fmt.Errorf(problem, i+1, text.Lang, len(v), len(x.mean))
			}
			if n > 1 {
				x.groups[r] = unit
				continue
			}
			x.sentences = append(x.sentences, unit)
			for k, y := range unit {
				x.mean[k] += y
			}
		}
	}
	for k := range x.mean {
		x.mean[k] /= float32(len(x.sentences))
	}
	return x, nil
}

// unitOf brings a vector to length 1 and returns it; ok is false if it has no length.
func unitOf(v []float32) (unit []float32, ok bool) {
	length := math.Sqrt(float64(dot(v, v)))
	if length == 0 || math.IsNaN(length) || math.IsInf(length, 0) {
		return nil, false
	}
	for k := range v {
		v[k] /= float32(length)
	}
	return v, true
}

func dot(a, b []float32) float32 {
	sum := float32(0)
	for k, x := range a {
		sum += x * b[k]
	}
	return sum
}

// of returns the unit vector of a range: its own, or the direction of the sum of its sentences',
// which it computes in scratch.
func (x *vectorSide) of(r segment.Range, scratch []float32) []float32 {
	if r.Len() == 1 {
		return x.sentences[r.Lo]
	}
	if v, ok := x.groups[r]; ok {
		return v
	}
	copy(scratch, x.sentences[r.Lo])
	for _, v := range x.sentences[r.Lo+1 : r.Hi] {
		for k, y := range v {
			scratch[k] += y
		}
	}
	unit, ok := unitOf(scratch)
	if !ok {
		return x.sentences[r.Lo]
	}
	return unit
}
