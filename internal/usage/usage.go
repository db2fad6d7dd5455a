// Package usage measures what the process has used of the machine, for benchmarks.
package usage

import (
	"fmt"
	"os"
	"strings"
)

// ProcessorSeconds returns how long the process has used processors, in steps of a hundredth, or 0
// if the system has no /proc. Other programs affect it less than they affect the time that passes.
func ProcessorSeconds() float64 {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	var user, system float64
	fmt.Sscan(fields[11]+" "+fields[12], &user, &system)
	return (user + system) / 100 // a hundred ticks a second on every Linux
}

// PeakMB returns the largest resident size of the process so far, in MB of 1,024 kB, or 0 if the
// system has no /proc.
func PeakMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			var kb float64
			fmt.Sscan(rest, &kb)
			return kb / 1024
		}
	}
	return 0
}
