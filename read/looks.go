package read

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"unicode"
)

// isLatePDF reports whether a PDF begins after some other bytes, as mail programs leave.
func isLatePDF(s *source) bool { return bytes.Contains(s.raw[:min(len(s.raw), 1024)], []byte("%PDF-")) }

func isMOBI(s *source) bool { return len(s.raw) > 68 && string(s.raw[60:68]) == "BOOKMOBI" }

func isTar(s *source) bool { return len(s.raw) > 262 && string(s.raw[257:262]) == "ustar" }

// isISOMedia reports whether the file is in the container of MP4, MOV and HEIC.
func isISOMedia(s *source) bool { return len(s.raw) > 12 && string(s.raw[4:8]) == "ftyp" }

// isWholeZip reports whether the file is a zip archive that can be opened; a damaged one is an
// error of the reader.
func isWholeZip(s *source) bool { s.has(""); return len(s.memberNames) > 0 }

// The kinds of OpenDocument, by what the archive or the file says.

func isWriter(s *source) bool {
	return !isCalc(s) && !s.saysType("presentation") && !s.saysType("graphics")
}

func isCalc(s *source) bool { return s.saysType("spreadsheet") }

// saysType reports whether the media type of an OpenDocument file, which is at its beginning, has a
// word.
func (s *source) saysType(word string) bool {
	return bytes.Contains(s.raw[:min(len(s.raw), 1024)], []byte("application/vnd.oasis.opendocument."+word))
}

// The kinds of old office documents, by the names of the streams in them, which are in UTF-16.

func isEncrypted(s *source) bool     { return s.hasStream("EncryptedPackage") }
func isOldExcel(s *source) bool      { return s.hasStream("Workbook") && !s.hasStream("WordDocument") }
func isOldPowerPoint(s *source) bool { return s.hasStream("PowerPoint Document") }
func isOutlook(s *source) bool       { return s.hasStream("__substg1.0_") }

func (s *source) hasStream(name string) bool {
	wide := make([]byte, 0, 2*len(name))
	for _, b := range []byte(name) {
		wide = append(wide, b, 0)
	}
	return bytes.Contains(s.raw, wide)
}

func isNotHTML(s *source) bool { return s.ext != ".html" && s.ext != ".htm" && s.ext != ".xhtml" }

// isInCopy reports whether the file has the instruction with which files of InCopy begin.
func isInCopy(s *source) bool { return s.begins("<?xml") && strings.Contains(s.sample(), "<?aid ") }

func isRESX(s *source) bool {
	text := s.sample()
	return s.ext == ".resx" || strings.Contains(text, "<data name=") && strings.Contains(text, "<value>")
}

// isXML reports whether the file has an element of XML at its beginning.
func isXML(s *source) bool {
	return s.root() != "" && (s.begins("<?xml") || strings.Contains(s.sample(), "</"+s.root()))
}

// share returns the share of the lines of a text that match a pattern, and how many these are.
func (s *source) share(pattern *regexp.Regexp) (share float64, n int) {
	lines := s.lines()
	for _, l := range lines {
		if pattern.MatchString(l) {
			n++
		}
	}
	return float64(n) / float64(max(len(lines), 1)), n
}

// most reports whether at least minLines lines, and a share of all, match a pattern.
func (s *source) most(pattern string, share float64) bool {
	got, n := s.share(compiled(pattern))
	return n >= minLines && got >= share
}

// minLines is how many lines show a format; less may be a quotation.
const minLines = 2

