package seed

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
)

// A sorter puts items in the order of their keys, in bounded memory: what is more than that waits
// in files, sorted. Items with one key keep the order in which they came.
type sorter struct {
	dir  string // where the files go
	name string // how they begin
	most int    // bytes held in memory

	items []item
	held  int
	files []*os.File
}

type item struct{ key, value []byte }

// itemCost is what an item takes in memory beside its bytes.
const itemCost = 64

func (s *sorter) add(key, value []byte) error {
	s.items = append(s.items, item{key, value})
	if s.held += len(key) + len(value) + itemCost; s.held > s.most {
		return s.spill()
	}
	return nil
}

// spill writes what is held into a file.
func (s *sorter) spill() error {
	f, err := os.Create(filepath.Join(s.dir, fmt.Sprintf("%s.%d", s.name, len(s.files))))
	if err != nil {
		return err
	}
	s.files = append(s.files, f)
	s.sort()
	w := bufio.NewWriterSize(f, 1<<18)
	var size [2 * binary.MaxVarintLen64]byte
	for _, it := range s.items {
		n := binary.PutUvarint(size[:], uint64(len(it.key)))
		n += binary.PutUvarint(size[n:], uint64(len(it.value)))
		w.Write(size[:n])
		w.Write(it.key)
		w.Write(it.value)
	}
	clear(s.items)
	s.items, s.held = s.items[:0], 0
	return w.Flush()
}

func (s *sorter) sort() {
	slices.SortStableFunc(s.items, func(a, b item) int { return bytes.Compare(a.key, b.key) })
}

// sorted returns all items in order, once.
func (s *sorter) sorted() iter.Seq2[item, error] {
	return func(yield func(item, error) bool) {
		s.sort()
		h := &streams{}
		for i, f := range s.files {
			if _, err := f.Seek(0, io.SeekStart); err != nil {
				yield(item{}, err)
				return
			}
			h.all = append(h.all, &stream{number: i, r: bufio.NewReaderSize(f, 1<<16)})
		}
		h.all = append(h.all, &stream{number: len(s.files), items: s.items})
		for _, r := range slices.Clone(h.all) {
			if ok, err := r.next(); err != nil {
				yield(item{}, err)
				return
			} else if !ok {
				h.all = slices.DeleteFunc(h.all, func(o *stream) bool { return o == r })
			}
		}
		heap.Init(h)
		for len(h.all) > 0 {
			first := h.all[0]
			if !yield(first.item, nil) {
				return
			}
			ok, err := first.next()
			switch {
			case err != nil:
				yield(item{}, err)
				return
			case ok:
				heap.Fix(h, 0)
			default:
				heap.Pop(h)
			}
		}
	}
}

// close takes the files away.
func (s *sorter) close() error {
	var errs []error
	for _, f := range s.files {
		errs = append(errs, f.Close(), os.Remove(f.Name()))
	}
	s.files, s.items = nil, nil
	return errors.Join(errs...)
}

// A stream is a sorted part of the items.
type stream struct {
	number int
	r      *bufio.Reader
	items  []item // where r is nil
	item   item   // the first that is left
}

// next reads the next item.
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

// streams is a heap of them, the one with the first item on top.
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
