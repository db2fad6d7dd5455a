package seed

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
)

// A merger merges equal units. It sorts them on disk, so that few are in memory: first by source
// and wording, which brings equal units together, then by the place of the first of them.
type merger struct {
	byWording, byPlace *sorter
	units              uint64
}

func newMerger(folder string, memory int) *merger {
	return &merger{
		byWording: &sorter{dir: folder, name: "wording.part", most: memory},
		byPlace:   &sorter{dir: folder, name: "place.part", most: memory},
	}
}

// close removes the files of a merger, also of one that has not finished.
func (m *merger) close() error { return errors.Join(m.byWording.close(), m.byPlace.close()) }

const keySize = len(Key{})

// A Key is the key of a text: no two texts of a collection have the same one.
type Key [16]byte

// Keys returns the key of a unit's source, with the languages of the other sides, and that of all
// its sides. Units with the same source are translations of one wording into the same languages;
// units with both keys equal are the same unit.
func (u *Unit) Keys() (source, wording Key) {
	src, all := sha256.New(), sha256.New()
	for i, s := range u.Sides {
		io.WriteString(src, s.Lang.String()+"\x00")
		if i == 0 {
			io.WriteString(src, s.Text+"\x00")
		}
		io.WriteString(all, s.Lang.String()+"\x00"+s.Text+"\x00")
	}
	copy(source[:], src.Sum(nil))
	copy(wording[:], all.Sum(nil))
	return source, wording
}

// add adds units with the same wording. Calls are in the order of the collection.
func (m *merger) add(u *Merged) error {
	source, wording := u.Keys()
	key := make([]byte, 0, 2*len(source)+8)
	key = append(key, source[:]...)
	key = append(key, wording[:]...)
	key = binary.BigEndian.AppendUint64(key, u.First)
	m.units += uint64(u.Count)
	value, err := json.Marshal(u)
	if err != nil {
		return err
	}
	return m.byWording.add(key, value)
}

// merge merges equal units. It returns the number of different units, and how many of those have a
// source with several translations.
func (m *merger) merge(ctx context.Context) (different, alternatives int, err error) {
	var same []*Merged // units with the same source
	var wording, source string
	flush := func() error {
		if len(same) > 1 {
			alternatives += len(same)
		}
		for i, u := range same {
			u.Among, u.Of = 1, len(same)
			for k, o := range same {
				if k != i && o.First < u.First {
					u.Among++
				}
			}
			value, err := json.Marshal(u)
			if err != nil {
				return err
			}
			if err := m.byPlace.add(binary.BigEndian.AppendUint64(nil, u.First), value); err != nil {
				return err
			}
		}
		different += len(same)
		same = same[:0]
		return nil
	}
	for it, err := range m.byWording.sorted() {
		if err != nil {
			return 0, 0, err
		}
		if err := ctx.Err(); err != nil {
			return 0, 0, err
		}
		var u Merged
		if err := json.Unmarshal(it.value, &u); err != nil {
			return 0, 0, err
		}
		s, all := string(it.key[:keySize]), string(it.key[:2*keySize])
		if s != source {
			if err := flush(); err != nil {
				return 0, 0, err
			}
		}
		if all != wording {
			same = append(same, &u)
		} else {
			same[len(same)-1].Join(&u)
		}
		source, wording = s, all
	}
	if err := flush(); err != nil {
		return 0, 0, err
	}
	return different, alternatives, m.byWording.close()
}
