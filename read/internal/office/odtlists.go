package office

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// odtLists are the lists of an OpenDocument text.
type odtLists struct {
	styles  map[string]*[maxLevels]listLevel // list styles by name; "" for headings
	of      map[string]string                // the list styles of paragraph styles
	heading listCounter
	last    map[string]*listCounter // the last list of each style
	named   map[string]*listCounter // lists by their ids
	open    []odtList               // the lists around the current paragraph
}

// An odtList is a list that has begun.
type odtList struct {
	style   string
	counter *listCounter
	waiting bool // an item has begun, and not its first paragraph
}

func newODTLists() *odtLists {
	return &odtLists{styles: map[string]*[maxLevels]listLevel{}, of: map[string]string{},
		last: map[string]*listCounter{}, named: map[string]*listCounter{}}
}

// odtFormats are the formats of OpenDocument in the words of Office Open XML.
var odtFormats = map[string]string{
	"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
	"①, ②, ③, ...": "decimalEnclosedCircle", "一, 二, 三, ...": "chineseCounting", "甲, 乙, 丙, ...": "ideographTraditional",
	"أ, ب, ت, ...": "arabicAlpha", "א, ב, ג, ...": "hebrew1", "١, ٢, ٣, ...": "arabicIndic", "۱, ۲, ۳, ...": "persian",
	"ก, ข, ฃ, ...": "thaiLetters", "가, 나, 다, ...": "ganada", "ㄱ, ㄴ, ㄷ, ...": "chosung", "ア, イ, ウ, ...": "aiueo",
	"イ, ロ, ハ, ...": "iroha", "А, Б, .., Аа, Аб, ... (ru)": "russianUpper", "а, б, .., аа, аб, ... (ru)": "russianLower",
	"α, β, γ, ... (gr)": "greekLower", "Α, Β, Γ, ... (gr)": "greekUpper",
}

// levelMark is a number in a format of LibreOffice: "%1%".
var levelMark = lazyregexp.New(`%([1-9])%`)

// readStyles reads the styles in an element that has just begun. It calls other with what is not of
// lists, and the style that it is in.
func (l *odtLists) readStyles(s *xmlscan.Scanner, other func(style string, e xml.StartElement)) error {
	name, style := "", ""
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			switch e.Name.Local {
			case "style":
				style = xmlscan.Attr(e, "name")
				if list := xmlscan.Attr(e, "list-style-name"); list != "" {
					l.of[xmlscan.Attr(e, "name")] = list
				}
			case "list-style":
				name = xmlscan.Attr(e, "name")
				l.styles[name] = new([maxLevels]listLevel)
			case "outline-style":
				name = ""
				l.styles[name] = new([maxLevels]listLevel)
			case "list-level-style-number", "outline-level-style":
				level, _ := strconv.Atoi(xmlscan.Attr(e, "level"))
				if levels := l.styles[name]; levels != nil && level >= 1 && level <= maxLevels {
					levels[level-1] = odtLevel(e, level)
				}
			default:
				other(style, e)
			}
		}
	}
	return nil
}

// odtLevel returns the level that an element describes.
func odtLevel(e xml.StartElement, level int) listLevel {
	l := listLevel{start: 1}
	if start, err := strconv.Atoi(xmlscan.Attr(e, "start-value")); err == nil {
		l.start = start
	}
	format := xmlscan.Attr(e, "num-format")
	l.format = odtFormats[format]
	if l.format == "" {
		l.format = "decimal"
	}
	if text := xmlscan.Attr(e, "num-list-format"); text != "" && !strings.Contains(text, "%10%") {
		l.text = levelMark.ReplaceAllString(text, "%$1")
		return l
	}
	if format == "" {
		return l
	}
	shown, _ := strconv.Atoi(xmlscan.Attr(e, "display-levels"))
	var numbers []string
	for k := max(1, level-max(shown, 1)+1); k <= min(level, maxLevels-1); k++ {
		numbers = append(numbers, "%"+strconv.Itoa(k))
	}
	l.text = xmlscan.Attr(e, "num-prefix") + strings.Join(numbers, ".") + xmlscan.Attr(e, "num-suffix")
	return l
}

// begin reads the beginning of a list.
func (l *odtLists) begin(e xml.StartElement) {
	list := odtList{style: xmlscan.Attr(e, "style-name")}
	if n := len(l.open); n > 0 {
		list.counter = l.open[n-1].counter
		if list.style == "" {
			list.style = l.open[n-1].style
		}
		l.open = append(l.open, list)
		return
	}
	if id := xmlscan.Attr(e, "continue-list"); id != "" {
		list.counter = l.named[id]
	} else if xmlscan.Attr(e, "continue-numbering") == "true" {
		list.counter = l.last[list.style]
	}
	if list.counter == nil {
		list.counter = new(listCounter)
	}
	l.last[list.style] = list.counter
	if id := xmlscan.Attr(e, "id"); id != "" {
		l.named[id] = list.counter
	}
	l.open = append(l.open, list)
}

// end ends the innermost list.
func (l *odtLists) end() {
	if n := len(l.open) - 1; n >= 0 {
		l.open = l.open[:n]
	}
}

// item begins an item of the innermost list.
func (l *odtLists) item(e xml.StartElement) {
	n := len(l.open) - 1
	if n < 0 {
		return
	}
	l.open[n].waiting = true
	if start, err := strconv.Atoi(xmlscan.Attr(e, "start-value")); err == nil && n < maxLevels {
		l.open[n].counter.restartAt(n, start)
	}
}

// paragraph returns what comes before a paragraph or a heading, with a space; "" if it has no
// number.
func (l *odtLists) paragraph(e xml.StartElement) string {
	if n := len(l.open) - 1; n >= 0 {
		list := &l.open[n]
		style := list.style
		if style == "" {
			style = l.of[xmlscan.Attr(e, "style-name")]
		}
		levels := l.styles[style]
		if !list.waiting || levels == nil || n >= maxLevels || style == "" {
			return ""
		}
		list.waiting = false
		return list.counter.next(levels, n)
	}
	level, err := strconv.Atoi(xmlscan.Attr(e, "outline-level"))
	levels := l.styles[""]
	if e.Name.Local != "h" || err != nil || level < 1 || level > maxLevels || levels == nil ||
		xmlscan.Attr(e, "is-list-header") == "true" {
		return ""
	}
	return l.heading.next(levels, level-1)
}
