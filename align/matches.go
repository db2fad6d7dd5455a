package align

// A match says how well a token of a sentence is explained by a sentence of the other text: x is the sum of the
// translation probabilities over that sentence's tokens.
type match struct {
	pos int32 // token within its sentence
	id  int32 // its type
	x   float32
}

// matches finds what the tokens of sentence pairs explain of each other. Pairs are worked out a stretch of target
// sentences at a time, since whoever asks for one will ask for its neighbours, and the last stretches are remembered.
type matches struct {
	src, tgt *vocabulary
	table    *table
	slots    []*stretch
	// Scratch space for one source sentence, by target type.
	fwd   []float32
	touch []int32 // types that are set in fwd
	back  [][]backLink
}

type backLink struct {
	pos, id int32
	x       float32
}

const (
	stretchLen = 16   // target sentences in a stretch
	stretches  = 2048 // remembered; a power of two
)

// stretch is the matches of one source sentence with stretchLen target sentences.
type stretch struct {
	i, block int
	tgt      []match // of target tokens
	src      []match // of source tokens
	tgtAt    [stretchLen + 1]int32
	srcAt    [stretchLen + 1]int32
}

func newMatches(src, tgt *vocabulary, t *table) *matches {
	return &matches{src: src, tgt: tgt, table: t, slots: make([]*stretch, stretches),
		fwd: make([]float32, len(tgt.types)), back: make([][]backLink, len(tgt.types))}
}

// pair is the matches of source sentence i and target sentence j: of the target's tokens and of the source's, both in
// order of position.
func (m *matches) pair(i, j int) (tgt, src []match) {
	block := j / stretchLen
	slot := &m.slots[(uint(i)*37+uint(block)*11)%stretches]
	if *slot == nil {
		*slot = &stretch{i: -1}
	}
	s := *slot
	if s.i != i || s.block != block {
		m.fill(s, i, block)
	}
	k := j % stretchLen
	return s.tgt[s.tgtAt[k]:s.tgtAt[k+1]], s.src[s.srcAt[k]:s.srcAt[k+1]]
}

func (m *matches) fill(s *stretch, i, block int) {
	s.i, s.block = i, block
	s.tgt, s.src = s.tgt[:0], s.src[:0]
	sent := m.src.sentence(i)
	for pos, id := range sent {
		for _, l := range m.table.rows[id] {
			if len(m.back[l.to]) == 0 {
				m.touch = append(m.touch, l.to)
			}
			m.fwd[l.to] += l.fwd
			m.back[l.to] = append(m.back[l.to], backLink{int32(pos), id, l.bwd})
		}
	}
	for k := range stretchLen {
		s.tgtAt[k], s.srcAt[k] = int32(len(s.tgt)), int32(len(s.src))
		j := block*stretchLen + k
		if j >= len(m.tgt.at)-1 {
			continue
		}
		from := len(s.src)
		for pos, id := range m.tgt.sentence(j) {
			back := m.back[id]
			if len(back) == 0 {
				continue
			}
			s.tgt = append(s.tgt, match{int32(pos), id, m.fwd[id]})
			for _, b := range back {
				s.src = addMatch(s.src, from, b)
			}
		}
	}
	s.tgtAt[stretchLen], s.srcAt[stretchLen] = int32(len(s.tgt)), int32(len(s.src))
	for _, id := range m.touch {
		m.fwd[id], m.back[id] = 0, m.back[id][:0]
	}
	m.touch = m.touch[:0]
}

// addMatch adds to the matches from index from on, which stand in order of position. They are few.
func addMatch(list []match, from int, b backLink) []match {
	k := len(list)
	for k > from && list[k-1].pos > b.pos {
		k--
	}
	if k > from && list[k-1].pos == b.pos {
		list[k-1].x += b.x
		return list
	}
	list = append(list, match{})
	copy(list[k+1:], list[k:])
	list[k] = match(b)
	return list
}

// mergeMatches adds matches b to a, both in order of position.
func mergeMatches(a, b []match) []match {
	if len(a) == 0 {
		return append(a, b...)
	}
	k := 0
	for _, x := range b {
		for k < len(a) && a[k].pos < x.pos {
			k++
		}
		if k < len(a) && a[k].pos == x.pos {
			a[k].x += x.x
			continue
		}
		a = append(a, match{})
		copy(a[k+1:], a[k:])
		a[k] = x
	}
	return a
}
