package memory_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

// TestRandomAdds makes memories of one or two documents and adds translations, new versions and
// corrections to them. It counts what must not be lost, and adds each text a second time. The
// variable BITEXT_ADDS sets how many adds it tries, BITEXT_SEED the first seed, and BITEXT_FAULTS a
// folder for the memories and texts of faults.
func TestRandomAdds(t *testing.T) {
	adds, seed := 60, 0
	if testing.Short() {
		adds = 30
	}
	if s := os.Getenv("BITEXT_ADDS"); s != "" {
		var err error
		adds, err = strconv.Atoi(s)
		require.NoError(t, err)
	}
	if s := os.Getenv("BITEXT_SEED"); s != "" {
		var err error
		seed, err = strconv.Atoi(s)
		require.NoError(t, err)
	}
	var all tally
	for ; all.adds < adds && all.faults < 20+adds; seed++ {
		w := newWorld(t, seed, &all)
		for range 5 {
			if w == nil {
				break
			}
			w.step()
		}
	}
	t.Logf("%d memories, %d adds (%d to similar documents, %d refused), %d variants, %d corrections, "+
		"%d kept sentences, %d sentences; second adds that differ: %d",
		all.memories, all.adds, all.comparable, all.refused, all.variants, all.corrections, all.kept, all.sentences,
		all.differ)
}

// TestRandomAddsThatFailed repeats random adds after which a second add changed something: a joint
// unit of one unit and a sentence that had been kept, before it or after it, and a document whose
// names were only together through such a sentence.
func TestRandomAddsThatFailed(t *testing.T) {
	for _, seed := range []int{404, 809, 1124} {
		var all tally
		w := newWorld(t, seed, &all)
		for range 5 {
			w.step()
		}
	}
}

// A tally counts what was checked.
type tally struct {
	memories, adds, comparable, refused, variants, corrections, kept, sentences, differ, faults int
}

// A world is a memory that grows and what is known of it.
type world struct {
	*testing.T
	r         *rand.Rand
	tally     *tally
	seed      int
	langs     []string
	documents [][]saying
	memory    []byte
	corrected map[string]string // the wording of corrected variants, by the note of the unit and the language
}

// newWorld makes a memory in two languages. Each unit gets a note of its own, so that it can be
// told from others; nil if the texts gave no unit.
func newWorld(t *testing.T, seed int, tally *tally) *world {
	r := rand.New(rand.NewSource(int64(seed)))
	w := &world{T: t, r: r, tally: tally, seed: seed, langs: []string{"ar", "en", "es", "fr", "zh"},
		corrected: map[string]string{}}
	r.Shuffle(len(w.langs), func(i, j int) { w.langs[i], w.langs[j] = w.langs[j], w.langs[i] })
	var all []tmx.Unit
	nameless := r.Intn(8) == 0 // a memory of another tool
	for range 1 + r.Intn(2) {
		var sayings []saying
		for range 2 + r.Intn(14) {
			sayings = append(sayings, newSaying(r))
		}
		w.documents = append(w.documents, sayings)
		var texts []*segment.Text
		for _, l := range w.langs[:2] {
			texts = append(texts, w.text(len(w.documents)-1, l, 0.4))
		}
		if len(texts[0].Sentences)*len(texts[1].Sentences) == 0 {
			continue
		}
		beads, err := align.Align(texts...)
		require.NoError(t, err)
		for u := range memory.FromBeads(beads, texts...) {
			u.Notes = []tmx.Note{{Text: fmt.Sprintf("note %d", len(all))}}
			if nameless {
				u.ID, u.Props = fmt.Sprint(len(all)), nil
				for i := range u.Variants {
					u.Variants[i].Props = nil
				}
			}
			all = append(all, u)
		}
	}
	if len(all) == 0 {
		return nil
	}
	tally.memories++
	w.write(all)
	return w
}

func (w *world) write(all []tmx.Unit) {
	var b bytes.Buffer
	out := tmx.NewWriter(&b)
	for _, u := range all {
		require.NoError(w, out.Write(u))
	}
	require.NoError(w, out.Close())
	w.memory = b.Bytes()
}

func (w *world) text(document int, lang string, wild float64) *segment.Text {
	x := segment.New(body(w.r, lang, w.documents[document], wild), language.MustParse(lang))
	x.Name = fmt.Sprintf("doc%d.%s.txt", document, lang)
	return x
}

func (w *world) fault(format string, args ...any) {
	w.tally.faults++
	w.Errorf("seed %d: %s", w.seed, fmt.Sprintf(format, args...))
}

