package cldr

import "strings"

// spellings returns the names that CLDR writes as one: "Myanmar (Burma)" is two, "Congo - Kinshasa"
// is "Congo-Kinshasa", and what is in brackets after a name in another language is a remark.
func spellings(name string) []string {
	if name == "" {
		return nil
	}
	var out []string
	for _, mark := range [...][2]string{{"(", ")"}, {"（", "）"}} {
		before, rest, ok := strings.Cut(name, mark[0])
		if !ok {
			continue
		}
		inside, after, _ := strings.Cut(rest, mark[1])
		before, inside = strings.TrimSpace(before), strings.TrimSpace(inside)
		switch {
		case strings.Contains(before, "刚果") || strings.Contains(before, "剛果"):
			return []string{before + mark[0] + inside + mark[1] + after, before + "(" + inside + ")"}
		case strings.ContainsAny(inside, " .") || len([]rune(inside)) < 4 && inside == strings.ToUpper(inside):
			return []string{before} // "special administrative region", "САР"
		case before != "":
			return []string{before, inside}
		}
	}
	out = append(out, name)
	if a, b, ok := strings.Cut(name, " & "); ok {
		out = append(out, a+" and "+b, a+"-"+b)
	}
	for _, dash := range [...]string{" - ", " – ", " — "} {
		if a, b, ok := strings.Cut(name, dash); ok {
			out = append(out, a+"-"+b)
		}
	}
	return out
}
