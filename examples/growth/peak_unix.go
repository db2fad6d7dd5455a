//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakOf returns the largest resident size of a process that has ended, in MB of 1,024 kB.
func peakOf(state *os.ProcessState) float64 {
	size := float64(state.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS == "darwin" {
		size /= 1024 // it counts bytes, others kB
	}
	return size / 1024
}
