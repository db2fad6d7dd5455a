package memory

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/segment"
)

func TestWhichProposalsAreAccepted(t *testing.T) {
	one := segment.Range{Lo: 0, Hi: 1}
	of := func(translation, boundary float64) proposal {
		return proposal{own: one, rows: one, translation: translation, boundary: boundary}
	}
	wrong := of(1, 1)
	wrong.wrong = "its numbers differ"
	found := of(1, 1)
	found.findings = []string{"number 7 only in English"}
	alone := of(1, 1)
	alone.rows = segment.Range{}
	for _, c := range []struct {
		reason               string
		proposal             proposal
		sure                 float64
		accepted             bool // in a translation
		acceptedInComparable bool
	}{
		{"both are certain", of(1, 1), 0, true, true},
		{"sure enough alone", of(.9, .1), 0, true, false},
		{"an unsure cut", of(.89, .89), 0, false, false},
		{"a sure cut", of(.7, .9), 0, true, false},
		{"less sure than any cut makes good", of(.69, 1), 0, false, false},
		{"less sure than asked for", of(.94, 1), .95, false, false},
		{"as sure as asked for", of(.95, 1), .95, true, true},
		{"an unsure end in a similar text", of(1, .92), 0, true, false},
		{"a sure one in a similar text", of(.95, .93), 0, true, true},
		{"an unsure one in a similar text", of(.94, 1), 0, true, false},
		{"what contradicts the row", wrong, 0, false, true},
		{"a finding", found, 0, true, false},
		{"no row", alone, 0, false, false},
	} {
		list := []proposal{c.proposal}
		for range 20 {
			list = append(list, of(1, 1))
		}
		assert.False(t, judge(list, c.sure), c.reason)
		assert.Equal(t, c.accepted, list[0].reason == "", "%s: %s", c.reason, list[0].reason)
		list = []proposal{c.proposal}
		for range 20 {
			list = append(list, of(0, 0))
		}
		assert.True(t, judge(list, c.sure), c.reason)
		assert.Equal(t, c.acceptedInComparable, list[0].reason == "", "similar text, %s: %s", c.reason, list[0].reason)
	}
}

func TestWhenATextIsOnlySimilar(t *testing.T) {
	one := segment.Range{Lo: 0, Hi: 1}
	list := func(fit, others int, other proposal) (out []proposal) {
		for range fit {
			out = append(out, proposal{own: one, rows: one, translation: .5, boundary: .8})
		}
		for range others {
			out = append(out, other)
		}
		return out
	}
	for _, other := range []proposal{
		{own: one, rows: one, translation: 1, boundary: .79},
		{own: one, rows: one, translation: .49, boundary: 1},
		{own: one, rows: one, translation: 1, boundary: 1, wrong: "its numbers differ"},
		{own: one},
	} {
		assert.False(t, judge(list(5, 5, other), 0), "half of it fits")
		assert.True(t, judge(list(4, 5, other), 0), "less than half of it fits")
	}
}
