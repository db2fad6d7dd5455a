package markdown

import (
	"regexp"
	"strings"
)

// Macros of KumaScript, which MDN's pages are written with: {{cssxref("color")}} shows a link, and
// {{Compat}} a table that the site makes.

var (
	macro     = regexp.MustCompile(`\{\{\s*[A-Za-z][\w-]*\s*(?:\([^(){}]*(?:\(\)[^(){}]*)*\)\s*)?\}\}`)
	macroName = regexp.MustCompile(`[A-Za-z][\w-]*`)
	macroArgs = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'`)

	// siteMacro matches the names of macros whose content the site makes.
	siteMacro = regexp.MustCompile(`(?i)^(specifications|compat|availableinworkers|seecompattable|csssyntax\w*|` +
		`cssinfo|inheritancediagram|interactiveexample|embed\w+|livesample\w*|previous\w*|next\w*|page|` +
		`list\w+|subpages\w*|\w*(apiref|cssref|jsref|svgref|sidebar|quicklinks)|` +
		`[\w-]*_(header|inline|badge)|\w+(headernote|inline))$`)
)

// shownByMacro returns the text that a macro shows: the text of a link. A variable, such as
// {{ name }}, stays as it is.
func shownByMacro(code string) string {
	name := macroName.FindString(code)
	if siteMacro.MatchString(name) {
		return ""
	}
	args := macroArgs.FindAllStringSubmatch(code, 2)
	if len(args) == 0 {
		return code
	}
	text := args[0][1] + args[0][2]
	if len(args) > 1 && args[1][1]+args[1][2] != "" {
		return args[1][1] + args[1][2]
	}
	if strings.EqualFold(name, "HTMLElement") || strings.EqualFold(name, "SVGElement") ||
		strings.EqualFold(name, "MathMLElement") {
		return "`<" + text + ">`"
	}
	return text
}
