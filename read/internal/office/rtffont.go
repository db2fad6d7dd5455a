package office

import "strconv"

// symbolFont marks a font whose bytes are symbols, not text.
const symbolFont = "symbol"

// rtfCharsets are the code pages of fonts by \fcharset. Fonts of charset 0 and 1 have that of the
// document.
var rtfCharsets = map[int]string{
	2: symbolFont, 77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253",
	162: "windows-1254", 163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257",
	204: "windows-1251", 222: "windows-874", 238: "windows-1250", 254: "ibm437", 255: "ibm850",
}

// codePage returns the name of a code page of Windows by its number.
func codePage(n int) string {
	switch n {
	case 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258:
		return "windows-" + strconv.Itoa(n)
	case 10000:
		return "macintosh"
	}
	return "cp" + strconv.Itoa(n)
}

// maxFontName is how many bytes of the name of a font are read.
const maxFontName = 64

// readFonts reads the table of fonts up to the end of its group.
func (r *rtfReader) readFonts() {
	font := 0
	for depth := 1; depth > 0; {
		t := r.in.next()
		switch {
		case t.kind == rtfEnd:
			return
		case t.kind == rtfOpen:
			depth++
		case t.kind == rtfClose:
			depth--
		case t.kind == rtfByte && t.b != ';' && depth <= 2:
			if len(r.names[font]) < maxFontName {
				r.names[font] += string(rune(t.b))
			}
		case t.kind != rtfWord:
		case t.word == "f":
			font = t.number
		case t.word == "fcharset" && rtfCharsets[t.number] != "":
			r.fonts[font] = rtfCharsets[t.number]
		case t.word == "cpg" && t.number > 0:
			r.fonts[font] = codePage(t.number)
		}
	}
}
