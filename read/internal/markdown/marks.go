package markdown

import "strings"

// unquote returns a line without the marks of quotations at its beginning.
func unquote(line string) (rest string, quoted bool) {
	for {
		t := strings.TrimLeft(line, " \t")
		if !strings.HasPrefix(t, ">") {
			return line, quoted
		}
		line, quoted = strings.TrimPrefix(t[1:], " "), true
	}
}

// fence returns the fence that begins a block of code; "" for any other line.
func fence(s string) string {
	for _, c := range []string{"`", "~"} {
		n := len(s) - len(strings.TrimLeft(s, c))
		if n >= 3 && (c == "~" || !strings.Contains(s[n:], "`")) {
			return s[:n]
		}
	}
	return ""
}

// heading returns the mark of an ATX heading; "" for any other line.
func heading(s string) string {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	if n == 0 || n > 6 || n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return ""
	}
	return s[:n]
}

// setextUnderline reports whether the line makes a heading of the paragraph above it.
func setextUnderline(s string) bool {
	return strings.Trim(s, "=") == "" || strings.Trim(s, "-") == ""
}

// withoutSpaces removes spaces and tabs.
var withoutSpaces = strings.NewReplacer(" ", "", "\t", "")

// thematicBreak reports whether the line is a rule across the page.
func thematicBreak(s string) bool {
	if strings.IndexByte("-*_", s[0]) < 0 {
		return false
	}
	bare := withoutSpaces.Replace(s)
	return len(bare) >= 3 && strings.IndexByte("-*_", bare[0]) >= 0 && strings.Trim(bare, bare[:1]) == ""
}

// bullet returns the length of a bullet with the space after it; 0 for any other line.
func bullet(s string) int {
	if len(s) > 1 && strings.IndexByte("-*+", s[0]) >= 0 && (s[1] == ' ' || s[1] == '\t') {
		return 2
	}
	return 0
}

// orderedItem reports whether the line begins a numbered item. The number is part of its text.
func orderedItem(s string) bool {
	n := 0
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n > 0 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && (s[n+1] == ' ' || s[n+1] == '\t')
}

// definition reports whether the line defines the address of a link: "[name]: https://…".
func definition(s string) bool {
	i := strings.Index(s, "]:")
	return strings.HasPrefix(s, "[") && i > 1 && s[1] != '^' && !strings.ContainsAny(s[1:i], "[]") &&
		strings.TrimSpace(s[i+2:]) != ""
}

// definitions returns the names of the addresses that lines define.
func definitions(lines []string) references {
	refs := references{}
	for _, l := range lines {
		l, _ = unquote(l)
		if l = strings.TrimSpace(l); definition(l) {
			refs[strings.ToLower(l[1:strings.Index(l, "]:")])] = true
		}
	}
	return refs
}

// footnote returns the text of a footnote: "[^1]: text".
func footnote(s string) (text string, ok bool) {
	i := strings.Index(s, "]:")
	if !strings.HasPrefix(s, "[^") || i < 0 {
		return s, false
	}
	return strings.TrimSpace(s[i+2:]), true
}
