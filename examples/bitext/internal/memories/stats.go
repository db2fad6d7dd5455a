package memories

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
)

// Doubtful is the confidence of translation below which a unit counts as doubtful.
const Doubtful = 0.7

// Stats describe a memory.
type Stats struct {
	Units     int             `json:"units"`
	Languages []LanguageStats `json:"languages"`           // the most frequent first
	Documents []Count         `json:"documents,omitempty"` // the names of documents, the most frequent first
	Authors   []Count         `json:"authors,omitempty"`   // who created or changed units
	Oldest    *time.Time      `json:"oldest,omitempty"`
	Newest    *time.Time      `json:"newest,omitempty"`
	Rated     int             `json:"rated"`    // units with a confidence of translation
	Doubtful  int             `json:"doubtful"` // those below Doubtful
	Notes     int             `json:"notes"`    // units with notes
	Codes     int             `json:"codes"`    // units with inline codes
}

// LanguageStats count the variants in a language and their words.
type LanguageStats struct {
	Lang       string `json:"lang"`
	Variants   int    `json:"variants"`
	Words      int    `json:"words"` // letters in scripts that put no spaces between words
	Characters int    `json:"characters"`
}

// A Count is how many units have something.
type Count struct {
	Name  string `json:"name"`
	Units int    `json:"units"`
}

// Statistics reads a memory once.
func Statistics(ctx context.Context, source *Source) (*Stats, error) {
	s := &Stats{}
	langs := map[string]*LanguageStats{}
	documents, authors := map[string]int{}, map[string]int{}
	for _, u := range source.numbered(ctx) {
		if u.err != nil {
			return nil, u.err
		}
		s.Units++
		s.add(&u.Unit)
		names, people := map[string]bool{}, map[string]bool{u.CreatedBy: true, u.ChangedBy: true}
		codes := false
		for _, v := range u.Variants {
			tag := v.Lang.String()
			l := langs[tag]
			if l == nil {
				l = &LanguageStats{Lang: tag}
				langs[tag] = l
			}
			l.Variants++
			words, characters := countWords(v.Text)
			l.Words += words
			l.Characters += characters
			names[valueOf(&tmx.Unit{Props: v.Props}, tmx.PropDocument)] = true
			people[v.CreatedBy], people[v.ChangedBy] = true, true
			codes = codes || len(v.Inline) > 0
		}
		if codes {
			s.Codes++
		}
		count(documents, names)
		count(authors, people)
	}
	for _, l := range langs {
		s.Languages = append(s.Languages, *l)
	}
	slices.SortFunc(s.Languages, func(a, b LanguageStats) int {
		return cmp.Or(cmp.Compare(b.Variants, a.Variants), strings.Compare(a.Lang, b.Lang))
	})
	s.Documents, s.Authors = sorted(documents), sorted(authors)
	return s, nil
}

// add counts what a unit says of itself.
func (s *Stats) add(u *tmx.Unit) {
	for _, p := range u.Props {
		if p.Type == tmx.PropTranslation {
			var c align.Confidence
			if c.UnmarshalText([]byte(p.Text)) == nil {
				s.Rated++
				if c < Doubtful {
					s.Doubtful++
				}
			}
		}
	}
	if len(u.Notes) > 0 || slices.ContainsFunc(u.Variants, func(v tmx.Variant) bool { return len(v.Notes) > 0 }) {
		s.Notes++
	}
	dates := []time.Time{u.Created, u.Changed}
	for _, v := range u.Variants {
		dates = append(dates, v.Created, v.Changed)
	}
	for _, d := range dates {
		if d.IsZero() {
			continue
		}
		if s.Oldest == nil || d.Before(*s.Oldest) {
			s.Oldest = &d
		}
		if s.Newest == nil || s.Newest.Before(d) {
			s.Newest = &d
		}
	}
}

func count(counts map[string]int, names map[string]bool) {
	for n := range names {
		if n != "" {
			counts[n]++
		}
	}
}

func sorted(counts map[string]int) []Count {
	var out []Count
	for n, c := range counts {
		out = append(out, Count{n, c})
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Units, a.Units), strings.Compare(a.Name, b.Name))
	})
	return out
}

// unspaced are scripts that put no spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
	unicode.Khmer, unicode.Myanmar, unicode.Tibetan}

// countWords returns the words and the characters of a wording. Letters of scripts without spaces
// are words of their own.
func countWords(s string) (words, characters int) {
	inside := false
	for _, r := range s {
		characters++
		switch {
		case unicode.In(r, unspaced...):
			if !unicode.IsMark(r) {
				words++
			}
			inside = false
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if !inside {
				words++
			}
			inside = true
		case unicode.IsMark(r), r == '\'', r == '’', r == '-', r == '\u200C', r == '\u200D':
			// inside a word if one is open
		default:
			inside = false
		}
	}
	return words, characters
}