// step adds a text, checks the result, adds it again and corrects a variant.
func (w *world) step() {
	document := w.r.Intn(len(w.documents))
	lang := w.langs[w.r.Intn(len(w.langs))]
	text := w.text(document, lang, []float64{0.01, 0.3, 0.8}[w.r.Intn(3)])
	switch w.r.Intn(10) {
	case 0: // under another name
		text.Name = "copy of " + text.Name
	case 1: // without places
		name := text.Name
		text = segment.FromSentences(strings.Split(strings.TrimSpace(text.Body), "\n\n"), text.Lang)
		text.Name = name
	}
	if w.r.Intn(20) == 0 { // the text of another document, or of none
		for i := range w.documents[document] {
			w.documents[document][i] = newSaying(w.r)
		}
	}
	if len(text.Sentences) == 0 {
		return
	}
	a := memory.Adder{Date: day}
	if w.seed%3 == 0 {
		a.ReadStretches(1, 3, 0)
	}
	if len(w.documents) > 1 {
		a.Document = fmt.Sprintf("doc%d.%s.txt", document, w.langs[0])
	}
	var one, two bytes.Buffer
	report, err := a.Add(context.Background(), open(w.memory), text, &one)
	if err != nil {
		w.tally.refused++
		require.ErrorContains(w, err, "memory: ")
		return
	}
	w.tally.adds++
	if report.Comparable {
		w.tally.comparable++
	}
	faults := w.tally.faults
	was, is := units(w, w.memory), units(w, one.Bytes())
	w.nothingLost(was, is, text)
	w.summaryHolds(was, is, text, report)
	w.everySentence(is, text, report)
	again, err := a.Add(context.Background(), open(one.Bytes()), text, &two)
	if err != nil {
		w.fault("a second add of %s fails: %v", text.Name, err)
		again = &memory.Report{}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		w.tally.differ++
		w.fault("a second add of %s changes something", text.Name)
	} else if n := again.Added + again.Created + again.Joined + again.Changed + again.Gone + again.Found; n > 0 {
		w.fault("the second report of %s says that something changed: %+v", text.Name, again)
	}
	if dir := os.Getenv("BITEXT_FAULTS"); dir != "" && w.tally.faults > faults {
		name := fmt.Sprintf("%s/%d.%d.", dir, w.seed, w.tally.adds)
		for _, f := range []struct {
			name string
			body []byte
		}{{"0.tmx", w.memory}, {"1.tmx", one.Bytes()}, {"2.tmx", two.Bytes()}, {text.Name, []byte(text.Body)}} {
			require.NoError(w, os.WriteFile(name+f.name, f.body, 0o666))
		}
	}
	w.memory = one.Bytes()
	if w.r.Intn(2) == 0 {
		w.correct(is)
	}
}

// correct changes a variant as a person would.
func (w *world) correct(all []tmx.Unit) {
	u := &all[w.r.Intn(len(all))]
	v := &u.Variants[w.r.Intn(len(u.Variants))]
	v.Text = "Corrected: " + v.Text
	w.write(all)
	if len(u.Notes) > 0 {
		w.corrected[u.Notes[0].Text+v.Lang.String()] = v.Text
	}
}

// nothingLost compares the units that the memory had with what they are now.
func (w *world) nothingLost(was, is []tmx.Unit, text *segment.Text) {
	k := 0
	for _, u := range was {
		for k < len(is) && !isGrown(u, is[k]) {
			k++
		}
		if k == len(is) {
			w.fault("unit %s (%v) is lost or has moved", u.ID, u.Notes)
			return
		}
		now := is[k]
		k++
		for i, v := range u.Variants {
			w.tally.variants++
			x := now.Variants[i]
			if v.Lang != text.Lang {
				if fmt.Sprint(v) != fmt.Sprint(x) {
					w.fault("adding %s changes a variant in %v of unit %s", text.Name, v.Lang, u.ID)
				}
				continue
			}
			if x.Lang != v.Lang || !x.Created.Equal(v.Created) || x.Text != v.Text && x.Changed.IsZero() {
				w.fault("adding %s changes more than the wording of unit %s", text.Name, u.ID)
			}
			if len(u.Notes) == 0 {
				continue
			}
			if c, ok := w.corrected[u.Notes[0].Text+v.Lang.String()]; ok {
				w.tally.corrections++
				if x.Text != c {
					w.fault("adding %s overwrites the correction %q by %q", text.Name, c, x.Text)
				}
			}
		}
		if fmt.Sprint(others(u.Props)) != fmt.Sprint(others(now.Props)) {
			w.fault("adding %s changes properties of unit %s", text.Name, u.ID)
		}
	}
	// What other texts keep is still kept, or in a unit.
	for _, s := range keptIn(was) {
		w.tally.kept++
		if s.Document == text.Name {
			continue
		}
		if !slices.Contains(keptIn(is), s) && !slices.ContainsFunc(is, func(u tmx.Unit) bool {
			return slices.ContainsFunc(u.Variants, func(v tmx.Variant) bool { return recordOf(v).holds(s) })
		}) {
			w.fault("adding %s loses the kept sentence %+v", text.Name, s)
		}
	}
}

// isGrown reports whether a unit is another one, perhaps with more variants.
func isGrown(was, is tmx.Unit) bool {
	return is.ID == was.ID && slices.Equal(is.Notes, was.Notes) && len(is.Variants) >= len(was.Variants)
}

