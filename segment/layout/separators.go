package layout

// Separators of Unicode by which readers of documents hand on what the format says. Where the text
// has paragraph separators, a newline only counts the lines of the file.
const (
	ParagraphSeparator = "\u2029" // ends a paragraph
	LineSeparator      = "\u2028" // breaks a line inside a paragraph
)
