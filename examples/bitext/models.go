//go:build !lingua

package main

import (
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/lang"
	"github.com/bitext-go/bitext/lang/ngram"
)

// modelDetector returns a detector that tells langs apart by tables of short sequences of letters,
// or, without langs, all languages that are in the tables. The build tag lingua takes the models
// that the tables were made from instead.
func modelDetector(langs ...language.Tag) (lang.Detector, error) { return ngram.New(langs...) }

// hasModel reports whether modelDetector knows a language.
func hasModel(tag language.Tag) bool { return ngram.Known(tag) }

// modelNotices returns the notices of the tables.
func modelNotices() string { return ngram.Notices() }

// modelsVersion names what is compiled in, for the output of --version.
const modelsVersion = "tables made from lingua-go v1.4.0"

// enough returns a short text as the models want it.
func enough(s string) string { return s }
