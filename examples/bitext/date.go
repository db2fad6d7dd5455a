package main

import (
	"os"
	"strconv"
	"time"

	"github.com/bitext-go/bitext/read"
)

// endOfTime is the first moment that a date in TMX, whose years have four digits, cannot express.
var endOfTime = time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)

// creation returns the creation date to write: that of the flag --date, else SOURCE_DATE_EPOCH,
// else the time of the last change of the newest document. The standard input has no such time, and
// gives the zero time. creation never looks at the clock, so that a command that is run again
// writes the same bytes.
func creation(flag string, docs []*read.Document) (time.Time, error) {
	if flag != "" {
		for _, layout := range []string{time.RFC3339, time.DateOnly, "20060102T150405Z"} {
			if t, err := time.Parse(layout, flag); err == nil {
				return t, nil
			}
		}
		return time.Time{}, usagef("--date %s: invalid date; write it as 2016-09-19 or 2016-09-19T10:00:00Z", flag)
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil || seconds < 0 || seconds >= endOfTime.Unix() {
			return time.Time{}, usagef("SOURCE_DATE_EPOCH=%s: invalid date; set it to a number of seconds since 1970, "+
				"or unset it", epoch)
		}
		return time.Unix(seconds, 0), nil
	}
	var newest time.Time
	for _, d := range docs {
		if d.Modified.After(newest) {
			newest = d.Modified
		}
	}
	return newest, nil
}
