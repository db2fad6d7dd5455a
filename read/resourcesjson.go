package read

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/internal/part"
)

// json reads the strings of JSON, each with its path as its key: the form in which web sites and
// programs, Flutter (ARB) and browser extensions keep their texts. Strings without a letter, and
// what ARB and extensions say about a string, are left out.
func (r *Reader) json(d *Document, s *source) error {
	text, err := r.decode(d, s.raw, "")
	if err != nil {
		return err
	}
	j := &jsonReader{dec: json.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))), text: text,
		bounds: r.bounds()}
	t, err := j.dec.Token()
	if err == nil {
		err = j.value("", t, 0)
	}
	if err == nil && j.dec.More() {
		err = errors.New("there is a second value after the first")
	}
	if err != nil {
		var limit *part.LimitError
		if errors.As(err, &limit) {
			return limit
		}
		at := min(int(j.dec.InputOffset()), len(text))
		return &lineError{1 + strings.Count(text[:at], "\n"),
			part.Damaged(fmt.Errorf("damaged JSON (%w); correct it, or save it again", err))}
	}
	if tag, err := language.Parse(strings.ReplaceAll(j.locale, "_", "-")); err == nil && j.locale != "" {
		d.Langs = []language.Tag{tag}
	}
	d.setParagraphs(j.paragraphs, nil)
	return nil
}

// A jsonReader reads one value of JSON.
type jsonReader struct {
	dec        *json.Decoder
	text       string
	counted    int // bytes whose lines are counted
	line       int
	locale     string
	paragraphs []part.Paragraph
	bounds     part.Bounds
}

// value reads a value that begins with a token.
func (j *jsonReader) value(key string, t json.Token, depth int) error {
	if depth > j.bounds.Depth {
		return j.bounds.TooDeep()
	}
	switch t := t.(type) {
	case string:
		if key == "@@locale" {
			j.locale = t
		}
		if hasLetter(t) {
			at := min(int(j.dec.InputOffset()), len(j.text))
			j.line += strings.Count(j.text[j.counted:at], "\n")
			j.counted = at
			j.paragraphs = append(j.paragraphs, part.Paragraph{Text: cellBreaks.Replace(t), Line: 1 + j.line, Key: key})
		}
	case json.Delim:
		first := len(j.paragraphs)
		for n := 0; j.dec.More(); n++ {
			name := strconv.Itoa(n)
			if t == '{' {
				k, err := j.dec.Token()
				if err != nil {
					return err
				}
				name, _ = k.(string)
			}
			v, err := j.dec.Token()
			if err != nil {
				return err
			}
			path := name
			if key != "" {
				path = key + "." + name
			}
			before := len(j.paragraphs)
			if err := j.value(path, v, depth+1); err != nil {
				return err
			}
			if strings.HasPrefix(name, "@") && t == '{' {
				j.paragraphs = j.paragraphs[:before] // attributes of ARB
			}
		}
		j.messageOnly(key, first)
		_, err := j.dec.Token()
		return err
	}
	return nil
}

// messageOnly keeps of an object the string "message" alone, if it is a message of a browser
// extension.
func (j *jsonReader) messageOnly(key string, first int) {
	for _, p := range j.paragraphs[first:] {
		if key != "" && p.Key == key+".message" {
			j.paragraphs = append(j.paragraphs[:first], p)
			return
		}
	}
}
