package tmx

import (
	"fmt"
	"time"

	"golang.org/x/text/language"
)

// A Unit is a translation unit, TMX's <tu>: the same text in several languages.
type Unit struct {
	ID        string       // tuid; [NewUnit] makes it from the wording
	Source    language.Tag // srclang; language.Und if the header's applies
	AnySource bool         // srclang is "*all*": any language may be the source; Source is language.Und
	SegType   SegType      // segtype; "" if the header's applies
	Variants  []Variant    // at least one; the writer puts the source language first
	Props     []Prop
	Notes     []Note
	Created   time.Time // creationdate, to the second; zero if it is not known
	CreatedBy string    // creationid
	Changed   time.Time // changedate
	ChangedBy string    // changeid
	Attrs     []Attr    // the other attributes of <tu>
}

// In returns the variant in the given language: the one with exactly that tag, else the first with
// the same base language ("en" finds "en-GB"). ok is false if there is none.
func (u *Unit) In(lang language.Tag) (v Variant, ok bool) {
	if i := u.index(lang); i >= 0 {
		return u.Variants[i], true
	}
	return Variant{}, false
}

// Select returns the unit with only the variants in the given languages, in that order, each found
// as [Unit.In] finds it. ok is false if there are fewer than two. Some tools need such a unit: if a
// unit lacks the language that OmegaT asks for, OmegaT inserts any other.
func (u *Unit) Select(langs ...language.Tag) (selected Unit, ok bool) {
	selected = *u
	selected.Variants = nil
	for _, lang := range langs {
		if v, ok := u.In(lang); ok {
			selected.Variants = append(selected.Variants, v)
		}
	}
	return selected, len(selected.Variants) >= 2
}

func (u *Unit) index(lang language.Tag) int {
	for i := range u.Variants {
		if u.Variants[i].Lang == lang {
			return i
		}
	}
	want, _, _ := lang.Raw()
	if want == (language.Base{}) {
		return -1
	}
	for i := range u.Variants {
		if base, _, _ := u.Variants[i].Lang.Raw(); base == want {
			return i
		}
	}
	return -1
}

// A Variant is a unit in one language, TMX's <tuv>.
type Variant struct {
	Lang      language.Tag // xml:lang
	Text      string       // the wording of <seg>, without markup
	Inline    []Inline     // the markup of <seg>, in order
	Props     []Prop
	Notes     []Note
	Created   time.Time // creationdate, to the second; zero if it is not known
	CreatedBy string    // creationid
	Changed   time.Time // changedate
	ChangedBy string    // changeid
	Attrs     []Attr    // the other attributes of <tuv>
}

// Inline is markup inside a segment, before byte Offset of Variant.Text. XML is a whole code
// element with its content (<bpt>, <ept>, <ph>, <it>, <ut>), or the start or end tag of a <hi>.
type Inline struct {
	Offset int
	XML    string
}

// A Prop is a property of a unit, a variant or a memory: TMX's <prop>. Types that TMX does not
// define start with "x-".
type Prop struct {
	Type     string
	Text     string
	Lang     language.Tag // xml:lang of the property; language.Und for none
	Encoding string       // o-encoding, the encoding that the text once had; "" if it is not known
}

// A Note is a remark on a unit, a variant or a memory: TMX's <note>.
type Note struct {
	Text     string
	Lang     language.Tag // xml:lang of the note; language.Und for none
	Encoding string       // o-encoding, as in Prop
}

// An Attr is an attribute of <tu> or <tuv> that has no field of its own. TMX 1.4 has
// usagecount, lastusagedate, creationtool, creationtoolversion, datatype, o-tmf and o-encoding.
type Attr struct{ Name, Value string }

// SegType is what the segments of a unit or of a memory are.
type SegType string

// The kinds of segment of TMX 1.4.
const (
	SegSentence  SegType = "sentence"
	SegParagraph SegType = "paragraph"
	SegPhrase    SegType = "phrase"
	SegBlock     SegType = "block"
)

func (s SegType) known() bool {
	return s == SegSentence || s == SegParagraph || s == SegPhrase || s == SegBlock
}

func (s SegType) problem() error {
	return fmt.Errorf("segtype %q is not one of sentence, paragraph, phrase, block", string(s))
}

// A Header describes a whole memory, TMX's <header>. The zero value is ready to write with.
type Header struct {
	Tool        string       // creationtool; "" is written as "bitext"
	ToolVersion string       // creationtoolversion; "" is written as "1"
	SegType     SegType      // segtype; "" is written as "sentence"
	Format      string       // o-tmf, the format the memory was made from; "" is written as "bitext"
	DataType    string       // datatype; "" is written as "plaintext"
	Encoding    string       // o-encoding, of the file that the memory was made from; "" if not known
	AdminLang   language.Tag // adminlang, of notes and properties; language.Und is written as "en"
	Source      language.Tag // srclang; language.Und is any language, "*all*"
	Created     time.Time    // creationdate, to the second; zero if it is not known
	CreatedBy   string       // creationid
	Changed     time.Time    // changedate
	ChangedBy   string       // changeid
	Props       []Prop
	Notes       []Note
	UDE         []string // the <ude> elements, which map characters of code pages, as XML
}
