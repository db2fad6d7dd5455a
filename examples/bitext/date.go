package main

import (
	"os"
	"strconv"
	"time"

	"github.com/bitext-go/bitext/read"
)

// creation returns the date that a memory bears: the one that the user names, that of
// SOURCE_DATE_EPOCH, or when the newest document was changed. It never is the time of the run, so
// that the same command writes the same bytes. Of the standard input nothing is known, and the date
// is zero.
func creation(flag string, docs []*read.Document) (time.Time, error) {
	if flag != "" {
		for _, layout := range []string{time.RFC3339, time.DateOnly, "20060102T150405Z"} {
			if t, err := time.Parse(layout, flag); err == nil {
				return t, nil
			}
		}
		return time.Time{}, usagef("--date %s: it is no date; write it as 2016-09-19 or 2016-09-19T10:00:00Z", flag)
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return time.Time{}, usagef("SOURCE_DATE_EPOCH is %q; it must be a number of seconds since 1970, or not be set", epoch)
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
