package memories

import (
	"context"
	"slices"

	"github.com/bitext-go/bitext/align/tmx"
)

// A Change is a unit in which two memories differ.
type Change struct {
	Kind string   // "removed", "added", "changed" or "details", see DiffReport
	Unit tmx.Unit // of the new memory, unless it is removed
}

// A DiffReport counts the units of two memories.
type DiffReport struct {
	Equal   int `json:"equal"`
	Details int `json:"details"` // the same wordings with other dates, notes, properties or ids
	Changed int `json:"changed"` // the same source with another translation
	Removed int `json:"removed"`
	Added   int `json:"added"`
}

// Diff compares two memories, unit by unit, whatever their order. It calls found for each
// difference: first for what the new memory lacks, then for what the old one lacks or has
// otherwise. It holds some hundred bytes for each unit.
func Diff(ctx context.Context, before, after *Source, ignore Ignore, found func(Change)) (*DiffReport, error) {
	olds, err := readContents(ctx, before, ignore)
	if err != nil {
		return nil, err
	}
	news, err := readContents(ctx, after, ignore)
	if err != nil {
		return nil, err
	}
	r := &DiffReport{}
	translated := news.without(olds) // by their source
	left := news.counts()
	for _, u := range before.quiet().numbered(ctx) {
		if u.err != nil {
			return nil, u.err
		}
		k := ignore.Key(&u.Unit)
		if left[k] > 0 {
			left[k]--
			continue
		}
		if source := olds[k].source; translated[source] > 0 {
			translated[source]-- // it is reported with the new one
			continue
		}
		r.Removed++
		found(Change{Kind: "removed", Unit: u.Unit})
	}
	translated = olds.without(news)
	left = olds.counts()
	for _, u := range after.quiet().numbered(ctx) {
		if u.err != nil {
			return nil, u.err
		}
		k := ignore.Key(&u.Unit)
		switch source := news[k].source; {
		case left[k] > 0 && slices.Contains(olds[k].details, details(&u.Unit)):
			left[k]--
			r.Equal++
			continue
		case left[k] > 0:
			left[k]--
			r.Details++
			found(Change{Kind: "details", Unit: u.Unit})
		case translated[source] > 0:
			translated[source]--
			r.Changed++
			found(Change{Kind: "changed", Unit: u.Unit})
		default:
			r.Added++
			found(Change{Kind: "added", Unit: u.Unit})
		}
	}
	return r, nil
}

// contents are the units of a memory by their key.
type contents map[Key]content

// A content is what is known of the units with one key.
type content struct {
	source  uint64   // a sum of the wording in the source language
	details []uint64 // of each unit
}

func readContents(ctx context.Context, s *Source, ignore Ignore) (contents, error) {
	out := contents{}
	for _, u := range s.numbered(ctx) {
		if u.err != nil {
			return nil, u.err
		}
		k := ignore.Key(&u.Unit)
		c := out[k]
		c.source = sourceSum(&u.Unit, ignore)
		c.details = append(c.details, details(&u.Unit))
		out[k] = c
	}
	return out, nil
}

// counts returns how many units have each key.
func (c contents) counts() map[Key]int {
	out := map[Key]int{}
	for k, x := range c {
		out[k] = len(x.details)
	}
	return out
}

// without returns how many units, by their source, a memory has beyond those that another has too.
func (c contents) without(other contents) map[uint64]int {
	out := map[uint64]int{}
	for k, x := range c {
		if n := len(x.details) - len(other[k].details); n > 0 {
			out[x.source] += n
		}
	}
	return out
}

// sourceSum returns a sum of the first variant of a unit.
func sourceSum(u *tmx.Unit, ignore Ignore) uint64 {
	var b []byte
	if len(u.Variants) > 0 {
		b = appendField(b, u.Variants[0].Lang.String())
		b = appendField(b, ignore.wording(u.Variants[0].Text))
	}
	return sum(b)[0]
}
