package main

import (
	"os"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
)

// builtIn are the lexicons that the program comes with. In a browser it is small and loads the
// lists of the languages at hand from its site.
var builtIn = map[string]openLexicon{"wide": func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
	return lexicon.Open(os.DirFS("/lists"), src, tgt)
}}

// lexiconNotices returns the notices of the built-in lexicons, by their names. The site has them as
// files.
func lexiconNotices() map[string]string { return nil }

// lexiconVersions names the built-in lexicons, for the output of --version.
func lexiconVersions() string { return "those of the site" }
