package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
)

// codes returns the markup of a cell by its place in [Joined], in a form that TMX allows: what
// merging, splitting and correcting has parted from its partner is mended.
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

// closeHighlights leaves out tags of <hi> that lost their partner: without it they are not XML.
func closeHighlights(all []tmx.Inline) []tmx.Inline {
	var open []int // those <hi> that wait for their end
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

// paired is a <bpt> or <ept>: its name, what stands before and behind the number that it shares
// with its partner, and its content.
var paired = regexp.MustCompile(`(?s)^<(bpt|ept)\b([^>]*?)\s+i="([^"]*)"([^>]*?)(?:/>|>(.*)</(?:bpt|ept)>)$`)

// pairCodes makes an isolated tag, <it>, of each <bpt> and <ept> whose partner is missing, and
// gives pairs that came together from several segments numbers of their own.
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
					all[k].XML = "<" + n[1] + n[2] + ` i="` + strconv.Itoa(number) + `"` + n[4] + ">" + n[5] + "</" + n[1] + ">"
				}
				used[strconv.Itoa(number)] = true
				continue
			}
			used[m[3]] = true
		}
	}
	return all
}
