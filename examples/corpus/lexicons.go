package main

import (
	"errors"
	"io/fs"
	"sync"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/evidence"
	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/align/lexicon/core"
	"github.com/bitext-go/bitext/align/lexicon/wide"
)

// builtIn are the lexicons that --lexicon names. Each pair of languages is opened once in a
// process, however many steps look words up.
var builtIn = map[string]evidence.Dictionary{"core": once(core.Lexicon), "wide": once(wide.Lexicon)}

// once returns a dictionary that opens each lexicon once, and has nothing for languages without
// one.
func once(open evidence.Dictionary) evidence.Dictionary {
	type pair struct{ src, tgt string }
	var mutex sync.Mutex
	known := map[pair]*lexicon.Lexicon{}
	base := func(l language.Tag) string {
		b, _ := l.Base()
		return b.String()
	}
	return func(src, tgt language.Tag) (*lexicon.Lexicon, error) {
		p := pair{base(src), base(tgt)}
		if p.src == p.tgt {
			return nil, nil
		}
		mutex.Lock()
		defer mutex.Unlock()
		if l, ok := known[p]; ok {
			return l, nil
		}
		l, err := open(src, tgt)
		if errors.Is(err, fs.ErrNotExist) {
			l, err = nil, nil
		}
		if err == nil {
			known[p] = l
		}
		return l, err
	}
}
