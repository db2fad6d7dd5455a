package read

import "strings"

const (
	latexCommand = `^\\(documentclass|usepackage|begin|end|section|subsection|chapter|item|label|caption|input|title)\b`
	wikiLine     = `^(==+.*==+$|\{\||\|[-}]|\{\{|'''|\[\[|[*#:;]+ *(\[\[|''))|\[\[[^\]]+\]\].*\[\[`
	directive    = `^\.\. [\w-]+::|^:\w+: |^\.\. _[\w ]+:|:(ref|doc|class|func|meth|option|file):` + "`"
	asciiDocLine = `^(:[\w-]+:( .*)?|\[\[?[\w ,="#.-]+\]\]?|(====|----|\*\*\*\*|\|===)=*|include::.*)$`
)

func isLaTeX(s *source) bool {
	return s.hasLine(`^\\documentclass\b|^\\begin\{document\}`) && s.most(`^\\\w+`, .1) ||
		strings.HasPrefix(s.sample(), `\documentclass`) || s.most(latexCommand, .1)
}

func isReStructuredText(s *source) bool { return s.most(directive, .05) }

func isAsciiDoc(s *source) bool {
	return s.most(asciiDocLine, .2) && s.most(`^=+ \S|^:[\w-]+:`, .02) ||
		s.hasLine(`^= \S`) &&
			s.most(`^(=+ \S|:[\w-]+:|(NOTE|TIP|WARNING|IMPORTANT|CAUTION): |image::|\[[\w,= ".-]+\]$)`, .3)
}

func isOrg(s *source) bool { return s.most(`^#\+[A-Za-z_]+:|^:PROPERTIES:|^\*+ (TODO|DONE) `, .05) }

func isTypst(s *source) bool {
	return s.most(`^#(set|let|show|import|include|figure|align|table)\b ?[\w"(]`, .05)
}

func isTextile(s *source) bool { return s.most(`^(h[1-6]|bq|fn\d+|bc|pre)\. \S`, .1) }

func isWikiText(s *source) bool {
	return isWikiPage(s) || s.most(wikiLine, .25) && s.most(`\[\[[^\]]+\]\]|\{\{[^}]+\}\}|'''|^\{\|`, .1)
}

func isRoff(s *source) bool {
	return s.most(`^[.'](\\"|TH|SH|SS|PP|TP|IP|B|BR|I|Dd|Dt|Os|Sh|Nm|Nd|Pp|It|Bl|El)\b`, .1)
}

func isTexinfo(s *source) bool {
	return strings.HasPrefix(s.sample(), `\input texinfo`) || s.most(`^@(node|chapter|section|item|end|menu)\b`, .1)
}

func isPOD(s *source) bool { return s.most(`^=(head[1-6]|over|item|back|cut|pod|encoding)\b`, .03) }

// isWikiPage reports whether a text has headings between signs of equality, and links or templates
// of wikis. Markdown may have the links, too.
func isWikiPage(s *source) bool {
	return s.most(`^==+[^=].*[^=]==+$`, .02) && s.most(`\[\[[^\]]+\]\]|\{\{[^}]+\}\}|'''|^\{\|`, .1)
}

// inMarkdown returns a look that a file which is called Markdown must have in more of its lines:
// guides to other formats quote these. Lines between fences do not count.
func inMarkdown(pattern string, share float64) func(s *source) bool {
	return func(s *source) bool { return s.most(pattern, share) }
}
