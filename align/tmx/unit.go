package tmx

import (
	"time"

	"golang.org/x/text/language"
)

// A Unit is a translation unit, TMX's <tu>: the same text in several languages.
type Unit struct {
	ID        string       // tuid; [NewUnit] makes it from the wording
	Source    language.Tag // srclang; language.Und where the header's holds
	SegType   SegType      // segtype; "" where the header's holds
	Variants  []Variant    // at least one; the writer puts the source language first
	Props     []Prop
	Notes     []Note
	Created   time.Time // creationdate, to the second; zero if it is not known
	CreatedBy string    // creationid
	Changed   time.Time // changedate
	ChangedBy string    // changeid
	Attrs     []Attr    // the other attributes of <tu>
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

// Inline is markup inside a segment. XML is a whole code element with its content (<bpt>, <ept>,
// <ph>, <it>, <ut>), or the start or end tag of a <hi>; it stands before byte Offset of
// Variant.Text.
type Inline struct {
	Offset int
	XML    string
}

// A Prop is a property of a unit, a variant or a memory: TMX's <prop>. Types that TMX does not
// define start with "x-".
type Prop struct {
	Type string
	Text string
	Lang language.Tag // xml:lang of the property; language.Und for none
}

// A Note is a remark on a unit, a variant or a memory: TMX's <note>.
type Note struct {
	Text string
	Lang language.Tag // xml:lang of the note; language.Und for none
}

// An Attr is an attribute of <tu> or <tuv> that has no field of its own. The names that TMX 1.4 has
// are usagecount, lastusagedate, creationtool, creationtoolversion, datatype, o-tmf and o-encoding.
type Attr struct{ Name, Value string }

// SegType says what the segments of a unit or of a memory are.
type SegType string

// The kinds of segment of TMX 1.4.
const (
	Sentence  SegType = "sentence"
	Paragraph SegType = "paragraph"
	Phrase    SegType = "phrase"
	Block     SegType = "block"
)

// A Header describes a whole memory, TMX's <header>. The zero value is ready to write with.
type Header struct {
	Tool        string       // creationtool; "" is written as "bitext"
	ToolVersion string       // creationtoolversion; "" is written as "1"
	SegType     SegType      // segtype; "" is written as "sentence"
	Format      string       // o-tmf, the format the memory was made from; "" is written as "bitext"
	DataType    string       // datatype; "" is written as "plaintext"
	AdminLang   language.Tag // adminlang, of notes and properties; language.Und is written as "en"
	Source      language.Tag // srclang; language.Und stands for any language, "*all*"
	Created     time.Time    // creationdate, to the second; zero if it is not known
	CreatedBy   string       // creationid
	Changed     time.Time    // changedate
	ChangedBy   string       // changeid
	Props       []Prop
	Notes       []Note
}
