package segment

import "unicode/utf8"

// A sight is what stands after a run of marks.
type sight struct {
	gap   bool  // white space stands between
	near  class // the first character after the gap, dashes and opening punctuation included
	class class // the first character of the next word or number
	begin int   // where the gap ends
	at    int   // where the next word or number begins
	dash  bool  // a dash or bullet stands before it
	open  bool  // opening punctuation stands before it
	rune  rune  // the first character after the gap
}

func (c *cutter) sightAt(pos int) sight {
	s := sight{at: skipSpace(c.text, pos)}
	s.gap = s.at > pos
	class, r, size := classAt(c.text, s.at)
	for class == extend {
		s.at += size
		class, r, size = classAt(c.text, s.at)
		if class == space {
			s.gap = true
			s.at = skipSpace(c.text, s.at)
			class, r, size = classAt(c.text, s.at)
		}
	}
	s.near, s.rune, s.begin = class, r, s.at
	for range 8 {
		switch {
		case class == opener || class == quote:
			s.open = true
		case class == dash:
			s.dash = true
		case class == extend:
		case class == other && r == '<':
			end := tagEnd(c.text, s.at)
			if end == 0 {
				s.class = class
				return s
			}
			size = end - s.at
		case class == closer && (s.open || r == '»' || r == '”' || r == '’'): // these open in some languages
		default:
			s.class = class
			if class == lower {
				s.class = c.smallAt(s)
			}
			return s
		}
		s.at = skipSpace(c.text, s.at+size)
		class, r, size = classAt(c.text, s.at)
	}
	s.class = class
	return s
}

// smallAt returns what a small letter in sight counts as: a capital where it numbers an item, as in
// "(c) The third", or where the capital has passed to the next word, as in Dutch "'s Avonds".
func (c *cutter) smallAt(s sight) class {
	if kind, _, close, _ := numberAt(c.text, s.begin); kind == lower && close == ')' {
		return upper
	}
	if (s.rune == '\'' || s.rune == '’') && s.at+2 < len(c.text) && c.text[s.at+1] == ' ' {
		class, _, _ := classAt(c.text, s.at+2)
		return class
	}
	return lower
}

// wordAt returns the word at pos: letters, digits and what joins them, at most 48 bytes.
func wordAt(text string, pos int) string {
	end := pos
	for end < len(text) && end < pos+48 {
		if b := text[end]; b < utf8.RuneSelf && classes[b].isWord() {
			end++
			continue
		}
		class, r, size := classAt(text, end)
		if !class.isWord() && r != '\'' && r != '’' && r != '-' {
			break
		}
		end += size
	}
	for end > pos {
		class, r, size := classBefore(text, pos, end)
		if class.isWord() && r != '’' {
			break
		}
		end -= size
	}
	return text[pos:end]
}
