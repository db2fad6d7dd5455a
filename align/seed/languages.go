package seed

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/bitext-go/bitext/internal/langtag"
)

// bibliographic are the codes of ISO 639-2/B, which libraries use, if they differ from those of ISO
// 639-2/T.
var bibliographic = map[string]string{
	"alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr",
	"geo": "ka", "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi", "may": "ms", "per": "fa",
	"rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy",
}

// parseLang returns the language that a part of a file name gives: a code of two letters, or of
// three if the language also has one of two, with or without a script or region; or an English
// name.
func parseLang(s string) (language.Tag, bool) {
	if tag, ok := englishNames()[strings.ToLower(s)]; ok {
		return tag, true
	}
	code, more, both := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	if other, ok := bibliographic[strings.ToLower(code)]; ok {
		code = other
	}
	base, err := language.ParseBase(code)
	if err != nil || len(code) > 3 || len(base.String()) != 2 && !threeLetters[base.String()] {
		return language.Und, false
	}
	if !both {
		tag, err := language.Compose(base)
		return tag, err == nil
	}
	tag, err := language.Parse(base.String() + "-" + more)
	return tag, err == nil && strings.IndexByte(more, '-') < 0
}

// threeLetters are languages without a code of two letters that are written on the web, except for
// those whose code is an English word or an abbreviation, such as "new" and "doc".
var threeLetters = func() map[string]bool {
	codes := map[string]bool{}
	for code := range strings.FieldsSeq(
		"ace ach agr aii akl alt arn ary arz ast avk awa azb bal bar bcl bem bho bjn brx bua ccp ceb " +
			"chr ckb cnh crh csb dsb dty dyu fil frp frr fur gag glk gom gsw hak haw hif hil hne hsb ilo inh jam kaa kab kac " +
			"kbd kbp kha kmr krc ksh lad lez lfn lij lld lmo ltg lus lzh mai mdf mhr mni mrj mwl myv mzn nah nan nds nov nso " +
			"nqo olo ory pag pam pap pcd pcm pdc pfl pms pnb pnt prs quc quz rmy rue sah sat scn sco sdc shn skr smn sms srn " +
			"szl szy tcy tet tly tpi trv tum tyv tzm udm vec vep vls vro war wuu xal xmf yue zea zgh") {
		codes[code] = true
	}
	for _, word := range []string{"ach", "alt", "bar", "chr", "fur", "glk", "pap", "pam", "war", "sat", "nan", "lad"} {
		delete(codes, word)
	}
	return codes
}()

// englishNames are the languages with codes of two letters, by their English names in lower case.
var englishNames = sync.OnceValue(func() map[string]language.Tag {
	names := map[string]language.Tag{}
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			base, err := language.ParseBase(string(a) + string(b))
			if err != nil || base.String() != string(a)+string(b) {
				continue
			}
			if tag, err := language.Compose(base); err == nil {
				if name := display.English.Tags().Name(tag); name != "" {
					names[strings.ToLower(name)] = tag
				}
			}
		}
	}
	return names
})

// indexOf returns the position of a language in a list: that of the tag itself, else that of a tag
// with the same base language, else -1.
func indexOf(langs []language.Tag, lang language.Tag) int {
	found := -1
	for i, l := range langs {
		if l == lang {
			return i
		}
		if found < 0 && langtag.SameBase(l, lang) {
			found = i
		}
	}
	return found
}
