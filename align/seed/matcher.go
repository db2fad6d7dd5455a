package seed

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"github.com/bitext-go/bitext/internal/langtag"
)

// A matcher pairs documents by their features. A feature weighs more the fewer documents have it.
type matcher struct {
	all   []candidate
	known map[string]int32 // numbers of the features
	in    []int            // how many documents have each feature
}

type candidate struct {
	file     File
	size     int
	features []feature
}

// A feature is a feature of a document with its weight in a vector of length 1.
type feature struct {
	number int32
	weight float32
}

func (m *matcher) add(f File, l *Profile) {
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

// What two documents that are paired by content must be like.
const (
	LeastAlike = 0.15 // least similarity of a pair, the cosine of their weights
	Margin     = 1.3  // by what factor a pair is more similar than either with any other document of those languages
	MostLonger = 5    // by what factor one may have more characters; Chinese has a third of English
)

// match groups the documents, and returns the files that are in no group.
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
			if a < b && x >= LeastAlike && m.best(alike, a, b) && m.best(alike, b, a) {
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

// weigh sets the weights of the features.
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

// compare returns the similarity, from 0 to 1, of documents in different languages, by their
// numbers. It leaves out pairs with little similarity.
func (m *matcher) compare(ctx context.Context) ([]map[int]float64, error) {
	type holder struct {
		document int32
		weight   float32
	}
	// Features of many documents take most of the time and distinguish little.
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
			if x*Margin >= LeastAlike && !langtag.SameBase(c.file.Lang, o.file.Lang) &&
				c.size < MostLonger*o.size && o.size < MostLonger*c.size {
				out[i][j], out[j][i] = x, x
			}
		}
	}
	return out, nil
}

// best reports whether, of the documents in its language, b is by far the most similar to a.
func (m *matcher) best(alike []map[int]float64, a, b int) bool {
	for o, x := range alike[a] {
		if o != b && langtag.SameBase(m.all[o].file.Lang, m.all[b].file.Lang) && x*Margin > alike[a][b] {
			return false
		}
	}
	return true
}

// share reports whether two groups have documents in the same language.
func (m *matcher) share(a, b []int) bool {
	return slices.ContainsFunc(a, func(i int) bool {
		return slices.ContainsFunc(b, func(j int) bool {
			return langtag.SameBase(m.all[i].file.Lang, m.all[j].file.Lang)
		})
	})
}
