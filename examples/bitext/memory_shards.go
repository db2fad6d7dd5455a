package main

import (
	"context"
	"io"
	"path/filepath"
	"time"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
)

// anyShard reports whether one of the memories is a shard of bitext seed. A memory that cannot be
// read is none; merging says what is wrong with it.
func anyShard(sources []*memories.Source) bool {
	for _, s := range sources {
		in, err := s.Open()
		if err != nil {
			continue
		}
		h, err := tmx.NewReader(in).Header()
		in.Close()
		if err == nil && seed.IsShard(&h) {
			return true
		}
	}
	return false
}

// mergeShards writes the memory that the shards of bitext seed make together.
func (o *memoryOptions) mergeShards(
	ctx context.Context, started time.Time, paths []string, sources []*memories.Source, ready func() error,
	log io.Writer,
) error {
	if len(o.ignore) > 0 || o.prefer != "newest" || o.damaged {
		return usagef("the shards of bitext seed make the memory of one run, without --ignore, --prefer and " +
			"--leave-out-damaged; merge them first, and give these flags to bitext memory dedup")
	}
	var shards []seed.ShardFile
	for _, s := range sources {
		shards = append(shards, seed.ShardFile{Name: s.Name, Open: s.Open})
	}
	folder := "" // for temporary files
	if o.out != "-" {
		folder = filepath.Dir(o.out)
	}
	var report *seed.ShardReport
	err := writeOut(ctx, o.out, o.writing.convert(func(w io.Writer) (err error) {
		report, err = seed.MergeShards(ctx, shards, folder, 0, w)
		return err
	}), ready)
	if err == nil {
		err = o.writing.report(log)
	}
	if err != nil {
		return err
	}
	return o.report(log, mergeSummary{
		Memories: paths, Read: report.Read, Units: report.Written, Equal: report.Merged, Joined: 0,
		Dropped: report.Dropped, Output: o.out, Seconds: time.Since(started).Seconds(),
	})
}
