package segment

import "strings"

// wordings are the user's own words of [Rules], ordered so that a mark is compared with few of
// them.
type wordings struct {
	abbreviations wordSet      // without their last period
	spaced        wordingIndex // abbreviations of several words, with their last period
	never         wordingIndex // wordings that are never broken
}

var noWordings wordings

// wordings returns the words of the rules.
func (r *Rules) wordings() *wordings {
	if len(r.Abbreviations)+len(r.NeverBreak) == 0 {
		return &noWordings
	}
	w := &wordings{abbreviations: wordSet{}, spaced: wordingIndex{}, never: wordingIndex{}}
	for _, a := range r.Abbreviations {
		a = strings.TrimSuffix(a, ".")
		w.abbreviations[a] = struct{}{}
		if strings.Contains(a, " ") {
			w.spaced.add(a + ".")
		}
	}
	for _, wording := range r.NeverBreak {
		w.never.add(wording)
	}
	return w
}

// A wordingIndex holds wordings by what precedes each of their marks: up to markWindow bytes, the
// first of the mark included.
type wordingIndex map[string][]placed

// A placed wording has a mark at byte at.
type placed struct {
	wording string
	at      int
}

const markWindow = 5

func (x wordingIndex) add(wording string) {
	for i := range len(wording) {
		if b := wording[i]; b == ' ' || '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z' {
			continue // no mark
		}
		key := wording[max(0, i+1-markWindow) : i+1]
		x[key] = append(x[key], placed{wording, i})
	}
}

// covers reports whether one of the wordings is in a text such that the mark at byte pos belongs to
// it.
func (x wordingIndex) covers(text string, pos int) bool {
	for n := 1; len(x) > 0 && pos < len(text) && n <= min(markWindow, pos+1); n++ {
		for _, p := range x[text[pos+1-n:pos+1]] {
			if from := pos - p.at; from >= 0 && strings.HasPrefix(text[from:], p.wording) {
				return true
			}
		}
	}
	return false
}
