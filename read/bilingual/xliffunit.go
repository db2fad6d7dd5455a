package bilingual

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

// An xliffUnit is a <trans-unit> or a <segment>.
type xliffUnit struct {
	source, segmented, target *content
	status                    string              // the state of the translation; "" if the file does not say
	states                    map[string]sdlState // those of the segments by their ids
	skip                      bool                // it is not to be translated

	key       string // what the document calls it
	notes     []string
	changed   time.Time
	changedBy string
}

// unfinished are the states of translations that nobody has confirmed, or that somebody has
// rejected: those of XLIFF 1.2 and 2, of Trados, of memoQ and of Phrase, in lower case. Those that
// begin with "needs-" are unfinished too.
var unfinished = map[string]bool{
	"new": true, "initial": true, "draft": true, "rejectedtranslation": true, "rejectedsignoff": true, "rejected": true,
	"notstarted": true, "pretranslated": true, "assembledfromfragments": true, "partiallyedited": true,
	"machinetranslated": true,
}

func isUnfinished(state string) bool {
	state = strings.ToLower(state)
	return unfinished[state] || strings.HasPrefix(state, "needs-")
}

// put adds the content of a unit. If both sides are segmented by marks with the same ids, each pair
// of segments becomes a unit. A translation that is not finished is left out.
func (x *xliffReader) put(u *xliffUnit) error {
	if u.source == nil && u.segmented == nil {
		return nil
	}
	if u.skip {
		if hasLetters(u.source) || hasLetters(u.segmented) { // tools keep the layout of a document in others
			x.b.leaveFixed()
		}
		return nil
	}
	if u.segmented != nil && u.target != nil && len(u.segmented.segments) > 0 {
		translations := map[string]markedSegment{}
		for _, t := range u.target.segments {
			translations[t.mid] = t
		}
		all := true
		for _, s := range u.segmented.segments {
			_, ok := translations[s.mid]
			all = all && ok
		}
		if all {
			for _, s := range u.segmented.segments {
				if err := x.add(u, s, translations[s.mid], u.states[s.mid]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	source := u.source
	if source == nil {
		source = u.segmented
	}
	var target markedSegment
	if u.target != nil {
		target = u.target.whole()
	}
	var state sdlState
	if len(u.states) == 1 {
		for _, state = range u.states {
		}
	}
	return x.add(u, source.whole(), target, state)
}

// add adds a unit.
func (x *xliffReader) add(of *xliffUnit, source, target markedSegment, state sdlState) error {
	translated := target.text != "" || len(target.codes) > 0
	if translated && isUnfinished(cmp.Or(state.conf, of.status)) {
		x.b.leaveUnfinished()
		translated = false
	}
	if x.src == language.Und {
		x.src = x.b.source(language.Und)
	}
	if translated && x.tgt == language.Und {
		if x.tgt = x.b.target(); x.tgt == language.Und {
			x.tgt = languageInName(x.name)
		}
	}
	if x.src == language.Und || translated && x.tgt == language.Und {
		return fmt.Errorf("line %d: the file does not declare the languages of its units; name them with --langs, or "+
			"add the attributes source-language and target-language (XLIFF 1.2) or srcLang and trgLang (XLIFF 2)",
			x.s.Line())
	}
	u, err := x.b.begin()
	if err != nil {
		return err
	}
	u.boundary, u.translation = x.boundary, x.translation
	numbers := numbering{}
	v := tmx.Variant{Lang: x.src, Text: source.text, Inline: numbers.inline(source.codes)}
	if err := x.b.putVariant(u, v); err != nil || !translated {
		return err
	}
	v = tmx.Variant{Lang: x.tgt, Text: target.text, Inline: numbers.inline(target.codes)}
	if err := x.b.putVariant(u, v); err != nil {
		return err
	}
	u.setKey(of.key)
	for _, n := range of.notes {
		u.addNote(n)
	}
	if by := cmp.Or(state.changedBy, of.changedBy); by != "" || !state.changed.IsZero() || !of.changed.IsZero() {
		u.more().ChangedBy, u.details.Changed = by, state.changed
		if state.changed.IsZero() {
			u.details.Changed = of.changed
		}
	}
	if state.createdBy != "" || !state.created.IsZero() {
		u.more().CreatedBy, u.details.Created = state.createdBy, state.created
	}
	return nil
}
