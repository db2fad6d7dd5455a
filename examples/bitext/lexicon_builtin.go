//go:build !js

package main

import (
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
)

// builtIn are the lexicons that the program comes with.
var builtIn = map[string]openLexicon{"core": core.Lexicon, "wide": wide.Lexicon}

// lexiconNotices returns the notices of the built-in lexicons, by their names.
func lexiconNotices() map[string]string {
	return map[string]string{"core": core.Notices(), "wide": wide.Notices()}
}

// lexiconVersions names the built-in lexicons, for the output of --version.
func lexiconVersions() string { return "core " + core.Version + ", wide " + wide.Version }
