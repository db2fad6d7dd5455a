package charset

import "bytes"

// inSevenBits returns the encoding of a text of ASCII bytes that holds other characters; "" if it
// holds none.
func inSevenBits(raw []byte) string {
	sample := raw[:min(len(raw), sampleBytes)]
	switch {
	case bytes.Contains(sample, []byte("\x1b$B")) || bytes.Contains(sample, []byte("\x1b$@")):
		return "iso-2022-jp"
	case bytes.Contains(sample, []byte("~{")) && isHZ(sample):
		return "hz-gb-2312"
	case bytes.IndexByte(sample, '+') >= 0 && isUTF7(sample):
		return "utf-7"
	}
	return ""
}

// openHZ is the fewest bytes of HZ that nothing ends.
const openHZ = 12

// isHZ reports whether what is between "~{" and "~}" is pairs of bytes of GB 2312. The end of a
// text may lack the second mark.
func isHZ(raw []byte) bool {
	found := 0
	for {
		_, rest, ok := bytes.Cut(raw, []byte("~{"))
		if !ok {
			return found > 0
		}
		in, after, ok := bytes.Cut(rest, []byte("~}"))
		if !ok {
			in = bytes.TrimRight(in, "\r\n")
			if found > 0 {
				return true
			}
			if len(in) < openHZ {
				return false
			}
		}
		if len(in) == 0 || len(in)%2 != 0 {
			return false
		}
		for i := 0; i < len(in); i += 2 {
			if in[i] < 0x21 || in[i] > 0x77 || in[i+1] < 0x21 || in[i+1] > 0x7E {
				return false
			}
		}
		found++
		raw = after
	}
}
