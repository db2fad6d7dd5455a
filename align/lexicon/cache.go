package lexicon

import (
	"sync"

	"golang.org/x/text/language"
)

// Cache returns a function that opens the lexicon of two languages as open does, once: later calls
// return the same lexicon. A call that fails is tried again by the next one. Lexicons are kept as
// long as the function is. Any number of goroutines may call it; those that ask for one lexicon
// wait for one another, others do not.
func Cache(
	open func(source, target language.Tag) (*Lexicon, error),
) func(source, target language.Tag) (*Lexicon, error) {
	type languages struct{ source, target language.Tag }
	type entry struct {
		lock    sync.Mutex
		opened  bool
		lexicon *Lexicon
	}
	var lock sync.Mutex
	entries := map[languages]*entry{}
	return func(source, target language.Tag) (*Lexicon, error) {
		lock.Lock()
		e := entries[languages{source, target}]
		if e == nil {
			e = &entry{}
			entries[languages{source, target}] = e
		}
		lock.Unlock()
		e.lock.Lock()
		defer e.lock.Unlock()
		if e.opened {
			return e.lexicon, nil
		}
		l, err := open(source, target)
		if err == nil {
			e.lexicon, e.opened = l, true
		}
		return l, err
	}
}
