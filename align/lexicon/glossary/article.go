package glossary

import (
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// maxWords is the number of words above which a line of an article is an explanation rather than a
// translation.
const maxWords = 4

// aside matches everything in an article but translations: pronunciation, grammar, fields,
// numbering.
var aside = lazyregexp.New(
	`/[^/\n]{1,60}/|<[^>\n]{1,60}>|\[[^\]\n]{1,60}\]|\([^)\n]{0,80}\)|\{[^}\n]{0,60}\}|(?m:^\s*\d+[.)]\s)`)

// An articleBudget is how many bytes of articles are still read. Index entries may share an
// article, such as those of spellings of one word, but not so often that a file makes the square of
// its size.
type articleBudget int

// budgetOf returns the budget for a dictionary with text bytes of articles.
func budgetOf(text int) *articleBudget {
	const (
		sharedBy = 16      // headwords of an article, on average
		least    = 1 << 22 // bytes
	)
	b := articleBudget(sharedBy*text + least)
	return &b
}

// take takes an article of a size, and reports whether the budget had that much left.
func (b *articleBudget) take(size int) bool {
	*b -= articleBudget(size)
	return *b >= 0
}

// overBudget is the cause for leaving out the rest of an index.
const overBudget = "the index has the same articles again and again; the rest of it is not read"

// article adds the translations in an article of a dictionary. Its first line may be the headword.
func (f *File) article(line int, headword, text string) {
	before := len(f.Entries)
	source := strings.TrimSpace(aside.ReplaceAllString(headword, " "))
	for i, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(aside.ReplaceAllString(l, " "))
		if l == "" || i == 0 && strings.EqualFold(l, source) || strings.ContainsAny(l, ":\"“") {
			continue
		}
		for _, t := range strings.FieldsFunc(l, func(r rune) bool { return strings.ContainsRune(",;،、；", r) }) {
			if t = strings.TrimSpace(t); t != "" && len(strings.Fields(t)) <= maxWords {
				f.add(line, source, t)
			}
		}
	}
	if len(f.Entries) == before {
		f.skip(line, "no translation in the article of "+headword)
	}
}