const (
	latexCommand = `^\\(documentclass|usepackage|begin|end|section|subsection|chapter|item|label|caption|input|title)\b`
	wikiLine     = `^(==+.*==+$|\{\||\|[-}]|\{\{|'''|\[\[|[*#:;]+ *(\[\[|''))|\[\[[^\]]+\]\].*\[\[|\{\{[^}]+\}\}`
	directive    = `^\.\. [\w-]+::|^:\w+: |^\.\. _[\w ]+:|:(ref|doc|class|func|meth|option|file):` + "`"
	timeCode     = `^[\[{(]?\d{1,2}:\d\d(:\d\d)?([.,]\d{1,3})?[\])}]?`
	keyValue     = `^["']?[\w.@/-]+["']? *= *["']?\S`
	asciiDocLine = `^(:[\w-]+:( .*)?|\[\[?[\w ,="#.-]+\]\]?|(====|----|\*\*\*\*|\|===)=*|include::.*)$`
	messageHead  = `^(Received|Return-Path|MIME-Version|Message-I[Dd]|Content-Type|DKIM-Signature|X-[\w-]+):`
	yamlPair     = `^(- )?["']?[\w.@/-]+["']?:( ["'|>\[{].*)?$`
	yamlKey      = `^(- )?["']?[\w.@/-]+["']?:( [|>"'\[{&*]?.*)?$`
)

func isLaTeX(s *source) bool {
	t := s.sample()
	return strings.Contains(t, `\documentclass`) || strings.Contains(t, `\begin{document}`) || s.most(latexCommand, .1)
}

func isReStructuredText(s *source) bool { return s.most(directive, .05) }

func isAsciiDoc(s *source) bool {
	return s.most(asciiDocLine, .2) && s.most(`^=+ \S|^:[\w-]+:`, .02)
}

func isOrg(s *source) bool { return s.most(`^#\+[A-Za-z_]+:|^:PROPERTIES:|^\*+ (TODO|DONE) `, .05) }

func isWikiText(s *source) bool {
	return s.most(wikiLine, .25) && s.most(`\[\[[^\]]+\]\]|\{\{[^}]+\}\}|'''|^\{\|`, .1)
}

func isRoff(s *source) bool {
	return s.most(`^[.'](\\"|TH|SH|SS|PP|TP|IP|B|BR|I|Dd|Dt|Os|Sh|Nm|Nd|Pp|It|Bl|El)\b`, .1)
}

func isTexinfo(s *source) bool {
	return strings.HasPrefix(s.sample(), `\input texinfo`) || s.most(`^@(node|chapter|section|item|end|menu)\b`, .1)
}

func isPOD(s *source) bool { return s.most(`^=(head[1-6]|over|item|back|cut|pod|encoding)\b`, .03) }

func isPO(s *source) bool { return s.most(`^msg(id|str|ctxt|id_plural)(\[\d\])? "`, .2) }

var wordfastHead = regexp.MustCompile(`^%?\d{8}~\d{6}\t`)

func isWordfast(s *source) bool { return wordfastHead.MatchString(s.sample()) }

// isJSON reports whether the file is one value of JSON, or begins as such.
func isJSON(s *source) bool {
	t := s.sample()
	if !strings.HasPrefix(t, "{") && !strings.HasPrefix(t, "[") {
		return false
	}
	if len(s.raw) <= sampleBytes && json.Valid([]byte(strings.TrimPrefix(t, "\uFEFF"))) {
		return true
	}
	return compiled(`^(\[\s*)?\{\s*"[^"\n]*"\s*:`).MatchString(t)
}

// isXCStrings reports whether the file begins as a string catalogue of Xcode.
func isXCStrings(s *source) bool {
	return compiled(`^\{\s*"(sourceLanguage"\s*:\s*"|strings"\s*:\s*\{)`).MatchString(s.sample()) &&
		strings.Contains(s.sample(), `"localizations"`)
}

// isBeads reports whether the file is what package align/formats writes as JSON Lines.
func isBeads(s *source) bool {
	return compiled(`^\{"langs":\["[\w-]+",.*"texts":\["`).MatchString(s.sample())
}

// isJSONLines reports whether each line is an object of JSON.
func isJSONLines(s *source) bool {
	lines := s.lines()
	for _, l := range lines {
		if !strings.HasPrefix(l, "{") || !json.Valid([]byte(l)) {
			return false
		}
	}
	return len(lines) > 1
}

