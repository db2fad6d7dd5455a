package main

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/examples/bitext/internal/memories"
)

// A jsonUnit is a unit as JSON Lines have it. Bitext reads its langs, texts and confidences again.
type jsonUnit struct {
	Langs       []string    `json:"langs"`
	Texts       []string    `json:"texts"`
	ID          string      `json:"id,omitempty"`
	Boundary    json.Number `json:"boundary,omitempty"`
	Translation json.Number `json:"translation,omitempty"`
	jsonDetails
	Sides []jsonDetails `json:"sides,omitempty"` // of each variant of the unit
}

// jsonDetails are what a unit or a variant has besides its wording.
type jsonDetails struct {
	Lang      string            `json:"lang,omitempty"`
	Segment   string            `json:"segment,omitempty"` // the text with its codes, as TMX has it
	Created   string            `json:"created,omitempty"`
	CreatedBy string            `json:"created_by,omitempty"`
	Changed   string            `json:"changed,omitempty"`
	ChangedBy string            `json:"changed_by,omitempty"`
	Notes     []string          `json:"notes,omitempty"`
	Props     []jsonProp        `json:"properties,omitempty"`
	Attrs     map[string]string `json:"attributes,omitempty"`
}

type jsonProp struct {
	Type string `json:"type"`
	Text string `json:"text"`
	Lang string `json:"lang,omitempty"`
}

// writeJSONLines writes an object for each row, with all that a unit has.
func writeJSONLines(w io.Writer, tags []language.Tag, all exporter) error {
	out := bufio.NewWriterSize(w, 64<<10)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := all(func(r *memories.Row) error {
		u := r.Unit
		j := jsonUnit{ID: u.ID, jsonDetails: jsonDetails{Created: rfc3339(u.Created), CreatedBy: u.CreatedBy,
			Changed: rfc3339(u.Changed), ChangedBy: u.ChangedBy, Notes: noteTexts(u.Notes), Attrs: attrs(u.Attrs)}}
		for i, t := range tags {
			j.Langs, j.Texts = append(j.Langs, t.String()), append(j.Texts, r.Texts[i])
		}
		for _, p := range u.Props {
			switch {
			case p.Type == tmx.PropBoundary && isConfidence(p.Text):
				j.Boundary = json.Number(p.Text)
			case p.Type == tmx.PropTranslation && isConfidence(p.Text):
				j.Translation = json.Number(p.Text)
			default:
				j.Props = append(j.Props, jsonPropOf(p))
			}
		}
		some := false
		for _, v := range u.Variants {
			d := jsonDetails{Created: rfc3339(v.Created), CreatedBy: v.CreatedBy, Changed: rfc3339(v.Changed),
				ChangedBy: v.ChangedBy, Notes: noteTexts(v.Notes), Attrs: attrs(v.Attrs)}
			if len(v.Inline) > 0 {
				d.Segment = v.Segment()
			}
			for _, p := range v.Props {
				d.Props = append(d.Props, jsonPropOf(p))
			}
			some = some || d.Segment != "" || d.Created+d.CreatedBy+d.Changed+d.ChangedBy != "" ||
				len(d.Notes)+len(d.Props)+len(d.Attrs) > 0
			d.Lang = v.Lang.String()
			j.Sides = append(j.Sides, d)
		}
		if !some {
			j.Sides = nil
		}
		return encoder.Encode(j)
	}); err != nil {
		return err
	}
	return out.Flush()
}

func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func noteTexts(notes []tmx.Note) (out []string) {
	for _, n := range notes {
		out = append(out, n.Text)
	}
	return out
}

func attrs(all []tmx.Attr) map[string]string {
	if len(all) == 0 {
		return nil
	}
	out := map[string]string{}
	for _, a := range all {
		out[a.Name] = a.Value
	}
	return out
}

func jsonPropOf(p tmx.Prop) jsonProp {
	j := jsonProp{Type: p.Type, Text: p.Text}
	if p.Lang != language.Und {
		j.Lang = p.Lang.String()
	}
	return j
}

// isConfidence reports whether a text is a confidence as this project writes it.
func isConfidence(s string) bool {
	return len(s) == len("0.000") && (s[0] == '0' || s[0] == '1') && s[1] == '.' && strings.Trim(s[2:],
		"0123456789") == ""
}
