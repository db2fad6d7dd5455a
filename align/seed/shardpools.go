package seed

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/fileerr"
)

// A poolsHead is the first line of the file in which a shard leaves what it teaches. The pairs of
// each pool follow, one a line, in the order of their hashes.
type poolsHead struct {
	Run   string     `json:"run"`
	Shard Shard      `json:"shard"`
	Pools []poolPart `json:"pools"`
}

type poolPart struct {
	Source    language.Tag `json:"source"`
	Target    language.Tag `json:"target"`
	Documents int          `json:"documents"`
	Pairs     int          `json:"pairs"`
	Bytes     int64        `json:"bytes"` // of the lines of its pairs
}

// FirstPass aligns each document of a shard by itself, and leaves what they teach in the folder
// Pools, as a file whose name PoolFile returns. After all shards have done so, [Seeding.Run] of
// each makes its part of the memory. It does not align again by itself what is still in the same
// Folder. A document that cannot be aligned is not an error but in the report; no unit is filtered
// or written.
func (s *Seeding) FirstPass(ctx context.Context) (*Report, error) {
	if s.Shard.Of == 0 || s.Alone || s.Pools == "" {
		return nil, &FutileError{errors.New("a first pass without a second one is for shards " +
			"that learn from one another")}
	}
	return s.do(ctx, func(w *work, ctx context.Context) error {
		if err := w.plan(ctx); err != nil {
			return err
		}
		w.take()
		if err := w.first(ctx); err != nil {
			return err
		}
		pools, err := w.pool(ctx)
		if err != nil {
			return err
		}
		for _, t := range w.tasks {
			if t.err != nil {
				w.report.fail(t)
				continue
			}
			var o Alignment
			if err := w.journal.get(t.key, &o); err != nil {
				return err
			}
			w.report.document(t, &o)
		}
		for _, p := range pools {
			w.report.Learned = append(w.report.Learned, Learned{Source: p.Source.String(), Target: p.Target.String(),
				Pairs: len(p.Pairs)})
		}
		return w.leavePools(pools)
	})
}

// PoolFile returns the file in the folder Pools in which the shard leaves what it teaches.
func (s *Seeding) PoolFile() string { return s.poolFile(s.Shard.Number) }

func (s *Seeding) poolFile(number int) string {
	return filepath.Join(s.Pools, fmt.Sprintf("shard-%05d-of-%05d.pools", number, s.Shard.Of))
}

// leavePools writes the pools of the shard. The file appears when it is complete.
func (w *work) leavePools(pools []*Pool) error {
	path := w.seeding.PoolFile()
	f, err := os.CreateTemp(w.seeding.Pools, filepath.Base(path)+".part-*")
	if err != nil {
		return fmt.Errorf("%s: %w", w.seeding.Pools, fileerr.Explain(err))
	}
	defer os.Remove(f.Name()) // fails after it got its name
	out := bufio.NewWriter(f)
	err = w.writePools(out, pools)
	if err = errors.Join(err, out.Flush(), f.Chmod(0o644), f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, fileerr.Explain(err))
	}
	return nil
}

// writePools writes the pools of the shard, which are cut.
func (w *work) writePools(out io.Writer, pools []*Pool) error {
	head := poolsHead{Run: w.runKey(false), Shard: w.seeding.Shard, Pools: []poolPart{}}
	var body bytes.Buffer
	e := json.NewEncoder(&body)
	for _, p := range pools {
		before := body.Len()
		for _, x := range p.Pairs {
			if err := e.Encode(x); err != nil {
				return err
			}
		}
		size := int64(body.Len() - before)
		head.Pools = append(head.Pools, poolPart{p.Source, p.Target, p.Documents, len(p.Pairs), size})
	}
	if err := json.NewEncoder(out).Encode(head); err != nil {
		return err
	}
	_, err := body.WriteTo(out)
	return err
}

// poolsOfAll returns what all shards teach, in the order in which one run would meet the pairs of
// languages. own are the pools of the shard, which must be those that it has left.
func (w *work) poolsOfAll(ctx context.Context, own []*Pool) ([]*Pool, error) {
	there := make([]bool, w.seeding.Shard.Of)
	for i := range there {
		_, err := os.Stat(w.seeding.poolFile(i + 1))
		there[i] = err == nil
	}
	if slices.Contains(there, false) {
		return nil, &FutileError{fmt.Errorf("%s: what all shards teach is needed, but %s; do their first pass",
			w.seeding.Pools, missing(there))}
	}
	var pools []*Pool
	for i := range there {
		w.progress("gathering", i, len(there))
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var err error
		if pools, err = w.addPools(i+1, pools, own); err != nil {
			return nil, fmt.Errorf("%s: %w", w.seeding.poolFile(i+1), fileerr.Explain(err))
		}
	}
	return pools, nil
}

// addPools adds what a shard teaches to pools, which are cut.
func (w *work) addPools(number int, pools, own []*Pool) ([]*Pool, error) {
	f, err := os.Open(w.seeding.poolFile(number))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	line, err := in.ReadBytes('\n')
	var head poolsHead
	if err == nil {
		err = json.Unmarshal(line, &head)
	}
	again := fmt.Sprintf("do the first pass of shard %d/%d again", number, w.seeding.Shard.Of)
	switch {
	case err != nil:
		return nil, &FutileError{fmt.Errorf("the file is damaged: %w; %s", err, again)}
	case head.Run != w.runKey(false) || head.Shard != (Shard{number, w.seeding.Shard.Of}):
		return nil, &FutileError{fmt.Errorf("it is of another run, with other documents or flags; %s", again)}
	}
	if number == w.seeding.Shard.Number {
		left, now := sha256.New(), sha256.New()
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		if _, err := io.Copy(left, f); err != nil {
			return nil, err
		}
		if err := w.writePools(now, own); err != nil {
			return nil, err
		}
		if !bytes.Equal(left.Sum(nil), now.Sum(nil)) {
			return nil, &FutileError{fmt.Errorf("documents have changed since; "+
				"%s, and then the second pass of all", again)}
		}
	}
	at := int64(len(line))
	for _, part := range head.Pools {
		k := slices.IndexFunc(pools, func(p *Pool) bool { return p.Source == part.Source && p.Target == part.Target })
		if k < 0 {
			k = len(pools)
			pools = append(pools, &Pool{Source: part.Source, Target: part.Target})
		}
		if err := pools[k].read(io.NewSectionReader(f, at, part.Bytes), part); errors.Is(err, fs.ErrInvalid) {
			return nil, &FutileError{fmt.Errorf("the file is damaged; %s", again)}
		} else if err != nil {
			return nil, err
		}
		at += part.Bytes
	}
	return pools, nil
}

// read adds a part of a file to a pool that is cut. The rest of a part whose pairs come after those
// of a full pool is not read, so that hundreds of shards cost little more than one. The error is
// fs.ErrInvalid if the file is damaged.
func (p *Pool) read(from io.Reader, part poolPart) error {
	p.Documents += part.Documents
	full := len(p.Pairs) >= maxPairs
	var last key
	if full {
		last = p.Pairs[len(p.Pairs)-1].hash
	}
	d := json.NewDecoder(bufio.NewReader(from))
	for range part.Pairs {
		var x Pair
		if err := d.Decode(&x); err != nil {
			return fs.ErrInvalid
		}
		x.hash = keyOf(x.Source, x.Target)
		if full && bytes.Compare(x.hash[:], last[:]) > 0 {
			break
		}
		p.Pairs = append(p.Pairs, x)
	}
	p.Cut()
	return nil
}
