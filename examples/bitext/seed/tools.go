package seed

import "golang.org/x/text/language"

// A Tool is what a program that memories are made for can take.
type Tool struct {
	Name     string
	Longest  int   // characters of a side; 0 sets no limit
	MaxBytes int64 // of a file, before compression; 0 sets no limit
	Code     int   // characters of a language's tag; 0 sets no limit
}

// Tools are the programs whose limits are known, by their makers' documentation.
var Tools = []Tool{
	{Name: "omegat"},
	{Name: "trados-cloud", Longest: 2_000, MaxBytes: 1 << 30},
	{Name: "wordfast-classic", Longest: 8_000, Code: 5},
}

// tag returns a language as the tool takes it: where the tag is too long, with the region in which
// the script is used.
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
