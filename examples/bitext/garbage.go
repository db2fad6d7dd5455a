package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// firstCollection is the memory in bytes from which garbage is collected. The runtime begins at
// 4 MiB and collects the garbage of a document of 100 lines five times, a quarter of its time.
const firstCollection = 64 << 20

// headroom is how much more memory than was in use the program takes before it collects garbage
// again, in percent. The runtime's 100 makes an alignment of 20,000 lines take 30 MB more and no
// less time, since most of what it holds is tables without pointers.
const headroom = 60

// deferCollection puts the first collection of garbage off until the program holds firstCollection
// bytes, and sets headroom from then on. What the user sets in the environment stays.
func deferCollection() {
	if os.Getenv("GOGC") != "" || debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	first := new([64]byte) // nothing holds it, so that the first collection frees it
	runtime.AddCleanup(first, func(limit int64) {
		debug.SetGCPercent(headroom)
		debug.SetMemoryLimit(limit)
	}, math.MaxInt64)
}
