// Package progress shows the progress of a long task: on a terminal in one line that is redrawn,
// elsewhere in records of log/slog.
//
//	task := progress.Start(os.Stderr, log, "aligning")
//	defer task.Done()
//	aligner.Progress = task.Set
//
// A terminal shows
//
//	aligning  43 % ━━━━━━────────  12 of 28 documents  3,100 sentences/s  0:42 left
//
// and the line is cleared at the end. Without a terminal, a record at level Info is written every
// ten seconds. A logger that drops this level keeps the program quiet.
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
	calm   = 300 * time.Millisecond // tasks that take less are not shown
)

// A Task is a task whose progress is shown. Several goroutines may report to it. A nil Task shows
// nothing.
type Task struct {
	out  io.Writer // a terminal, or nil
	log  *slog.Logger
	what string
	now  func() time.Time

	mutex     sync.Mutex
	begin     time.Time
	last      time.Time // when the progress was last shown
	done, all int
	counts    []counted
	drawn     bool
	width     int
}

// A counted is a number shown beside the bar.
type counted struct {
	unit  string
	n, of int
}

// Start begins a task. The progress is shown on out if that is a terminal, else written to log.
// Either may be nil.
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

// Terminal reports whether w is a terminal that can redraw a line. With TERM=dumb it is not.
func Terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// Set sets how much of the task is done, of how much. all may change; it is 0 if unknown. Both are
// in the same unit, which is not shown.
func (t *Task) Set(done, all int) {
	t.update(func() { t.done, t.all = done, all })
}

// Count sets how many of something, such as documents, are done, of how many. If of is 0, which
// means unknown, the number per second is shown instead.
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

// Done ends the task and clears its line on the terminal.
func (t *Task) Done() {
	if t == nil {
		return
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.clear()
	t.out, t.log = nil, nil
}

// Writer returns a writer for other output to the terminal during the task. It clears the line
// before each write.
func (t *Task) Writer(w io.Writer) io.Writer {
	if t == nil {
		return w
	}
	return above{t, w}
}

// An above writes above the line of a task.
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

// update changes the state and shows it if it is time to.
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

// clear clears the line.
func (t *Task) clear() {
	if t.drawn {
		io.WriteString(t.out, "\r\x1b[K")
		t.drawn = false
	}
}

// line returns the line for the terminal, no longer than the width.
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

// attrs returns the attributes of a record.
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

// left returns the time left, assuming the same speed for the rest, and whether it is known.
func (t *Task) left(now time.Time) (time.Duration, bool) {
	if t.done <= 0 || t.all <= 0 {
		return 0, false
	}
	rest := max(t.all-t.done, 0)
	return time.Duration(float64(now.Sub(t.begin)) * float64(rest) / float64(t.done)), true
}

// clock returns a duration, as in "1:02:03".
func clock(d time.Duration) string {
	s := int(d.Seconds() + .5)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// thousands returns a number with commas, as in "3,100".
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
