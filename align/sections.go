package align

import (
	"context"
	"sync/atomic"

	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/internal/workers"
)

// sectionWork is what is done with one section. It may call tick with the number of rows that are
// done.
type sectionWork func(s *section, tick func(rows int)) error

// inSections works on sections, several at a time. Worker returns the work of the k-th worker,
// which one goroutine does at a time; several may call it. The first error in the order of the
// sections is returned, and the first panic is raised again. When ctx is cancelled no other section
// is begun.
func (x *search) inSections(ctx context.Context, sections []section, worker func(k int) sectionWork) error {
	idle := make(chan sectionWork, len(sections))
	var made atomic.Int64
	return workers.Each(ctx, len(sections), func(k int) error {
		var work sectionWork
		select {
		case work = <-idle:
		default:
			work = worker(int(made.Add(1)) - 1)
		}
		defer func() { idle <- work }()
		s, done := &sections[k], 0
		report := func(rows int) {
			if rows > done {
				x.call.tick(rows - done)
				done = rows
			}
		}
		err := work(s, report)
		report(s.rows)
		return err
	})
}

// join makes the path of the paths of sections.
func (x *search) join(sections []section) {
	x.path, x.posterior, x.evidence = x.path[:0:0], nil, nil
	for i := range sections {
		s := &sections[i]
		for _, step := range s.path {
			x.path = append(x.path, s.moved(step))
		}
		x.posterior, x.evidence = append(x.posterior, s.posterior...), append(x.evidence, s.evidence...)
	}
}

// joinNear joins where good paths lead in the sections.
func (x *search) joinNear(sections []section) {
	rows := len(x.src.Sentences)
	x.near = dp.Band{Lo: make([]int, rows+1), Hi: make([]int, rows+1)}
	for i := range sections {
		s := &sections[i]
		for k := range s.near.Lo {
			if k > 0 || i == 0 {
				x.near.Lo[s.from.i+k], x.near.Hi[s.from.i+k] = s.near.Lo[k]+s.from.j, s.near.Hi[k]+s.from.j
			}
		}
	}
}

// sections returns the sections of the path: one, unless the texts are long.
func (x *search) sections(ctx context.Context) ([]section, error) {
	n, m := len(x.src.Sentences), len(x.tgt.Sentences)
	if x.cells() <= exactCells {
		return []section{{path: x.path, rows: n, cols: m}}, nil
	}
	return cutSections(ctx, x.path, n, m, func(s dp.Step) float64 { return evidenceOf(x.pricer, s) })
}
