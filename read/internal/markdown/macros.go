package markdown

import (
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// Macros of KumaScript, which MDN's pages are written with: {{cssxref("color")}} shows a link, and
// {{Compat}} a table that the site makes.

var (
	macro     = lazyregexp.New(`\{\{\s*[A-Za-z][\w-]*\s*(?:\([^(){}]*(?:\(\)[^(){}]*)*\)\s*)?\}\}`)
	macroName = lazyregexp.New(`[A-Za-z][\w-]*`)
	macroArgs = lazyregexp.New(`"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'`)

	// siteMacro matches the names of macros whose content the site makes.
	siteMacro = lazyregexp.New(`(?i)^(specifications|compat|availableinworkers|seecompattable|csssyntax\w*|` +
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
