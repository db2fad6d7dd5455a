package read

import (
	"bytes"
	"strings"
)

// isLatePDF reports whether a PDF begins after some other bytes, as mail programs leave.
func isLatePDF(s *source) bool {
	return bytes.Contains(s.raw[:min(len(s.raw), 1024)], []byte("%PDF-")) &&
		bytes.Contains(s.raw[max(0, len(s.raw)-2048):], []byte("%%EOF"))
}

// isTradosMemory reports whether a database of SQLite has the table of a translation memory.
func isTradosMemory(s *source) bool {
	return s.begins("SQLite format 3") && bytes.Contains(s.raw, []byte("translation_units"))
}

func isRIFF(s *source) bool {
	return s.begins("RIFF") && len(s.raw) > 12 && compiled(`^(WAVE|AVI |WEBP)`).Match(s.raw[8:12])
}

func isBzip2(s *source) bool { return compiled(`^BZh[1-9]1AY&SY`).Match(s.raw[:min(len(s.raw), 10)]) }

func isMOBI(s *source) bool { return len(s.raw) > 68 && string(s.raw[60:68]) == "BOOKMOBI" }

func isTar(s *source) bool { return len(s.raw) > 262 && string(s.raw[257:262]) == "ustar" }

// isISOMedia reports whether the file is in the container of MP4, MOV and HEIC.
func isISOMedia(s *source) bool { return len(s.raw) > 12 && string(s.raw[4:8]) == "ftyp" }

// isWholeZip reports whether the file is a zip archive that can be opened; a damaged one is an
// error of the reader.
func isWholeZip(s *source) bool { s.has(""); return len(s.memberNames) > 0 }

// The kinds of OpenDocument, by what the archive or the file says.

func isWriter(s *source) bool {
	return !isCalc(s) && !s.saysType("presentation") && !s.saysType("graphics")
}

func isCalc(s *source) bool { return s.saysType("spreadsheet") }

// saysType reports whether the media type of an OpenDocument file, which is at its beginning, has a
// word.
func (s *source) saysType(word string) bool {
	return bytes.Contains(s.raw[:min(len(s.raw), 1024)], []byte("application/vnd.oasis.opendocument."+word))
}

// The kinds of old office documents, by the names of the streams in them, which are in UTF-16.

func isEncrypted(s *source) bool     { return s.hasStream("EncryptedPackage") }
func isOldExcel(s *source) bool      { return s.hasStream("Workbook") && !s.hasStream("WordDocument") }
func isOldPowerPoint(s *source) bool { return s.hasStream("PowerPoint Document") }
func isOutlook(s *source) bool       { return s.hasStream("__substg1.0_") }
func isHangul(s *source) bool        { return s.hasStream("HwpSummaryInformation") }

func (s *source) hasStream(name string) bool {
	wide := make([]byte, 0, 2*len(name))
	for _, b := range []byte(name) {
		wide = append(wide, b, 0)
	}
	return bytes.Contains(s.raw, wide)
}

func isNotHTML(s *source) bool { return s.ext != ".html" && s.ext != ".htm" && s.ext != ".xhtml" }

// isInCopy reports whether the file has the instruction with which files of InCopy begin.
func isInCopy(s *source) bool { return s.begins("<?xml") && strings.Contains(s.sample(), "<?aid ") }

func isRESX(s *source) bool {
	text := s.sample()
	return s.ext == ".resx" || strings.Contains(text, "<data name=") && strings.Contains(text, "<value>")
}

// isXML reports whether the file has an element of XML at its beginning.
func isXML(s *source) bool {
	return s.root() != "" && (s.begins("<?xml") || strings.Contains(s.sample(), "</"+s.root()))
}

func isDeclaredXML(s *source) bool { return s.begins("<?xml") }
