package markdown

import (
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// What generators of sites add to Markdown: front matter (Jekyll, Hugo), shortcodes (Hugo), tags of
// Liquid (Jekyll, GitBook), directives and admonitions (Docusaurus, VitePress, MkDocs), blocks of
// slashes (PyMdown), alerts (GitHub), labels (MyST), imports (MDX), ids of headings and
// abbreviations (kramdown) and tables of contents.

// blockNames are elements of HTML that are not part of a line.
const blockNames = `details|summary|div|p|table|tr|td|th|ul|ol|li|h[1-6]|section|center|blockquote|` +
	`figure|figcaption`

var (
	frontText = lazyregexp.New(`^(title|linkTitle|subtitle|description|summary|excerpt|tagline) *[:=] *(.*)$|` +
		`^ +(?:- +)?(title|text|tagline|details|description|label|linkText) *: *(.*)$`)

	frontLang = lazyregexp.New(`^(?:lang|language|locale) *[:=] *["']?` +
		`([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)["']? *$`)

	shortcode     = lazyregexp.New(`\{\{[<%#].*?[%>]?\}\}|\{%.*?%\}`)
	shortcodeText = lazyregexp.New(`\b(?:text|title|caption|alt)="([^"]*)"`)
	directive     = lazyregexp.New(`^:{3,}\s*[\w-]*(?:\[([^\]]*)\])?` +
		`(?:\{(?:[^}]*\stitle|title)="([^"]*)"[^}]*\}|\{[^}]*\})?\s*(.*)$`)
	block        = lazyregexp.New(`^/{3,}(?:\s*[a-z][\w-]*(?:\s*\|\s*(.*))?)?$`)
	blockOption  = lazyregexp.New(`^ {4}[a-z]+: `)
	admonition   = lazyregexp.New(`^(?:!!!|\?\?\?\+?)\s+[\w-]+(?:\s+[\w-]+)*(?:\s+"([^"]*)")?\s*$`)
	alert        = lazyregexp.New(`^\[![A-Za-z]+\][-+]?\s*(.*)$`)
	label        = lazyregexp.New(`^\([\w:.-]+\)=$`)
	abbreviation = lazyregexp.New(`^\*\[[^\]]+\]:\s*(.*)$`)
	contents     = lazyregexp.New(`(?i)^(\[\[_?toc_?\]\]|\[toc\]|\{:toc\}|<!-- toc -->|\{:[^}]*\})$`)
	moduleLine   = lazyregexp.New(`^(import\s+(['"]|[\w{*].*\sfrom\s+['"])|` +
		`export\s+(const|let|default|function|\{))`)
	headingID  = lazyregexp.New(`\s*(\{\s*:?\s*[#.][^{}]*\}|\{/\*.*?\*/\}|\[#[\pL\pN_-]+\])\s*$`)
	emoji      = lazyregexp.New(`(?:^|\s):(?:[a-z][a-z0-9_-]+[a-z0-9]|[+-]1):([\s.,;!?)]|$)`)
	jsxComment = lazyregexp.New(`^\{/\*.*?\*/\}`)
	attributes = lazyregexp.New(`^\{:?\s*([#.][\w-]+|[\w-]+=("[^"]*"|'[^']*'|[^\s"'{}]+))` +
		`(\s+([#.][\w-]+|[\w-]+=("[^"]*"|'[^']*'|[^\s"'{}]+)))*\s*\}`)
	blockTag    = lazyregexp.New(`(?i)^</?(` + blockNames + `)\b`)
	blockTagEnd = lazyregexp.New(`(?i)</(` + blockNames + `)>$`)
)

// frontMatter reads what is between two lines of hyphens (YAML) or plus signs (TOML) at the
// beginning of the document: title, description and summary are text, and the rest is left out.
func (r *reader) frontMatter() {
	mark := strings.TrimRight(r.lines[0], " ")
	if mark != "---" && mark != "+++" || len(r.lines) < 2 || !strings.ContainsAny(r.lines[1], ":=#") {
		return
	}
	for i := 1; i < len(r.lines); i++ {
		if l := strings.TrimRight(r.lines[i], " "); l != mark && (l != "..." || mark != "---") {
			continue
		}
		r.drop(0, i+1, "front matter")
		for k := 1; k < i; k++ {
			if m := frontLang.FindStringSubmatch(r.lines[k]); m != nil {
				r.lang = m[1]
			}
			m := frontText.FindStringSubmatch(r.lines[k])
			if m == nil {
				continue
			}
			first, value := k, m[2]+m[4]
			if value != "" && mark == "---" {
				for ; k+1 < i && continues(r.lines[k+1], r.lines[first]); k++ {
					value += " " + strings.TrimSpace(r.lines[k+1])
				}
			}
			text := scalar(value)
			if strings.Trim(text, ">|-+") == "" { // a text in the lines below
				text = ""
				for ; k+1 < i && (strings.HasPrefix(r.lines[k+1], " ") || r.lines[k+1] == ""); k++ {
					text += r.lines[k+1] + "\n"
				}
			}
			r.add(text, first)
		}
		r.at = i + 1
		return
	}
}

// continues reports whether a line of YAML continues the value on the line of a key. It is indented
// more than the key, and not empty.
func continues(line, key string) bool {
	indent := func(s, space string) int { return len(s) - len(strings.TrimLeft(s, space)) }
	return strings.TrimSpace(line) != "" && indent(line, " ") > indent(key, " -") &&
		strings.Trim(key[strings.IndexByte(key, ':')+1:], " >|-+") != ""
}

// scalar returns a value of front matter without its quotes.
func scalar(s string) string {
	s = strings.TrimSpace(s)
	switch {
	case len(s) > 1 && s[0] == '\'' && s[len(s)-1] == '\'':
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	case len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"':
		return strings.ReplaceAll(s[1:len(s)-1], `\"`, `"`)
	}
	return s
}

// withoutCodes returns a line without shortcodes, macros and tags of Liquid, each replaced by the
// text that it shows if it has one; only reports that nothing else is on the line. Those in a code
// span are an example of their use, and stay.
func withoutCodes(line string) (rest string, only bool) {
	if !strings.Contains(line, "{{") && !strings.Contains(line, "{%") {
		return line, false
	}
	var b strings.Builder
	for line := line; line != ""; {
		tick := strings.IndexByte(line, '`')
		if tick < 0 {
			tick = len(line)
		}
		b.WriteString(withoutCode(line[:tick]))
		if line = line[tick:]; line != "" {
			_, n := codeSpan(line)
			b.WriteString(line[:n])
			line = line[n:]
		}
	}
	rest = b.String()
	return rest, rest != line && strings.TrimSpace(rest) == ""
}

// withoutCode returns text outside code spans without shortcodes, macros and tags.
func withoutCode(s string) string {
	s = macro.ReplaceAllStringFunc(s, shownByMacro)
	return shortcode.ReplaceAllStringFunc(s, func(code string) string {
		if m := shortcodeText.FindStringSubmatch(code); m != nil {
			return m[1]
		}
		return ""
	})
}

// sites reads a line that belongs to the generator of a site, and reports whether it is one.
func (r *reader) sites(text string) bool {
	switch {
	case strings.HasPrefix(text, ":::"):
		r.end()
		if m := directive.FindStringSubmatch(text); m != nil {
			r.add(strings.TrimSpace(m[1]+m[2]+" "+m[3]), r.at)
		}
	case strings.HasPrefix(text, "///"):
		m := block.FindStringSubmatch(text)
		if m == nil {
			return false
		}
		r.end()
		r.add(m[1], r.at)
		for r.at+1 < len(r.lines) && blockOption.MatchString(r.lines[r.at+1]) {
			r.at++
		}
	case strings.HasPrefix(text, "!!!") || strings.HasPrefix(text, "???"):
		m := admonition.FindStringSubmatch(text)
		if m == nil {
			return false
		}
		r.end()
		r.add(m[1], r.at)
		r.inItem = true
	case strings.HasPrefix(text, "=== \"") && strings.HasSuffix(text, `"`), strings.HasPrefix(text, "===! \""):
		r.end()
		_, title, _ := strings.Cut(text, `"`)
		r.add(strings.TrimSuffix(title, `"`), r.at)
		r.inItem = true
	case strings.HasPrefix(text, "--8<--"), strings.HasPrefix(text, "<<< "):
		r.end()
		r.drop(r.at, r.at+1, "code of the site")
	case len(r.open) == 0 && r.quoted && alert.MatchString(text):
		r.add(alert.FindStringSubmatch(text)[1], r.at)
	case abbreviation.MatchString(text):
		r.end()
		r.add(abbreviation.FindStringSubmatch(text)[1], r.at)
	case contents.MatchString(text), label.MatchString(text), len(attributes.FindString(text)) == len(text):
		r.end()
	case component.MatchString(text):
		return r.component(text)
	case len(r.open) == 0 && moduleLine.MatchString(text):
		r.drop(r.at, r.at+1, "import")
	default:
		return false
	}
	return true
}
