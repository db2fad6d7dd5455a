package seed

import (
	"bufio"
	"bytes"
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

// A sorter sorts items by their keys in bounded memory. What does not fit is kept in sorted files.
// Items with the same key keep the order in which they were added.
type sorter struct {
	dir  string // folder of the files
	name string // prefix of their names
	most int    // bytes of items in memory

	items []item
	held  int
	files []*os.File
}

// An item is what is sorted.
type item struct{ key, value []byte }

// itemCost is how many bytes an item takes in memory besides its key and value.
const itemCost = 64

// add adds an item.
func (s *sorter) add(key, value []byte) error {
	s.items = append(s.items, item{key, value})
	if s.held += len(key) + len(value) + itemCost; s.held > s.most {
		return s.spill()
	}
	return nil
}

// spill writes the items in memory to a file.
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

// sort sorts the items in memory.
func (s *sorter) sort() {
	slices.SortStableFunc(s.items, func(a, b item) int { return bytes.Compare(a.key, b.key) })
}

// sorted returns all items in order. It can be used once.
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

// close removes the files.
func (s *sorter) close() error {
	var errs []error
	for _, f := range s.files {
		errs = append(errs, f.Close(), os.Remove(f.Name()))
	}
	s.files, s.items = nil, nil
	return errors.Join(errs...)
}
