package bilingual

import (
	"time"

	"github.com/bitext-go/bitext/read"
	"github.com/bitext-go/bitext/segment"
)

const (
	sameTime = 250 * time.Millisecond // by which the starts of two cues that translate one another may differ
	minTimed = .6                     // share of the paragraphs of the shorter text that must start together
)

// CueAnchors returns anchors for the alignment of subtitles: the places where something new is said
// in all texts at the same time. It returns nil if the documents are not subtitles, or if their
// times are not those of the same film. The texts are those of the documents, in their order.
func CueAnchors(docs []*read.Document, texts []*segment.Text) [][]int {
	if len(docs) < 2 || len(docs) != len(texts) {
		return nil
	}
	starts := make([][]time.Duration, len(texts)) // of each paragraph of a text
	shortest := 0
	for i, d := range docs {
		if starts[i] = startsOf(d, texts[i]); starts[i] == nil {
			return nil
		}
		if len(starts[i]) < len(starts[shortest]) {
			shortest = i
		}
	}
	var anchors [][]int
	at := make([]int, len(texts)) // a paragraph of each text
	for _, start := range starts[shortest] {
		together := true
		for i := range texts {
			for at[i] < len(starts[i]) && starts[i][at[i]] < start-sameTime {
				at[i]++
			}
			together = together && at[i] < len(starts[i]) && starts[i][at[i]] <= start+sameTime
		}
		if !together {
			continue
		}
		anchor := make([]int, len(texts))
		for i, t := range texts {
			anchor[i] = t.Paragraphs[at[i]].Lo
			at[i]++
		}
		anchors = append(anchors, anchor)
	}
	if float64(len(anchors)) < minTimed*float64(len(starts[shortest])) {
		return nil
	}
	return anchors
}

// startsOf returns when each paragraph of a text is shown; nil if the document is not subtitles.
func startsOf(d *read.Document, t *segment.Text) []time.Duration {
	byLine := map[int]time.Duration{}
	for _, p := range d.Paragraphs {
		if p.End == 0 {
			return nil
		}
		byLine[p.Line] = p.Start
	}
	starts := make([]time.Duration, len(t.Paragraphs))
	for i, p := range t.Paragraphs {
		line, _ := t.LinesOf(p)
		start, known := byLine[line]
		if !known || i > 0 && start < starts[i-1] {
			return nil
		}
		starts[i] = start
	}
	if len(starts) == 0 {
		return nil
	}
	return starts
}
