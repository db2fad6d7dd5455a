package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/glossary"
)

// lexiconCases are glossaries and dictionaries that are made to use up time or memory, and n
// sentences to learn from.
var lexiconCases = []testCase{
	{"idle", 1, func(int) error { return nil }},
	{"TBX: terms of one concept", 2_500, termBase},
	{"glossary in CSV: lines", 25_000, table},
	{"StarDict: headwords of one article", 5_000, starDict},
	{"dictd: headwords of one article", 5_000, dictd},
	{"StarDict: zeros, compressed", 1 << 24, bomb},
	{"lexicon: sentences", 5_000, sentences},
	{"lexicon: one long sentence", 5_000, longSentence},
}

// The errors that readers return for such input are expected.

func termBase(n int) error {
	var b strings.Builder
	b.WriteString("<tbx><conceptEntry>")
	for _, lang := range []string{"en", "fr"} {
		fmt.Fprintf(&b, `<langSec xml:lang="%s">`, lang)
		for i := range n {
			fmt.Fprintf(&b, "<term>%s%d</term>", lang, i)
		}
		b.WriteString("</langSec>")
	}
	b.WriteString("</conceptEntry></tbx>")
	f, err := glossary.ReadTBX(strings.NewReader(b.String()), language.English, language.French)
	if err == nil {
		f.Lexicon(context.Background(), language.English, language.French)
	}
	return err
}

func table(n int) error {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "word%d;mot%d\n", i, i)
	}
	f, err := glossary.ReadCSV(strings.NewReader(b.String()), language.English, language.French)
	if err == nil {
		f.Lexicon(context.Background(), language.English, language.French)
	}
	return err
}

// article returns an article with n translations.
func article(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "mot%d\n", i)
	}
	return b.String()
}

func starDict(n int) error {
	text := article(n)
	var index bytes.Buffer
	for i := range n {
		fmt.Fprintf(&index, "word%d\x00", i)
		index.Write(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 0), uint32(len(text))))
	}
	info := strings.NewReader("StarDict's dict ifo file\nsametypesequence=m\n")
	glossary.ReadStarDict(info, &index, strings.NewReader(text))
	return nil
}

func dictd(n int) error {
	text := article(n)
	var index strings.Builder
	for i := range n {
		fmt.Fprintf(&index, "word%d\tA\t%s\n", i, base64Number(len(text)))
	}
	glossary.ReadDictd(strings.NewReader(index.String()), strings.NewReader(text))
	return nil
}

// base64Number writes a number as indexes of dict servers do.
func base64Number(n int) string {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	out := string(digits[n%64])
	for n /= 64; n > 0; n /= 64 {
		out = string(digits[n%64]) + out
	}
	return out
}

// bomb opens a dictionary whose articles are n zeros, a thousandth of that when compressed.
func bomb(n int) error {
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	base := filepath.Join(dir, "d")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	zeros := make([]byte, 1<<20)
	for range n >> 20 {
		w.Write(zeros)
	}
	w.Close()
	for name, body := range map[string][]byte{".ifo": []byte("StarDict's dict ifo file\n"), ".idx": nil,
		".dict.dz": packed.Bytes()} {
		if err := os.WriteFile(base+name, body, 0o600); err != nil {
			return err
		}
	}
	glossary.Open(base+".ifo", language.English, language.French)
	return nil
}

func sentences(n int) error {
	_, err := lexicon.Learn(
		context.Background(),
		language.English,
		language.French,
		func(yield func(string, string) bool) {
			for i := range n {
				if !yield(fmt.Sprintf("the word %d of %d", i, i/2), fmt.Sprintf("le mot %d de %d", i, i/2)) {
					return
				}
			}
		},
	)
	return err
}

func longSentence(n int) error {
	_, err := lexicon.Learn(
		context.Background(),
		language.English,
		language.French,
		func(yield func(string, string) bool) {
			yield(repeated("w%d x%d ", n), repeated("m%d n%d ", n))
		},
	)
	return err
}
