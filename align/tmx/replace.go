package tmx

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Replace replaces bytes [start, end) of Text by text and moves the markup with it. Markup before
// the place stays where it is, also at start itself; markup inside the place comes after the new
// text; markup after it keeps its place in the wording. No markup is lost.
//
// It is an error, and changes nothing, if the place is not in Text or is not between characters.
// Replace changes the slice Inline in place.
func (v *Variant) Replace(start, end int, text string) error {
	between := func(at int) bool { return at == len(v.Text) || utf8.RuneStart(v.Text[at]) }
	if start < 0 || end < start || end > len(v.Text) || !between(start) || !between(end) {
		return fmt.Errorf(
			"tmx: Replace: bytes %d to %d are not characters of a text of %d bytes",
			start,
			end,
			len(v.Text),
		)
	}
	v.Text = v.Text[:start] + text + v.Text[end:]
	for i := range v.Inline {
		switch at := &v.Inline[i].Offset; {
		case *at <= start:
		case *at < end:
			*at = start + len(text)
		default:
			*at += len(text) - (end - start)
		}
	}
	return nil
}

// ReplaceAll replaces each occurrence of old in Text as [Variant.Replace] does, also where markup
// is inside it, and returns how many there were. An empty old is nowhere.
func (v *Variant) ReplaceAll(old, text string) (n int) {
	if old == "" {
		return 0
	}
	for from := 0; ; n++ {
		at := strings.Index(v.Text[from:], old)
		if at < 0 {
			return n
		}
		at += from
		if v.Replace(at, at+len(old), text) != nil {
			return n // old begins or ends inside a character
		}
		from = at + len(text)
	}
}
