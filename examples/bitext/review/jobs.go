package review

import (
	"errors"
	"io/fs"
	"sync"
	"time"

	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

// A Job is a review in a list of several, such as the documents of a folder.
type Job struct {
	Name      string   // of the document
	Documents []string // the names of its files
	Langs     []string // of its files; nil if they are not known yet
	// Options returns the options of the review when it is opened, or read for the list.
	Options func() (Options, error)
}

// Jobs are the reviews of a list. Each is opened when a person asks for it, and stays open. Several
// goroutines may use them concurrently.
type Jobs struct {
	title   string
	jobs    []*job
	opening sync.Mutex // one review is opened at a time, since aligning takes all processors
	check   func(*Review)
}

type job struct {
	Job
	mutex  sync.Mutex
	review *Review       // nil if it is not open
	ready  chan struct{} // closed once the review is open, or has failed; nil if nobody has asked for it
	fault  error
	known  *progress // of a review that is not open
}

// progress is how far a review is.
type progress struct {
	Rows int `json:"rows"`
	Done int `json:"done"`           // rows that a person has settled by a state
	Open int `json:"open,omitempty"` // rows that need attention, as far as they are checked
}

// NewJobs returns a list of reviews. check is called, in a goroutine of its own, with each review
// that is opened, such as to check its rows; it must return when the program ends.
func NewJobs(title string, jobs []Job, check func(*Review)) *Jobs {
	all := &Jobs{title: title, check: check}
	for _, j := range jobs {
		all.jobs = append(all.jobs, &job{Job: j})
	}
	return all
}

// Close ends all reviews that are open. Everything is in their journals already.
func (all *Jobs) Close() (err error) {
	for _, j := range all.jobs {
		j.mutex.Lock()
		if j.review != nil {
			err = errors.Join(err, j.review.Close())
			j.review = nil
		}
		j.mutex.Unlock()
	}
	return err
}

// patience is how long a page waits for its review before it says that it is being aligned.
const patience = 2 * time.Second

// open returns the review of a job. If it is not ready soon, both results are nil; ask again. A
// review that could not be opened is tried again the next time.
func (all *Jobs) open(j *job) (*Review, error) {
	j.mutex.Lock()
	if j.review != nil {
		defer j.mutex.Unlock()
		return j.review, nil
	}
	if j.ready == nil {
		j.ready, j.fault = make(chan struct{}), nil
		go all.make(j, j.ready)
	}
	ready := j.ready
	j.mutex.Unlock()
	select {
	case <-ready:
	case <-time.After(patience):
		return nil, nil
	}
	j.mutex.Lock()
	defer j.mutex.Unlock()
	if j.ready == ready {
		j.ready = nil
	}
	return j.review, j.fault
}

// make opens the review of a job.
func (all *Jobs) make(j *job, ready chan struct{}) {
	defer close(ready)
	all.opening.Lock()
	defer all.opening.Unlock()
	o, err := j.Options()
	var r *Review
	if err == nil {
		r, err = Open(o)
	}
	j.mutex.Lock()
	j.review, j.fault = r, err
	j.mutex.Unlock()
	if r != nil {
		go all.check(r)
	}
}

// jobView is a line of the list, as the page receives it.
type jobView struct {
	Number    int      `json:"n"`
	Name      string   `json:"name"`
	Documents []string `json:"documents"`
	Langs     []string `json:"langs,omitempty"`
	State     string   `json:"state"` // new, working, begun, done or fault
	Fault     string   `json:"fault,omitempty"`
	*progress
}

// list returns all jobs and how far they are.
func (all *Jobs) list() []jobView {
	out := make([]jobView, len(all.jobs))
	for i, j := range all.jobs {
		out[i] = j.view()
		out[i].Number = i + 1
	}
	return out
}

func (j *job) view() jobView {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	v := jobView{Name: j.Name, Documents: j.Documents, Langs: j.Langs, State: "new"}
	switch {
	case j.review != nil:
		v.progress = j.review.progress()
	case j.ready != nil:
		v.State = "working"
		return v
	case j.fault != nil:
		v.State, v.Fault = "fault", j.fault.Error()
		return v
	default:
		if j.known == nil {
			j.known, j.fault = j.read()
		}
		if j.fault != nil {
			v.State, v.Fault = "fault", j.fault.Error()
			return v
		}
		v.progress = j.known
	}
	switch {
	case v.progress.Rows == 0:
		v.progress = nil
	case v.progress.Done == v.progress.Rows:
		v.State = "done"
	default:
		v.State = "begun"
	}
	return v
}

// errNotBegun says that a review has no journal yet.
var errNotBegun = errors.New("the review is not begun")

// read returns the progress of a review that is not open, from its journal; no rows if there is
// none.
func (j *job) read() (*progress, error) {
	o, err := j.Options()
	if err != nil {
		return nil, err
	}
	o.Make = func() (*sheet.Sheet, error) { return nil, errNotBegun }
	r, err := Read(o)
	switch {
	case errors.Is(err, errNotBegun), errors.Is(err, fs.ErrNotExist):
		return &progress{}, nil
	case err != nil:
		return nil, err
	}
	p := r.progress()
	p.Open = 0 // its rows are not checked
	return p, nil
}

// progress returns how far a review is.
func (r *Review) progress() *progress {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	p := &progress{Rows: len(r.sheet.Rows)}
	for _, row := range r.sheet.Rows {
		switch {
		case row.State != sheet.Open:
			p.Done++
		case r.traitsOf(row).checked && r.matches(row, "attention"):
			p.Open++
		}
	}
	return p
}
