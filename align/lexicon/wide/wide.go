// Package wide has large word lists built in that translate between English and 31 languages, and
// by way of English between any two of them.
//
//	lex, err := wide.Lexicon(language.Chinese, language.English)
//
// They were trained on what package core was trained on and on the words of Wiktionary, CC-CEDICT
// and several wordnets besides, so nobody needs both packages: this one alone aligns a little
// better than the two together, since two lists of Chinese words cut a text less evenly than one.
// Several of the sources are under a share-alike licence, and so is the data of this package: CC
// BY-SA 4.0, see LICENSE and NOTICE in this directory. A program that imports this package grows by
// the size of its data directory; what is not asked for is never decoded.
package wide

import (
	"embed"
	"io/fs"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

//go:generate go run ../internal/lexgen -kind wide -out data

//go:embed data/*.lex
var files embed.FS

//go:embed NOTICE
var notice string

//go:embed LICENSE
var license string

// Notices returns the files NOTICE and LICENSE. If you distribute a program with this package,
// include them.
func Notices() string { return notice + "\n" + license }

// Lexicon returns the built-in lexicon between two languages. Regions and scripts make no
// difference. The error wraps [fs.ErrNotExist] if there is none.
func Lexicon(source, target language.Tag) (*lexicon.Lexicon, error) {
	data, err := fs.Sub(files, "data")
	if err != nil {
		return nil, err
	}
	return lexicon.Open(data, source, target)
}
