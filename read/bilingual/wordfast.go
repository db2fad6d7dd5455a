package bilingual

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/internal/lazyregexp"
	"github.com/bitext-go/bitext/read/charset"
)

// readWordfast reads a memory of Wordfast (TXT): after the first line, each line is a unit of
// fields separated by tabs, of which the fourth and the sixth are the languages and the fifth and
// the seventh the texts. Codes of formatting ("&tA;") become placeholders.
func (b *builder) readWordfast(in io.Reader) error {
	raw, err := readAll(in)
	if err != nil {
		return err
	}
	name, _ := charset.Detect(raw)
	text, err := b.decode(raw, name)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(text) {
		if n++; n == 1 && strings.HasPrefix(strings.TrimPrefix(line, "\uFEFF"), "%") {
			continue
		}
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(fields) < 7 {
			if strings.TrimSpace(line) != "" {
				b.damage = append(b.damage, fmt.Errorf("line %d: unit left out: it has %d fields, and 7 are needed",
					n, len(fields)))
			}
			continue
		}
		u, err := b.begin()
		if err != nil {
			return err
		}
		for _, i := range []int{3, 5} {
			tag, err := parseTagAt(n, strings.TrimPrefix(fields[i], "%"))
			if err != nil {
				return err
			}
			if err := b.putVariant(u, wordfastVariant(tag, fields[i+1])); err != nil {
				return err
			}
		}
	}
	return nil
}

// wordfastVariant returns a text of Wordfast as a variant.
func wordfastVariant(tag language.Tag, text string) tmx.Variant {
	v := tmx.Variant{Lang: tag}
	var b strings.Builder
	from := 0
	for _, at := range wordfastCode.FindAllStringIndex(text, -1) {
		b.WriteString(wordfastCharacters.Replace(text[from:at[0]]))
		from = at[1]
		code := tmx.Code{Element: "ph", Content: escaped(text[at[0]:at[1]])}
		v.Inline = append(v.Inline, code.Inline(b.Len()))
	}
	b.WriteString(wordfastCharacters.Replace(text[from:]))
	v.Text = b.String()
	return v
}

// wordfastCode is a code of formatting.
var wordfastCode = lazyregexp.New(`&t[A-Z];`)

// wordfastCharacters replaces what Wordfast writes for characters that its format cannot hold.
var wordfastCharacters = strings.NewReplacer("&'0A;", " ", "&'0D;", " ", "&'09;", " ", "&'26;", "&", "&'A0;", "\u00A0",
	"&'7F;", "")
