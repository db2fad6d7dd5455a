package seed

import (
	"encoding/json"
	"io"
	"slices"
)

// A Report is what became of a collection, for a person or, as JSON, for a program.
type Report struct {
	Documents []*Document `json:"documents"` // those that were aligned, in the order of their names
	Failed    []Problem   `json:"failed"`    // those that could not be
	Unused    []Problem   `json:"not_used"`  // files that took no part
	Learned   []Learned   `json:"learned"`   // what the collection taught
	LeftOut   []*LeftOut  `json:"left_out"`  // by reason; all reasons are there
	Units     UnitCounts  `json:"units"`
	Resumed   int         `json:"resumed"`     // alignments of an earlier run that were used
	Files     []string    `json:"files"`       // what was written
	Older     []string    `json:"older_files"` // of an earlier seeding in more or other files, which nobody touched
	Seconds   float64     `json:"seconds"`
}

// A Document is what became of a document and its translations.
type Document struct {
	Name      string         `json:"name"`
	Langs     []string       `json:"languages"` // the source first
	Sentences []int          `json:"sentences"` // by language
	Alone     []int          `json:"without_counterpart"`
	Found     int            `json:"found"` // units found
	Units     int            `json:"units"` // of them in the memory, before equal ones are merged
	LeftOut   map[Reason]int `json:"left_out,omitempty"`
}

// A Learned says what the collection taught of two languages.
type Learned struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Pairs  int    `json:"from_units"`
	Words  int    `json:"pairs_of_words"`
}

// A LeftOut counts what was left out for a reason.
type LeftOut struct {
	Reason Reason `json:"reason"`
	Units  int    `json:"units"`
	Sides  int    `json:"sides"` // of units in three languages or more that are in the memory with the others
}

// UnitCounts is how many units there are. Found is LeftOut and Merged and Written together.
type UnitCounts struct {
	Found        int `json:"found"`
	LeftOut      int `json:"left_out"`
	Merged       int `json:"merged"` // because an equal one was there
	Written      int `json:"written"`
	Alternatives int `json:"alternatives"`       // written ones whose source has another translation too
	Dropped      int `json:"characters_dropped"` // that XML cannot hold
}

func (r *Report) fail(t *task) {
	r.Failed = append(r.Failed, Problem{t.group.String(), t.err.Error()})
}

func (r *Report) document(t *task, o *outcome) *Document {
	d := &Document{Name: t.group.String(), Found: len(o.Units)}
	for _, x := range o.Texts {
		d.Langs = append(d.Langs, x.Lang.String())
		d.Sentences = append(d.Sentences, x.Sentences)
		d.Alone = append(d.Alone, x.Alone)
	}
	r.Documents = append(r.Documents, d)
	r.Units.Found += d.Found
	return d
}

// leaveOut counts a unit, or a side of one.
func (r *Report) leaveOut(d *Document, reason Reason, whole bool) {
	l := r.LeftOut[slices.Index(Reasons, reason)]
	if !whole {
		l.Sides++
		return
	}
	l.Units++
	r.Units.LeftOut++
	if d.LeftOut == nil {
		d.LeftOut = map[Reason]int{}
	}
	d.LeftOut[reason]++
}

// newReport has lists that are empty rather than missing, for those who read the JSON.
func newReport() *Report {
	r := &Report{Documents: []*Document{}, Failed: []Problem{}, Unused: []Problem{}, Learned: []Learned{}, Files: []string{}, Older: []string{}}
	for _, reason := range Reasons {
		r.LeftOut = append(r.LeftOut, &LeftOut{Reason: reason})
	}
	return r
}

// WriteJSON writes the report as one object.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
