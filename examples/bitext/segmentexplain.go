package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/segment"
)

// sentenceJSON is a sentence as bitext segment --json writes it.
type sentenceJSON struct {
	File      string `json:"file,omitempty"`
	Lang      string `json:"lang"`
	Paragraph int    `json:"paragraph"` // from 1
	Text      string `json:"text"`
	Start     int    `json:"start"` // bytes into the text of its language
	End       int    `json:"end"`
	FirstLine int    `json:"firstLine"` // in the file, from 1
	LastLine  int    `json:"lastLine"`
	Rule      string `json:"rule,omitempty"`
	Reason    string `json:"reason,omitempty"`
}

// writeSentenceJSON writes one JSON object for each sentence of a text, with the rule that ended it
// if it is to be explained.
func writeSentenceJSON(w io.Writer, t *segment.Text, rules *segment.Rules, explained bool) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for p, paragraph := range t.Paragraphs {
		ends := map[int]segment.Decision{}
		start := t.Sentences[paragraph.Lo].Start
		if explained {
			body := t.Body[start:t.Sentences[paragraph.Hi-1].End]
			for d := range rules.Explain(body, t.Lang) {
				if d.End > 0 { // the user's own rules may end a sentence after the white space
					ends[start+len(strings.TrimRightFunc(body[:d.End], unicode.IsSpace))] = d
				}
			}
		}
		for i := paragraph.Lo; i < paragraph.Hi; i++ {
			s := t.Sentences[i]
			first, last := t.LinesOf(segment.Range{Lo: i, Hi: i + 1})
			d := ends[s.End]
			err := enc.Encode(sentenceJSON{t.Name, t.Lang.String(), p + 1, t.Sentence(i), s.Start, s.End, first, last,
				d.Rule, d.Reason})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// writeDecisions writes a line for each decision in a text: the file and its line, whether a
// sentence ends, the rule, and the text around the place.
func writeDecisions(w io.Writer, t *segment.Text, rules *segment.Rules) error {
	for _, paragraph := range t.Paragraphs {
		start := t.Sentences[paragraph.Lo].Start
		body := t.Body[start:t.Sentences[paragraph.Hi-1].End]
		for d := range rules.Explain(body, t.Lang) {
			at, verb := d.At, "continues"
			if d.End > 0 {
				at, verb = d.End, "ends"
			}
			line := lineAt(t, start+d.At)
			if _, err := fmt.Fprintf(w, "%s:%d: %s by %s (%s): %s\n", t.Name, line, verb, d.Rule, d.Reason,
				around(body, at)); err != nil {
				return err
			}
		}
	}
	return nil
}

// lineAt returns the line of the file that an offset in the body of a text is from.
func lineAt(t *segment.Text, offset int) int {
	number := 0
	for _, l := range t.Lines {
		if l.Offset > offset {
			break
		}
		number = l.Number
	}
	return number
}

// around returns the text around an offset with a stroke there.
func around(body string, at int) string {
	const reach = 30 // characters on each side
	before, after := []rune(body[:at]), []rune(body[at:])
	left, right := string(before[max(0, len(before)-reach):]), string(after[:min(len(after), reach)])
	return strings.Join(strings.Fields(left+"¦"+right), " ")
}
