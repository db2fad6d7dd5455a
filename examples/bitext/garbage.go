package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// firstCollection is the memory in bytes from which garbage is collected. The runtime begins at
// 4 MiB and collects the garbage of a document of 100 lines five times, a quarter of its time.
const firstCollection = 64 << 20

// headroom is how much more memory than was in use the program takes before it collects garbage
// again, in percent. The runtime's 100 makes an alignment of 20,000 lines take 30 MB more and no
// less time, since most of what it holds is tables without pointers. Of more than mostHeadroom
// bytes it is less, but at least leastHeadroom: a million lines hold 1.5 GB.
const (
	headroom      = 60
	leastHeadroom = 20
	mostHeadroom  = 256 << 20
)

// deferCollection puts the first collection of garbage off until the program holds firstCollection
// bytes, and sets the headroom from then on. What the user sets in the environment stays.
func deferCollection() {
	if os.Getenv("GOGC") != "" || debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(firstCollection)
	afterCollection(func() {
		debug.SetGCPercent(headroom)
		debug.SetMemoryLimit(math.MaxInt64)
		adaptHeadroom()
	})
}

// adaptHeadroom sets the headroom after each collection.
func adaptHeadroom() {
	afterCollection(func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetGCPercent(headroomOf(live[0].Value.Uint64()))
		adaptHeadroom()
	})
}

// headroomOf returns the headroom of a program that holds live bytes, in percent.
func headroomOf(live uint64) int {
	return int(min(headroom, max(leastHeadroom, 100*mostHeadroom/max(1, live))))
}

// afterCollection calls f after the next collection of garbage.
func afterCollection(f func()) {
	nobody := new([64]byte) // nothing holds it, so that the collection frees it
	runtime.AddCleanup(nobody, func(f func()) { f() }, f)
}
