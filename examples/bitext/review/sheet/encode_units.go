package sheet

import (
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// The JSON forms of units: those of package tmx without what is empty, which is most of it. The
// names are the same, so that journals of versions that wrote everything are read too.

type writtenUnit struct {
	ID        string       `json:",omitempty"`
	Source    language.Tag `json:",omitzero"`
	SegType   tmx.SegType  `json:",omitempty"`
	Variants  []writtenVariant
	Props     []tmx.Prop `json:",omitempty"`
	Notes     []tmx.Note `json:",omitempty"`
	Created   time.Time  `json:",omitzero"`
	CreatedBy string     `json:",omitempty"`
	Changed   time.Time  `json:",omitzero"`
	ChangedBy string     `json:",omitempty"`
	Attrs     []tmx.Attr `json:",omitempty"`
}

type writtenVariant struct {
	Lang      language.Tag
	Text      string
	Inline    []tmx.Inline `json:",omitempty"`
	Props     []tmx.Prop   `json:",omitempty"`
	Notes     []tmx.Note   `json:",omitempty"`
	Created   time.Time    `json:",omitzero"`
	CreatedBy string       `json:",omitempty"`
	Changed   time.Time    `json:",omitzero"`
	ChangedBy string       `json:",omitempty"`
	Attrs     []tmx.Attr   `json:",omitempty"`
}

func writtenUnits(units []tmx.Unit) []writtenUnit {
	out := make([]writtenUnit, len(units))
	for i, u := range units {
		variants := make([]writtenVariant, len(u.Variants))
		for k, v := range u.Variants {
			variants[k] = writtenVariant(v)
		}
		out[i] = writtenUnit{u.ID, u.Source, u.SegType, variants, u.Props, u.Notes, u.Created, u.CreatedBy, u.Changed,
			u.ChangedBy, u.Attrs}
	}
	return out
}

func readUnits(written []writtenUnit) []tmx.Unit {
	if len(written) == 0 {
		return nil
	}
	out := make([]tmx.Unit, len(written))
	for i, u := range written {
		variants := make([]tmx.Variant, len(u.Variants))
		for k, v := range u.Variants {
			variants[k] = tmx.Variant(v)
		}
		out[i] = tmx.Unit{ID: u.ID, Source: u.Source, SegType: u.SegType, Variants: variants, Props: u.Props,
			Notes: u.Notes, Created: u.Created, CreatedBy: u.CreatedBy, Changed: u.Changed, ChangedBy: u.ChangedBy,
			Attrs: u.Attrs}
	}
	return out
}
