// Package wide has large lexicons built in between English and each of 31 languages. Those between
// any two of these are composed through English.
//
//	lex, err := wide.Lexicon(language.Chinese, language.English)
//
// They were trained on the sources of package core and on the words of Wiktionary, CC-CEDICT and
// several wordnets, so there is no need for both packages. This one alone aligns a little better
// than the two together, because two lists of Chinese words cut a text less evenly than one.
// Several sources are under a share-alike licence, and so is the data of this package: CC BY-SA
// 4.0; see LICENSE and NOTICE in this directory. A program that imports this package grows by the
// size of the data directory. Only lexicons that are asked for are decoded.
package wide

import (
	"embed"
	"io/fs"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

//go:generate go run ../internal/lexgen -kind wide -out data

// Version names the data of this package: the first twelve digits of the SHA-256 sum of
// data/SHA256SUMS.
const Version = "6e285dbb5e41"

//go:embed data/*.lex
var files embed.FS

//go:embed NOTICE
var notice string

//go:embed LICENSE
var license string

// Notices returns the files NOTICE and LICENSE. If you distribute a program with this package,
// include them.
func Notices() string { return notice + "\n" + license }

// Lexicon returns the built-in lexicon between two languages, whatever their regions and scripts.
// The error wraps [fs.ErrNotExist] if there is none. It is decoded when it is first asked for,
// which takes up to a tenth of a second, and kept for later calls. Any number of goroutines may
// call Lexicon.
func Lexicon(source, target language.Tag) (*lexicon.Lexicon, error) {
	return opened(base(source), base(target))
}

// base returns a language without its region and script, which make no difference here.
func base(t language.Tag) language.Tag {
	b, _, _ := t.Raw()
	tag, err := language.Compose(b)
	if err != nil {
		return t
	}
	return tag
}

// Files returns the files of the lexicons, as [lexicon.Open] reads them, for a program that passes
// them on. They are read-only.
func Files() fs.FS {
	data, err := fs.Sub(files, "data")
	if err != nil {
		panic(err) // the directory is embedded
	}
	return data
}

var opened = lexicon.Cache(func(source, target language.Tag) (*lexicon.Lexicon, error) {
	return lexicon.Open(Files(), source, target)
})
