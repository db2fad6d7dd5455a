package review

import (
	"encoding/json"

	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
)

type columnView struct {
	Name     string `json:"name"` // of the language, in English
	Lang     string `json:"lang"`
	Dir      string `json:"dir"`
	Document string `json:"document"`
	Names    string `json:"names"` // of the language, in those of the interface, as JSON
}

// interfaces are the languages of the interface of the page, as web/words.js has them.
var interfaces = map[string]*display.Dictionary{"en": display.English, "fr": display.French, "es": display.Spanish,
	"ar": display.Arabic, "zh": display.Chinese}

func (r *Review) columns() (out []columnView) {
	for _, c := range r.sheet.Columns {
		names := map[string]string{}
		for tag, d := range interfaces {
			names[tag] = d.Tags().Name(c.Lang)
		}
		all, err := json.Marshal(names)
		if err != nil {
			panic(err) // a map of strings
		}
		out = append(out, columnView{names["en"], c.Lang.String(), face.Direction(c.Lang), c.Name, string(all)})
	}
	return out
}
