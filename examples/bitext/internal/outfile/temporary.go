package outfile

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/gofrs/flock"
)

// Names of files that accompany a file are hidden, begin with its name, and say whose they are.
const (
	mark      = ".bitext-"
	suffix    = ".tmp"
	lockName  = ".bitext-lock"
	saltBytes = 6
	maxStem   = 160 // bytes of the name of the file that are kept; a folder takes names of 255
)

// beside returns the path of a file that accompanies target, up to the part that tells it from the
// others. A long name is cut and gets a hash, so that two long names differ.
func beside(target string) string {
	name := filepath.Base(target)
	if len(name) > maxStem {
		sum := sha256.Sum256([]byte(name))
		cut := maxStem
		for !utf8.RuneStart(name[cut]) {
			cut--
		}
		name = name[:cut] + "-" + hex.EncodeToString(sum[:8])
	}
	return filepath.Join(filepath.Dir(target), "."+name)
}

// temporary creates a temporary file for target, with a lock that marks it as in use.
func temporary(target string) (*os.File, *flock.Flock, error) {
	for {
		var salt [saltBytes]byte
		rand.Read(salt[:])
		name := beside(target) + mark + hex.EncodeToString(salt[:]) + suffix
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return nil, nil, err
		}
		use := inUse(name)
		if runtime.GOOS == "windows" {
			return f, use, nil // an open file cannot be removed there, and a lock would hinder writing
		}
		locked, err := use.TryLock()
		if err != nil || locked && sameFile(f, name) { // without locks the file is only less safe from others
			return f, use, nil
		}
		f.Close() // another program took it for a leftover before it was locked
	}
}

// removeLeftovers removes the temporary files of target that programs that were killed have left.
// It reports no error: a file that cannot be removed does no harm.
func removeLeftovers(target string) {
	prefix := filepath.Base(beside(target)) + mark
	dir := filepath.Dir(target)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		salt, ok := strings.CutPrefix(e.Name(), prefix)
		salt, ends := strings.CutSuffix(salt, suffix)
		_, err := hex.DecodeString(salt)
		if !ok || !ends || err != nil || len(salt) != 2*saltBytes || !e.Type().IsRegular() {
			continue
		}
		name := filepath.Join(dir, e.Name())
		if runtime.GOOS == "windows" {
			os.Remove(name)
			continue
		}
		use := inUse(name)
		if locked, err := use.TryLock(); err == nil && locked {
			os.Remove(name)
			use.Unlock()
		}
	}
}

// inUse returns the lock that marks a temporary file as in use. Locking it creates no file.
func inUse(name string) *flock.Flock { return flock.New(name, flock.SetFlag(os.O_RDWR)) }

// sameFile reports whether a path leads to an open file.
func sameFile(f interface{ Stat() (fs.FileInfo, error) }, path string) bool {
	a, err := f.Stat()
	b, err2 := os.Stat(path)
	return errors.Join(err, err2) == nil && os.SameFile(a, b)
}
