package read

import (
	"regexp"
	"sync"
)

var patterns sync.Map // of *regexp.Regexp by their text

// compiled returns a pattern, which is compiled when it is first needed: most programs that import
// this package never need most of them.
func compiled(pattern string) *regexp.Regexp {
	if p, known := patterns.Load(pattern); known {
		return p.(*regexp.Regexp)
	}
	p := regexp.MustCompile(pattern)
	patterns.Store(pattern, p)
	return p
}
