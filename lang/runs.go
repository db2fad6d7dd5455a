package lang

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/layout"
	"golang.org/x/text/language"
)

// A Run is a stretch of a document in one language. It begins at the beginning of a line, or of a
// column.
type Run struct {
	segment.Span
	Lang language.Tag // language.Und if nothing in the document says
}

// Runs cuts a document into runs: every byte is in exactly one, and neighbours differ in language.
// A line is in one language as a whole, unless it and the lines around it have two columns in two
// scripts. A line that says little, being short or without letters, goes with its neighbours. A
// paragraph separator ends a line as a line feed does.
func Runs(body string, d Detector) []Run {
	if body == "" {
		return nil
	}
	lines := piecesOf(body)
	judge(body, lines, d)
	langs := decide(lines)
	if all, ok := d.(scripts); ok && all.all {
		// Among the languages that the document has, a line is told with fewer words than among all
		// there are.
		judge(body, lines, all.among(common(lines, langs)))
		langs = decide(lines)
	}
	together(body, lines, langs, d)
	var runs []Run
	for i, state := range langs {
		l := lines[i]
		if n := len(runs); n > 0 && runs[n-1].Lang == state {
			runs[n-1].End = l.End
			continue
		}
		runs = append(runs, Run{l.Span, state})
	}
	return runs
}

// Only returns the document with the lines of every language but one taken out of it. Those that
// stay keep their line numbers, and nothing is joined across what was taken out.
func Only(body string, runs []Run, lang language.Tag) string {
	var b strings.Builder
	for _, r := range runs {
		s := body[r.Start:r.End]
		if r.Lang == lang {
			b.WriteString(s)
			continue
		}
		if (r.Start == 0 || lineEnds(body[:r.Start])) && (r.End == len(body) || lineEnds(s)) {
			b.WriteString(layout.ParagraphSeparator) // but not for a column beside one that stays
		}
		for _, c := range []byte(s) {
			if c == '\n' || c == '\r' || c == '\f' {
				b.WriteByte(c)
			}
		}
	}
	return b.String()
}

// Split makes one text of each language in a document, in the order in which they first appear. The
// languages may stand one after the other or take turns. It is [segment.New] of [Only] for each
// language of the [Runs].
func Split(body string, d Detector) []*segment.Text {
	return SplitWith(body, d, new(segment.Segmenter))
}

// SplitWith is [Split] with a segmenter of the caller's: for documents whose paragraphs are sure,
// such as those that package read has.
func SplitWith(body string, d Detector, m *segment.Segmenter) []*segment.Text {
	runs := Runs(body, d)
	var texts []*segment.Text
	seen := map[language.Tag]bool{}
	for _, r := range runs {
		if !seen[r.Lang] {
			seen[r.Lang] = true
			texts = append(texts, m.Text(Only(body, runs, r.Lang), r.Lang))
		}
	}
	return texts
}

// judged is a line with its line end, or a column of one, and what the detector says of it.
type judged struct {
	segment.Span
	lang   language.Tag
	weight float64 // letters that speak for lang
	blank  bool    // nothing stands in the line
	aside  bool    // it is page furniture: a head in English stands on Arabic pages too
}

// piecesOf cuts a document into lines, and lines of two columns into those.
func piecesOf(body string) []judged {
	pieces := make([]judged, 0, 1+strings.Count(body, "\n"))
	cuts := columns(body)
	next, stop := iter.Pull(layout.PageFurniture(body))
	defer stop()
	furniture, more := next()
	for pos := 0; pos < len(body); {
		end := nextLine(body, pos)
		p := judged{Span: segment.Span{Start: pos, End: end}}
		for ; more && furniture.Start < end; furniture, more = next() {
			p.aside = true
		}
		p.blank = strings.TrimSpace(body[pos:end]) == ""
		if len(cuts) > 0 && cuts[0] < end {
			left := p
			left.End, p.Start = cuts[0], cuts[0]
			pieces = append(pieces, left)
			cuts = cuts[1:]
		}
		pieces = append(pieces, p)
		pos = end
	}
	return pieces
}

// nextLine returns where the line that begins at pos ends. A paragraph separator ends one too.
func nextLine(body string, pos int) int {
	for i := pos; i < len(body); i++ {
		if body[i] == '\n' {
			return i + 1
		}
		if body[i] == layout.ParagraphSeparator[0] && strings.HasPrefix(body[i:], layout.ParagraphSeparator) {
			return i + len(layout.ParagraphSeparator)
		}
	}
	return len(body)
}

func lineEnds(s string) bool {
	return strings.HasSuffix(s, "\n") || strings.HasSuffix(s, layout.ParagraphSeparator)
}

// judge asks the detector for the language of each piece.
func judge(body string, pieces []judged, d Detector) {
	for i := range pieces {
		p := &pieces[i]
		p.lang, p.weight = language.Und, 0
		s := body[p.Start:p.End]
		if n := letters(s); n > 0 && !p.aside {
			tag, sure := d.Detect(s)
			p.lang, p.weight = tag, n*max(0, 2*sure-1)
		}
	}
}

// letters counts the letters of a line, an ideograph as two.
func letters(s string) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				n++
			}
		case unicode.Is(unicode.Ideographic, r):
			n += 2
		case unicode.IsLetter(r):
			n++
		}
	}
	return n
}

