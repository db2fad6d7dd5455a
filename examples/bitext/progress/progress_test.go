package progress

import (
	"bytes"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// timed returns a task whose clock the test moves.
func timed(out io.Writer, log *slog.Logger) (*Task, *time.Time) {
	now := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	t := &Task{
		out:   out,
		log:   log,
		what:  "aligning",
		now:   func() time.Time { return now },
		width: 79,
		begin: now,
		last:  now,
	}
	return t, &now
}

func TestLine(t *testing.T) {
	var out bytes.Buffer
	task, now := timed(&out, nil)
	task.Count("documents", 12, 28)
	assert.Empty(t, out.String(), "what is over at once is not shown")
	*now = now.Add(40 * time.Second)
	task.Count("sentences", 124000, 0)
	task.Set(40, 100)
	assert.Equal(t, "\raligning  12 of 28 documents  3,100 sentences/s  0:40\x1b[K", out.String(),
		"two drawings a tenth of a second apart at least")
	out.Reset()
	*now = now.Add(time.Second)
	task.Set(41, 82)
	assert.Equal(t, "\raligning  50 % ━━━━━━━───────  12 of 28 documents  3,024 sentences/s  0:41 left\x1b[K",
		out.String())
	out.Reset()
	io.WriteString(task.Writer(&out), "a.txt: what is wrong\n")
	assert.Equal(t, "\r\x1b[Ka.txt: what is wrong\n", out.String(), "a message takes the place of the line")
	task.width = 30
	*now = now.Add(time.Second)
	out.Reset()
	task.Set(42, 82)
	assert.Equal(t, 30, len([]rune(strings.TrimSuffix(strings.TrimPrefix(out.String(), "\r"), "\x1b[K"))))
	out.Reset()
	task.Done()
	assert.Equal(t, "\r\x1b[K", out.String())
	task.Set(1, 2)
	assert.Equal(t, "\r\x1b[K", out.String(), "a task that is done shows nothing")
}

func TestRecords(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(
		slog.NewTextHandler(&out, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		}}),
	)
	task, now := timed(nil, log)
	*now = now.Add(5 * time.Second)
	task.Set(1, 10)
	assert.Empty(t, out.String())
	*now = now.Add(6 * time.Second)
	task.Count("documents", 3, 28)
	assert.Equal(t, "level=INFO msg=aligning percent=10 documents=3 left=1m39s\n", out.String())
}

func TestNothingToShow(t *testing.T) {
	var task *Task
	task.Set(1, 2)
	task.Count("documents", 1, 2)
	task.Done()
	var out bytes.Buffer
	assert.Equal(t, &out, task.Writer(&out))
	assert.False(t, Terminal(&out))
	Start(&out, nil, "aligning").Set(1, 2)
	assert.Empty(t, out.String())
}
