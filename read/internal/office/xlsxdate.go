package office

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// dateFormats are the number formats for dates that every workbook has (ECMA-376, 18.8.30). Excel
// shows them as the computer's settings say; here they are as in the standard.
var dateFormats = map[string]string{
	"14": "yyyy-mm-dd", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy", "18": "h:mm AM/PM", "19": "h:mm:ss AM/PM",
	"20": "h:mm", "21": "h:mm:ss", "22": "yyyy-mm-dd h:mm", "45": "mm:ss", "46": "h:mm:ss", "47": "mm:ss",
}

// readStyles reads which styles of cells show dates.
func (x *xlsxReader) readStyles() error {
	const name = "xl/styles.xml"
	if x.files[name] == nil {
		return nil
	}
	codes := map[string]string{}
	inCells := false // what follows are the styles of cells
	return x.scan(name, func(s *xmlscan.Scanner) error {
		for {
			t, err := s.Next()
			if err != nil {
				return ignoreEnd(err)
			}
			switch e := t.(type) {
			case xml.StartElement:
				switch e.Name.Local {
				case "numFmt":
					codes[xmlscan.Attr(e, "numFmtId")] = xmlscan.Attr(e, "formatCode")
				case "cellXfs":
					inCells = true
				case "xf":
					if !inCells {
						continue
					}
					id := xmlscan.Attr(e, "numFmtId")
					code := codes[id]
					if code == "" {
						code = dateFormats[id]
					} else if code = bareFormat(code); !isDateFormat(code) {
						code = ""
					}
					x.dates = append(x.dates, code)
				}
			case xml.EndElement:
				if e.Name.Local == "cellXfs" {
					inCells = false
				}
			}
		}
	})
}

// bareFormat returns the first section of a number format without colours, conditions and
// languages, which are in brackets.
func bareFormat(code string) string {
	code, _, _ = strings.Cut(code, ";")
	var b strings.Builder
	for code != "" {
		before, rest, found := strings.Cut(code, "[")
		b.WriteString(before)
		if !found {
			break
		}
		in, after, _ := strings.Cut(rest, "]")
		if strings.Trim(strings.ToLower(in), "hms") == "" {
			b.WriteString(in) // hours beyond a day
		}
		code = after
	}
	return b.String()
}

// isDateFormat reports whether a number format has a day, a month, a year or a time outside
// quotation marks.
func isDateFormat(code string) bool {
	quoted := false
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == '"':
			quoted = !quoted
		case quoted:
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case c == 'd' || c == 'y' || c == 'h' || c == 'm' || c == 's':
			return true
		case code[i] == '0' || code[i] == '#':
			return false
		}
	}
	return false
}

// showDate returns a number as a number format shows it as a date; ok is false for a number that is
// no date of Excel's.
func showDate(value, code string, from1904 bool) (shown string, ok bool) {
	n, err := strconv.ParseFloat(value, 64)
	const lastDay = 2958466 // after 31 December 9999
	if err != nil || !(n >= 0 && n < lastDay) {
		return "", false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 60: // Excel counts a 29 February 1900
		first = first.AddDate(0, 0, 1)
	}
	day, fraction := math.Modf(n)
	t := first.AddDate(0, 0, int(day)).Add(time.Duration(math.Round(fraction*86400)) * time.Second)
	return formatDate(t, code), true
}

// formatDate returns a time in the form of a number format.
func formatDate(t time.Time, code string) string {
	var b strings.Builder
	lower := strings.ToLower(code)
	hour12 := strings.Contains(lower, "am/pm") || strings.Contains(lower, "a/p")
	afterHour := false // an m is minutes
	for i := 0; i < len(code); {
		c := lower[i]
		n := len(lower[i:]) - len(strings.TrimLeft(lower[i:], string(c)))
		switch {
		case c == '"':
			text, _, _ := strings.Cut(code[i+1:], `"`)
			b.WriteString(text)
			i += len(text) + 2
			continue
		case c == '\\' && i+1 < len(code):
			b.WriteByte(code[i+1])
			i += 2
			continue
		case c == '_' || c == '*':
			i += 2
			continue
		case strings.HasPrefix(lower[i:], "am/pm"):
			b.WriteString(t.Format("PM"))
			i += len("am/pm")
			continue
		case strings.HasPrefix(lower[i:], "a/p"):
			b.WriteString(t.Format("PM")[:1])
			i += len("a/p")
			continue
		case c == 'm' && (afterHour || beforeSeconds(lower[i+n:])):
			b.WriteString(pad(t.Minute(), n))
		case strings.IndexByte("ymdhs", c) >= 0:
			b.WriteString(datePart(t, c, n, hour12))
		case c == '@':
		default:
			b.WriteString(code[i : i+n])
			i += n
			continue
		}
		afterHour = c == 'h'
		i += n
	}
	return strings.TrimSpace(b.String())
}

// beforeSeconds reports whether a number format goes on with seconds.
func beforeSeconds(rest string) bool { return strings.HasPrefix(strings.TrimLeft(rest, ":. "), "s") }

// datePart returns a part of a time, which n letters of a number format ask for.
func datePart(t time.Time, letter byte, n int, hour12 bool) string {
	switch letter {
	case 'y':
		if n <= 2 {
			return pad(t.Year()%100, 2)
		}
		return pad(t.Year(), 4)
	case 'm':
		switch n {
		case 3:
			return t.Format("Jan")
		case 4:
			return t.Format("January")
		}
		return pad(int(t.Month()), n)
	case 'd':
		switch n {
		case 3:
			return t.Format("Mon")
		case 4:
			return t.Format("Monday")
		}
		return pad(t.Day(), n)
	case 'h':
		if hour12 {
			return pad((t.Hour()+11)%12+1, n)
		}
		return pad(t.Hour(), n)
	}
	return pad(t.Second(), n)
}

// pad returns a number with at least n digits, at most 4.
func pad(v, n int) string { return fmt.Sprintf("%0*d", min(n, 4), v) }

// ignoreEnd returns an error that is not the end of the file.
func ignoreEnd(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}
