package review_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
	"github.com/bitext-go/bitext/segment"
)

// twelve returns a review of twelve rows in three languages. Row 4 is doubtful, row 6 has text in
// one language only, row 8 has another number in the last language, and row 10 another country.
func twelve(t *testing.T) *review.Review { return open(t, twelveOptions(t)) }

func twelveOptions(t *testing.T) review.Options {
	o := options(t)
	o.Make = func() (*sheet.Sheet, error) {
		var en, fr, ar []string
		var beads []align.Bead
		for i := 1; i <= 12; i++ {
			b := align.Bead{Boundary: 0.9, Translation: 0.9, Ranges: make([]segment.Range, 3)}
			add := func(k int, to *[]string, text string) {
				b.Ranges[k] = segment.Range{Lo: len(*to), Hi: len(*to) + 1}
				*to = append(*to, text)
			}
			add(0, &en, "Report of the committee on harvests.")
			if i != 6 {
				add(1, &fr, "Rapport du comité sur les récoltes.")
				add(2, &ar, "تقرير اللجنة المعنيّة بالمحاصيل.")
			} else {
				b.Ranges[1], b.Ranges[2] = segment.Range{Lo: len(fr), Hi: len(fr)}, segment.Range{Lo: len(ar),
					Hi: len(ar)}
			}
			switch i {
			case 4:
				b.Boundary = 0.3
			case 8:
				en[7], fr[6], ar[6] = "There were 340 of them.", "Il y en avait 340.", "كان عددها 341."
			case 10:
				en[9], fr[8], ar[8] = "It went to Kenya in spring.", "Il est allé au Kenya au printemps.",
					"ذهب إلى السودان في الربيع."
			}
			beads = append(beads, b)
		}
		return sheet.FromTexts(
			beads,
			segment.FromSentences(en, language.English),
			segment.FromSentences(fr, language.French),
			segment.FromSentences(ar, language.Arabic),
		), nil
	}
	return o
}

type listed struct {
	Total, Found, After int
	Rows                []struct {
		N, At, Left int
		Context     bool
	}
}

// ask requests a list.
func ask(t *testing.T, address, filter, search string, more ...string) (out listed) {
	t.Helper()
	v := url.Values{"filter": {filter}, "search": {search}, "from": {"0"}, "count": {"500"}}
	for i := 0; i < len(more); i += 2 {
		v.Set(more[i], more[i+1])
	}
	status, body, _ := send(t, http.MethodGet, address+"rows?"+v.Encode(), "")
	require.Equal(t, http.StatusOK, status, body)
	require.NoError(t, json.Unmarshal([]byte(body), &out))
	return out
}

// found returns the numbers of the selected rows, and of the context rows.
func found(l listed) (rows, around []int) {
	for _, r := range l.Rows {
		if r.Context {
			around = append(around, r.N)
		} else {
			rows = append(rows, r.N)
		}
	}
	return rows, around
}

func TestFilters(t *testing.T) {
	r := twelve(t)
	address, _ := serve(t, r)
	for filter, want := range map[string][]int{"doubtful": {4}, "alone": {6}, "numbers": {8}, "names": {10},
		"attention": {4, 6, 8, 10}} {
		rows, around := found(ask(t, address, filter, ""))
		assert.Equal(t, want, rows, filter)
		if len(want) == 1 {
			assert.Equal(t, []int{want[0] - 1, want[0] + 1}, around, "a row is shown among its neighbours")
		}
	}
	act(t, r, review.Action{Do: "approve", Row: 8})
	act(t, r, review.Action{Do: "reject", Row: 6})
	act(t, r, review.Action{Do: "note", Row: 1, Text: "who wrote this?"})
	act(t, r, review.Action{Do: "correct", Row: 2, Place: review.Place{Column: 1}, Text: "Un rapport."})
	for filter, want := range map[string][]int{"attention": {2, 4, 10}, "other": {2}, "numbers": nil, "approved": {8},
		"rejected": {6}, "noted": {1}, "changed": {2}} {
		rows, _ := found(ask(t, address, filter, ""))
		assert.Equal(t, want, rows, filter)
	}
	rows, _ := found(ask(t, address, "attention", "", "keep", "8"))
	assert.Equal(t, []int{2, 4, 8, 10}, rows, "the row that one is at does not go from under one's eyes")
	l := ask(t, address, "doubtful", "")
	assert.Equal(t, 2, l.Rows[0].Left, "rows that are left out are counted")
	assert.Equal(t, 7, l.After)
	assert.Equal(t, 1, l.Found)
	page := ask(t, address, "all", "", "from", "5", "count", "3")
	assert.Equal(t, 12, page.Total)
	rows, _ = found(page)
	assert.Equal(t, []int{6, 7, 8}, rows)
	assert.Empty(t, ask(t, address, "all", "", "from", "99").Rows)
}

func TestApproveSure(t *testing.T) {
	r := twelve(t)
	address, _ := serve(t, r)
	act(t, r, review.Action{Do: "reject", Row: 2})
	act(t, r, review.Action{Do: "approve", Row: 8})
	act(t, r, review.Action{Do: "approve sure"})
	rows, _ := found(ask(t, address, "approved", ""))
	assert.Equal(t, []int{1, 3, 5, 7, 8, 9, 11, 12}, rows, "neither what was rejected nor what needs a look")
	_, err := r.Act(t.Context(), review.Action{Version: r.Actions(), Do: "approve sure"})
	assert.Error(t, err)
	act(t, r, review.Action{Do: "undo"})
	rows, _ = found(ask(t, address, "approved", ""))
	assert.Equal(t, []int{8}, rows)
}

