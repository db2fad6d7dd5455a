package seed

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"io"
	"strconv"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
)

// The types of the properties of a unit that a seeding gives beside those of tmx.NewUnit. A unit
// that stands in several places has the properties of each in its variants, one place after the
// other, up to twenty of them.
const (
	PropOccurrences = "x-bitext-occurrences" // how often the unit stands in the collection, where that is more than once
	PropAlternative = "x-bitext-alternative" // "2/3": the second of three translations of the same source
)

// mostPlaces is how many of its places a unit lists; a heading may stand in thousands of documents.
const mostPlaces = 20

// A merged unit is all units with the same wording.
type merged struct {
	unit                // the surest of them
	Places    [][]place `json:"o"` // for each occurrence that is listed, for each side
	Count     int       `json:"c"`
	First     uint64    `json:"f"` // the number of the first of them
	Among, Of int       // its number among the translations of its source, and how many there are
}

// A merger puts equal units together. It holds few of them at a time, by sorting on disk: first by
// wording, which brings together what is equal and, before that, what has one source; then by the
// place of the first of them.
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

const hashSize = 16 // bytes: no two texts of any collection have the same hash

func (m *merger) add(u *unit) error {
	source, all := sha256.New(), sha256.New()
	for i, s := range u.Sides {
		io.WriteString(source, s.Lang.String()+"\x00")
		if i == 0 {
			io.WriteString(source, s.Text+"\x00")
		}
		io.WriteString(all, s.Lang.String()+"\x00"+s.Text+"\x00")
	}
	key := make([]byte, 0, 2*hashSize+8)
	key = append(key, source.Sum(nil)[:hashSize]...)
	key = append(key, all.Sum(nil)[:hashSize]...)
	key = binary.BigEndian.AppendUint64(key, m.units)
	m.units++
	value, err := json.Marshal(u)
	if err != nil {
		return err
	}
	return m.byWording.add(key, value)
}

// merge brings equal units together. It returns how many different ones there are, and how many of
// those are one of several translations of their source.
func (m *merger) merge(ctx context.Context) (different, alternatives int, err error) {
	var same []*merged // those with one source
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
		var u unit
		if err := json.Unmarshal(it.value, &u); err != nil {
			return 0, 0, err
		}
		s, all := string(it.key[:hashSize]), string(it.key[:2*hashSize])
		if s != source {
			if err := flush(); err != nil {
				return 0, 0, err
			}
		}
		if all != wording {
			same = append(same, &merged{unit: u, First: binary.BigEndian.Uint64(it.key[2*hashSize:])})
		}
		same[len(same)-1].join(u)
		source, wording = s, all
	}
	if err := flush(); err != nil {
		return 0, 0, err
	}
	return different, alternatives, m.byWording.close()
}

// join adds an occurrence.
func (m *merged) join(u unit) {
	if m.Count++; m.Count <= mostPlaces {
		places := make([]place, len(u.Sides))
		for i, s := range u.Sides {
			places[i] = s.place
		}
		m.Places = append(m.Places, places)
	}
	if u.Translation > m.Translation || u.Translation == m.Translation && u.Boundary > m.Boundary {
		m.Translation, m.Boundary = u.Translation, u.Boundary
	}
}

// tmx returns the unit as the memory has it.
func (m *merged) tmx(tag func(language.Tag) language.Tag) tmx.Unit {
	u := tmx.Unit{Props: []tmx.Prop{
		{Type: tmx.PropBoundary, Text: align.Confidence(m.Boundary).String()},
		{Type: tmx.PropTranslation, Text: align.Confidence(m.Translation).String()},
	}}
	if m.Count > 1 {
		u.Props = append(u.Props, tmx.Prop{Type: PropOccurrences, Text: strconv.Itoa(m.Count)})
	}
	if m.Of > 1 {
		u.Props = append(u.Props, tmx.Prop{Type: PropAlternative, Text: strconv.Itoa(m.Among) + "/" + strconv.Itoa(m.Of)})
	}
	for i, s := range m.Sides {
		v := tmx.Variant{Lang: tag(s.Lang), Text: s.Text}
		for _, places := range m.Places {
			p := places[i]
			for _, x := range []tmx.Prop{{Type: tmx.PropDocument, Text: p.Document}, {Type: tmx.PropParagraph, Text: p.Paragraph}, {Type: tmx.PropLines, Text: p.Lines}} {
				if x.Text != "" {
					v.Props = append(v.Props, x)
				}
			}
		}
		u.Variants = append(u.Variants, v)
	}
	u.ID = tmx.ID(u.Variants)
	return u
}
