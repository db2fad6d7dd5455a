package seed

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/say"
)

// A Shard is one of several runs that make a memory together, each of a part of the documents. All
// runs have the same collection. They know nothing of one another, so any scheduler can start them,
// in any order and on any machine. [MergeShards] makes one memory of what they write: the bytes of
// the memory that one run writes. The zero Shard is a run of the whole collection.
type Shard struct {
	Number int `json:"number"` // from 1 to Of
	Of     int `json:"of"`
}

// maxShards bounds what a damaged header can ask for.
const maxShards = 1_000_000

// String returns the shard as [ParseShard] reads it.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Number, s.Of) }

// ParseShard reads a shard: "3/7" is the third of seven.
func ParseShard(text string) (s Shard, err error) {
	number, of, _ := strings.Cut(text, "/")
	s.Number, err = strconv.Atoi(number)
	if err == nil {
		s.Of, err = strconv.Atoi(of)
	}
	if err != nil || s.Number < 1 || s.Number > s.Of || s.Of > maxShards {
		return Shard{}, fmt.Errorf("%q is no shard; give its number, from 1, and how many there are, as in 3/7", text)
	}
	return s, nil
}

// The types of the properties that the memory of a shard has, besides those of other memories.
const (
	PropShard      = "x-bitext-shard"      // of the header: the shard, as in "3/7"
	propRun        = "x-bitext-run"        // of the header: what all shards of a run have in common
	propDocuments  = "x-bitext-documents"  // of the header: how many documents were aligned
	propConfidence = "x-bitext-confidence" // of a unit: its confidences with all digits, of translation and boundaries
	propWording    = "x-bitext-wording"    // of a variant: its text in quotes, if XML cannot hold all its characters
)

// take keeps the tasks of the shard, a range of all tasks, which are in the order of their names.
func (w *work) take() {
	for _, t := range w.tasks {
		w.groups = append(w.groups, t.group)
	}
	if s := w.seeding.Shard; s.Of > 0 {
		n := len(w.tasks)
		w.tasks = w.tasks[(s.Number-1)*n/s.Of : s.Number*n/s.Of]
		if s.Number > 1 {
			w.report.Unused = []Problem{} // the first shard reports them
		}
	}
}

// check returns an error if a shard cannot be made with the fields of a seeding.
func (s Shard) check(of *Seeding) error {
	switch {
	case s == Shard{}:
		return nil
	case s.Number < 1 || s.Number > s.Of:
		return &FutileError{fmt.Errorf("there is no shard %s", s)}
	case !of.Alone && of.Pools == "":
		return &FutileError{errors.New("a shard does not know what the others teach; name a folder for that, " +
			"or align each document by itself")}
	case of.Tool.MaxBytes > 0 || of.Tool.Code > 0:
		return &FutileError{errors.New("the limits of a tool are for the whole memory; " +
			"apply them when shards are merged")}
	}
	return nil
}

// runKey returns a key of what all shards of a run have in common. filtered includes what happens
// after the first pass.
func (w *work) runKey(filtered bool) string {
	s := w.seeding
	parts := []string{s.ToolVersion, s.Recipe, fmt.Sprint(s.Langs, s.Ordered, s.PieceSentences, s.Shard.Of)}
	if filtered {
		parts = append(parts, fmt.Sprintf("%v %+v %s", s.Alone, s.Filter, w.taught))
	}
	for _, g := range w.groups {
		for _, f := range g {
			parts = append(parts, f.Name, f.Lang.String())
		}
		parts = append(parts, "")
	}
	k := keyOf(parts...)
	return fmt.Sprintf("%x", k[:16])
}

// header adds to the header of a memory that it is that of a shard.
func (w *work) header(h *tmx.Header) {
	if w.seeding.Shard == (Shard{}) {
		return
	}
	h.Props = append(h.Props, tmx.Prop{Type: PropShard, Text: w.seeding.Shard.String()},
		tmx.Prop{Type: propRun, Text: w.runKey(true)},
		tmx.Prop{Type: propDocuments, Text: strconv.Itoa(len(w.report.Documents))})
}

// missing names the shards that are not there.
func missing(there []bool) string {
	var all []string
	for i, ok := range there {
		if !ok {
			all = append(all, strconv.Itoa(i+1))
		}
	}
	if n := len(all); n > maxMissing {
		all = append(all[:maxMissing], fmt.Sprintf("and %d more", n-maxMissing))
	}
	return fmt.Sprintf("of %s, these are missing: %s", say.Count(len(there), "shard"), strings.Join(all, ", "))
}

// maxMissing is how many missing shards an error names.
const maxMissing = 10
