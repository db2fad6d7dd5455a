package main

import (
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
	"github.com/bitext-go/bitext/internal/say"
	"github.com/bitext-go/bitext/lang/detect"
	"github.com/bitext-go/bitext/read"
)

// inTheirOrder returns an error if the languages are named in another order than the files: if the
// letters, the function words or a model of a document are those of another document's language. A
// document that is hardly translated is named to the user instead.
func inTheirOrder(docs []*read.Document, langs []language.Tag, heard []hearing) error {
	for i, l := range langs {
		if heard[i].two && heard[i].has(l) {
			continue // part of it is not translated yet
		}
		script, told, sure := heard[i].script, heard[i].told, heard[i].sure
		byWords := script == "Latn" && detect.ToldByWords(told, sure, docs[i].Body) && !langtag.SameBase(told, l)
		if !byWords && (script == "" || script == langtag.Script(l)) {
			continue
		}
		for k, other := range langs {
			byWords := byWords && langtag.SameBase(told, other)
			byScript := script != langtag.Script(l) && script == langtag.Script(other)
			if k == i || !byWords && !byScript {
				continue
			}
			is, exchanged := isHardlyTranslated(docs[i], docs[k], l, other)
			switch {
			case is && !exchanged:
				takenFor(docs[i], docs[k], l, other)
			case !exchanged && langtag.SameBase(told, other) && langtag.SameBase(heard[k].told, other):
				return usagef("%s is not in %s, but in %s, as %s is; "+
					"leave it out, or name the languages that the files are in", docs[i].Path, say.Language(l), say.Language(other), docs[k].Path)
			case byWords:
				return wrongOrder(docs[i], l, other)
			default:
				return usagef("%s is not in the script of %s, but in that of %s; "+
					"give --langs the languages in the order of the files", docs[i].Path, say.Language(l), say.Language(other))
			}
			break
		}
	}
	for i := range langs {
		for j := range i {
			if exchanged(docs[j], docs[i], langs[j], langs[i]) {
				return wrongOrder(docs[j], langs[j], langs[i])
			}
		}
	}
	return nil
}

func wrongOrder(d *read.Document, named, told language.Tag) error {
	return usagef("%s is not in %s, but in %s; give --langs the languages in the order of the files",
		d.Path, say.Language(named), say.Language(told))
}

// exchanged reports whether, of two languages of one script, the first document is in the second
// and the second document in the first. One of the two alone would be no proof: models err.
func exchanged(first, second *read.Document, a, b language.Tag) bool {
	if langtag.Script(a) != langtag.Script(b) || langtag.SameBaseAndScript(a, b) ||
		min(len(first.Body), len(second.Body)) < fewestBytes {
		return false
	}
	detector, err := finder.Detector("", []language.Tag{a, b})
	if err != nil {
		return false
	}
	x, _ := detector.Detect(detect.Excerpt(first.Body))
	y, _ := detector.Detect(detect.Excerpt(second.Body))
	return x == b && y == a
}

// fewestBytes is the length of a text from which a model is asked whether languages are exchanged.
const fewestBytes = 240
