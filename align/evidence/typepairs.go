package evidence

// A pairIndex numbers pairs of types as they come, and counts the beads that hold each.
type pairIndex struct {
	keys  []uint64
	met   []uint16
	last  []int32
	bead  int32
	slots []int32 // open addressing; index into keys plus one
}

func newPairIndex() pairIndex { return pairIndex{slots: make([]int32, 1<<12)} }

func (x *pairIndex) source(k int32) int32 { return int32(x.keys[k] >> 32) }
func (x *pairIndex) target(k int32) int32 { return int32(x.keys[k] & 0xffffffff) }

func (x *pairIndex) of(s, t int32) int32 {
	key := uint64(s)<<32 | uint64(uint32(t))
	mask := uint64(len(x.slots) - 1)
	for at := spread(key) & mask; ; at = (at + 1) & mask {
		k := x.slots[at] - 1
		if k < 0 {
			x.keys, x.met, x.last = append(x.keys, key), append(x.met, 1), append(x.last, x.bead)
			x.slots[at] = int32(len(x.keys))
			if len(x.keys)*2 > len(x.slots) {
				x.grow()
			}
			return int32(len(x.keys) - 1)
		}
		if x.keys[k] == key {
			if x.last[k] != x.bead && x.met[k] < 0xffff {
				x.met[k]++
				x.last[k] = x.bead
			}
			return k
		}
	}
}

func (x *pairIndex) grow() {
	x.slots = make([]int32, 2*len(x.slots))
	mask := uint64(len(x.slots) - 1)
	for k, key := range x.keys {
		at := spread(key) & mask
		for x.slots[at] != 0 {
			at = (at + 1) & mask
		}
		x.slots[at] = int32(k + 1)
	}
}

// spread returns a number in which every bit of the key has a say (Fibonacci hashing).
func spread(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 >> 20 }
