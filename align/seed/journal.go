package seed

import (
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"sync"
)

// A key is a hash of everything that a result depends on.
type key [sha256.Size]byte

// keyOf returns the key of a result that depends on the given parts.
func keyOf(parts ...string) (k key) {
	h := sha256.New()
	for _, p := range parts {
		binary.Write(h, binary.BigEndian, uint64(len(p)))
		io.WriteString(h, p)
	}
	h.Sum(k[:0])
	return k
}

// A journal is a file of results to which records are only added. When it is opened, a record that
// a crash has cut off at the end is removed; a damaged record is removed with all after it. A
// journal can be used by several goroutines.
type journal struct {
	mutex sync.Mutex
	f     *os.File
	at    map[key]stretch
	end   int64 // offset of the next record

	temporary bool // the file is removed when it is closed
}

// A stretch is the place of a value in the file.
type stretch struct{ start, size int64 }

// A record holds its size, a checksum of what follows, its key, and its value as compressed JSON.
const (
	journalHead = "bitext seed 1\n"
	recordHead  = 4 + 4 + sha256.Size
	maxRecord   = 1 << 30
)

// castagnoli is the polynomial that processors have an instruction for.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// openJournal opens or creates a journal. No other program may use it at the same time.
func openJournal(path string) (*journal, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	return readJournal(f)
}

// temporaryJournal creates a journal that is removed when it is closed, or, if the system allows
// it, even before, so that nothing of a document stays in the folder for temporary files.
func temporaryJournal() (*journal, error) {
	f, err := os.CreateTemp("", "bitext-seed-")
	if err != nil {
		return nil, err
	}
	j, err := readJournal(f)
	if os.Remove(f.Name()) != nil && err == nil { // the system does not remove an open file
		j.temporary = true
	}
	return j, err
}

// readJournal returns the journal in a file, which it closes if that fails.
func readJournal(f *os.File) (*journal, error) {
	j := &journal{f: f, at: map[key]stretch{}}
	if err := j.scan(); err != nil {
		f.Close()
		return nil, err
	}
	return j, nil
}

// scan finds the records that are whole and truncates the file after them.
func (j *journal) scan() error {
	r := bufio.NewReaderSize(j.f, 1<<20)
	head := make([]byte, len(journalHead))
	n, err := io.ReadFull(r, head)
	switch {
	case !bytes.HasPrefix([]byte(journalHead), head[:n]):
		return &FutileError{errors.New("its journal was written by another version of bitext seed; " +
			"move the folder away, or choose another output")}
	case err == io.EOF || err == io.ErrUnexpectedEOF: // new, or cut off in its first bytes
		if err := j.f.Truncate(0); err != nil {
			return err
		}
		_, err := j.f.WriteAt([]byte(journalHead), 0)
		j.end = int64(len(journalHead))
		return err
	case err != nil:
		return err
	}
	j.end = int64(len(journalHead))
	var fixed [recordHead]byte
	for {
		if _, err := io.ReadFull(r, fixed[:]); err != nil {
			break
		}
		size := int64(binary.BigEndian.Uint32(fixed[:]))
		if size > maxRecord {
			break
		}
		sum := crc32.New(castagnoli)
		sum.Write(fixed[8:])
		n, err := io.CopyN(sum, r, size)
		if err != nil || n < size || sum.Sum32() != binary.BigEndian.Uint32(fixed[4:]) {
			break
		}
		j.at[key(fixed[8:])] = stretch{j.end + recordHead, size}
		j.end += recordHead + size
	}
	return j.f.Truncate(j.end)
}

// has reports whether the journal holds a result.
func (j *journal) has(k key) bool {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	_, ok := j.at[k]
	return ok
}

// get reads a result into v. The journal must have it.
func (j *journal) get(k key, v any) error {
	j.mutex.Lock()
	s, ok := j.at[k]
	j.mutex.Unlock()
	if !ok {
		return errors.New("the journal does not hold a result that it should")
	}
	r := flate.NewReader(io.NewSectionReader(j.f, s.start, s.size))
	defer r.Close()
	if err := json.NewDecoder(r).Decode(v); err != nil {
		return fmt.Errorf("the journal is damaged; remove it and start again: %w", err)
	}
	return nil
}

// put adds a result. If that fails, the journal stays as it was.
func (j *journal) put(k key, v any) error {
	var b bytes.Buffer
	b.Write(make([]byte, 8))
	b.Write(k[:])
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return err
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := errors.Join(e.Encode(v), w.Close()); err != nil {
		return err
	}
	record := b.Bytes()
	size := int64(len(record) - recordHead)
	if size > maxRecord {
		return errors.New("the result is too large for the journal")
	}
	binary.BigEndian.PutUint32(record, uint32(size))
	binary.BigEndian.PutUint32(record[4:], crc32.Checksum(record[8:], castagnoli))
	j.mutex.Lock()
	defer j.mutex.Unlock()
	if _, ok := j.at[k]; ok {
		return nil // two documents are equal
	}
	if _, err := j.f.WriteAt(record, j.end); err != nil {
		j.f.Truncate(j.end)
		return err
	}
	j.at[k] = stretch{j.end + recordHead, size}
	j.end += int64(len(record))
	return nil
}

// close closes the file.
func (j *journal) close() error {
	err := j.f.Close()
	if j.temporary {
		err = errors.Join(err, os.Remove(j.f.Name()))
	}
	return err
}