// A search ignores case, accents, vowel marks and the Arabic tatweel.
func TestSearch(t *testing.T) {
	r := twelve(t)
	address, _ := serve(t, r)
	act(t, r, review.Action{Do: "note", Row: 2, Text: "Straße"})
	for search, want := range map[string][]int{"KENYA": {10}, "recoltes 340": nil, "comite sur": {1, 2, 3, 4, 5, 7, 9,
		11, 12}, "الســودان": {10},
		"المعنية": {1, 2, 3, 4, 5, 7, 9, 11, 12}, " 340": {8}, "straße": {2}} {
		rows, _ := found(ask(t, address, "all", search))
		assert.Equal(t, want, rows, search)
	}
	rows, _ := found(ask(t, address, "attention", "harvests"))
	assert.Equal(t, []int{4, 6}, rows, "filter and search go together")
}

func TestNextPlace(t *testing.T) {
	r := twelve(t)
	address, _ := serve(t, r)
	next := func(from int, back string) int {
		_, body, _ := send(
			t,
			http.MethodGet,
			address+"next?filter=all&what=attention&from="+strconv.Itoa(from)+"&back="+back,
			"",
		)
		var out struct {
			Found bool
			Row   int
		}
		require.NoError(t, json.Unmarshal([]byte(body), &out))
		if !out.Found {
			return 0
		}
		return out.Row
	}
	assert.Equal(t, []int{4, 4, 6, 0}, []int{next(0, ""), next(1, ""), next(4, ""), next(10, "")})
	assert.Equal(t, []int{0, 4, 10}, []int{next(4, "1"), next(5, "1"), next(12, "1")})
}

// The counts of the page are those of its filters, whatever was done.
func TestCountsAgreeWithFilters(t *testing.T) {
	o := twelveOptions(t)
	fresh := o.Make
	o.Make = func() (*sheet.Sheet, error) {
		s, err := fresh()
		s.Rows[6].Translation = 0.3 // less than Sure
		return s, err
	}
	o.Sure = 0.5
	r := open(t, o)
	address, _ := serve(t, r)
	for _, a := range []review.Action{
		{}, {Do: "approve", Row: 8}, {Do: "reject", Row: 6}, {Do: "note", Row: 1, Text: "why?"}, {Do: "merge", Row: 2},
		{Do: "correct", Row: 5, Place: review.Place{Column: 1}, Text: "Un rapport."}, {Do: "undo"}, {Do: "redo"},
		{Do: "approve sure"}, {Do: "undo"}, {Do: "swap", Row: 9, Place: review.Place{Column: 2}},
	} {
		if a.Do != "" {
			act(t, r, a)
		}
		_, body, _ := send(t, http.MethodGet, address+"state", "")
		var state struct{ Counts map[string]int }
		require.NoError(t, json.Unmarshal([]byte(body), &state))
		for _, filter := range review.Filters {
			rows, _ := found(ask(t, address, filter, ""))
			assert.Equal(t, len(rows), state.Counts[filter], "%s after %q", filter, a.Do)
		}
		for _, what := range review.Exports {
			assert.Equal(t, len(memory(t, r, what)), state.Counts["export-"+what], "%s after %q", what, a.Do)
		}
	}
}

// A row that comes out of realigning with other confidences is no longer doubtful because it was.
func TestRealignedRowIsJudgedAnew(t *testing.T) {
	o := options(t)
	fresh := o.Make
	o.Make = func() (*sheet.Sheet, error) {
		s, err := fresh()
		s.Rows[0].Boundary = 0.1
		return s, err
	}
	r := open(t, o)
	address, _ := serve(t, r)
	rows, _ := found(ask(t, address, "doubtful", ""))
	require.Contains(t, rows, 1)
	act(t, r, review.Action{Do: "approve", Row: 3}) // otherwise so short a text is doubted without a lexicon
	act(t, r, review.Action{Do: "realign"})
	rows, _ = found(ask(t, address, "doubtful", ""))
	assert.NotContains(t, rows, 1)
}

// A row whose text is out of the order of its document is shown as such, until the order is back.
func TestMovedTextIsShown(t *testing.T) {
	r := twelve(t)
	address, _ := serve(t, r)
	moved := func() (ids []int) {
		_, body, _ := send(t, http.MethodGet, address+"rows?filter=all&from=0&count=12", "")
		var out struct {
			Rows []struct {
				ID    int
				Moved bool
			}
		}
		require.NoError(t, json.Unmarshal([]byte(body), &out))
		require.NotEmpty(t, out.Rows)
		for _, row := range out.Rows {
			if row.Moved {
				ids = append(ids, row.ID)
			}
		}
		return ids
	}
	assert.Empty(t, moved())
	act(t, r, review.Action{Do: "swap", Row: 9, Place: review.Place{Column: 2}})
	assert.Len(t, moved(), 1)
	act(t, r, review.Action{Do: "undo"})
	assert.Empty(t, moved())
}
