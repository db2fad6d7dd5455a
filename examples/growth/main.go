// Growth measures how the cost of hostile or very large input grows: processor time and memory at
// n, 2n and 4n, with the exponents. Each measurement is a process of its own.
//
//	go run ./examples/growth > docs/growth.md
//
// With an argument it measures only the cases whose name contains it.
package main

import (
	"fmt"
	"log"
	"math"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/internal/usage"
)

// A testCase is one kind of input. run does the work for an input of a size; n is the smallest size
// that is measured.
type testCase struct {
	name string
	n    int
	run  func(n int) error
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("growth: ")
	if len(os.Args) == 4 && os.Args[1] == "-measure" {
		measure(os.Args[2], os.Args[3])
		return
	}
	only := ""
	if len(os.Args) > 1 {
		only = os.Args[1]
	}
	fmt.Print(`# How cost grows

Processor seconds and peak memory (MB) of input of sizes n, 2n and 4n, and the exponent of each: 1 is
linear, 2 is quadratic. The exponent of memory is that of what is above the program's own. Made by
` + "`go run ./examples/growth > docs/growth.md`" + `; times depend on the machine, exponents hardly.

| input | n | s | 2n | 4n | exponent | MB | 2n | 4n | exponent |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
`)
	idle := start("idle", 1).memory
	for _, c := range testCases() {
		if c.name != "idle" && strings.Contains(c.name, only) {
			row(c.name, c.n, idle, func(n int) measurement { return start(c.name, n) })
		}
	}
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	program := build(dir)
	nothing := commandCase{"bitext --version", 1, func(string, int) []string { return []string{"--version"} }}
	idle = nothing.measure(program, 1).memory
	for _, c := range commandCases {
		if strings.Contains(c.name, only) {
			row(c.name, c.n, idle, func(n int) measurement { return c.measure(program, n) })
		}
	}
	if only == "" {
		fmt.Print(`
A text with at least a quarter as many sentences as its document has units is aligned with the whole
document, which is then held in memory: some 7 KB for each unit. The rest of a longer document is not
held.
`)
	}
}

// testCases returns the cases that run in a process of this program.
func testCases() []testCase { return slices.Concat(checkCases, lexiconCases, readerCases, packedCases) }

// row measures a case at n, 2n and 4n and prints the results. idle is the memory of the program
// when it does nothing.
func row(name string, n int, idle float64, measured func(n int) measurement) {
	var m [3]measurement
	for i := range m {
		m[i] = measured(n << i)
	}
	fmt.Printf("| %s | %d | %.2f | %.2f | %.2f | %s | %.0f | %.0f | %.0f | %s |\n", name, n,
		m[0].seconds, m[1].seconds, m[2].seconds, exponent(m[0].seconds, m[2].seconds, .05),
		m[0].memory, m[1].memory, m[2].memory, exponent(m[0].memory-idle, m[2].memory-idle, 3))
}

// exponent returns the exponent of a cost that is a at n and b at 4n, or "–" if b is too small to
// tell.
func exponent(a, b, least float64) string {
	if b < least {
		return "–"
	}
	return fmt.Sprintf("%.1f", math.Log2(b/max(a, least/4))/2)
}

type measurement struct{ seconds, memory float64 }

// start measures a case in a process of its own.
func start(name string, n int) (m measurement) {
	command := exec.Command(os.Args[0], "-measure", name, strconv.Itoa(n))
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err == nil {
		_, err = fmt.Sscan(string(out), &m.seconds, &m.memory)
	}
	if err != nil {
		log.Fatalf("%s, n = %d: %v", name, n, err)
	}
	return m
}

// measure runs a case and prints what it cost.
func measure(name, size string) {
	n, err := strconv.Atoi(size)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range testCases() {
		if c.name == name {
			if err := c.run(n); err != nil {
				log.Fatal(err)
			}
		}
	}
	fmt.Println(usage.ProcessorSeconds(), usage.PeakMB())
}
