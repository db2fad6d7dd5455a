package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/align/seed"
)

// setShard sets what the flags say of the shard.
func (o *seedOptions) setShard(s *seed.Seeding, from string) (err error) {
	if o.shard == "" {
		if o.firstPass+o.secondPass != "" {
			return usagef("--first-pass and --second-pass are for shards; add --shard, as in --shard 3/7")
		}
		return nil
	}
	if s.Shard, err = seed.ParseShard(o.shard); err != nil {
		return usagef("--shard: %v", err)
	}
	switch {
	case o.list:
		return usagef("--list writes the pairs of all shards; leave out --shard")
	case o.alone && o.firstPass+o.secondPass != "":
		return usagef("--alone makes no second pass; leave out --first-pass and --second-pass, or --alone")
	case o.firstPass != "" && o.secondPass != "":
		return usagef("--second-pass comes after the first pass of all shards; give one of them at a time")
	case !o.alone && o.firstPass+o.secondPass == "":
		return usagef("a shard does not know what the others teach; run it with --first-pass FOLDER, " +
			"and when all have ended with --second-pass FOLDER; or add --alone")
	case o.writing.tool != "" || o.writing.props:
		return usagef("--for and --no-properties change the whole memory; give them to bitext memory merge")
	}
	s.Pools = o.firstPass + o.secondPass
	for _, path := range []string{o.out, o.leftOut, s.Pools} {
		if path != "" && inside(from, path) {
			return usagef("%s is in the folder of the documents, where other shards would find it; "+
				"write outside of %s", path, from)
		}
	}
	return nil
}

// inside reports whether a path is in a folder.
func inside(folder, path string) bool {
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() {
		return false
	}
	rel, err := filepath.Rel(full(folder), full(path))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// full returns an absolute path without links, as far as there is something at it.
func full(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	dir := filepath.Dir(path)
	if dir == path {
		return path
	}
	return filepath.Join(full(dir), filepath.Base(path))
}
