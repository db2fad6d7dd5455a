package segment

import "unicode/utf8"

// A context is what follows a run of marks.
type context struct {
	gap    bool  // white space is between
	near   class // of the first character after the white space
	rune   rune  // that character
	begin  int   // where it is
	class  class // of the first character of the next word or number
	at     int   // where that begins
	dash   bool  // a dash or bullet precedes the word
	open   bool  // opening punctuation precedes the word
	quoted bool  // an opening quotation mark precedes the word
}

// contextAt reads what follows at pos: white space, then up to eight opening marks, dashes and
// tags, then a word.
func (c *cutter) contextAt(pos int) context {
	const most = 8 // marks before the word
	s := context{at: skipSpace(c.text, pos)}
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
	for range most {
		switch {
		case class == opener || class == quote:
			s.open = true
			s.quoted = s.quoted || r != '(' && r != '[' && r != '{'
		case r == ',' && !s.open && s.gap && isLowQuote(c.text, s.at): // ,,so''
			s.open, s.quoted = true, true
			size = 2
			if s.near == pause {
				s.near, s.rune = opener, '„'
			}
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
				s.class = c.classOfSmall(&s)
			}
			return s
		}
		s.at = skipSpace(c.text, s.at+size)
		class, r, size = classAt(c.text, s.at)
	}
	s.class = class
	return s
}

// isLowQuote reports whether two commas at pos are a low quotation mark, as typewriters have it.
func isLowQuote(text string, pos int) bool {
	return pos+2 < len(text) && text[pos+1] == ',' && text[pos+2] != ','
}

// classOfSmall returns the class that a small letter counts as: upper if it numbers an item, as in
// "(c) The third", or if the capital has passed to the next word, as in Dutch "'s Avonds".
func (c *cutter) classOfSmall(s *context) class {
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
	const longest = 48
	end := pos
	for end < len(text) && end < pos+longest {
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
