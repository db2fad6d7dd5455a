package tmx

import (
	"cmp"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// A utf16Reader turns UTF-16 into UTF-8. Half a surrogate pair, or half a code unit at the end,
// becomes an invalid byte, so that the damage is found in the unit that has it; golang.org/x/text
// would put U+FFFD there.
type utf16Reader struct {
	raw *buffer
	big bool   // the first byte of two is the high one
	out []byte // not yet read
	buf []byte // what out is part of
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		b := u.raw.rest(0, 4)
		if len(b) == 0 {
			return 0, cmp.Or(u.raw.err, io.EOF)
		}
		u.buf = u.buf[:0]
		n := 0
		for n < len(b) {
			if n+1 < len(b) { // nearly every character is one code unit
				if r := u.unit(b[n:]); !utf16.IsSurrogate(r) {
					u.buf = utf8.AppendRune(u.buf, r)
					n += 2
					continue
				}
			}
			r, size := u.rune(b[n:])
			if size == 0 {
				break
			}
			if utf8.ValidRune(r) {
				u.buf = utf8.AppendRune(u.buf, r)
			} else {
				u.buf = append(u.buf, 0xFF)
			}
			n += size
		}
		u.raw.pos += n
		u.out = u.buf
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// toUTF16 returns UTF-8 as UTF-16. What the reader could not decode cannot be written either.
func toUTF16(b []byte, big bool) ([]byte, error) {
	out := make([]byte, 0, 2*len(b))
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			return nil, errors.New("half a character of UTF-16; convert the file to UTF-8 first")
		}
		for _, x := range utf16.AppendRune(nil, r) {
			if big {
				out = append(out, byte(x>>8), byte(x))
			} else {
				out = append(out, byte(x), byte(x>>8))
			}
		}
		b = b[n:]
	}
	return out, nil
}

// rune returns the character at the beginning of b and its size in bytes. The character is -1 for
// damage; the size is 0 if more must be read first.
func (u *utf16Reader) rune(b []byte) (r rune, size int) {
	if len(b) < 2 {
		return u.last(b)
	}
	if r = u.unit(b); !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(b) < 4 {
		return u.last(b)
	}
	if both := utf16.DecodeRune(r, u.unit(b[2:])); both != utf8.RuneError {
		return both, 4
	}
	return -1, 2
}

// unit returns the code unit at the beginning of b.
func (u *utf16Reader) unit(b []byte) rune {
	if u.big {
		return rune(b[0])<<8 | rune(b[1])
	}
	return rune(b[1])<<8 | rune(b[0])
}

// last returns what rune returns for bytes that are too few for a character.
func (u *utf16Reader) last(b []byte) (r rune, size int) {
	if !u.raw.eof {
		return 0, 0
	}
	return -1, min(len(b), 2)
}
