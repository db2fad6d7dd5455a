package embed

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"math"
	"os"
	"path/filepath"
)

// A store holds the vectors of one model on disk. The file has a record for each text: the sum of
// the text, how many numbers the vector has, the numbers, and a checksum. Records are only added,
// each batch in one write. If a program was stopped while it wrote, the next one removes what is
// not whole. A nil store is empty.
type store struct {
	file    *os.File
	vectors map[[sha256.Size]byte][]float32
}

const (
	headSize   = sha256.Size + 4
	maxNumbers = 1 << 16 // of a vector
)

// openStore opens the store of a model in a folder, and returns nil if there is no folder.
func openStore(folder, url, model string) (*store, error) {
	if folder == "" {
		return nil, nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("embed: the cache cannot be written: %w", err)
	}
	name := filepath.Join(folder, fmt.Sprintf("%x.vectors", sha256.Sum256([]byte(url+"\x00"+model))))
	raw, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("embed: the cache cannot be read: %w", err)
	}
	s := &store{vectors: map[[sha256.Size]byte][]float32{}}
	whole := 0
	for rest := raw; len(rest) >= headSize; {
		n := int(binary.LittleEndian.Uint32(rest[sha256.Size:]))
		size := headSize + 4*n + 4
		if n == 0 || n > maxNumbers || len(rest) < size ||
			crc32.ChecksumIEEE(rest[:size-4]) != binary.LittleEndian.Uint32(rest[size-4:]) {
			break
		}
		v := make([]float32, n)
		for k := range v {
			v[k] = math.Float32frombits(binary.LittleEndian.Uint32(rest[headSize+4*k:]))
		}
		s.vectors[[sha256.Size]byte(rest)] = v
		rest = rest[size:]
		whole += size
	}
	if whole < len(raw) {
		if err := os.Truncate(name, int64(whole)); err != nil {
			return nil, fmt.Errorf("embed: the cache cannot be repaired: %w; delete %s", err, name)
		}
	}
	s.file, err = os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("embed: the cache cannot be written: %w", err)
	}
	return s, nil
}

// get returns the vector of a text, or nil.
func (s *store) get(text string) []float32 {
	if s == nil {
		return nil
	}
	return s.vectors[sha256.Sum256([]byte(text))]
}

// add adds the vectors of texts.
func (s *store) add(texts []string, vectors [][]float32) error {
	if s == nil {
		return nil
	}
	var b bytes.Buffer
	for i, text := range texts {
		begin := b.Len()
		sum := sha256.Sum256([]byte(text))
		b.Write(sum[:])
		b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(vectors[i]))))
		for _, x := range vectors[i] {
			b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(x)))
		}
		b.Write(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(b.Bytes()[begin:])))
	}
	if _, err := s.file.Write(b.Bytes()); err != nil {
		return fmt.Errorf("embed: the cache cannot be written: %w", err)
	}
	return nil
}

func (s *store) close() {
	if s != nil {
		s.file.Close()
	}
}
