package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Transliterations confuse some consonants, so that a skeleton has one capital letter for each
// class of them. Where a spelling can be read in several ways, each is listed, and "-" is the
// reading that it is silent. Letters in neither table are dropped.
var (
	digraphs = map[string]string{"sh": "S", "zh": "S", "ch": "KS", "ph": "F", "th": "TS", "dh": "T", "kh": "K",
		"gh": "K",
		"ts": "S", "tz": "S", "ck": "K", "cq": "K"}
	consonants = map[byte]string{'b': "P", 'p': "P", 'f': "F", 'v': "F", 'w': "-F", 'k': "K", 'q': "K", 'g': "K",
		'c': "K",
		'j': "K", 's': "S", 'z': "S", 't': "T", 'd': "T", 'r': "R", 'l': "L", 'm': "M", 'n': "N"}
)

const (
	maxSkeletons = 4 // of a word; further readings are dropped
	minSkeleton  = 3 // consonants; shorter ones are shared by too many words
)

// Skeletons returns the consonants of a folded word as transliterations between scripts keep them:
// one skeleton, or up to four if its spelling can be read in more than one way. Words with fewer
// than three consonants have none.
func Skeletons(full string) []string {
	first, _ := utf8.DecodeRuneInString(full)
	if !unicode.IsLetter(first) || unicode.Is(unicode.Han, first) {
		return nil
	}
	isLatin := first < 0x0250
	s := full
	if !isLatin {
		s = transliterated(full)
	}
	k := skeletons{""}
	for i := 0; i < len(s); i++ {
		if readings, ok := digraphs[s[i:min(i+2, len(s))]]; ok {
			k = k.add(readings)
			i++
			continue
		}
		switch {
		case isLatin && s[i] == 'c' && i+1 < len(s) && strings.IndexByte("eiy", s[i+1]) >= 0:
			k = k.add("S")
		case s[i] == 'x':
			k = k.add("K").add("S")
		default:
			k = k.add(consonants[s[i]])
		}
	}
	var out []string
	for _, skeleton := range k {
		if len(skeleton) >= minSkeleton && !slices.Contains(out, skeleton) {
			out = append(out, skeleton)
		}
	}
	return out
}

// skeletons are the skeletons of the beginning of a word.
type skeletons []string

// add returns the skeletons with each reading of the next consonant. A consonant that repeats the
// one before is not added, since doubled letters are often written once.
func (k skeletons) add(readings string) skeletons {
	if readings == "" {
		return k
	}
	var out skeletons
	for _, skeleton := range k {
		for _, reading := range readings {
			if reading == '-' || strings.HasSuffix(skeleton, string(reading)) {
				out = append(out, skeleton)
			} else {
				out = append(out, skeleton+string(reading))
			}
		}
	}
	return out[:min(len(out), maxSkeletons)]
}

// transliterated returns a word in the Latin spellings of its letters; others are dropped.
func transliterated(word string) string {
	var b strings.Builder
	for _, r := range word {
		b.WriteString(letters[r])
	}
	return b.String()
}
