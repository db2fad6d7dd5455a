package seed

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
)

// A stream is a sorted part of the items.
type stream struct {
	number int
	r      *bufio.Reader
	items  []item // if r is nil
	item   item   // the first that was not returned yet
}

// next reads the next item, and reports whether there is one.
func (r *stream) next() (bool, error) {
	if r.r == nil {
		if len(r.items) == 0 {
			return false, nil
		}
		r.item, r.items = r.items[0], r.items[1:]
		return true, nil
	}
	k, err := binary.ReadUvarint(r.r)
	if err == io.EOF {
		return false, nil
	}
	var v uint64
	if err == nil {
		v, err = binary.ReadUvarint(r.r)
	}
	if err != nil {
		return false, err
	}
	both := make([]byte, k+v)
	_, err = io.ReadFull(r.r, both)
	r.item = item{both[:k:k], both[k:]}
	return true, err
}

// streams is a heap of streams with the first item on top.
type streams struct{ all []*stream }

func (h *streams) Len() int { return len(h.all) }
func (h *streams) Less(a, b int) bool {
	x, y := h.all[a], h.all[b]
	return cmp.Or(bytes.Compare(x.item.key, y.item.key), cmp.Compare(x.number, y.number)) < 0
}
func (h *streams) Swap(a, b int) { h.all[a], h.all[b] = h.all[b], h.all[a] }
func (h *streams) Push(x any)    { h.all = append(h.all, x.(*stream)) }
func (h *streams) Pop() any {
	last := h.all[len(h.all)-1]
	h.all = h.all[:len(h.all)-1]
	return last
}
