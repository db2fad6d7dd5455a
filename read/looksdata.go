package read

import (
	"encoding/json"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

const (
	// timeCode matches a line that is a time, or begins with one in brackets or to the second.
	timeCode = `^[\[{]\d{1,2}:\d\d(:\d\d)?([.,]\d{1,3})?[\]}]|^\d{1,2}:\d\d:\d\d([.,:;]\d{1,3})?\b|` +
		`^\d{1,2}:\d\d[.,]\d{2,3}\b|^\d{1,2}:\d\d(:\d\d)?$`
	// listNumber matches the number or the bullet of an item before a tab.
	listNumber = `^([(\[]?(\d{1,3}|\p{L}|[IVXLCivxlc]+)(\.\d+)*[.)\]、]|\d+(\.\d+)+|[•▪–—*-]|§ ?\d+)\t`

	keyValue    = `^["']?[\w.@/-]+["']? *= *["']?\S`
	messageHead = `^(Received|Return-Path|MIME-Version|Message-I[Dd]|Content-Type|DKIM-Signature|X-[\w-]+|Date|From):`
	messageSure = `^(Received|Return-Path|MIME-Version|Message-I[Dd]|Content-Type|DKIM-Signature|X-[\w-]+):`
	yamlPair    = `^(- )?["']?[\w.@/-]+["']?:( ["'|>\[{].*)?$`
	yamlKey     = `^(- )?["']?[\w.@/-]+["']?:( [|>"'\[{&*]?.*)?$`
	sqlLine     = `(?i)^(CREATE (TABLE|DATABASE|INDEX|VIEW)|INSERT INTO|DROP TABLE|ALTER TABLE|SELECT .* FROM|` +
		`UPDATE \S+ SET)\b`
	logLine = `^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|^[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \S+ \S+:|` +
		`^\d+\.\d+\.\d+\.\d+ \S+ \S+ \[|^\[?(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\]?[: ]`
)

func isPO(s *source) bool { return s.most(`^msg(id|str|ctxt|id_plural)(\[\d\])? "`, .2) }

var wordfastHead = lazyregexp.New(`^%?\d{8}~\d{6}\t`)

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

// isNotebook reports whether the file is a notebook of Jupyter.
func isNotebook(s *source) bool {
	t := s.sample()
	return strings.HasPrefix(t, "{") && compiled(`"(cell_type|nbformat|nbformat_minor)"\s*:`).MatchString(t) &&
		strings.Contains(t, `"cells"`)
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

// isYAML reports whether most lines are keys, some with a value in quotation marks or of several
// lines, or below another key: a form has nothing but labels.
func isYAML(s *source) bool {
	return strings.HasPrefix(s.sample(), "---\n") && s.most(yamlKey, .6) ||
		s.most(yamlPair, .6) &&
			compiled(`(?m)^ +(- )?["']?[\w.@/-]+["']?: *\S|^[\w.-]+: ["'|>\[{]`).MatchString(s.sample())
}

// isYAMLAlone reports whether a file that is called Markdown is nothing but YAML.
func isYAMLAlone(s *source) bool {
	return isYAML(s) && s.most(yamlKey+`|^- |^#|^---$`, .95) && strings.Count("\n"+s.sample(), "\n---\n") < 2
}

func isTOML(s *source) bool {
	return s.hasLine(`^\[\[?[\w.-]+\]\]?$`) && s.most(`^[\w.-]+ = (["'\[{]|\d|true\b|false\b)`, .4)
}

func isINI(s *source) bool { return s.most(keyValue, .5) }

// isFluent reports whether the file is a resource file of Fluent: messages, terms with a dash
// before them, attributes with a full stop, and placeables.
func isFluent(s *source) bool {
	return s.most(`^-?[A-Za-z][\w-]* = |^\.[\w-]+ = `, .4) && s.hasLine(`\{ [$-]?[\w-]+( ->| \})|^-\w+ = |^\.[\w-]+ = `)
}

func isSubStation(s *source) bool {
	return strings.HasPrefix(s.sample(), "[Script Info]") || s.most(`^Dialogue: \d*,?\d+:\d\d:\d\d`, .3)
}

func isSubRip(s *source) bool {
	return s.most(`^\d{1,2}:\d\d:\d\d[,.]\d{1,3} *--> *\d{1,2}:\d\d:\d\d[,.]\d{1,3}`, .1)
}

func isMicroDVD(s *source) bool { return s.most(`^\{\d+\}\{\d*\}|^\[\d+\]\[\d*\]`, .5) }

// isEBU reports whether the file is a subtitle file of the European Broadcasting Union (Tech 3264).
func isEBU(s *source) bool {
	return len(s.raw) > 16 && compiled(`^\d{3}STL\d\d\.\d\d`).Match(s.raw[:12])
}

func hasTimeCodes(s *source) bool { return s.most(timeCode, .3) }

// isCSV reports whether lines are fields between quotation marks.
func isCSV(s *source) bool { return s.most(`^"([^"]|"")*"[,;]("([^"]|"")*"|[^",;]*)([,;]|$)`, .7) }

// isTSV reports whether nearly all lines have the same number of tabs, and text on both sides of
// one. A list whose numbers are before a tab is no table.
func isTSV(s *source) bool {
	lines := s.lines()
	counts, numbers := map[int]int{}, 0
	for _, l := range lines {
		if n := strings.Count(l, "\t"); n > 0 && !strings.Contains(l, "\t\t") {
			counts[n]++
		}
		if compiled(listNumber).MatchString(l) {
			numbers++
		}
	}
	for tabs, n := range counts {
		if n >= 3 && float64(n) >= .9*float64(len(lines)) && (tabs > 1 || 2*numbers < n) {
			return true
		}
	}
	return false
}

func isMessage(s *source) bool {
	head, _, _ := strings.Cut(s.sample(), "\n\n")
	n, sure := 0, 0
	for line := range strings.Lines(head) {
		if compiled(messageHead).MatchString(line) {
			n++
		}
		if compiled(messageSure).MatchString(line) {
			sure++
		}
	}
	return n >= minLines && sure > 0
}

// isWebArchive reports whether the file is a page and its pictures in one message (MHTML).
func isWebArchive(s *source) bool {
	head, _, _ := strings.Cut(s.sample(), "\n\n")
	return strings.Contains(strings.ToLower(head), "multipart/related") &&
		compiled(`(?m)^(Snapshot-Content-Location:|From: ["<]*Saved by|From: "Saved by)`).MatchString(head)
}

func isVObject(s *source) bool { return compiled(`^BEGIN:V[A-Z]+\n`).MatchString(s.sample()) }

// isBibTeX reports whether most lines are those of a bibliography, and one begins an entry.
func isBibTeX(s *source) bool {
	return s.hasLine(`^@\w+ *[{(]`) && s.most(`^@\w+ *\{ *[\w:.-]+,|^\w+ *= *[{"].*[}"],?$`, .6)
}

// isDiff reports whether most lines of the file are those of changes.
func isDiff(s *source) bool {
	if !s.hasLine(`^@@ -\d+(,\d+)? \+\d+(,\d+)? @@`) {
		return false
	}
	n, all := 0, 0
	for l := range strings.Lines(s.sample()) {
		all++
		if compiled(`^([-+@ ]|diff |index |similarity |rename |new file|deleted )`).MatchString(l) {
			n++
		}
	}
	return n >= minLines && float64(n) >= .6*float64(all)
}

func isSQL(s *source) bool { return s.most(sqlLine, .2) }

func isLog(s *source) bool { return s.most(logLine, .5) }

// isResourceScript reports whether the file is a resource script of Windows.
func isResourceScript(s *source) bool {
	return s.hasLine(`^(STRINGTABLE\b|\w+ (DIALOG|DIALOGEX|MENU|MENUEX)\b)`) && s.hasLine(`^BEGIN$|^\{$`)
}

// isKey reports whether the file is a key, a certificate or a signature, and not a text with one.
func isKey(s *source) bool {
	return s.begins("-----BEGIN ") && !s.begins("-----BEGIN PGP SIGNED MESSAGE")
}
