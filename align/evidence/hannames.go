package evidence

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bitext-go/bitext/align/lexicon"
	"github.com/bitext-go/bitext/internal/words"
	"github.com/bitext-go/bitext/internal/workers"
)

// Names in Chinese are matched with capitalised words in Latin letters in two ways. Chinese names
// are spelled in pinyin (北京 Beijing, 毛泽东 Mao Zedong). Foreign ones are written with characters that
// sound like them (克林顿, kelindun, Clinton): their consonants agree. Text that no word list knows is
// cut into overlapping pairs of characters, so a pair may be a part of either.
const (
	pinyinLink    = 0.5  // all of a name
	syllableLink  = 0.12 // a part of one
	soundLink     = 0.3  // the consonants of the name agree
	leastSkeleton = 4    // consonants of a name, at least
	mostHan       = 6    // characters of a name, at most
)

// hanNames links names in a Chinese text with words of the other; add is told the types of both.
// Words that a lexicon knows are left to it.
func hanNames(
	ctx context.Context, han, latin *vocabulary, known []*lexicon.Words, add func(han, latin int32, p float64),
) error {
	spelled, sounds := map[string][]int32{}, map[string][]int32{}
	for id := range latin.types {
		if err := look(ctx, id); err != nil {
			return err
		}
		w := &latin.types[id]
		if w.kind != words.Word || !w.title || w.lower || !words.Cased(w.full) {
			continue
		}
		full, ok := words.Latin(w.full)
		if !ok || len(full) < 2 {
			continue
		}
		spelled[full] = append(spelled[full], int32(id))
		for _, skeleton := range words.Skeletons(full) {
			if skeleton = sameSound(skeleton); len(skeleton) >= leastSkeleton {
				sounds[skeleton] = append(sounds[skeleton], int32(id))
			}
		}
	}
	if len(spelled) == 0 {
		return nil
	}
	link := func(id int32, list []int32, p float64) {
		contains := func(w *lexicon.Words) bool { return w.Contains(han.types[id].form) }
		if len(list) > skeletonWords || slices.ContainsFunc(known, contains) {
			return
		}
		for _, other := range list {
			// A name is about as frequent in both texts.
			if a, b := han.types[id].df, latin.types[other].df; max(a, b) <= 2*min(a, b)+1 {
				add(id, other, p)
			}
		}
	}
	syllables := make([][]string, len(han.types)) // of each type
	for id := range han.types {
		if err := look(ctx, id); err != nil {
			return err
		}
		list := pinyinOf(&han.types[id])
		if syllables[id] = list; len(list) == 0 {
			continue
		}
		link(int32(id), spelled[strings.Join(list, "")], pinyinLink)
		if len(list) > 1 {
			link(int32(id), spelled[list[0]], syllableLink)
			link(int32(id), spelled[strings.Join(list[1:], "")], syllableLink)
		}
	}
	sentences := len(han.starts) - 1
	parts := make([][]soundName, (sentences+soundSentences-1)/soundSentences)
	err := workers.Each(ctx, len(parts), func(k int) error {
		for i := k * soundSentences; i < min(sentences, (k+1)*soundSentences); i++ {
			if err := look(ctx, i); err != nil {
				return err
			}
			soundNames(han, han.sentence(i), syllables, func(ids []int32, skeleton string) {
				if list := sounds[skeleton]; len(list) > 0 {
					parts[k] = append(parts[k], soundName{ids, list})
				}
			})
		}
		return nil
	})
	for _, names := range parts {
		for _, n := range names {
			for _, id := range n.ids {
				link(id, n.latin, soundLink)
			}
		}
	}
	return err
}

// soundSentences is how many sentences a goroutine looks for names in at a time.
const soundSentences = 500

// A soundName is the types that make up a name in a sentence, and those that sound like it.
type soundName struct{ ids, latin []int32 }

// soundNames calls f with the consonants of each stretch of a sentence that may be a foreign name,
// and the types that make it up: overlapping pairs of characters, since no word list knows such
// names.
func soundNames(han *vocabulary, sentence []int32, syllables [][]string, f func(ids []int32, skeleton string)) {
	for from := range sentence {
		var name []string
		for to := from; to < len(sentence) && to-from < mostHan-1; to++ {
			list := syllables[sentence[to]]
			if len(list) != 2 || to > from && !overlap(han.types[sentence[to-1]].full, han.types[sentence[to]].full) {
				break
			}
			if to == from {
				name = append(name, list[0])
			}
			name = append(name, list[1])
			for _, skeleton := range words.Skeletons(strings.ReplaceAll(strings.Join(name, ""), "ng", "n")) {
				if skeleton = sameSound(skeleton); len(skeleton) >= leastSkeleton {
					f(sentence[from:to+1], skeleton)
				}
			}
		}
	}
}

// sameSound returns the consonants with those in one class that Chinese does not distinguish.
func sameSound(skeleton string) string { return strings.ReplaceAll(skeleton, "R", "L") }

// overlap reports whether b begins with the last character of a.
func overlap(a, b string) bool {
	_, n := utf8.DecodeLastRuneInString(a)
	return strings.HasPrefix(b, a[len(a)-n:])
}

// pinyinOf returns the syllables of a type of Han characters, none for others and those that are
// too long for a name.
func pinyinOf(w *wordType) []string {
	if w.kind != words.Word {
		return nil
	}
	var out []string
	for _, r := range w.full {
		s := words.Pinyin(r)
		if !unicode.Is(unicode.Han, r) || s == "" || len(out) == mostHan {
			return nil
		}
		out = append(out, s)
	}
	return out
}
