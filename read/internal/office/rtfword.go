package office

import (
	"strings"

	"github.com/bitext-go/bitext/read/internal/part"
	"github.com/bitext-go/bitext/segment/layout"
)

// rtfSkipped are groups that hold no text of the document.
var rtfSkipped = map[string]bool{
	"colortbl": true, "stylesheet": true, "info": true, "pict": true, "objdata": true, "pntxta": true, "pntxtb": true, "nonshppict": true, "nonesttables": true, "xe": true, "tc": true, "filetbl": true,
	"listtable": true, "listoverridetable": true, "revtbl": true, "rsidtbl": true, "shprslt": true, "themedata": true,
	"ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true, "atnid": true,
	"atnauthor": true, "annotation": true, "mmath": true, "sp": true, "template": true, "password": true,
}

// rtfNoted are those of them that a note names.
var rtfNoted = map[string]string{"annotation": "comments", "mmath": "formulas"}

// rtfEdges are groups of heads and feet of pages.
var rtfEdges = map[string]bool{
	"header": true, "headerl": true, "headerr": true, "headerf": true,
	"footer": true, "footerl": true, "footerr": true, "footerf": true,
}

// destination reads the first word of a group if that says what the group is, and reports whether
// it does.
func (r *rtfReader) destination(t rtfToken) bool {
	word, optional := t.word, false
	if word == "*" {
		next := r.in.next()
		if next.kind != rtfWord {
			return true
		}
		word, optional = next.word, true
	}
	g := r.group()
	switch {
	case word == "fonttbl":
		r.readFonts()
		r.groups = r.groups[:len(r.groups)-1]
	case rtfEdges[word]:
		r.edges = true
		r.leave()
	case word == "listtext", word == "pntext":
		g.list, g.listAt = true, r.flow().now.Len()
	case word == "footnote", word == "shptxt", word == "dptxbxtext":
		r.beginFlow()
	case word == "upr": // the text for old programs, then that in Unicode
		if r.in.next().kind == rtfOpen {
			r.in.skip()
		}
	case word == "ud", word == "shpinst", word == "do", word == "nesttableprops":
	case word == "fldinst":
		instruction := strings.Fields(r.in.instruction())
		r.groups = r.groups[:len(r.groups)-1]
		if len(instruction) > 0 && strings.EqualFold(instruction[0], "TOC") {
			r.group().toc = true
		}
	case word == "fldrslt":
		if g.toc {
			r.doc.LeftOut = append(r.doc.LeftOut, part.LeftOut{What: "table of contents"})
			r.leave()
		}
	case rtfSkipped[word] || optional:
		if what := rtfNoted[word]; what != "" {
			r.doc.leave(what)
		}
		r.leave()
	default:
		return false
	}
	return true
}

// leave leaves out the rest of the group.
func (r *rtfReader) leave() {
	r.in.skip()
	r.groups = r.groups[:len(r.groups)-1]
}

// rtfCharacters are the characters that have a word of their own.
var rtfCharacters = map[string]string{
	"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "~": "\u00A0", "_": "\u2011",
	"ltrmark": "\u200E", "rtlmark": "\u200F", "zwj": "\u200D", "zwnj": "\u200C", "zwbo": "\u200B", "zwnbo": "\u2060",
	"tab": "\t", "line": layout.LineSeparator, "lbr": layout.LineSeparator, "page": " ", "column": " ",
}

// word follows a control word.
func (r *rtfReader) word(t rtfToken) {
	g := r.group()
	if s, ok := rtfCharacters[t.word]; ok {
		if r.skip > 0 {
			r.skip--
			return
		}
		r.text(s)
		return
	}
	on := !t.given || t.number != 0
	switch t.word {
	case "u":
		r.unicode(t.number)
	case "uc":
		g.unicodeSkip = min(max(t.number, 0), 8)
	case "ansicpg":
		r.codePage = codePage(t.number)
	case "mac":
		r.codePage = "macintosh"
	case "pc":
		r.codePage = "ibm437"
	case "pca":
		r.codePage = "ibm850"
	case "f":
		g.font = t.number
	case "af":
		g.script = t.number
	case "fcs":
		g.complex = on
	case "plain":
		g.hidden, g.deleted = false, false
	case "v":
		g.hidden = on
	case "deleted":
		g.deleted = on
	case "ftnalt":
		g.end = g.flow
	case "pard":
		g.table = 0
	case "intbl":
		g.table = max(g.table, 1)
	case "itap":
		g.table = max(t.number, 0)
	case "par", "sect", "cell", "nestcell", "row", "nestrow":
		r.endParagraph(t.word)
	}
}
