package langtag

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Parse returns the tag that s spells. Besides BCP 47 it reads the names that older programs of
// Microsoft have for the two forms of Chinese, zh-CHS and zh-CHT.
func Parse(s string) (language.Tag, error) {
	s = strings.TrimSpace(s)
	switch strings.ToLower(strings.ReplaceAll(s, "_", "-")) {
	case "zh-chs":
		s = "zh-Hans"
	case "zh-cht":
		s = "zh-Hant"
	}
	return language.Parse(s)
}

// Match returns the languages of a memory that a range selects, in their order. A range is a tag;
// as in RFC 4647, section 3.3, it selects the tags that say the same or more: "zh-Hans" selects
// "zh-CN", since Chinese is written so there, and never "zh-TW"; "pt-BR" does not select "pt-PT". A
// tag without script and region is neutral: "fr" selects "fr". If a memory has nothing that says as
// much as the range but only one language that does not contradict it, that is the one: "fr"
// selects "fr-CA", and "pt-BR" selects "pt", if there is no other French or Portuguese.
//
// near has the languages that do not contradict the range but were not selected.
func Match(wanted language.Tag, have []language.Tag) (selected, near []language.Tag) {
	for _, t := range have {
		switch {
		case t == wanted || says(t, wanted):
			selected = append(selected, t)
		case !contradict(t, wanted):
			near = append(near, t)
		}
	}
	if len(selected) == 0 && len(near) == 1 {
		return near, nil
	}
	return slices.Clip(selected), near
}

// says reports whether t says everything that the range says.
func says(t, wanted language.Tag) bool {
	if contradict(t, wanted) {
		return false
	}
	_, script, region := wanted.Raw()
	_, ownScript, ownRegion := t.Raw()
	switch {
	case region != language.Region{}:
		return ownRegion == region
	case script != language.Script{}:
		return ownScript == script || ownRegion != language.Region{}
	}
	// The range is neutral, and so is a tag that adds the usual script.
	return ownRegion == language.Region{} && likelyScript(t) == likelyScript(wanted)
}

// contradict reports whether two tags differ in language, script or region, as far as both state
// it. A region states the script that is usual there.
func contradict(a, b language.Tag) bool {
	if !SameBase(a, b) {
		return true
	}
	_, scriptA, regionA := a.Raw()
	_, scriptB, regionB := b.Raw()
	if regionA != regionB && regionA != (language.Region{}) && regionB != (language.Region{}) {
		return true
	}
	neutral := scriptA == language.Script{} && regionA == language.Region{} ||
		scriptB == language.Script{} && regionB == language.Region{}
	return !neutral && likelyScript(a) != likelyScript(b)
}
