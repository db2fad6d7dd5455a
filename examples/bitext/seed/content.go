package seed

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/script"
	"github.com/bitext-go/bitext/segment"
)

// Documents whose names say nothing are paired by what they have in common: numbers, words in Latin
// letters, and words put into English by the dictionaries, each weighed by how few of the documents
// have it.

// mostFeatures bounds what is kept of a document: those that come most often.
const mostFeatures = 3000

// features returns the things in a text that a translation of it has too, and how often.
func (w *work) features(t *segment.Text) (map[string]int, error) {
	all := map[string]int{}
	for _, word := range strings.FieldsFunc(t.Body, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if f := sharedForm(word); f != "" {
			all[f]++
		}
	}
	for _, d := range w.Dictionaries {
		if err := put(d, t, all); err != nil {
			return nil, err
		}
	}
	if len(all) <= mostFeatures {
		return all, nil
	}
	names := slices.SortedFunc(maps.Keys(all), func(a, b string) int { return cmp.Or(all[b]-all[a], strings.Compare(a, b)) })
	for _, n := range names[mostFeatures:] {
		delete(all, n)
	}
	return all, nil
}

// sharedForm returns a number in ASCII digits, or a word in Latin letters, or "".
func sharedForm(word string) string {
	digits := true
	for _, r := range word {
		digits = digits && unicode.IsDigit(r)
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return ""
		}
	}
	if !digits {
		if len(word) < 4 {
			return ""
		}
		return strings.ToLower(word)
	}
	return "#" + strings.Map(func(r rune) rune { return '0' + rune(script.DigitValue(r)) }, word)
}

// leastProbable is how probable a translation must be to stand for a word.
const leastProbable = 0.1

// put adds the words of a text in English, by a dictionary.
func put(open func(src, tgt language.Tag) (*lexicon.Lexicon, error), t *segment.Text, to map[string]int) error {
	if langtag.SameBase(t.Lang, language.English) {
		// Any lexicon has English words; that with French has most of them.
		l, err := open(language.English, language.French)
		if l == nil || err != nil {
			return err
		}
		for _, s := range t.Sentences {
			for _, form := range l.Source().Forms(t.Body[s.Start:s.End]) {
				to["en "+form]++
			}
		}
		return nil
	}
	l, err := open(t.Lang, language.English)
	if l == nil || err != nil {
		return err
	}
	for _, s := range t.Sentences {
		for _, form := range l.Source().Forms(t.Body[s.Start:s.End]) {
			for tr := range l.Translations(form) {
				if tr.Forward >= leastProbable {
					to["en "+tr.Form]++
				}
			}
		}
	}
	return nil
}

// A matcher finds which documents say the same.
type matcher struct {
	all   []candidate
	known map[string]int32 // the number of each feature
	in    []int            // how many documents have it
}

type candidate struct {
	file     File
	size     int
	features []feature
}

// A feature is one of a document, and its weight in a vector of length 1.
type feature struct {
	number int32
	weight float32
}

func (m *matcher) add(f File, l *looks) {
	if m.known == nil {
		m.known = map[string]int32{}
	}
	c := candidate{file: f, size: l.Size}
	for _, name := range slices.Sorted(maps.Keys(l.Features)) {
		n, ok := m.known[name]
		if !ok {
			n = int32(len(m.in))
			m.known[name] = n
			m.in = append(m.in, 0)
		}
		m.in[n]++
		c.features = append(c.features, feature{n, float32(1 + math.Log(float64(l.Features[name])))})
	}
	m.all = append(m.all, c)
}

// Two documents are a pair if they are this much alike, by the cosine of their weights, and this
// many times as much as either of them is like any other of the other's language.
const (
	leastAlike = 0.15
	margin     = 1.3
	mostLonger = 5 // in characters; Chinese takes a third of what English does
)

// match groups documents, and says which are left.
func (m *matcher) match(ctx context.Context) (groups []Group, alone []File, err error) {
	m.weigh()
	type edge struct {
		a, b  int
		alike float64
	}
	var edges []edge
	alike, err := m.compare(ctx)
	if err != nil {
		return nil, nil, err
	}
	for a := range m.all {
		for b, x := range alike[a] {
			if a < b && x >= leastAlike && m.best(alike, a, b) && m.best(alike, b, a) {
				edges = append(edges, edge{a, b, x})
			}
		}
	}
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.alike, x.alike), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	of := make([]int, len(m.all)) // the group of each document
	members := make([][]int, len(m.all))
	for i := range of {
		of[i], members[i] = i, []int{i}
	}
	for _, e := range edges {
		x, y := of[e.a], of[e.b]
		if x == y || m.share(members[x], members[y]) {
			continue
		}
		for _, i := range members[y] {
			of[i] = x
		}
		members[x], members[y] = append(members[x], members[y]...), nil
	}
	for _, ids := range members {
		var g Group
		for _, i := range ids {
			g = append(g, m.all[i].file)
		}
		slices.SortFunc(g, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
		switch {
		case len(g) > 1:
			groups = append(groups, g)
		case len(g) == 1:
			alone = append(alone, g[0])
		}
	}
	return groups, alone, nil
}

// weigh gives features their weights: the more the fewer documents have them.
func (m *matcher) weigh() {
	for _, c := range m.all {
		sum := 0.0
		for i := range c.features {
			f := &c.features[i]
			f.weight *= float32(math.Log(1 + float64(len(m.all))/float64(m.in[f.number])))
			sum += float64(f.weight) * float64(f.weight)
		}
		for i := range c.features {
			c.features[i].weight /= float32(math.Sqrt(sum))
		}
	}
}

// compare returns how much alike documents in different languages are, from 0 to 1; those that are
// hardly alike are left out.
func (m *matcher) compare(ctx context.Context) ([]map[int]float64, error) {
	type holder struct {
		document int32
		weight   float32
	}
	// What a great part of many documents has in common takes most of the time and tells little.
	common := max(50, len(m.all)/10)
	holders := make([][]holder, len(m.in))
	out := make([]map[int]float64, len(m.all))
	row := make([]float64, len(m.all))
	for i, c := range m.all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		out[i] = map[int]float64{}
		clear(row)
		for _, f := range c.features {
			if m.in[f.number] > common {
				continue
			}
			for _, h := range holders[f.number] {
				row[h.document] += float64(f.weight) * float64(h.weight)
			}
			holders[f.number] = append(holders[f.number], holder{int32(i), f.weight})
		}
		for j, x := range row[:i] {
			o := m.all[j]
			if x*margin >= leastAlike && !langtag.SameBase(c.file.Lang, o.file.Lang) && c.size < mostLonger*o.size && o.size < mostLonger*c.size {
				out[i][j], out[j][i] = x, x
			}
		}
	}
	return out, nil
}

// best reports whether b is by far the most like a of the documents in its language.
func (m *matcher) best(alike []map[int]float64, a, b int) bool {
	for o, x := range alike[a] {
		if o != b && langtag.SameBase(m.all[o].file.Lang, m.all[b].file.Lang) && x*margin > alike[a][b] {
			return false
		}
	}
	return true
}

// share reports whether two groups have a document in the same language.
func (m *matcher) share(a, b []int) bool {
	return slices.ContainsFunc(a, func(i int) bool {
		return slices.ContainsFunc(b, func(j int) bool { return langtag.SameBase(m.all[i].file.Lang, m.all[j].file.Lang) })
	})
}