// What a change of language costs, in letters that must speak for it: scripts are plain to see,
// languages of one script quote one another.
const (
	changeScript   = 4
	changeLanguage = 10
)

// state is a language that the document may be in at a line.
type state struct {
	tag    language.Tag
	script string
}

// decide finds the languages of the lines that together fit best, when every change of language
// costs something.
func decide(lines []judged) []language.Tag {
	states := statesOf(lines)
	out := make([]language.Tag, len(lines))
	if len(states) == 0 {
		return out
	}
	n := len(states)
	gains := map[language.Tag][]float64{}
	score, next := make([]float64, n), make([]float64, n)
	from := make([]int32, len(lines)*n)
	for i, l := range lines {
		if l.weight == 0 { // no reason to change here
			for t := range n {
				from[i*n+t] = int32(t)
			}
			continue
		}
		gain := gains[l.lang]
		if gain == nil {
			gain = gainsOf(l.lang, states)
			gains[l.lang] = gain
		}
		for t := range next {
			best := t
			for u := range score {
				if i > 0 && score[u]-change(states[u], states[t]) > score[best]-change(states[best], states[t]) {
					best = u
				}
			}
			from[i*n+t] = int32(best)
			next[t] = score[best] - change(states[best], states[t]) + l.weight*gain[t]
		}
		score, next = next, score
	}
	best := 0
	for t := range score {
		if score[t] > score[best] {
			best = t
		}
	}
	for i := len(lines) - 1; i >= 0; i-- {
		out[i] = states[best].tag
		best = int(from[i*n+best])
	}
	settle(lines, out)
	return out
}

func change(a, b state) float64 {
	switch {
	case a == b:
		return 0
	case a.script == b.script:
		return changeLanguage
	}
	return changeScript
}

// statesOf returns the languages that lines speak for, in order of appearance, and the scripts in
// which no language was found.
func statesOf(lines []judged) []state {
	var states []state
	seen := map[language.Tag]bool{}
	found := map[string]bool{}
	for _, l := range lines {
		if l.weight > 0 && !seen[l.lang] {
			seen[l.lang] = true
			s := state{l.lang, scriptOf(l.lang)}
			states = append(states, s)
			found[s.script] = found[s.script] || !isUndecided(s.tag)
		}
	}
	return slices.DeleteFunc(states, func(s state) bool { return isUndecided(s.tag) && found[s.script] })
}

func isUndecided(tag language.Tag) bool {
	base, _, _ := tag.Raw()
	return base.String() == "und"
}

// gainsOf returns how much a line that the detector gives tag to speaks for each state, from 0 to
// 1. If it knows only the script, the line speaks for every language of the script; a line in
// ideographs may be Japanese without kana.
func gainsOf(tag language.Tag, states []state) []float64 {
	gains := make([]float64, len(states))
	script := scriptOf(tag)
	for i, s := range states {
		switch {
		case s.tag == tag, s.script == script && isUndecided(tag):
			gains[i] = 1
		case s.script == "Jpan" && script == "Hani":
			gains[i] = .9
		}
	}
	return gains
}

// common returns the languages of a document that make up more than a few lines in their script:
// one line in fifty that looks like another language is more often a mistake or a quotation.
func common(lines []judged, langs []language.Tag) []language.Tag {
	const least = 50
	of, script := map[language.Tag]int{}, map[string]int{}
	var order []language.Tag
	for i, l := range langs {
		if isUndecided(l) {
			continue
		}
		if of[l] == 0 {
			order = append(order, l)
		}
		of[l] += lines[i].Len()
		script[scriptOf(l)] += lines[i].Len()
	}
	return slices.DeleteFunc(order, func(l language.Tag) bool { return of[l]*least < script[scriptOf(l)] })
}

// together asks the detector again for the lines whose language is still undecided, all those of
// one script at once.
func together(body string, lines []judged, langs []language.Tag, d Detector) {
	texts := map[language.Tag]*strings.Builder{}
	for i, l := range lines {
		if tag := langs[i]; tag != language.Und && isUndecided(tag) {
			if texts[tag] == nil {
				texts[tag] = new(strings.Builder)
			}
			texts[tag].WriteString(body[l.Start:l.End])
		}
	}
	for undecided, text := range texts {
		tag, _ := d.Detect(text.String())
		if byScript, ok := d.(scripts); ok && isUndecided(tag) {
			tag = byScript.guess(undecided)
		}
		for i := range langs {
			if langs[i] == undecided {
				langs[i] = tag
			}
		}
	}
}

// settle moves each change of language behind the last empty line among the lines around it that
// speak for no language: those below that line belong to what follows, the others to what went
// before.
func settle(lines []judged, langs []language.Tag) {
	for i := 1; i < len(lines); i++ {
		if langs[i] == langs[i-1] {
			continue
		}
		lo, hi := i, i
		for lo > 0 && lines[lo-1].weight == 0 {
			lo--
		}
		for hi < len(lines) && lines[hi].weight == 0 {
			hi++
		}
		if lo == 0 || hi == len(lines) {
			continue
		}
		cut := lo
		for k := lo; k < hi; k++ {
			if lines[k].blank {
				cut = k + 1
			}
		}
		before, after := langs[i-1], langs[i]
		for k := lo; k < hi; k++ {
			langs[k] = before
			if k >= cut {
				langs[k] = after
			}
		}
		i = hi
	}
}
