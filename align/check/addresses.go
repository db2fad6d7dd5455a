package check

import (
	"index/suffixarray"
	"sort"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

var (
	address = lazyregexp.New(
		`(?i)\b(?:https?://|ftp://|www\.)[^\s<>"'«»“”‘’()（）،。、；]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	// languagePart is the part of an address that names a language.
	languagePart = lazyregexp.New(`/[a-z]{2}(?:-[a-z]{2,4})?(?:/|$)|[?&](?:lang|language|hl)=[a-z-]+`)
)

// A urlSpan is where an e-mail or web address is in a text.
type urlSpan = segment.Span

func addressSpans(text string) []urlSpan {
	if !strings.Contains(text, "@") && !strings.Contains(text, "://") && !strings.Contains(text, "www.") &&
		!strings.Contains(text, "WWW.") {
		return nil
	}
	var out []urlSpan
	for _, at := range address.FindAllStringIndex(text, -1) {
		out = append(out, urlSpan{Start: at[0], End: at[1]})
	}
	return out
}

// inside reports whether an offset is in one of the spans, which are in order.
func inside(spans []urlSpan, at int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > at })
	return i < len(spans) && spans[i].Start <= at
}

// addresses returns the e-mail and web addresses of a that b does not have, each once. The part
// that names a language may differ.
func addresses(a, b *subject) []difference {
	if len(a.urls) == 0 {
		return nil
	}
	has := make(map[string]bool, len(b.urls))
	for _, s := range b.urls {
		has[bareAddress(b.Text[s.Start:s.End])] = true
	}
	var text *suffixarray.Index // of b, since an address may be part of another word there
	var out []difference
	for _, s := range a.urls {
		written := strings.TrimRight(a.Text[s.Start:s.End], ".,;:!?")
		key := bareAddress(written)
		if has[key] {
			continue
		}
		if text == nil {
			text = suffixarray.New([]byte(strings.ToLower(b.Text)))
		}
		if key == "" || text.Lookup([]byte(key), 1) != nil {
			continue
		}
		has[key] = true
		out = append(out, difference{kind: Address, span: segment.Span{Start: s.Start, End: s.Start + len(written)},
			what: "address " + quote.Isolate(written), key: key})
	}
	return out
}

// bareAddress returns the part of an address that must be the same in both languages.
func bareAddress(s string) string {
	s = strings.TrimRight(strings.ToLower(s), ".,;:!?/")
	s = languagePart.ReplaceAllString(s, "/")
	for _, p := range [...]string{"https://", "http://", "ftp://", "www."} {
		s = strings.TrimPrefix(s, p)
	}
	return strings.TrimRight(s, "/")
}