func isAppleStrings(s *source) bool { return s.most(`^"([^"\\]|\\.)*" *= *"([^"\\]|\\.)*" *;`, .3) }

func isYAML(s *source) bool {
	return strings.HasPrefix(s.sample(), "---\n") && s.most(yamlKey, .6) || s.most(yamlPair, .6)
}

func isINI(s *source) bool { return s.most(keyValue, .5) }

func isSubStation(s *source) bool { return strings.HasPrefix(s.sample(), "[Script Info]") }

func isSubRip(s *source) bool {
	return s.most(`^\d{1,2}:\d\d:\d\d[,.]\d{1,3} *--> *\d{1,2}:\d\d:\d\d[,.]\d{1,3}`, .1)
}

func isMicroDVD(s *source) bool { return s.most(`^\{\d+\}\{\d*\}`, .5) }

func hasTimeCodes(s *source) bool { return s.most(timeCode, .3) }

// isCSV reports whether lines are fields between quotation marks.
func isCSV(s *source) bool { return s.most(`^"([^"]|"")*"[,;]("([^"]|"")*"|[^",;]*)([,;]|$)`, .7) }

// isTSV reports whether nearly all lines have the same number of tabs, and text on both sides of
// one.
func isTSV(s *source) bool {
	lines := s.lines()
	counts := map[int]int{}
	for _, l := range lines {
		if n := strings.Count(l, "\t"); n > 0 && !strings.Contains(l, "\t\t") {
			counts[n]++
		}
	}
	for _, n := range counts {
		if n >= 3 && float64(n) >= .9*float64(len(lines)) {
			return true
		}
	}
	return false
}

func isMessage(s *source) bool {
	head, _, _ := strings.Cut(s.sample(), "\n\n")
	n := 0
	for line := range strings.Lines(head) {
		if compiled(messageHead).MatchString(line) {
			n++
		}
	}
	return n >= minLines
}

func isVObject(s *source) bool { return compiled(`^BEGIN:V[A-Z]+\n`).MatchString(s.sample()) }

func isBibTeX(s *source) bool { return s.most(`^@\w+ *\{ *[\w:.-]+,|^\w+ *= *[{"].*[}"],?$`, .6) }

func isDiff(s *source) bool { return s.most(`^@@ -\d+(,\d+)? \+\d+(,\d+)? @@`, .01) }

func isSQL(s *source) bool {
	return s.most(`^(CREATE TABLE|INSERT INTO|DROP TABLE|ALTER TABLE|SELECT .* FROM)\b`, .2)
}

// isCode reports whether most lines end and begin as those of programs do.
func isCode(s *source) bool {
	return s.most(`[;{}]$|^[{})\]]|^(//|/\*|import |#include|package |def |func |return\b|if \(|else\b|class )`, .5)
}

// isMostlyMarkup reports whether most lines have the look of markup or data: elements, keys, pairs
// of braces, or more signs than letters.
func isMostlyMarkup(s *source) bool {
	lines := s.lines()
	n := 0
	for _, l := range lines {
		if isMarkup(l) {
			n++
		}
	}
	return n >= minMarkup && float64(n) >= .6*float64(len(lines))
}

// minMarkup is how many lines of markup make a text markup; less may be an address list.
const minMarkup = 4

var markupLine = compiled(`^</?[\w:-]+[^<>]*>|</[\w:-]+>$|^[{}\[\]()]+[,;]?$|` +
	`^["']?[\w.@/-]+["']? *[=:] *["'{\[].*["'}\]][,;]?$|^\\\w+[{\[]|^\{%|^\{\{`)

func isMarkup(line string) bool {
	if markupLine.MatchString(line) {
		return true
	}
	letters, signs := 0, 0
	for _, r := range line {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case strings.ContainsRune("{}[]<>=;|\\/&#$%@^~`\"_", r):
			signs++
		}
	}
	return signs > letters && signs > 3 && strings.Trim(line, line[:1]) != ""
}
