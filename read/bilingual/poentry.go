package bilingual

import (
	"errors"
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/align/tmx"
)

// A poEntry is a string and its translation.
type poEntry struct {
	source, target, context, references string
	notes                               []string
}

// end ends the current entry.
func (p *poReader) end() error {
	id, plural, forms, fuzzy := p.id, p.plural, p.forms, p.fuzzy
	if forms == nil && id == nil {
		return nil // comments before an entry
	}
	e := poEntry{references: strings.Join(p.references, " ")}
	if note := strings.TrimSpace(strings.Join(p.notes, "\n")); note != "" {
		e.notes = []string{note}
	}
	if p.context != nil {
		e.context = p.context.String()
	}
	p.id, p.plural, p.context, p.field, p.forms, p.fuzzy = nil, nil, nil, nil, nil, false
	p.notes, p.references = nil, nil
	switch {
	case id == nil || len(forms) == 0:
		return errors.New("an entry is incomplete; correct the catalogue, as msgfmt -c shows")
	case id.Len() == 0:
		return p.header(forms[0].String())
	}
	if translators[e.context] || translators[id.String()] {
		p.b.leave("list of the translators", "lists of the translators")
		return nil
	}
	first, last := forms[0].String(), forms[len(forms)-1].String()
	if fuzzy && first != "" {
		p.b.leaveUnfinished()
		first, last = "", ""
	}
	if plural == nil || len(forms) > 1 {
		e.source, e.target = id.String(), first
		p.entries = append(p.entries, e)
	}
	if plural != nil {
		e.source, e.target = plural.String(), last
		p.entries = append(p.entries, e)
	}
	if n := len(forms) - 2; plural != nil && n > 0 {
		p.b.leave("entry with more plural forms than two", "entries with more plural forms than two")
	}
	return nil
}

// header reads the languages that the header of the catalogue names.
func (p *poReader) header(text string) error {
	for _, m := range poLanguage.FindAllStringSubmatch(text, -1) {
		name := strings.TrimSpace(m[2])
		tag, err := ParseTag(name)
		if err != nil {
			var known bool
			if tag, known = LanguageNamed(name); !known {
				return fmt.Errorf("%q is not a language; correct the header", name)
			}
		}
		if m[1] != "" {
			p.src = tag
		} else {
			p.tgt = tag
		}
	}
	return nil
}

// translators are the contexts (of KDE) and the strings (of GNOME) that translators replace by
// their names.
var translators = map[string]bool{
	"NAME OF TRANSLATORS": true, "EMAIL OF TRANSLATORS": true, "translator-credits": true,
	"translator_credits": true, "translators-credits": true,
}

// put makes a unit of an entry.
func (p *poReader) put(e poEntry) error {
	u, err := p.b.begin()
	if err == nil {
		err = p.b.put(u, p.src, e.source)
	}
	if err == nil {
		err = p.b.put(u, p.tgt, e.target)
	}
	if err != nil {
		return err
	}
	u.setKey(e.context)
	for _, n := range e.notes {
		u.addNote(n)
	}
	if e.references != "" {
		u.more().Props = append(u.more().Props, tmx.Prop{Type: PropReference, Text: e.references})
	}
	return nil
}
