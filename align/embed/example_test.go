package embed_test

import (
	"context"
	"fmt"
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/embed"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/segment"
)

// The vectors of a server beside the usual evidence. The cache makes a second run need no server.
func ExampleClient_Evidence() {
	client := &embed.Client{
		URL:   "http://localhost:11434/v1", // Ollama
		Model: "bge-m3",
		Cache: "vectors",
	}
	alignWith := func(source, target *segment.Text) ([]align.Bead, error) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
		defer cancel()
		aligner := align.Aligner{Scorer: append(evidence.Standard(), client.Evidence(3))}
		return aligner.Align(ctx, source, target)
	}
	fmt.Println(alignWith != nil)
	// Output: true
}
