package main

import (
	"cmp"
	"context"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
)

// A Profile is what is known of a document in one language.
type Profile struct {
	ID, Name, Lang string
	Size           int // characters
	Features       []Feature
	Rare           int // how many of them, the first ones, other documents can find it by
}

// A Feature is a feature of a document. Weight is how often it has it, from 1, and later its
// weight in a vector of length 1.
type Feature struct {
	Hash   uint32
	Weight float32
}

// key identifies a document in the steps that pair by content.
func key(name, id string) string { return name + "\x00" + id }

// A profileFn reads documents.
type profileFn struct {
	Config Config
	method *seed.Method
}

func (f *profileFn) Setup() { f.method = f.Config.method() }

// ProcessElement returns the profile of a document, or a group if it holds several languages.
func (f *profileFn) ProcessElement(
	ctx context.Context, d Document, profile func(Profile), mixed func(Group), failed func(Failure),
) {
	var p *seed.Profile
	err := guard(func() error {
		texts, err := d.texts(ctx)
		if err != nil {
			return err
		}
		p, err = f.method.Profile(texts)
		return err
	})
	if err != nil {
		failed(Failure{"pair by content", d.label(), err.Error()})
		return
	}
	wanted := slices.DeleteFunc(slices.Clone(p.Langs), func(l language.Tag) bool { return !f.Config.wants(l) })
	switch {
	case len(wanted) == 0 || len(p.Langs) > 1 && len(wanted) == 1:
		failed(Failure{"pair by content", d.label(), "its languages are not in --langs"})
	case len(p.Langs) > 1:
		mixed(Group{Name: d.label(), Documents: []Document{d}})
	case wanted[0] == language.Und:
		failed(Failure{"pair by content", d.label(), "the language cannot be detected"})
	default:
		out := Profile{ID: key(d.Name, d.ID), Name: d.label(), Lang: wanted[0].String(), Size: p.Size}
		for name, n := range p.Features {
			h := fnv.New32a()
			io.WriteString(h, name)
			out.Features = append(out.Features, Feature{h.Sum32(), float32(n)})
		}
		slices.SortFunc(out.Features, func(a, b Feature) int {
			return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Weight, b.Weight))
		})
		profile(out)
	}
}

// wants reports whether a language is used.
func (c *Config) wants(l language.Tag) bool {
	base, _ := l.Base()
	return len(c.Langs) == 0 || slices.ContainsFunc(c.Langs, func(s string) bool {
		other, _ := language.Make(s).Base()
		return base == other
	})
}

// sameLanguage reports whether two tags have the same language, whatever their script and region.
func sameLanguage(a, b string) bool {
	x, _, _ := strings.Cut(a, "-")
	y, _, _ := strings.Cut(b, "-")
	return x == y
}

// hashOf returns the 64-bit FNV-1a hash of a text.
func hashOf(text string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, text)
	return h.Sum64()
}
