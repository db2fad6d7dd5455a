package read

import (
	"html"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/read/internal/part"
)

var (
	cueTimes = lazyregexp.New(`^((?:\d+:)?\d{1,2}:\d{1,2}[,.]\d{1,3}) *--> *((?:\d+:)?\d{1,2}:\d{1,2}[,.]\d{1,3})`)
	cueTag   = lazyregexp.New(`</?[A-Za-z0-9][^<>]*>|\{\\[^{}]*\}|\{[biusYCFS]:[^{}]*\}`)
	dash     = lazyregexp.New(`^(>>+|[-–—‐]) ?`)
)

// longestPause is how long nothing may be shown between two cues that hold one sentence.
const longestPause = 3 * time.Second

// subtitles reads SubRip and WebVTT. Each paragraph is what is said in one go: a sentence that runs
// over cues is joined, and two speakers in one cue are two paragraphs. Tags, positions, signs of
// music and comments are left out.
func (r *Reader) subtitles(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	var t subtitleReader
	var cues []part.Paragraph
	var shown [][]string // the lines of each cue
	lines := strings.Split(strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for i := 0; i < len(lines); i++ {
		m := cueTimes.FindStringSubmatch(strings.TrimSpace(lines[i]))
		if m == nil {
			continue
		}
		c := part.Paragraph{Start: timeOf(m[1]), End: timeOf(m[2]), Line: i + 2}
		var in []string
		for i++; i < len(lines) && strings.TrimSpace(lines[i]) != "" && !cueTimes.MatchString(lines[i]); i++ {
			in = append(in, lines[i])
		}
		i--
		cues, shown = append(cues, c), append(shown, in)
	}
	t.unmarked = isUnmarked(shown)
	for i, c := range cues {
		t.cue(c, shown[i])
	}
	d.setParagraphs(t.paragraphs, nil)
	return nil
}

// timeOf returns a time such as "01:02:03,450".
func timeOf(s string) time.Duration {
	clock, fraction, _ := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	var t time.Duration
	for _, n := range strings.Split(clock, ":") {
		v, _ := strconv.Atoi(n)
		t = 60*t + time.Duration(v)*time.Second
	}
	ms, _ := strconv.Atoi((fraction + "00")[:3])
	return t + time.Duration(ms)*time.Millisecond
}

// A subtitleReader makes paragraphs of cues.
type subtitleReader struct {
	paragraphs []part.Paragraph
	unmarked   bool // the ends of sentences have no marks
}

// isUnmarked reports whether hardly a cue ends with the mark of a sentence, as in Japanese and in
// captions that a program wrote: then a line without one may be a sentence, too.
func isUnmarked(cues [][]string) bool {
	const fewest, share = 20, 10 // cues that tell; one in share is hardly one
	ended := 0
	for _, lines := range cues {
		if len(lines) > 0 && endsSentence(cueTag.ReplaceAllString(lines[len(lines)-1], "")) {
			ended++
		}
	}
	return len(cues) >= fewest && ended*share < len(cues)
}

// endsSentence reports whether a line ends with the mark of a sentence, before quotation marks and
// brackets.
func endsSentence(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"'”’»)]」』 \t\r"))
	return unicode.Is(unicode.Sentence_Terminal, last) || last == '…'
}

// cue adds the lines of a cue.
func (t *subtitleReader) cue(c part.Paragraph, lines []string) {
	dialogue := false
	for i, line := range lines {
		line = strings.TrimSpace(html.UnescapeString(cueTag.ReplaceAllString(line, "")))
		line = strings.TrimSpace(strings.Trim(line, "♪♫#"))
		if line == "" {
			continue
		}
		speaker := dash.FindString(line) != ""
		dialogue = dialogue || speaker
		p := part.Paragraph{Text: dash.ReplaceAllString(line, ""), Line: c.Line + i, Start: c.Start, End: c.End}
		if n := len(t.paragraphs) - 1; n >= 0 && !speaker && t.continues(t.paragraphs[n], p) {
			t.paragraphs[n].Text += gapBetween(t.paragraphs[n].Text, p.Text) + p.Text
			t.paragraphs[n].End = p.End
			continue
		}
		t.paragraphs = append(t.paragraphs, p)
	}
}

// continues reports whether a line goes on with a paragraph: it is in the same cue, or soon after a
// paragraph that has not ended.
func (t *subtitleReader) continues(before, p part.Paragraph) bool {
	if before.Start == p.Start || before.End == p.End {
		return true
	}
	end := strings.TrimRight(before.Text, "\"'”’»)]")
	last, _ := utf8.DecodeLastRuneInString(end)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(p.Text, "\"'“‘«([…."))
	switch {
	case p.Start-before.End > longestPause || len(before.Text) > maxSaid:
		return false
	case strings.HasSuffix(end, "...") || strings.ContainsRune("…,，、،-–", last):
		return !unicode.IsUpper(first)
	case unicode.Is(unicode.Sentence_Terminal, last) || last == ':':
		return false
	}
	return !t.unmarked && (unicode.IsLower(first) || !unicode.IsUpper(first) && unicode.IsLetter(last))
}

// maxSaid is the length in bytes from which a paragraph of subtitles is not joined with the next
// one: some files have no punctuation at all.
const maxSaid = 500

// gapBetween returns what is between two lines that are joined.
func gapBetween(before, after string) string {
	if script.Unspaced(script.Last(before)) && script.Unspaced(script.First(after)) {
		return ""
	}
	return " "
}
