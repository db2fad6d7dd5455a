package check

import (
	"regexp"
	"strings"

	"github.com/bitext-go/bitext/internal/quote"
	"github.com/bitext-go/bitext/segment"
)

var (
	address   = regexp.MustCompile(`(?i)\b(?:https?://|ftp://|www\.)[^\s<>"'«»“”‘’()（）،。、；]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)
	localPart = regexp.MustCompile(`/[a-z]{2}(?:-[a-z]{2,4})?(?:/|$)|[?&](?:lang|language|hl)=[a-z-]+`)
)

func addressSpans(text string) [][]int {
	if !strings.Contains(text, "@") && !strings.Contains(text, "://") && !strings.Contains(text, "www.") && !strings.Contains(text, "WWW.") {
		return nil
	}
	return address.FindAllStringIndex(text, -1)
}

func inside(spans [][]int, at int) bool {
	for _, s := range spans {
		if s[0] <= at && at < s[1] {
			return true
		}
	}
	return false
}

// addresses returns the e-mail and web addresses of a that b does not have. The part that names a language may differ.
func addresses(a, b *study) []difference {
	var have []string
	for _, s := range b.addresses {
		have = append(have, bareAddress(b.Text[s[0]:s[1]]))
	}
	var out []difference
next:
	for _, s := range a.addresses {
		written := strings.TrimRight(a.Text[s[0]:s[1]], ".,;:!?")
		key := bareAddress(written)
		for _, h := range have {
			if h == key {
				continue next
			}
		}
		if strings.Contains(strings.ToLower(b.Text), key) {
			continue
		}
		out = append(out, difference{kind: Address, span: segment.Span{Start: s[0], End: s[0] + len(written)},
			what: "address " + quote.Isolate(written), key: key})
	}
	return out
}

// bareAddress returns an address as far as it must be the same in both languages.
func bareAddress(s string) string {
	s = strings.TrimRight(strings.ToLower(s), ".,;:!?/")
	s = localPart.ReplaceAllString(s, "/")
	for _, p := range [...]string{"https://", "http://", "ftp://", "www."} {
		s = strings.TrimPrefix(s, p)
	}
	return strings.TrimRight(s, "/")
}
