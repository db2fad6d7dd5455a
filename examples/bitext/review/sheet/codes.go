package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// Marked returns the text of a cell in one line, and its markup.
func Marked(cell []*Piece) (string, []tmx.Inline) { return Joined(cell), codes(cell) }

// codes returns the markup of a cell by its offset in [Joined], in a form that TMX allows: codes
// that merging, splitting or correcting separated from their partners are repaired.
func codes(cell []*Piece) []tmx.Inline {
	var out []tmx.Inline
	at := 0
	for k, p := range cell {
		if k > 0 {
			at += len(p.Gap)
		}
		for _, in := range p.Codes {
			out = append(out, tmx.Inline{Offset: at + in.Offset, XML: in.XML})
		}
		at += len(p.Text)
	}
	return pairCodes(closeHighlights(out))
}

// closeHighlights drops tags of <hi> that lost their partner, because they would not be well-formed
// XML.
func closeHighlights(all []tmx.Inline) []tmx.Inline {
	var open []int // <hi> without an end so far
	lost := map[int]bool{}
	for i, in := range all {
		switch {
		case strings.HasPrefix(in.XML, "</"):
			if len(open) == 0 {
				lost[i] = true
				continue
			}
			open = open[:len(open)-1]
		case strings.HasPrefix(in.XML, "<hi") && !strings.HasSuffix(in.XML, "/>"):
			open = append(open, i)
		}
	}
	for _, i := range open {
		lost[i] = true
	}
	kept := all[:0]
	for i, in := range all {
		if !lost[i] {
			kept = append(kept, in)
		}
	}
	return kept
}

// paired matches a <bpt> or <ept>: its name, the attributes before the number that it shares with
// its partner, the number, the attributes after it, and the content.
var paired = lazyregexp.New(`(?s)^<(bpt|ept)\b([^>]*?)\s+i="([^"]*)"([^>]*?)(?:/>|>(.*)</(?:bpt|ept)>)$`)

// pairCodes turns each <bpt> and <ept> whose partner is missing into an isolated tag, <it>, and
// renumbers pairs of different segments that have the same number.
func pairCodes(all []tmx.Inline) []tmx.Inline {
	parts := make([][]string, len(all))
	open := map[string][]int{} // <bpt> without an <ept> so far, by number
	partner := map[int]int{}
	for i, in := range all {
		m := paired.FindStringSubmatch(in.XML)
		if parts[i] = m; m == nil {
			continue
		}
		if m[1] == "bpt" {
			open[m[3]] = append(open[m[3]], i)
		} else if wait := open[m[3]]; len(wait) > 0 {
			partner[wait[len(wait)-1]], partner[i] = i, wait[len(wait)-1]
			open[m[3]] = wait[:len(wait)-1]
		}
	}
	used := map[string]bool{}
	for i, m := range parts {
		if m == nil {
			continue
		}
		p, whole := partner[i]
		switch {
		case !whole:
			pos := map[string]string{"bpt": "begin", "ept": "end"}[m[1]]
			all[i].XML = `<it pos="` + pos + `"` + m[2] + m[4] + ">" + m[5] + "</it>"
		case p > i:
			if used[m[3]] {
				number := len(used) + 1
				for used[strconv.Itoa(number)] {
					number++
				}
				for _, k := range []int{i, p} {
					n := parts[k]
					all[k].XML = fmt.Sprintf(`<%s%s i="%d"%s>%s</%[1]s>`, n[1], n[2], number, n[4], n[5])
				}
				used[strconv.Itoa(number)] = true
				continue
			}
			used[m[3]] = true
		}
	}
	return all
}
