package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bitext-go/bitext/internal/words"
)

// held holds the sentences of at least five words of the texts that alignments are scored on. They
// are held back from training. The few that the training data contain are everyday phrases that
// they have by chance.
type held map[string]bool

// leastHeld is how many words make it certain where a sentence comes from.
const leastHeld = 5

// holdBack reads the scored texts in the directory of data.
func holdBack(data string) (held, error) {
	h := held{}
	for _, dir := range []string{"bench/align/gold", "bench/align/made", "gold"} {
		err := filepath.WalkDir(filepath.Join(data, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			switch filepath.Ext(path) {
			case ".src", ".tgt":
				body, err := os.ReadFile(path)
				for line := range strings.Lines(string(body)) {
					h.add(line)
				}
				return err
			case ".json":
				body, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				var any any
				if err := json.Unmarshal(body, &any); err != nil {
					return err
				}
				stringsIn(any, h.add)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return h, nil
}

func (h held) add(s string) {
	if k, n := sentenceKey(s); n >= leastHeld {
		h[k] = true
	}
}

func (h held) has(s string) bool {
	k, _ := sentenceKey(s)
	return h[k]
}

// sentenceKey returns the words of a sentence and how many they are; in scripts without spaces,
// pairs of characters.
func sentenceKey(s string) (string, int) {
	var b strings.Builder
	n := 0
	for _, w := range new(words.Tokenizer).Append(nil, s) {
		if w.Kind != words.Mark {
			b.WriteString(w.Full + " ")
			n++
		}
	}
	return b.String(), n
}

// stringsIn calls f with every string of a JSON value.
func stringsIn(v any, f func(string)) {
	switch v := v.(type) {
	case string:
		f(v)
	case []any:
		for _, x := range v {
			stringsIn(x, f)
		}
	case map[string]any:
		for _, x := range v {
			stringsIn(x, f)
		}
	}
}
