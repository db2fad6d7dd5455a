package seed

import "golang.org/x/text/language"

// A Tool is a program that reads memories, with its limits.
type Tool struct {
	Name     string
	Longest  int   // most characters of a side; 0 means no limit
	MaxBytes int64 // most bytes of a file before compression; 0 means no limit
	Code     int   // most characters of a language tag; 0 means no limit
}

// Tools are the programs with known limits, from the documentation of their makers.
var Tools = []Tool{
	{Name: "omegat"},
	{Name: "trados-cloud", Longest: 2_000, MaxBytes: 1 << 30},
	{Name: "wordfast-classic", Longest: 8_000, Code: 5},
}

// tag returns the tag of a language that the tool can read. A tag that is too long loses its
// script, but gets the region in which the script is used.
func (t Tool) tag(l language.Tag) language.Tag {
	if t.Code == 0 || len(l.String()) <= t.Code {
		return l
	}
	base, _ := l.Base()
	region, _ := l.Region()
	if short, err := language.Compose(base, region); err == nil && len(short.String()) <= t.Code {
		return short
	}
	return l
}
