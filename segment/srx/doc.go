// Package srx reads, applies and writes rules for sentences in the form of Segmentation Rules
// eXchange (SRX) 2.0, with which translation tools such as OmegaT, Okapi, memoQ and Trados cut
// texts.
//
//	rules, err := srx.Open("company.srx")
//	if err != nil {
//		log.Fatal(err)
//	}
//	cutter := &segment.Segmenter{Rules: segment.Rules{Breaker: rules}}
//
// A rule has two regular expressions, for the text before and after a position, and either breaks
// there or forbids a break. The rules are tried in their order, and the first that matches decides.
// Where none matches, no sentence ends. The maps of the file give each language its rules: those of
// the first map that matches its tag, or, with cascade, those of every map that does, in order.
//
// # Expressions
//
// SRX has the regular expressions of ICU. Most of it is known here: sets with intersections and
// differences, properties and scripts, flags, \Q…\E, and \s, \w, \d and \b for all scripts. A
// lookaround, positive or negative, is known where the position is: at the end of a beforebreak and
// at the beginning of an afterbreak. So it is at the other end, if a negative one there is a choice
// between sequences of characters. A dot matches line ends too, and ^ and $ match at the ends of a
// paragraph, since lines are layout here.
//
// Back references, lookarounds inside an expression, \X and \N cannot be expressed. Such a rule is
// left out, and [Rules.Limits] names it with its line. Nothing else in a file is ignored.
//
// # Speed
//
// All expressions of a language are one automaton for the text before a position, which reads
// backwards, and one for the text after. Both become deterministic as far as the text needs, so
// that thousands of rules cost as much as one, and no expression takes more than linear time. Up to
// 256 bytes before and after a position are examined.
package srx
