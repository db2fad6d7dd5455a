package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
)

// sources opens memories for a command that writes out, which may be one of them.
func (o *memoryOptions) sources(
	ctx context.Context, paths []string, log io.Writer,
) (all []*memories.Source, ready func() error, closeAll func(), err error) {
	var files []*memoryFile
	closeAll = func() {
		for _, f := range files {
			f.close()
		}
	}
	ready = func() error {
		for i, f := range files {
			if slices.Contains(files[:i], f) {
				continue
			}
			if err := f.ready(); err != nil {
				return err
			}
		}
		return nil
	}
	for i, path := range paths {
		var f *memoryFile
		for k, earlier := range paths[:i] {
			if identify(earlier).same(identify(path)) {
				f = files[k] // it is open, and perhaps locked
			}
		}
		if f == nil {
			if f, err = openMemoryFile(ctx, path, o.out, log); err != nil {
				closeAll()
				return nil, nil, nil, err
			}
		}
		files = append(files, f)
		all = append(all, &memories.Source{
			Name: path, Open: f.open, Damage: o.damage(path, log), Leads: identify(path).same(identify(o.out)),
		})
	}
	return all, ready, closeAll, nil
}

// damage returns what to do with damaged units.
func (o *memoryOptions) damage(path string, log io.Writer) func(*tmx.SyntaxError) error {
	leftOut := leftOutLog{w: log, path: path}
	return func(bad *tmx.SyntaxError) error {
		if !o.damaged {
			return damagedMemory(path, bad, repairOrLose)
		}
		leftOut.add(bad.Line, bad.Err.Error())
		return nil
	}
}

// damagedMemory returns the error for damage in a memory, with what to do about a unit.
func damagedMemory(path string, bad *tmx.SyntaxError, remedy string) error {
	switch {
	case !errors.Is(bad.Err, tmx.ErrNotTMX):
		return fmt.Errorf("%s:%d: %w; %s", path, bad.Line, bad.Err, remedy)
	case isZIP(path):
		return fmt.Errorf("%s: this is a ZIP archive; unpack it, and name the memory in it", path)
	}
	return fmt.Errorf("%s:%d: %w; check the name of the file", path, bad.Line, bad.Err)
}

// repairOrLose is what to do about a damaged unit of a memory that a command copies.
const repairOrLose = "repair the unit, or lose it with --leave-out-damaged"

// isZIP reports whether a file is a ZIP archive.
func isZIP(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [4]byte
	_, err = io.ReadFull(f, head[:])
	return err == nil && string(head[:]) == "PK\x03\x04"
}
