package seed

import (
	"io"
	"slices"

	"github.com/bitext-go/bitext/internal/say"
)

// A Report describes the result of a seeding, for a person or, as JSON, for a program.
type Report struct {
	Documents []*Document `json:"documents"` // aligned documents, in the order of their names
	Failed    []Problem   `json:"failed"`    // documents that could not be aligned
	Unused    []Problem   `json:"not_used"`  // files that were not used
	Learned   []Learned   `json:"learned"`   // what the collection taught
	LeftOut   []*LeftOut  `json:"left_out"`  // by reason, for each of Reasons
	Units     UnitCounts  `json:"units"`
	Resumed   int         `json:"resumed"`     // alignments of an earlier run that were used
	Files     []string    `json:"files"`       // the files that were written
	Older     []string    `json:"older_files"` // files of an earlier seeding, which were not touched
	Seconds   float64     `json:"seconds"`
}

// A Document describes the result for a document and its translations.
type Document struct {
	Name      string         `json:"name"`
	Langs     []string       `json:"languages"` // the source first
	Sentences []int          `json:"sentences"` // by language
	Alone     []int          `json:"without_counterpart"`
	Shares    []float64      `json:"shares"` // of each text that has a counterpart, from 0 to 1
	Found     int            `json:"found"`  // units found
	Units     int            `json:"units"`  // units in the memory, before equal ones are merged
	LeftOut   map[Reason]int `json:"left_out,omitempty"`
}

// A Learned describes a lexicon that the collection taught.
type Learned struct {
	Source string `json:"source"`
	Target string `json:"target"`
	Pairs  int    `json:"from_units"`
	Words  int    `json:"pairs_of_words"`
}

// A LeftOut counts what was left out for one reason.
type LeftOut struct {
	Reason Reason `json:"reason"`
	Units  int    `json:"units"`
	Sides  int    `json:"sides"` // sides of units that are in the memory with two or more other languages
}

// UnitCounts counts the units. Found is the sum of LeftOut, Merged and Written.
type UnitCounts struct {
	Found        int `json:"found"`
	LeftOut      int `json:"left_out"`
	Merged       int `json:"merged"` // merged into an equal one
	Written      int `json:"written"`
	Alternatives int `json:"alternatives"`       // written, with a source that has several translations
	Untranslated int `json:"untranslated"`       // written, with text that is not translated, but copied
	Dropped      int `json:"characters_dropped"` // because XML cannot hold them
}

// fail adds a task that could not be aligned.
func (r *Report) fail(t *task) {
	r.Failed = append(r.Failed, Problem{t.group.String(), t.err.Error()})
}

// document adds a task that was aligned.
func (r *Report) document(t *task, o *Alignment) *Document {
	d := &Document{Name: t.group.String(), Found: len(o.Units)}
	for _, x := range o.Texts {
		d.Langs = append(d.Langs, x.Lang.String())
		d.Sentences = append(d.Sentences, x.Sentences)
		d.Alone = append(d.Alone, x.Alone)
		d.Shares = append(d.Shares, x.Share)
	}
	r.Documents = append(r.Documents, d)
	r.Units.Found += d.Found
	return d
}

// leaveOut counts a unit that is left out, or, if whole is false, a side of one.
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

// newReport returns a report with empty lists, which JSON has as [] instead of null.
func newReport() *Report {
	r := &Report{Documents: []*Document{}, Failed: []Problem{}, Unused: []Problem{}, Learned: []Learned{},
		Files: []string{}, Older: []string{}}
	for _, reason := range Reasons {
		r.LeftOut = append(r.LeftOut, &LeftOut{Reason: reason})
	}
	return r
}

// WriteJSON writes the report as one object.
func (r *Report) WriteJSON(w io.Writer) error { return say.JSON(w, r) }
