package align

import (
	"context"
	"sync"

	"github.com/bitext-go/bitext/internal/dp"
	"github.com/bitext-go/bitext/internal/panics"
)

// sectionWork is what is done with one section. It may call tick with the number of rows that are
// done.
type sectionWork func(s *section, tick func(rows int)) error

// inSections works on sections, several at a time. Worker returns the work of the k-th worker. It
// calls tick from its own goroutine, with rows that are done. The first error in the order of the
// sections is returned, and the first panic is raised again. When ctx is cancelled no other section
// is begun.
func (x *search) inSections(
	ctx context.Context, sections []section, tick func(rows int), worker func(k int) sectionWork,
) error {
	todo, ticks := make(chan *section), make(chan int)
	var wait sync.WaitGroup
	var relay panics.Relay
	for k := range max(1, min(x.workers, len(sections))) {
		work := worker(k)
		wait.Add(1)
		go func() {
			defer wait.Done()
			for s := range todo {
				done := 0
				report := func(rows int) {
					if rows > done {
						ticks <- rows - done
						done = rows
					}
				}
				if s.err = ctx.Err(); s.err == nil {
					func() {
						defer relay.Catch()
						s.err = work(s, report)
					}()
				}
				report(s.rows)
			}
		}()
	}
	go func() {
		for i := range sections {
			todo <- &sections[i]
		}
		close(todo)
		wait.Wait()
		close(ticks)
	}()
	for rows := range ticks {
		tick(rows)
	}
	relay.Raise()
	for i := range sections {
		if err := sections[i].err; err != nil {
			return err
		}
	}
	return nil
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
