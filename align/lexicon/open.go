package lexicon

import (
	"errors"
	"fmt"
	"io/fs"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/internal/langtag"
)

// Open returns the lexicon between two languages from a directory of files that [Lexicon.Write]
// wrote, each named after the language that it translates into English: "ar-en.lex". A lexicon
// between two other languages is composed through English, by [Compose]. Only the files of the two
// languages are read. The error wraps [fs.ErrNotExist] if there is no such file, and if both tags
// are of one language.
func Open(dir fs.FS, source, target language.Tag) (*Lexicon, error) {
	switch {
	case langtag.SameBase(source, target):
		return nil, fmt.Errorf("lexicon: %v and %v are one language: %w", source, target, fs.ErrNotExist)
	case langtag.SameBase(target, language.English):
		return open(dir, source)
	case langtag.SameBase(source, language.English):
		l, err := open(dir, target)
		if err != nil {
			return nil, err
		}
		return l.Reverse(), nil
	}
	a, err := open(dir, source)
	if err != nil {
		return nil, err
	}
	b, err := open(dir, target)
	if err != nil {
		return nil, err
	}
	return Compose(a, b.Reverse())
}

// inflation is about how many times as long the body of a file is once it is inflated.
const inflation = 3

func open(dir fs.FS, from language.Tag) (*Lexicon, error) {
	name := langtag.Base(from).String() + "-en.lex"
	f, err := dir.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("lexicon: no words of %v here: %w", from, err)
	} else if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	defer f.Close()
	size := 0
	if info, err := f.Stat(); err == nil {
		size = int(min(info.Size(), 1<<20)) * inflation
	}
	l, err := read(f, size)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}
