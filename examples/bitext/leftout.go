package main

import (
	"fmt"
	"io"
	"strings"
)

// maxNamed is how many lines of a file that are left out are named one by one. A dictionary may
// have thousands of articles without a translation.
const maxNamed = 20

// A leftOutLog names the lines of a file that are left out, up to maxNamed, and counts them.
type leftOutLog struct {
	w       io.Writer
	path    string
	counted bool // the summary has the number
	count   int
}

// add reports one line.
func (l *leftOutLog) add(line int, cause string) {
	cause = strings.TrimPrefix(cause, "unit left out: ")
	switch l.count++; {
	case l.count <= maxNamed:
		fmt.Fprintf(l.w, "%s:%d: left out: %s\n", l.path, line, isolate(cause))
	case l.count == maxNamed+1:
		more := "more lines are left out"
		if l.counted {
			more += "; the summary counts them"
		}
		fmt.Fprintf(l.w, "%s: %s\n", l.path, more)
	}
}
