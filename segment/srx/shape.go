package srx

import (
	"regexp/syntax"
	"unicode/utf8"
)

// shrink returns a shorter expression that matches at a position if and only if re does:
// repetitions at its end are cut to the fewest.
func shrink(re *syntax.Regexp) *syntax.Regexp {
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return shrink(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		return &syntax.Regexp{Op: syntax.OpEmptyMatch}
	case syntax.OpAlternate:
		short := *re
		short.Sub = nil
		for _, sub := range re.Sub {
			sub = shrink(sub)
			if sub.Op == syntax.OpEmptyMatch {
				return sub
			}
			short.Sub = append(short.Sub, sub)
		}
		return &short
	case syntax.OpConcat:
		subs := append([]*syntax.Regexp(nil), re.Sub...)
		for len(subs) > 0 {
			last := shrink(subs[len(subs)-1])
			if last.Op != syntax.OpEmptyMatch {
				subs[len(subs)-1] = last
				break
			}
			subs = subs[:len(subs)-1]
		}
		switch len(subs) {
		case 0:
			return &syntax.Regexp{Op: syntax.OpEmptyMatch}
		case 1:
			return subs[0]
		}
		short := *re
		short.Sub = subs
		return &short
	}
	return re
}

// firstBytes returns the bytes with which a match begins, and whether it may be empty.
func firstBytes(re *syntax.Regexp) (set *[256]bool, nullable bool) {
	set = new([256]bool)
	add := func(lo, hi rune) {
		if hi-lo > 0x400 || lo >= utf8.RuneSelf && hi > 0x7FF {
			for c := max(lo, 0); c <= min(hi, utf8.RuneSelf-1); c++ {
				set[c] = true
			}
			if hi >= utf8.RuneSelf {
				for c := 0x80; c < 256; c++ {
					set[c] = true
				}
			}
			return
		}
		for r := lo; r <= hi; r++ {
			set[string(r)[0]] = true
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase != 0 {
			for i := range set {
				set[i] = true
			}
			return set, false
		}
		add(re.Rune[0], re.Rune[0])
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune); i += 2 {
			add(re.Rune[i], re.Rune[i+1])
		}
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		add(0, utf8.MaxRune)
	case syntax.OpCapture, syntax.OpPlus:
		return firstBytes(re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			s, n := firstBytes(sub)
			for i := range set {
				set[i] = set[i] || s[i]
			}
			if !n {
				return set, false
			}
		}
		return set, true
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			s, n := firstBytes(sub)
			for i := range set {
				set[i] = set[i] || s[i]
			}
			nullable = nullable || n
		}
		return set, nullable
	default: // repetitions, assertions and the empty match
		for _, sub := range re.Sub {
			s, _ := firstBytes(sub)
			for i := range set {
				set[i] = set[i] || s[i]
			}
		}
		return set, true
	}
	return set, false
}
