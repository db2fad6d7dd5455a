package office

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/bitext-go/bitext/read/internal/numeral"
	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// maxSlideLevels is the number of levels of lists in PowerPoint.
const maxSlideLevels = 9

// A slideItem is what a paragraph of a slide says of its number.
type slideItem struct {
	level int
	kind  string // the type of <a:buAutoNum>: "arabicPeriod"; "" for none
	start int    // the first number
}

// slideNumbers count the paragraphs of a text frame. Paragraphs of one level that follow one
// another, deeper ones aside, are one list if they are numbered in the same way.
type slideNumbers struct {
	usual [maxSlideLevels]slideItem // what the frame says of each level
	last  [maxSlideLevels]slideItem
	count [maxSlideLevels]int
}

// readItem reads the properties of a paragraph, which inherits others.
func readItem(s *xmlscan.Scanner, item slideItem) (slideItem, error) {
	for depth := 1; depth > 0; {
		t, err := s.Next()
		if err != nil {
			return item, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			switch e.Name.Local {
			case "buNone", "buChar", "buBlip":
				item.kind = ""
			case "buAutoNum":
				item.kind, item.start = xmlscan.Attr(e, "type"), 1
				if n, err := strconv.Atoi(xmlscan.Attr(e, "startAt")); err == nil {
					item.start = n
				}
			}
		}
	}
	return item, nil
}

// next counts a paragraph and returns its number with a space; "" if it has none.
func (n *slideNumbers) next(item slideItem) string {
	for level := item.level + 1; level < maxSlideLevels; level++ {
		n.last[level] = slideItem{}
	}
	if n.last[item.level] == item {
		n.count[item.level]++
	} else {
		n.count[item.level] = item.start
	}
	n.last[item.level] = item
	if item.kind == "" {
		return ""
	}
	format, text := autoNumber(item.kind)
	return strings.Replace(text, "%", numeral.Format(n.count[item.level], format), 1) + " "
}

// slideFormats are the formats of <a:buAutoNum> in the words of Word, by how its types begin.
var slideFormats = []struct{ kind, format string }{
	{"alphaLc", "lowerLetter"}, {"alphaUc", "upperLetter"}, {"romanLc", "lowerRoman"}, {"romanUc", "upperRoman"},
	{"arabicDb", "decimalFullWidth"}, {"arabic1", "arabicAlpha"}, {"arabic2", "arabicAbjad"}, {"hebrew2", "hebrew1"},
	{"circleNum", "decimalEnclosedCircle"}, {"ea1", "chineseCounting"}, {"thaiAlpha", "thaiLetters"},
	{"thaiNum", "thaiNumbers"}, {"hindiNum", "hindiNumbers"},
}

// autoNumber returns the format of numbers of a type, and what is around the number "%".
func autoNumber(kind string) (format, text string) {
	format = "decimal"
	for _, f := range slideFormats {
		if strings.HasPrefix(kind, f.kind) {
			format = f.format
			break
		}
	}
	switch {
	case strings.HasSuffix(kind, "ParenBoth"):
		return format, "(%)"
	case strings.HasSuffix(kind, "ParenR"):
		return format, "%)"
	case strings.HasSuffix(kind, "Minus"):
		return format, "%-"
	case strings.HasSuffix(kind, "Plain"):
		return format, "%"
	}
	return format, "%."
}
