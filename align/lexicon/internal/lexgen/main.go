// Lexgen trains the built-in lexicons, one file a language, from a directory of sentences, names
// and dictionary entries that is not part of the project.
//
//	BITEXT_DATA=DIR go run ./internal/lexgen -kind core -out core/data
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("lexgen: ")
	kind := flag.String("kind", "core", "`core` or wide")
	out := flag.String("out", "data", "`directory` to write to")
	only := flag.String("only", "", "comma-separated languages, all if empty")
	flag.Parse()
	data := os.Getenv("BITEXT_DATA")
	if data == "" {
		log.Fatal("set BITEXT_DATA to the directory that holds lexicon-data")
	}
	k, ok := kinds[*kind]
	if !ok {
		log.Fatalf("no kind %q; there are core and wide", *kind)
	}
	if err := os.MkdirAll(*out, 0o777); err != nil {
		log.Fatal(err)
	}
	back, err := holdBack(data)
	if err != nil {
		log.Fatal(err)
	}
	dir := filepath.Join(data, "lexicon-data")
	for _, lang := range languages {
		if *only != "" && !strings.Contains(","+*only+",", ","+lang+",") {
			continue
		}
		l, file, err := k.make(dir, lang, back)
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*out, lang+"-en.lex"), file, 0o666); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s %s: %d words, %d English words, %d pairs, %d bytes\n",
			*kind, lang, l.Source().Len(), l.Target().Len(), l.Len(), len(file))
	}
	if err := writeSums(*out); err != nil {
		log.Fatal(err)
	}
}

// writeSums writes the checksums of the files in a directory beside them, as sha256sum does.
func writeSums(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.lex"))
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(body), filepath.Base(name))
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()), 0o666)
}

// languages holds the languages for which there are data.
var languages = strings.Fields(`ar az bn cs de el es fa fr he hi hu hy id it ja ka ko nl pl pt ro ru sv sw th tr uk ur
	vi zh`)
