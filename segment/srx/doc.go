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
// # What Go cannot match
//
// SRX has the regular expressions of ICU; Go has those of RE2, which take linear time whatever they
// are given. \s, \w, \d and \b are translated so that they know all scripts, and atomic groups and
// possessive quantifiers are taken for ordinary ones. A lookahead is possible at the end of a
// rule's afterbreak, a negative one at its beginning; a lookbehind at the beginning of its
// beforebreak, a negative one at its end. Back references and any other lookaround cannot be
// expressed: such a rule is left out, and [Rules.Limits] names it with its line. Nothing else in a
// file is ignored.
//
// # Speed
//
// The expression for the text before a position is reversed, so that one match from the position
// backwards decides. Rules are found by the last characters that they require, so that a list of
// thousands of abbreviations costs little more than one of ten. Up to 256 bytes before and after a
// position are examined.
package srx
