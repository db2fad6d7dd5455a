package words

// simplified is the simplified form of a traditional Han character, or the character itself.
func simplified(r rune) rune { return r }
