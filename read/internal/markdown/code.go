package markdown

import (
	"slices"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/internal/part"
)

// proseFences are the languages of fences whose lines may be sentences.
var proseFences = []string{"", "text", "txt", "plain", "plaintext", "none"}

// directiveFence matches the line of a directive of MyST: "{note} Title". Directives for code and
// pictures hold no Markdown.
var (
	directiveFence = lazyregexp.New(`^\{([\w:-]+)\}\s*(.*)$`)
	codeDirective  = lazyregexp.New(`code|math|include|eval-rst|toctree|mermaid|image|figure|table|` +
		`bibliography|plot`)
	option = lazyregexp.New(`^:[\w-]+:`)
)

// fenced reads a block between fences, which is left out unless it holds sentences. line is its
// first line. What is in a directive of MyST is read as Markdown.
func (r *reader) fenced(line string) {
	r.end()
	mark := fence(line)
	if n := len(r.containers); n > 0 && line == r.containers[n-1] {
		r.containers = r.containers[:n-1]
		return
	}
	info := strings.TrimSpace(line[len(mark):])
	if m := directiveFence.FindStringSubmatch(info); m != nil && !codeDirective.MatchString(m[1]) {
		r.containers = append(r.containers, mark)
		r.add(m[2], r.at)
		for r.at+1 < len(r.lines) && option.MatchString(strings.TrimSpace(r.lines[r.at+1])) {
			r.at++
		}
		return
	}
	lo, quoted := r.at, r.quoted
	var code []string
	for r.at++; r.at < len(r.lines); r.at++ {
		l, inQuote := unquote(r.lines[r.at])
		if quoted && !inQuote {
			r.at--
			break
		}
		l = strings.TrimSpace(l)
		if strings.HasPrefix(l, mark) && strings.Trim(l, mark[:1]) == "" {
			break
		}
		code = append(code, l)
	}
	name, _, _ := strings.Cut(strings.Trim(info, "{} ."), " ")
	if slices.Contains(proseFences, strings.ToLower(name)) && part.IsProse(code) {
		for i, l := range code {
			if l != "" {
				r.paragraphs = append(r.paragraphs, part.Paragraph{Text: l, Line: lo + i + 2})
			}
		}
		return
	}
	r.drop(lo, min(r.at+1, len(r.lines)), "code")
}

// indented leaves out the block of code that begins in the current line, and reports whether there
// is one. Text inside an item or an admonition is indented too, and some people indent all their
// text, so what does not look like code is text.
func (r *reader) indented(line string) bool {
	if len(r.open) > 0 || r.inItem || r.at < r.noCode || !isIndented(line) {
		return false
	}
	hi := r.at + 1
	var code []string
	for i := r.at; i < len(r.lines); i++ {
		l := r.lines[i]
		if r.quoted {
			l, _ = unquote(l)
		}
		if !isIndented(l) || strings.TrimSpace(l) == "" {
			break
		}
		code, hi = append(code, l), i+1
	}
	if !part.IsCode(code) {
		r.noCode = hi
		return false
	}
	r.drop(r.at, hi, "code")
	r.at = hi - 1
	return true
}

func isIndented(line string) bool {
	return strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t")
}

// A region is a range of lines that are not text.
type region struct {
	begin, end *lazyregexp.Regexp
	what       string
}

var regions = []region{
	{lazyregexp.New(`(?i)^<(script|style|svg|math|template)\b`),
		lazyregexp.New(`(?i)</(script|style|svg|math|template)>`), "code of the page"},
	{lazyregexp.New(`(?i)^<(pre|textarea)\b`), lazyregexp.New(`(?i)</(pre|textarea)>`), "code"},
	{lazyregexp.New(`^\{%-?\s*(highlight|codeblock|code|prism)\b`),
		lazyregexp.New(`\{%-?\s*end(highlight|codeblock|code|prism)\b`), "code"},
	{lazyregexp.New(`^\{\{[<%]\s*(highlight|mermaid|code|katex)\b`),
		lazyregexp.New(`\{\{[<%]\s*/\s*(highlight|mermaid|code|katex)\b`), "code"},
	{lazyregexp.New(`^\{\{[<%][^>%]*$`), lazyregexp.New(`[>%]\}\}`), "code of the site"},
	{lazyregexp.New(`^\$\$`), lazyregexp.New(`\$\$$`), "formula"},
	{lazyregexp.New(`^\{/\*`), lazyregexp.New(`\*/\}`), "comment"},
	{lazyregexp.New(`^(import|export) [^'"]*[{(\[]$|^export (const|let|default|function)\b.*[{(\[=]$`),
		lazyregexp.New(`^[})\]].*$`), "code of the page"},
}

// maxRegion is the most lines of a region; a mark without an end is text.
const maxRegion = 2000

// region leaves out the region that begins in the current line, and reports whether there is one.
func (r *reader) region(text string) bool {
	if !strings.Contains("<{$ie", text[:1]) || len(r.open) > 0 && (text[0] == 'i' || text[0] == 'e') {
		return false
	}
	for k, g := range regions {
		loc := g.begin.FindStringIndex(text)
		if loc == nil {
			continue
		}
		last := r.at
		if in := g.end.FindStringIndex(text[loc[1]:]); in == nil {
			last = r.nextEnd(k, r.at+1)
		} else if strings.TrimSpace(text[loc[1]+in[1]:]) != "" {
			return false // text follows in the line
		}
		if last == len(r.lines) || last > r.at+maxRegion {
			continue
		}
		r.end()
		r.drop(r.at, last+1, g.what)
		r.at = last
		return true
	}
	return false
}

// nextEnd returns the first line from a line on in which a region of a kind may end; the number of
// lines if there is none. It looks at each line once.
func (r *reader) nextEnd(kind, from int) int {
	if r.ends == nil {
		r.ends = make([]int, len(regions))
	}
	for i := max(r.ends[kind], from); ; i++ {
		if i == len(r.lines) {
			r.ends[kind] = i
			return i
		}
		if regions[kind].end.MatchString(strings.TrimSpace(r.lines[i])) {
			r.ends[kind] = i
			return i
		}
	}
}
