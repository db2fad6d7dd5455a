package bilingual

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// readJSONL reads what this project writes as JSON Lines: an object with "langs", "texts" and the
// confidences on each line.
func (b *builder) readJSONL(in io.Reader) error {
	s := bufio.NewScanner(in)
	s.Buffer(make([]byte, 64<<10), 16<<20)
	for n := 1; s.Scan(); n++ {
		var row struct {
			Langs, Texts          []string
			Boundary, Translation *float64
		}
		if len(s.Bytes()) == 0 {
			continue
		}
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			return fmt.Errorf("line %d: damaged JSON (%w); write the file again with bitext align --format jsonl", n,
				err)
		}
		if len(row.Langs) == 0 || len(row.Langs) != len(row.Texts) {
			return fmt.Errorf("line %d: %d languages for %d texts; name one for each", n, len(row.Langs),
				len(row.Texts))
		}
		u, err := b.begin()
		if err != nil {
			return err
		}
		if row.Boundary != nil && row.Translation != nil {
			u.boundary, u.translation = bounded(*row.Boundary), bounded(*row.Translation)
		}
		for i, text := range row.Texts {
			tag, err := parseTagAt(n, row.Langs[i])
			if err != nil {
				return err
			}
			b.column(u, tag) // the languages keep their order, also if the first rows lack one
			if err := b.put(u, tag, text); err != nil {
				return err
			}
		}
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return errors.New("a line is longer than 16 MiB; split the file")
	}
	return s.Err()
}

// bounded returns a confidence, or 1 if p is not one.
func bounded(p float64) float64 {
	if p >= 0 && p <= 1 {
		return p
	}
	return 1
}
