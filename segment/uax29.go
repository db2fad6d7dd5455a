package segment

import (
	"unicode"
	"unicode/utf8"
)

// A property is a value of Sentence_Break, the property by which Unicode Standard Annex #29 finds
// sentences.
type property uint8

const (
	sbOther property = iota
	sbCR
	sbLF
	sbSep
	sbExtend
	sbFormat
	sbSp
	sbLower
	sbUpper
	sbOLetter
	sbNumeric
	sbATerm
	sbSContinue
	sbSTerm
	sbClose
)

// untailored iterates over the sentences of UAX #29, without the white space around them.
func untailored(text string, yield func(Span) bool) {
	for pos := 0; pos < len(text); {
		next := nextBreak(text, pos)
		start := skipSpace(text[:next], pos)
		if start < next && !yield(Span{start, trimSpace(text, start, next)}) {
			return
		}
		pos = next
	}
}

// nextBreak returns the next sentence boundary of UAX #29 after pos, which must be one itself. It
// applies SB1 to SB998 in their order.
func nextBreak(text string, pos int) int {
	// The last two properties before the position, without Extend and Format (SB5), and how much of
	// the pattern SATerm Close* Sp* has been read.
	var last, before property
	var term property // the SATerm of the pattern, or sbOther
	var sp bool       // Sp has been read after it
	var closed bool   // Close has been read after it
	first := true
	for pos < len(text) {
		r, size := utf8.DecodeRuneInString(text[pos:])
		p := propertyOf(r)
		if first { // SB1
			first = false
			last = p
			if p == sbATerm || p == sbSTerm {
				term = p
			}
			pos += size
			continue
		}
		raw, _ := utf8.DecodeLastRuneInString(text[:pos])
		switch prev := propertyOf(raw); {
		case prev == sbCR && p == sbLF: // SB3
		case prev == sbSep || prev == sbCR || prev == sbLF: // SB4
			return pos
		}
		if p == sbExtend || p == sbFormat { // SB5
			pos += size
			continue
		}
		if term != sbOther && breaks(text[pos:], p, last, before, term, closed, sp) { // SB6 to SB11
			return pos
		}
		switch { // SB998
		case p == sbATerm || p == sbSTerm:
			term, closed, sp = p, false, false
		case p == sbClose && term != sbOther && !sp:
			closed = true
		case p == sbSp && term != sbOther:
			sp = true
		case p == sbSep || p == sbCR || p == sbLF: // part of the pattern; SB4 breaks after it
		default:
			term = sbOther
		}
		before, last = last, p
		pos += size
	}
	return len(text) // SB2
}

// breaks reports whether a sentence ends before the property p, at the beginning of rest, after the
// pattern SATerm Close* Sp*.
func breaks(rest string, p, last, before, term property, closed, sp bool) bool {
	bare := !closed && !sp // right after the mark
	if term == sbATerm {
		if bare && p == sbNumeric { // SB6
			return false
		}
		if bare && p == sbUpper && (before == sbUpper || before == sbLower) { // SB7
			return false
		}
		if lowerAhead(rest) { // SB8
			return false
		}
	}
	switch p {
	case sbSContinue, sbATerm, sbSTerm: // SB8a
		return false
	case sbClose:
		if !sp { // SB9
			return false
		}
	case sbSp, sbSep, sbCR, sbLF: // SB9, SB10
		return false
	}
	return true // SB11
}

// lowerAhead reports whether a small letter comes before any other letter, mark or paragraph
// separator.
func lowerAhead(text string) bool {
	for _, r := range text {
		switch propertyOf(r) {
		case sbLower:
			return true
		case sbOLetter, sbUpper, sbSep, sbCR, sbLF, sbATerm, sbSTerm:
			return false
		}
	}
	return false
}

// propertyOf returns the Sentence_Break property of a character, made of the properties that the
// annex derives it from.
func propertyOf(r rune) property {
	switch r {
	case '\r':
		return sbCR
	case '\n':
		return sbLF
	case '\u0085', '\u2028', '\u2029':
		return sbSep
	case '.', '\u2024', '\uFE52', '\uFF0E':
		return sbATerm
	case ',', '-', ':', '\u055D', '\u060C', '\u060D', '\u07F8', '\u1802', '\u1808', '\u2013', '\u2014', '\u3001',
		'\uFE10', '\uFE11', '\uFE13', '\uFE31', '\uFE32', '\uFE50', '\uFE51', '\uFE55', '\uFE58', '\uFE63',
		'\uFF0C', '\uFF0D', '\uFF1A', '\uFF64':
		return sbSContinue
	case '\u05F3':
		return sbOLetter
	case '\u2E00', '\u2E01', '\u2E06', '\u2E07', '\u2E08', '\u2E0B':
		return sbClose
	case '\u200C', '\u200D':
		return sbExtend
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc, unicode.Other_Grapheme_Extend), r >= 0xFF9E && r <= 0xFF9F:
		return sbExtend
	case r == '\u200B' || unicode.Is(unicode.Cf, r):
		return sbFormat
	case unicode.IsSpace(r):
		return sbSp
	case unicode.In(r, unicode.Ll, unicode.Other_Lowercase) && !isGeorgian(r):
		return sbLower
	case unicode.In(r, unicode.Lu, unicode.Lt, unicode.Other_Uppercase) && !isGeorgian(r):
		return sbUpper
	case unicode.In(r, unicode.L, unicode.Nl, unicode.Other_Alphabetic):
		return sbOLetter
	case unicode.Is(unicode.Nd, r), r == '\u066B', r == '\u066C':
		return sbNumeric
	case unicode.Is(unicode.STerm, r):
		return sbSTerm
	case unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf), r == '"', r == '\'', r >= 0x275B &&
		r <= 0x2760, r >= 0x1F676 && r <= 0x1F678:
		return sbClose
	}
	return sbOther
}

// isGeorgian reports whether a character is one of the Georgian letters, whose two forms are not
// used as capitals and small letters are.
func isGeorgian(r rune) bool {
	return r >= 0x10D0 && r <= 0x10FF && r != 0x10FC || r >= 0x1C90 && r <= 0x1CBF
}
