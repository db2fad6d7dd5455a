// Cost measures what the pipeline and bitext seed need for collections of several sizes: seconds,
// seconds of processors, and the largest memory.
//
//	go run ./cost --documents 1000,10000,50000 --sentences 6
//
// The documents are composed, half of them in English and half their French translations.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/bitext-go/bitext/internal/papers"
)

func main() {
	sizes := flag.String("documents", "1000,10000", "numbers of documents")
	length := flag.Int("sentences", 16, "sentences of a document")
	shared := flag.Bool("repeat", false, "documents repeat the sentences of others, as papers of one council do")
	flags := flag.String("flags", "", "more flags of the pipeline and of seed, such as --alone")
	only := flag.String("only", "corpus,seed", "what to measure")
	flag.Parse()
	if err := run(*sizes, *length, *shared, strings.Fields(*flags), *only); err != nil {
		fmt.Fprintln(os.Stderr, "cost: "+err.Error())
		os.Exit(1)
	}
}

func run(sizes string, length int, shared bool, flags []string, only string) error {
	dir, err := os.MkdirTemp("", "corpus-cost-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	pipeline, seed := filepath.Join(dir, "corpus"), filepath.Join(dir, "bitext")
	if err := build(".", pipeline, "."); err != nil {
		return err
	}
	if err := build(filepath.Join("..", ".."), seed, "./examples/bitext"); err != nil {
		return err
	}
	type point struct{ n, seconds float64 }
	last := map[string]point{}
	fmt.Println("| documents | by | seconds | processor seconds | growth | MB at most |")
	fmt.Println("| --- | --- | --- | --- | --- | --- |")
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		archive := filepath.Join(dir, "archive")
		if err := compose(archive, n, length, shared); err != nil {
			return err
		}
		for _, by := range []string{"corpus", "seed"} {
			if !slices.Contains(strings.Split(only, ","), by) {
				continue
			}
			args := []string{pipeline, "--input", archive, "--output", filepath.Join(dir, "out")}
			if by == "seed" {
				args = []string{seed, "seed", archive, "-o", filepath.Join(dir, "out.tmx")}
			}
			c := exec.Command(args[0], append(args[1:], flags...)...)
			var said bytes.Buffer
			c.Stderr = &said
			begin := time.Now()
			if err := c.Run(); err != nil {
				return fmt.Errorf("%s: %w: %s", by, err, &said)
			}
			used := c.ProcessState.SysUsage().(*syscall.Rusage)
			seconds := (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
			growth := "–"
			if p, ok := last[by]; ok {
				growth = fmt.Sprintf("n^%.2f", math.Log(seconds/p.seconds)/math.Log(float64(n)/p.n))
			}
			last[by] = point{float64(n), seconds}
			fmt.Printf("| %d | %s | %.1f | %.1f | %s | %d |\n", n, by, time.Since(begin).Seconds(), seconds, growth,
				used.Maxrss/1024)
			fmt.Fprintf(os.Stderr, "%d documents, %s:\n%s\n", n, by, &said)
		}
		if err := os.RemoveAll(archive); err != nil {
			return err
		}
		os.RemoveAll(filepath.Join(dir, "out"))
	}
	return nil
}

// build builds a program in a folder.
func build(dir, program, what string) error {
	c := exec.Command("go", "build", "-o", program, what)
	c.Dir, c.Stderr = dir, os.Stderr
	return c.Run()
}

// compose writes n documents.
func compose(dir string, n, length int, shared bool) error {
	document := papers.Varied
	if shared {
		document = papers.Long
	}
	for i := range n / 2 {
		folder := filepath.Join(dir, fmt.Sprintf("year%03d", i/500))
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return err
		}
		for l, code := range papers.Langs[:2] {
			name := filepath.Join(folder, fmt.Sprintf("paper%06d.%s.txt", i, code))
			if err := os.WriteFile(name, []byte(document(i, l, length)), 0o666); err != nil {
				return err
			}
		}
	}
	return nil
}