// summaryHolds compares the report with the file.
func (w *world) summaryHolds(was, is []tmx.Unit, text *segment.Text, report *memory.Report) {
	// Two unpaired sentences that find one another make a unit, too.
	made, said := len(is)-len(was), report.Created+report.Joined
	if made < said || made > said+report.Found {
		w.fault("the report of %s says %d new units and %d found, but there are %d",
			text.Name, said, report.Found, made)
	}
	added, changed, gone, k := 0, 0, 0, 0
	for _, u := range was {
		for !isGrown(u, is[k]) {
			if k++; k == len(is) {
				return // reported by nothingLost
			}
		}
		for i, x := range is[k].Variants {
			switch {
			case x.Lang != text.Lang:
			case i >= len(u.Variants):
				if prop(u.Props, memory.PropJoins) == "" {
					added++
				}
			case x.Text != u.Variants[i].Text:
				changed++
			}
			if i < len(u.Variants) && prop(u.Variants[i].Props, memory.PropGone) < prop(x.Props, memory.PropGone) {
				gone++
			}
		}
		k++
	}
	if added > report.Added || changed != report.Changed || gone != report.Gone {
		w.fault("the report of %s says %d variants added, %d changed, %d gone; in the file there are %d, %d and %d",
			text.Name, report.Added, report.Changed, report.Gone, added, changed, gone)
	}
}

// everySentence looks for each sentence of the text: in a variant, in a property, or in the report.
func (w *world) everySentence(is []tmx.Unit, text *segment.Text, report *memory.Report) {
	records := keptIn(is)
	for _, u := range is {
		for _, v := range u.Variants {
			if v.Lang != text.Lang {
				continue
			}
			places := []record{recordOf(v)}
			for _, p := range v.Props {
				if r := (record{}); p.Type == memory.PropAlso && json.Unmarshal([]byte(p.Text), &r) == nil {
					places = append(places, r)
				}
			}
			for _, r := range places {
				for _, r.Text = range []string{v.Text, written(v), prop(v.Props, memory.PropRevised)} {
					records = append(records, r)
				}
			}
		}
	}
	for i := range text.Sentences {
		w.tally.sentences++
		want := recordOf(tmx.NewVariant(text, segment.Range{Lo: i, Hi: i + 1}))
		if squash(want.Text) == "" {
			continue
		}
		if slices.ContainsFunc(records, func(r record) bool { return r.holds(want) }) {
			continue
		}
		first, last := text.LinesOf(segment.Range{Lo: i, Hi: i + 1})
		if !slices.ContainsFunc(report.Unplaced, func(u memory.Unplaced) bool {
			return u.First <= first && u.Last >= last && strings.Contains(squash(u.Text), squash(want.Text))
		}) {
			w.fault("sentence %q, line %d of %s, is nowhere", want.Text, first, text.Name)
		} else if !report.Comparable {
			has := func(r record) bool { return strings.Contains(squash(r.Text), squash(want.Text)) }
			if !slices.ContainsFunc(records, has) {
				w.fault("sentence %q, line %d of %s, is named but not kept", want.Text, first, text.Name)
			}
		}
	}
}

// written returns the wording that a variant had before it was corrected: corrections of this test
// put a word before it.
func written(v tmx.Variant) string { return strings.TrimPrefix(v.Text, "Corrected: ") }

// A record is a wording and the place of it.
type record struct {
	Document  string `json:"document"`
	Paragraph string `json:"paragraph"`
	Lines     string `json:"lines"`
	Text      string `json:"text"`
}

func recordOf(v tmx.Variant) record {
	return record{Document: prop(v.Props, tmx.PropDocument), Paragraph: prop(v.Props, tmx.PropParagraph),
		Lines: prop(v.Props, tmx.PropLines), Text: v.Text}
}

// holds reports whether a record is of the same document, of at least the same lines, and has the
// wording in it.
func (r record) holds(s record) bool {
	first, last := lines(r.Lines)
	from, to := lines(s.Lines)
	return r.Document == s.Document && first <= from && to <= last && strings.Contains(squash(r.Text), squash(s.Text))
}

func lines(s string) (first, last int) {
	a, b, ranged := strings.Cut(s, "-")
	first, _ = strconv.Atoi(a)
	if last = first; ranged {
		last, _ = strconv.Atoi(b)
	}
	return first, last
}

// squash returns a wording without white space and without what XML cannot hold.
func squash(s string) string {
	return strings.NewReplacer("\uFFFE", "", "\x01", "").Replace(strings.Join(strings.Fields(s), ""))
}

// keptIn returns the sentences that are kept in properties of units.
func keptIn(all []tmx.Unit) []record {
	var out []record
	for _, u := range all {
		for _, p := range u.Props {
			if p.Type == memory.PropBehind || p.Type == memory.PropBefore {
				var r record
				if json.Unmarshal([]byte(p.Text), &r) == nil {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

// others returns properties of a unit without kept sentences and the name of its document.
func others(props []tmx.Prop) []tmx.Prop {
	return slices.DeleteFunc(slices.Clone(props), func(p tmx.Prop) bool {
		return p.Type == memory.PropBehind || p.Type == memory.PropBefore || p.Type == tmx.PropDocument
	})
}
