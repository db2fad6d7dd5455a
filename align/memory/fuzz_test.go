package memory_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/memory"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/segment"
)

// FuzzAdd adds any text to any memory: the result can be read, every unit is still there with what
// it had in other languages, and adding the text again changes nothing.
func FuzzAdd(f *testing.F) {
	const head = `<tmx version="1.4"><header srclang="en"/><body>`
	f.Add([]byte(head+`<tu tuid="1"><tuv xml:lang="en"><prop type="x-bitext-document">a</prop>`+
		`<seg>The group met on 5 May 2021.</seg></tuv><tuv xml:lang="de"><seg>Die Gruppe tagte am 5. Mai 2021.</seg></tuv></tu>`+
		`<tu tuid="2"><tuv xml:lang="en"><prop type="x-bitext-document">a</prop><seg>Good bye.</seg></tuv></tu></body></tmx>`),
		"Le groupe s'est réuni le 5 mai 2021.\n\nAu revoir.\n", "fr.txt")
	f.Add([]byte(head+`<tu tuid="1"><prop type="x-bitext-behind" xml:lang="en">{"document":"a","text":"Hello."}</prop>`+
		`<tuv xml:lang="en"><prop type="x-bitext-document">a</prop><prop type="x-bitext-wording">12</prop>`+
		`<prop type="x-bitext-gone">a</prop><seg>One <bpt i="1"/>two<ept i="1"/>.</seg></tuv>`+
		`<tuv xml:lang="fr"><prop type="x-bitext-document">fr.txt</prop><prop type="x-bitext-lines">1</prop><seg>Un deux.</seg></tuv></tu>`+
		`<tu tuid="3"><prop type="x-bitext-joins">1 2</prop><tuv xml:lang="en"><seg>One two. Three.</seg></tuv></tu></body></tmx>`),
		"Un deux. Trois.", "fr.txt")
	f.Fuzz(func(t *testing.T, old []byte, body, name string) {
		if len(old) > 8000 || len(body) > 1000 {
			return
		}
		var was []tmx.Unit
		for u, err := range tmx.Units(bytes.NewReader(old)) {
			if err != nil {
				return
			}
			was = append(was, u)
		}
		text := segment.New(body, language.French)
		text.Name = name
		var one, two bytes.Buffer
		a := memory.Adder{Date: day}
		if _, err := a.Add(context.Background(), open(old), text, &one); err != nil {
			return
		}
		is := units(t, one.Bytes())
		k := 0
		for _, u := range was {
			for k < len(is) && !keeps(is[k], u) {
				k++
			}
			require.Less(t, k, len(is), "unit %q is gone from\n%s", u.ID, one.Bytes())
			k++
		}
		_, err := a.Add(context.Background(), open(one.Bytes()), text, &two)
		require.NoError(t, err)
		require.Equal(t, one.String(), two.String())
	})
}

// keeps reports whether a unit is another one, with all that it had in languages besides French.
func keeps(is, was tmx.Unit) bool {
	if is.ID != was.ID || !slices.Equal(is.Notes, was.Notes) {
		return false
	}
	for _, v := range was.Variants {
		same := func(x tmx.Variant) bool { return x.Lang == v.Lang && x.Text == v.Text }
		if !langtag.SameBase(v.Lang, language.French) && !slices.ContainsFunc(is.Variants, same) {
			return false
		}
	}
	return true
}
