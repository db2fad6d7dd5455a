// Package progress shows how far a long task has come: on a terminal in one line that is drawn
// again and again, elsewhere in records of log/slog.
//
//	task := progress.Start(os.Stderr, log, "aligning")
//	defer task.Done()
//	aligner.Progress = task.Set
//
// A terminal then shows
//
//	aligning  43 % ━━━━━━────────  12 of 28 documents  3,100 sentences/s  0:42 left
//
// and goes back to an empty line at the end. Where there is no terminal a record at level Info is
// written every ten seconds; a logger that drops that level keeps the program quiet.
package progress

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	redraw = 100 * time.Millisecond // between two drawings
	record = 10 * time.Second       // between two records
	calm   = 300 * time.Millisecond // what takes less is not shown at all
)

// A Task is something that takes a while. Any number of goroutines may report to one. A nil Task
// shows nothing.
type Task struct {
	out  io.Writer // a terminal, or nil
	log  *slog.Logger
	what string
	now  func() time.Time

	mutex     sync.Mutex
	begin     time.Time
	last      time.Time // when something was shown
	done, all int
	counts    []counted
	drawn     bool
	width     int
}

// A counted is a number that is shown beside the bar.
type counted struct {
	unit  string
	n, of int
}

// Start begins a task. Where out is a terminal it is drawn there, else it is written to log; either
// may be nil.
func Start(out io.Writer, log *slog.Logger, what string) *Task {
	t := &Task{log: log, what: what, now: time.Now, width: 79}
	if Terminal(out) {
		t.out = out
		if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 20 {
			t.width = n - 1
		}
	}
	t.begin = t.now()
	t.last = t.begin
	return t
}

// Terminal reports whether w is a terminal that can draw a line again. TERM=dumb is one that
// cannot.
func Terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// Set says how much of the task is done, and how much there is; all may change, and is 0 where
// nobody knows. Both are in a unit of the caller's, which is not shown.
func (t *Task) Set(done, all int) {
	t.update(func() { t.done, t.all = done, all })
}

// Count says how many of something there are by now, such as documents, of how many; of is 0 where
// nobody knows, and then the number for each second is shown instead.
func (t *Task) Count(unit string, n, of int) {
	t.update(func() {
		for i := range t.counts {
			if t.counts[i].unit == unit {
				t.counts[i] = counted{unit, n, of}
				return
			}
		}
		t.counts = append(t.counts, counted{unit, n, of})
	})
}

// Done ends the task and takes its line off the terminal.
func (t *Task) Done() {
	if t == nil {
		return
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.clear()
	t.out, t.log = nil, nil
}

// Writer is for what is written to the terminal while the task goes on: the line makes room for it.
func (t *Task) Writer(w io.Writer) io.Writer {
	if t == nil {
		return w
	}
	return above{t, w}
}

type above struct {
	task *Task
	w    io.Writer
}

func (a above) Write(p []byte) (int, error) {
	a.task.mutex.Lock()
	defer a.task.mutex.Unlock()
	a.task.clear()
	return a.w.Write(p)
}

func (t *Task) update(change func()) {
	if t == nil {
		return
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	change()
	now := t.now()
	switch since := now.Sub(t.last); {
	case t.out != nil && since >= redraw && now.Sub(t.begin) >= calm:
		t.last = now
		line := t.line(now)
		t.drawn = true
		io.WriteString(t.out, "\r"+line+"\x1b[K")
	case t.out == nil && t.log != nil && since >= record:
		t.last = now
		t.log.Info(t.what, t.attrs(now)...)
	}
}

func (t *Task) clear() {
	if t.drawn {
		io.WriteString(t.out, "\r\x1b[K")
		t.drawn = false
	}
}

// line returns what a terminal shows, no longer than it is wide.
func (t *Task) line(now time.Time) string {
	var parts []string
	seconds := now.Sub(t.begin).Seconds()
	for _, c := range t.counts {
		if c.of > 0 {
			parts = append(parts, fmt.Sprintf("%s of %s %s", thousands(c.n), thousands(c.of), c.unit))
		} else if seconds > 0 && c.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s/s", thousands(int(float64(c.n)/seconds)), c.unit))
		}
	}
	if left, ok := t.left(now); ok {
		parts = append(parts, clock(left)+" left")
	} else {
		parts = append(parts, clock(now.Sub(t.begin)))
	}
	head, tail := t.what, strings.Join(parts, "  ")
	if t.all > 0 {
		share := min(float64(t.done)/float64(t.all), 1)
		head += fmt.Sprintf(" %3.0f %%", 100*share)
		if cells := min(t.width-utf8.RuneCountInString(head+tail)-3, 16); cells >= 4 {
			full := int(share * float64(cells))
			head += " " + strings.Repeat("━", full) + strings.Repeat("─", cells-full)
		}
	}
	line := []rune(head + "  " + tail)
	if len(line) > t.width {
		line = append(line[:t.width-1], '…')
	}
	return string(line)
}

// attrs returns what a record says.
func (t *Task) attrs(now time.Time) []any {
	var out []any
	if t.all > 0 {
		out = append(out, "percent", int(100*min(float64(t.done)/float64(t.all), 1)))
	}
	for _, c := range t.counts {
		out = append(out, c.unit, c.n)
	}
	if left, ok := t.left(now); ok {
		out = append(out, "left", left.Round(time.Second))
	}
	return out
}

// left returns how much time is left if the rest goes as fast as what is done.
func (t *Task) left(now time.Time) (time.Duration, bool) {
	if t.done <= 0 || t.all <= 0 {
		return 0, false
	}
	rest := max(t.all-t.done, 0)
	return time.Duration(float64(now.Sub(t.begin)) * float64(rest) / float64(t.done)), true
}

func clock(d time.Duration) string {
	s := int(d.Seconds() + .5)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
