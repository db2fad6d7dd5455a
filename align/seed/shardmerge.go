package seed

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// A ShardFile is the memory of a shard.
type ShardFile struct {
	Name string // for errors
	Open func() (io.ReadCloser, error)
}

// A ShardReport says what [MergeShards] did.
type ShardReport struct {
	Read                   []int // units of each shard, in the order in which they were given
	Written                int
	Merged                 int // units that were merged into an equal one of another shard
	Alternatives           int // written, with a source that has several translations
	Dropped                int // characters that XML cannot hold
	Documents, Occurrences int
}

// IsShard reports whether a memory with this header is that of a shard.
func IsShard(h *tmx.Header) bool {
	_, ok := property(h.Props, PropShard)
	return ok
}

func property(props []tmx.Prop, name string) (string, bool) {
	i := slices.IndexFunc(props, func(p tmx.Prop) bool { return p.Type == name })
	if i < 0 {
		return "", false
	}
	return props[i].Text, true
}

// MergeShards writes one memory of the memories of all shards of a run, in any order: the memory
// that one run of the whole collection writes, byte for byte. It is an error if a shard is missing,
// is there twice, is of another run, or is damaged. Units are sorted in the folder, of which memory
// bytes are held; 0 means 32 MiB.
func MergeShards(
	ctx context.Context, shards []ShardFile, folder string, memory int, w io.Writer,
) (*ShardReport, error) {
	s, err := readShards(shards)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(folder, "bitext-shards-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	m := newMerger(dir, cmp.Or(memory, sortMemory)/2)
	defer m.close()
	report := &ShardReport{Read: make([]int, len(shards)), Documents: s.documents}
	first := uint64(0)
	for _, i := range s.order {
		if report.Read[i], err = m.addShard(ctx, shards[i], &first); err != nil {
			return nil, fmt.Errorf("%s: %w", shards[i].Name, err)
		}
	}
	different, alternatives, err := m.merge(ctx)
	if err != nil {
		return nil, err
	}
	report.Written, report.Alternatives, report.Occurrences = different, alternatives, int(m.units)
	for _, n := range report.Read {
		report.Merged += n
	}
	report.Merged -= different
	out := tmx.NewWriter(w)
	out.Header = s.header
	for it, err := range m.byPlace.sorted() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		var u Merged
		if err := json.Unmarshal(it.value, &u); err != nil {
			return nil, err
		}
		if err := out.Write(u.TMX(nil)); err != nil {
			return nil, err
		}
	}
	err = out.Close()
	report.Dropped = out.Dropped()
	return report, err
}

// addShard adds the units of a shard. first is the number of its first unit in the collection, and
// then of the first one of the next shard.
func (m *merger) addShard(ctx context.Context, f ShardFile, first *uint64) (units int, err error) {
	in, err := f.Open()
	if err != nil {
		return 0, err
	}
	defer in.Close()
	for t, err := range tmx.NewReader(in).Units() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return 0, err
		}
		u, err := merged(&t)
		if err != nil {
			return 0, err
		}
		u.First = *first
		if err := m.add(u); err != nil {
			return 0, err
		}
		*first++
		units++
	}
	return units, nil
}

// A shardRun is what the headers of all shards of a run say.
type shardRun struct {
	order     []int // of the files, by the numbers of their shards
	documents int
	header    tmx.Header
}

// readShards reads the headers of shards.
func readShards(files []ShardFile) (*shardRun, error) {
	headers := make([]tmx.Header, len(files))
	for i, f := range files {
		var err error
		if headers[i], err = f.header(); err != nil {
			return nil, err
		}
	}
	one := slices.IndexFunc(headers, func(h tmx.Header) bool { return IsShard(&h) })
	if one < 0 {
		return nil, errors.New("none of the memories is that of a shard")
	}
	var s shardRun
	run, _ := property(headers[one].Props, propRun)
	for i, h := range headers {
		name := files[i].Name
		if !IsShard(&h) {
			return nil, fmt.Errorf("%s: it cannot be merged with %s, which is the memory of a shard; "+
				"merge all shards first, and then their memory with others", name, files[one].Name)
		}
		shard, documents, err := shardOf(&h)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if s.order == nil {
			s.order = slices.Repeat([]int{-1}, shard.Of)
			s.header = h
			s.header.Props, s.header.Source = nil, language.Und
		}
		own, _ := property(h.Props, propRun)
		switch {
		case own != run || len(s.order) != shard.Of:
			return nil, fmt.Errorf("%s: it is of another run than %s, with other documents, flags or words; "+
				"make all shards with the same command", name, files[one].Name)
		case s.order[shard.Number-1] >= 0:
			return nil, fmt.Errorf("%s: it is shard %s, as %s is; name each shard once",
				name, shard, files[s.order[shard.Number-1]].Name)
		}
		s.order[shard.Number-1] = i
		s.add(&h, documents)
	}
	there := make([]bool, len(s.order))
	for number, i := range s.order {
		there[number] = i >= 0
	}
	if slices.Contains(there, false) {
		return nil, fmt.Errorf("%s; make them, and name all", missing(there))
	}
	return &s, nil
}

// shardOf returns which shard a memory is, and how many documents it is of.
func shardOf(h *tmx.Header) (s Shard, documents int, err error) {
	text, _ := property(h.Props, PropShard)
	s, err = ParseShard(text)
	if err == nil {
		text, _ = property(h.Props, propDocuments)
		documents, err = strconv.Atoi(text)
	}
	if err != nil || documents < 0 || s.Of > maxShards {
		return s, 0, errors.New("the properties of its header are damaged; make the shard again")
	}
	return s, documents, nil
}

// add adds the header of a shard to that of the whole: the source language, if it is the same for
// all documents, and the latest date.
func (s *shardRun) add(h *tmx.Header, documents int) {
	switch {
	case documents == 0:
	case s.documents == 0:
		s.header.Source = h.Source
	case s.header.Source != h.Source:
		s.header.Source = language.Und
	}
	s.documents += documents
	if h.Created.After(s.header.Created) {
		s.header.Created = h.Created
	}
}

func (f ShardFile) header() (tmx.Header, error) {
	in, err := f.Open()
	if err != nil {
		return tmx.Header{}, err
	}
	defer in.Close()
	h, err := tmx.NewReader(in).Header()
	if err != nil {
		err = fmt.Errorf("%s: %w", f.Name, err)
	}
	return h, err
}
