package office

import (
	"strings"

	"github.com/bitext-go/bitext/read/internal/numeral"
)

// maxLevels is the number of levels of a list: 9 in Word, 10 in OpenDocument.
const maxLevels = 10

// A listLevel says how the items of one level of a list are numbered.
type listLevel struct {
	format  string // of the number, in the words of Office Open XML: "lowerLetter"; "" or "bullet" for none
	text    string // what comes before the item: "%1.%2)", with the numbers of levels from 1
	start   int    // the first number
	legal   bool   // all numbers in text are in digits
	restart int    // the level, from 1, after which the numbers begin anew; 0 for any level above, -1 for none
	tight   bool   // no space follows
}

// A listCounter counts the items of a list.
type listCounter struct {
	counts [maxLevels]int
	begun  [maxLevels]bool
}

// restartAt makes the next item of a level have a number.
func (c *listCounter) restartAt(level, number int) { c.counts[level], c.begun[level] = number-1, true }

// next counts an item of a level, from 0, and returns what comes before it, with a space; "" if
// the level has no numbers.
func (c *listCounter) next(levels *[maxLevels]listLevel, level int) string {
	if c.begun[level] {
		c.counts[level]++
	} else {
		c.counts[level], c.begun[level] = levels[level].start, true
	}
	for k := range levels {
		switch {
		case k > level && (levels[k].restart == 0 || levels[k].restart > level):
			c.begun[k] = false
		case k < level && !c.begun[k]: // no item of it so far
			c.counts[k] = levels[k].start
		}
	}
	l := &levels[level]
	if l.format == "" || l.format == "bullet" || l.format == "none" && !strings.Contains(l.text, "%") {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(l.text); i++ {
		k := 0
		if l.text[i] == '%' && i+1 < len(l.text) && l.text[i+1] >= '1' && l.text[i+1] <= '9' {
			k = int(l.text[i+1] - '0')
		}
		if k == 0 || k > maxLevels {
			b.WriteByte(l.text[i])
			continue
		}
		format := levels[k-1].format
		if l.legal && format != "none" {
			format = "decimal"
		}
		b.WriteString(numeral.Format(c.counts[k-1], format))
		i++
	}
	if strings.TrimSpace(b.String()) == "" {
		return ""
	}
	if !l.tight {
		b.WriteByte(' ')
	}
	return b.String()
}
