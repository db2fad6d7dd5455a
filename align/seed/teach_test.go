package seed

import (
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/wide"
	"github.com/bitext-go/bitext/internal/gold"
	"github.com/bitext-go/bitext/segment"
)

// wideLexicon returns the larger of the built-in word lists, each pair of languages opened once.
func wideLexicon() evidence.Dictionary {
	var mutex sync.Mutex
	known := map[[2]language.Tag]*lexicon.Lexicon{}
	return func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		mutex.Lock()
		defer mutex.Unlock()
		if l, ok := known[[2]language.Tag{src, tgt}]; ok {
			return l, nil
		}
		l, err := wide.Lexicon(src, tgt)
		if errors.Is(err, fs.ErrNotExist) {
			l, err = nil, nil
		}
		known[[2]language.Tag{src, tgt}] = l
		return l, err
	}
}

// pieces cuts a case into documents of about n beads.
func pieces(c gold.Case, n int) (out []gold.Case) {
	var piece gold.Case
	s0, t0, s, t := 0, 0, 0, 0
	for i, b := range c.Beads {
		var x gold.Bead
		for _, k := range b.Src {
			x.Src, s = append(x.Src, k-s0), max(s, k+1)
		}
		for _, k := range b.Tgt {
			x.Tgt, t = append(x.Tgt, k-t0), max(t, k+1)
		}
		piece.Beads = append(piece.Beads, x)
		if (len(piece.Beads) >= n || i == len(c.Beads)-1) && s > s0 && t > t0 {
			piece.Src, piece.Tgt = c.Src[s0:s], c.Tgt[t0:t]
			out = append(out, piece)
			piece, s0, t0 = gold.Case{}, s, t
		}
	}
	return out
}

// TestCollectionsTeach measures what the second pass is worth: strict and lax F1 of collections,
// each document alone and with what all of them teach, without and with a word list. "go test -v
// -run Teach" prints the table.
func TestCollectionsTeach(t *testing.T) {
	t.Logf("%-20s %5s  %-4s  %-13s  %-13s  %s", "strict/lax F1", "docs", "list", "alone", "together",
		"learned from; units that pass the filter, and how many of them are right, strict/lax")
	var alone, together [2]float64
	for _, set := range []struct {
		name, src, tgt string
		piece          int // beads of a document; 0 leaves documents as they are
	}{
		{"gold/mac-dev", "zh", "en", 0}, {"gold/textberg-dev", "de", "fr", 30}, {"made/mixed/zh-fr", "zh", "fr", 0}, {"made/mixed/hi-en", "hi", "en", 30},
	} {
		cases, err := gold.Cases(filepath.Join(gold.Dir(t), "bench", "align", set.name))
		require.NoError(t, err)
		var docs []gold.Case
		for _, c := range cases {
			if set.piece > 0 {
				docs = append(docs, pieces(c, set.piece)...)
			} else {
				docs = append(docs, c)
			}
		}
		for k, dictionaries := range [][]evidence.Dictionary{nil, {wideLexicon()}} {
			j, err := openJournal(filepath.Join(t.TempDir(), "journal"))
			require.NoError(t, err)
			method := Method{Dictionaries: dictionaries}
			w := &work{seeding: &Seeding{Method: method}, report: newReport(), journal: j}
			p := &Pool{Source: language.MustParse(set.src), Target: language.MustParse(set.tgt), Documents: len(docs)}
			first, _ := score(t, docs, p, method.evidence(nil), p)
			p.Cut()
			l, err := w.learn(t.Context(), p)
			require.NoError(t, err)
			require.NotNil(t, l)
			require.NoError(t, j.close())
			second, passed := score(t, docs, p,
				method.evidence(func(_, _ language.Tag) (*lexicon.Lexicon, error) { return l.lexicon, nil }), nil)
			_, _, strict1 := first.Strict()
			_, _, lax1 := first.Lax()
			_, _, strict2 := second.Strict()
			_, _, lax2 := second.Lax()
			t.Logf("%-20s %5d  %-4s  %.4f/%.4f  %.4f/%.4f  %d beads, %d pairs of words; %d units, %.1f/%.1f%%",
				set.name, len(docs), []string{"none", "wide"}[k], strict1, lax1, strict2, lax2, len(p.Pairs),
				l.lexicon.Len(), passed.all, passed.share(passed.strict), passed.share(passed.lax))
			assert.Greater(t, passed.share(passed.lax), 95., "%s: too many units are wrong", set.name)
			alone[k] += strict1
			together[k] += strict2
			assert.GreaterOrEqual(t, strict2, strict1-0.005, "%s does not gain from the others", set.name)
		}
	}
	assert.Greater(t, together[0], alone[0], "the second pass is worth nothing without a word list")
	assert.Greater(t, together[1], alone[1], "the second pass is worth nothing beside a word list")
}

// passed is how many units pass the filter of bitext seed, and how many of them are beads of the
// gold, or overlap one.
type passed struct{ all, strict, lax int }

func (p passed) share(n int) float64 { return 100 * float64(n) / float64(p.all) }

// score aligns documents one by one; what is sure goes into a pool, if there is one.
func score(t *testing.T, docs []gold.Case, langs *Pool, scorer evidence.Scorer,
	to *Pool) (all gold.Score, good passed) {
	t.Helper()
	filter := Filter{Translation: .5, Boundary: .5, Same: true, Language: true, Numbers: true}
	for _, c := range docs {
		texts := []*segment.Text{segment.FromSentences(c.Src, langs.Source), segment.FromSentences(c.Tgt, langs.Target)}
		beads, err := (&align.Aligner{Scorer: scorer}).Align(t.Context(), texts...)
		require.NoError(t, err)
		var found []gold.Bead
		for _, b := range beads {
			found = append(found, gold.Bead{Src: numbers(b.Ranges[0]), Tgt: numbers(b.Ranges[1])})
		}
		all.Add(gold.Compare(c.Beads, found))
		strict, lax := gold.Judge(c.Beads, found)
		o := NewAlignment(beads, texts...)
		n := 0
		for i, b := range beads {
			if b.Null() {
				continue
			}
			if whole, _ := filter.Judge(&o.Units[n]); whole == nil {
				good.all++
				if strict[i] {
					good.strict++
				}
				if lax[i] {
					good.lax++
				}
			}
			n++
		}
		if to == nil {
			continue
		}
		for _, u := range o.Units {
			if u.sure() {
				to.add(&u)
			}
		}
	}
	return all, good
}

func numbers(r segment.Range) (out []int) {
	for i := r.Lo; i < r.Hi; i++ {
		out = append(out, i)
	}
	return out
}
