package lang

import (
	"math"
	"unicode"

	"golang.org/x/text/language"
)

// A letterModel tells languages of one script apart by letters that some of them use much more than
// others. It holds, for each language, what share of its letters each group of letters is. Rough
// figures are enough, since the shares that matter differ by factors of ten. Languages that differ
// only in their words, such as English and French, have no model.
type letterModel struct {
	groups []string
	shares map[string]map[string]float64 // by language and group; a group that is missing is hardly used
}

const (
	rarest = 0.0004 // share of letters that a language does not have, as names and quotations hold them
	damp   = 0.8    // factor for the dependence of letters on one another inside words
	sure   = 0.95   // below this confidence a text remains undecided
)

var letterModels = map[string]letterModel{
	"Arab": {
		groups: []string{"يكةى", "أإؤئءآ", "یک", "گپچژ", "ٹڈڑںےہھ", "ټډړږښګڼۍ", "ەڵڕ", "ۇۈۋڭ", "ێۆ", "ې", "ه"},
		shares: map[string]map[string]float64{
			"ar":  {"يكةى": .15, "أإؤئءآ": .06, "ه": .045},
			"fa":  {"يكةى": .003, "أإؤئءآ": .008, "یک": .12, "گپچژ": .022, "ه": .045},
			"ur":  {"يكةى": .001, "أإؤئءآ": .006, "یک": .12, "گپچژ": .02, "ٹڈڑںےہھ": .11, "ه": .001},
			"ps":  {"يكةى": .035, "أإؤئءآ": .004, "یک": .05, "گپچژ": .012, "ټډړږښګڼۍ": .05, "ې": .022, "ه": .06},
			"ckb": {"يكةى": .002, "أإؤئءآ": .03, "یک": .1, "گپچژ": .025, "ەڵڕ": .11, "ێۆ": .03, "ه": .012},
			"ug":  {"يكةى": .05, "أإؤئءآ": .02, "گپچژ": .02, "ەڵڕ": .08, "ۇۈۋڭ": .06, "ێۆ": .015, "ې": .02},
		},
	},
	"Cyrl": {
		groups: []string{"ы", "э", "ё", "ъ", "і", "їєґ", "ў", "әғқұ", "өү", "ң", "җһ", "ӣҳҷӯ", "јљњ", "ћђ", "ѓќѕ",
			"щ", "и", "й", "х", "ь", "ю", "я"},
		shares: map[string]map[string]float64{
			"ru": {"ы": .019, "э": .0033, "ё": .001, "щ": .0036, "и": .07, "й": .012, "х": .0097, "ь": .018, "ю": .0063, "я": .02},
			"uk": {"і": .057, "їєґ": .013, "щ": .005, "и": .055, "й": .012, "х": .012, "ь": .018, "ю": .009, "я": .022},
			"be": {"ы": .04, "э": .012, "ё": .006, "і": .055, "ў": .013, "й": .012, "х": .01, "ь": .017, "ю": .006, "я": .045},
			"bg": {"ъ": .016, "щ": .006, "и": .085, "й": .007, "х": .006, "ь": .0012, "ю": .0015, "я": .02},
			"mk": {"јљњ": .022, "ѓќѕ": .004, "и": .085, "х": .002},
			"sr": {"јљњ": .048, "ћђ": .009, "и": .09, "х": .006},
			"kk": {"ы": .065, "э": .0005, "і": .05, "әғқұ": .075, "өү": .035, "ң": .012, "җһ": .001, "и": .02, "й": .015, "х": .001, "ь": .002, "ю": .001, "я": .005},
			"ky": {"ы": .035, "э": .01, "өү": .05, "ң": .012, "и": .03, "й": .015, "ь": .004, "ю": .001, "я": .008},
			"mn": {"ы": .006, "э": .035, "ё": .003, "ъ": .001, "өү": .055, "и": .05, "й": .025, "х": .045, "ь": .01, "ю": .003, "я": .01},
			"tt": {"ы": .05, "э": .005, "әғқұ": .06, "өү": .03, "ң": .012, "җһ": .008, "и": .03, "й": .012, "х": .007, "ь": .008, "ю": .002, "я": .01},
			"tg": {"э": .004, "ё": .006, "ъ": .005, "әғқұ": .02, "ӣҳҷӯ": .045, "и": .08, "й": .015, "х": .012, "ю": .002, "я": .008},
		},
	},
	"Latn": {
		groups: []string{"ə", "xq"},
		shares: map[string]map[string]float64{
			"az": {"ə": .09, "xq": .02},
			"tr": {},
		},
	},
}

// known reports whether the model tells all of the languages apart.
func (m letterModel) known(langs []language.Tag) bool {
	seen := map[language.Base]bool{}
	for _, l := range langs {
		base, _ := l.Base()
		if m.shares[base.String()] == nil || seen[base] {
			return false
		}
		seen[base] = true
	}
	return len(langs) > 1
}

// choose returns the most probable candidate and its probability. The first candidate is more
// probable from the start, by the factor e to the power of prior. It multiplies the likelihoods of
// the letters (naive Bayes).
func (m letterModel) choose(text string, candidates []language.Tag, prior float64) (language.Tag, float64) {
	group := map[rune]int{}
	for g, letters := range m.groups {
		for _, r := range letters {
			group[r] = g
		}
	}
	counts := make([]float64, len(m.groups))
	rest := 0.0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		if g, found := group[unicode.ToLower(r)]; found {
			counts[g]++
		} else {
			rest++
		}
	}
	likely := make([]float64, len(candidates))
	likely[0] = prior
	best := 0
	for i, l := range candidates {
		base, _ := l.Base()
		others := 1.0
		for g, letters := range m.groups {
			share := max(m.shares[base.String()][letters], rarest)
			others -= share
			likely[i] += damp * counts[g] * math.Log(share)
		}
		likely[i] += damp * rest * math.Log(others)
		if likely[i] > likely[best] {
			best = i
		}
	}
	sum := 0.0
	for _, x := range likely {
		sum += math.Exp(x - likely[best])
	}
	return candidates[best], 1 / sum
}
