package bitext_test

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/segment"
)

// A batch of documents, several at a time. The Aligner and the built-in lexicon, which is decoded
// once, are shared by all goroutines.
func Example_batch() {
	documents := [][2]string{
		{"Le musée est fermé le lundi. L'entrée est libre.", "The museum is closed on Mondays. Entrance is free."},
		{"Le train part à 9 heures.", "The train leaves at 9 o'clock."},
		{"Il pleut. Le fleuve monte. La ville dort.", "It is raining. The river is rising. The town sleeps."},
	}
	aligner := align.Aligner{
		Scorer:  append(evidence.Standard(), evidence.Dictionary(core.Lexicon)),
		Workers: 1, // each document is one task already
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	found := make([]int, len(documents))
	var wait sync.WaitGroup
	for i, d := range documents {
		wait.Add(1)
		free <- struct{}{}
		go func() {
			defer wait.Done()
			defer func() { <-free }()
			french, english := segment.New(d[0], language.French), segment.New(d[1], language.English)
			beads, err := aligner.Align(ctx, french, english)
			if err != nil {
				cancel(fmt.Errorf("document %d: %w", i, err)) // ends the others
			}
			found[i] = len(beads)
		}()
	}
	wait.Wait()
	fmt.Println(found, context.Cause(ctx))
	// Output: [2 1 3] <nil>
}
