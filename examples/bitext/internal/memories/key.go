package memories

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/cases"

	"github.com/bitext-go/bitext/align/tmx"
)

// Ignore is what does not tell two wordings apart.
type Ignore struct{ Case, Spaces, Punctuation, Numbers, Codes bool }

// IgnoreNames are the names that ParseIgnore reads.
var IgnoreNames = []string{"case", "spaces", "punctuation", "numbers", "codes"}

// ParseIgnore returns what names say.
func ParseIgnore(names []string) (out Ignore, err error) {
	for _, n := range names {
		switch n {
		case "case":
			out.Case = true
		case "spaces":
			out.Spaces = true
		case "punctuation":
			out.Punctuation = true
		case "numbers":
			out.Numbers = true
		case "codes":
			out.Codes = true
		default:
			return out, fmt.Errorf("%q cannot be ignored; choose of %s", n, strings.Join(IgnoreNames, ", "))
		}
	}
	return out, nil
}

// A Key is the same for two units if they have the same wordings in the same languages. It is half
// of a SHA-256 sum, so two others share it once in 10^19 memories of a billion units.
type Key [2]uint64

// Key returns the key of a unit.
func (i Ignore) Key(u *tmx.Unit) Key {
	variants := u.Variants
	byLanguage := func(a, b tmx.Variant) int {
		if a.Lang == b.Lang {
			return strings.Compare(a.Text, b.Text)
		}
		return strings.Compare(a.Lang.String(), b.Lang.String())
	}
	if !slices.IsSortedFunc(variants, byLanguage) {
		variants = slices.Clone(variants)
		slices.SortStableFunc(variants, byLanguage)
	}
	var b []byte
	for _, v := range variants {
		b = appendField(b, v.Lang.String())
		b = appendField(b, i.wording(v.Text))
		if !i.Codes {
			for _, c := range v.Inline {
				b = appendField(b, c.XML)
			}
		}
	}
	return sum(b)
}

// with returns a key that depends on k, on another key and on a number.
func (k Key) with(other Key, n uint64) Key {
	var b []byte
	for _, x := range []uint64{k[0], k[1], other[0], other[1], n} {
		b = binary.LittleEndian.AppendUint64(b, x)
	}
	return sum(b)
}

// appendField appends a string so that it cannot be taken for parts of two.
func appendField(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func sum(b []byte) Key {
	h := sha256.Sum256(b)
	return Key{binary.LittleEndian.Uint64(h[:]), binary.LittleEndian.Uint64(h[8:])}
}

// wording returns a wording without what is ignored. A number becomes one zero.
func (i Ignore) wording(s string) string {
	if i == (Ignore{Codes: i.Codes}) {
		return s
	}
	if i.Case {
		s = cases.Fold().String(s)
	}
	var b strings.Builder
	space, digit := false, false
	for _, r := range s {
		wasDigit := digit
		digit = unicode.IsDigit(r)
		switch {
		case i.Numbers && digit:
			if wasDigit {
				continue
			}
			r = '0'
		case i.Punctuation && (unicode.IsPunct(r) || unicode.IsSymbol(r)):
			digit = wasDigit && i.Numbers // 1,000 is one number
			continue
		case i.Spaces && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)):
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// details returns a sum over what two equal units may differ in: ids, dates, authors, notes,
// properties.
func details(u *tmx.Unit) uint64 {
	b := appendField(nil, u.ID)
	b = appendDetails(b, u.Created, u.CreatedBy, u.Changed, u.ChangedBy, u.Attrs, u.Notes, u.Props)
	for i := range u.Variants {
		v := &u.Variants[i]
		b = appendField(appendField(b, v.Lang.String()), v.Text)
		b = appendDetails(b, v.Created, v.CreatedBy, v.Changed, v.ChangedBy, v.Attrs, v.Notes, v.Props)
	}
	return sum(b)[0]
}

func appendDetails(
	b []byte, created time.Time, by string, changed time.Time, changedBy string,
	attrs []tmx.Attr, notes []tmx.Note, props []tmx.Prop,
) []byte {
	b = binary.AppendVarint(binary.AppendVarint(b, created.Unix()), changed.Unix())
	b = appendField(appendField(b, by), changedBy)
	b = binary.AppendUvarint(b, uint64(len(attrs)))
	for _, a := range attrs {
		b = appendField(appendField(b, a.Name), a.Value)
	}
	b = binary.AppendUvarint(b, uint64(len(notes)))
	for _, n := range notes {
		b = appendField(appendField(b, n.Lang.String()), n.Text)
	}
	b = binary.AppendUvarint(b, uint64(len(props)))
	for _, p := range props {
		b = appendField(appendField(appendField(b, p.Lang.String()), p.Type), p.Text)
	}
	return b
}
