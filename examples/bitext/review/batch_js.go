package review

import "time"

// batch is how many rows are checked at a time, which takes some hundredths of a second. A browser
// runs the program on one thread, and its page waits meanwhile.
const batch = 10

// pause lets requests be answered between two batches: the worker takes messages only when no
// goroutine can run.
func pause() { time.Sleep(time.Millisecond) }
