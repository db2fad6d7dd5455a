package bilingual

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/charset"
)

var (
	poCharset  = lazyregexp.New(`(?i)charset=([-\w]+)`)
	poLanguage = lazyregexp.New(`(?m)^(X-Source-)?Language: *(\S.*)$`)
)

// readPO reads a catalogue of gettext. Its source language is English unless the header names one,
// as is the custom. Obsolete entries are left out, and so are translations that are marked as
// fuzzy; both are counted. Of plural forms the first is the translation of the singular, and the
// last that of the plural.
func (b *builder) readPO(name string, in io.Reader) error {
	raw, err := readAll(in)
	if err != nil {
		return err
	}
	text, err := b.decode(raw, poEncoding(raw))
	if err != nil {
		return err
	}
	p := &poReader{b: b}
	for line := range strings.Lines(text) {
		p.line++
		if err := p.read(strings.TrimSpace(line)); err != nil {
			return fmt.Errorf("line %d: %w", p.line, err)
		}
	}
	if err := p.end(); err != nil {
		return err
	}
	if len(p.entries) == 0 {
		return nil
	}
	if err := p.findLanguages(name); err != nil {
		return err
	}
	for _, e := range p.entries {
		if err := p.put(e); err != nil {
			return err
		}
	}
	return nil
}

// poEncoding returns the encoding of a catalogue: the one that its header names, or else what its
// bytes look like.
func poEncoding(raw []byte) string {
	if m := poCharset.FindSubmatch(raw[:min(len(raw), 8192)]); m != nil && !bytes.EqualFold(m[1], []byte("charset")) {
		return string(m[1])
	}
	if utf8.Valid(raw) {
		return "utf-8"
	}
	encoding, _ := charset.Detect(raw)
	return encoding
}

// A poReader reads one catalogue, line by line.
type poReader struct {
	b        *builder
	line     int
	src, tgt language.Tag
	entries  []poEntry

	id, plural, context, field *strings.Builder // of the current entry; field is the one that goes on
	forms                      []*strings.Builder
	fuzzy                      bool
	notes, references          []string
}

// findLanguages finds the languages that the header does not name.
func (p *poReader) findLanguages(name string) error {
	if p.src == language.Und {
		p.src = p.b.source(language.English)
	}
	if p.tgt == language.Und {
		p.tgt = p.b.target()
	}
	if p.tgt == language.Und {
		p.tgt = languageInName(name)
	}
	if p.tgt == language.Und {
		return errors.New(`the catalogue does not say which language it is translated into; name it with --langs, ` +
			`or add the line "Language: fr\n" to its header, with its language`)
	}
	return nil
}

// read reads a line without the white space around it.
func (p *poReader) read(line string) error {
	switch {
	case strings.HasPrefix(line, "#~"):
		if strings.HasPrefix(strings.TrimSpace(line[2:]), "msgid ") {
			p.b.leaveObsolete()
		}
		err := p.end()
		p.notes, p.references, p.fuzzy = nil, nil, false // they describe the obsolete entry
		return err
	case line == "":
		return p.end()
	case strings.HasPrefix(line, "#"):
		if p.forms != nil {
			if err := p.end(); err != nil {
				return err
			}
		}
		p.comment(line)
		return nil
	case strings.HasPrefix(line, `"`):
		if p.field == nil {
			return errors.New("a string without msgid or msgstr before it; correct the catalogue, as msgfmt -c shows")
		}
		return p.add(line)
	}
	word, rest := line, ""
	if at := strings.IndexAny(line, " \t\""); at > 0 {
		word, rest = line[:at], strings.TrimSpace(line[at:])
	}
	if (word == "msgid" || word == "msgctxt") && p.forms != nil {
		if err := p.end(); err != nil {
			return err
		}
	}
	p.field = new(strings.Builder)
	switch {
	case word == "msgid":
		p.id = p.field
	case word == "msgid_plural":
		p.plural = p.field
	case word == "msgctxt":
		p.context = p.field
	case word == "domain":
		return nil
	case word == "msgstr" || strings.HasPrefix(word, "msgstr["):
		p.forms = append(p.forms, p.field)
	default:
		return fmt.Errorf("%q is not part of a catalogue; correct it, as msgfmt -c shows", word)
	}
	if rest == "" {
		return nil // its strings are on the next lines
	}
	return p.add(rest)
}

// comment reads a comment: flags, where the program uses the string, or notes of the programmer or
// the translator. The last wording of a fuzzy entry ("#|") says nothing of the translation.
func (p *poReader) comment(line string) {
	switch kind, rest := line[:min(len(line), 2)], strings.TrimSpace(line[min(len(line), 2):]); kind {
	case "#,":
		p.fuzzy = p.fuzzy || strings.Contains(rest, "fuzzy")
	case "#|":
	case "#:":
		p.references = append(p.references, rest)
	case "#", "# ", "#.", "#\t":
		p.notes = append(p.notes, rest)
	}
}

// add adds a quoted string to the current field.
func (p *poReader) add(quoted string) error {
	if len(quoted) < 2 || quoted[0] != '"' || quoted[len(quoted)-1] != '"' {
		return errors.New("a string is not between quotation marks; correct the catalogue, as msgfmt -c shows")
	}
	unescape(p.field, quoted[1:len(quoted)-1])
	return nil
}

// unescape writes a string of C without its escapes.
func unescape(b *strings.Builder, s string) {
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'r', 'v', 'f':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'a', 'b':
		default:
			b.WriteByte(s[i])
		}
	}
}
