// Package tounicode changes which characters the glyphs of a PDF mean.
//
// A PDF holds glyphs. For each font, a ToUnicode CMap (ISO 32000-2, 9.10.3) says which characters a
// glyph is. pdftotext lays these characters out from left to right, which turns the ligature of lam
// and alef around, and forgets where the spaces are, which it guesses again from the gaps. With
// another CMap the ligature is one character, and the space is one that can be seen.
//
// The file is not written anew: an incremental update at its end (ISO 32000-2, 7.5.6) has the CMaps
// that changed, as programs do that edit a PDF.
package tounicode

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/bitext-go/bitext/internal/lazyregexp"
)

// Bounds of what is examined.
const (
	maxDict   = 2000      // bytes of the dictionary of a stream
	maxStream = 8 << 20   // bytes of a stream
	maxAll    = 64 << 20  // bytes of those that may have to change
	maxInside = 512 << 20 // bytes of all streams, unpacked
	minRead   = 2000      // bytes of a stream in which a CMap begins
)

// Update returns a PDF whose CMaps are changed by a Changer, which see. ok is false if no CMap was
// changed: there are none, they hold nothing to change, or the file is encrypted or damaged.
func Update(raw []byte, c *Changer) (updated []byte, ok bool) {
	if bytes.Contains(raw, []byte("/Encrypt")) {
		return nil, false
	}
	root := lastMatch(rootEntry, raw)
	start := lastMatch(startXref, raw)
	if root == nil || start == nil {
		return nil, false
	}
	streams := findStreams(raw)
	for _, m := range streams {
		c.see(m.text)
	}
	var b bytes.Buffer
	b.Write(raw)
	if !bytes.HasSuffix(raw, []byte("\n")) {
		b.WriteByte('\n')
	}
	var table bytes.Buffer
	size := 0
	for _, m := range streams {
		size = max(size, m.number+1)
		change := c.change
		if !isCMap(m.text) {
			change = c.changePage
		}
		changed, ok := change(m.text)
		if !ok {
			continue
		}
		fmt.Fprintf(&table, "%d 1\n%010d %05d n \n", m.number, b.Len(), m.generation)
		fmt.Fprintf(&b, "%d %d obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", m.number, m.generation,
			len(changed), changed)
	}
	if table.Len() == 0 {
		return nil, false
	}
	for _, s := range sizeEntry.FindAllSubmatch(raw, -1) {
		if n, err := strconv.Atoi(string(s[1])); err == nil {
			size = max(size, n)
		}
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n%strailer\n<</Size %d/Root %s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n", table.Bytes(), size,
		root[1], start[1], at)
	return b.Bytes(), true
}

var (
	rootEntry = lazyregexp.New(`/Root\s*(\d{1,9}\s+\d{1,5}\s+R)`)
	startXref = lazyregexp.New(`startxref\s+(\d{1,15})`)
	sizeEntry = lazyregexp.New(`/Size\s+(\d{1,9})`)
	object    = lazyregexp.New(`(?:^|[\r\n\s])(\d{1,9})\s+(\d{1,5})\s+obj\s*<<`)
)

// lastMatch returns the last match of a pattern; nil if there is none.
func lastMatch(pattern *lazyregexp.Regexp, raw []byte) [][]byte {
	all := pattern.FindAllSubmatch(raw, -1)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

// A stream is a ToUnicode CMap of a PDF, or the content of a page that says itself what its glyphs
// are, and the number of its object.
type stream struct {
	number, generation int
	text               []byte
}

// findStreams returns the streams of a PDF that may have to change, of each object the last one.
func findStreams(raw []byte) (out []stream) {
	left, leftInside := maxAll, maxInside
	at := map[int]int{} // where the object is in out
	for _, o := range object.FindAllSubmatchIndex(raw, -1) {
		head := raw[o[1]:min(o[1]+maxDict, len(raw))]
		begin := bytes.Index(head, []byte("stream"))
		if end := bytes.Index(head, []byte("endobj")); begin < 0 || end >= 0 && end < begin {
			continue
		}
		dict := head[:begin]
		// What has these is a picture, a font, a form or an object stream.
		if bytes.Contains(dict, []byte("/Subtype")) || bytes.Contains(dict, []byte("/Length1")) ||
			bytes.Contains(dict, []byte("/N ")) {
			continue
		}
		data := raw[o[1]+begin+len("stream"):]
		data = bytes.TrimPrefix(bytes.TrimPrefix(data, []byte("\r")), []byte("\n"))
		text, ok := readStream(data, bytes.Contains(dict, []byte("/FlateDecode")), min(left, leftInside))
		if leftInside -= len(text); !ok {
			continue
		}
		number, _ := strconv.Atoi(string(raw[o[2]:o[3]]))
		generation, _ := strconv.Atoi(string(raw[o[4]:o[5]]))
		left -= len(text)
		if i, found := at[number]; found {
			out[i] = stream{number, generation, text}
			continue
		}
		at[number] = len(out)
		out = append(out, stream{number, generation, text})
	}
	return out
}

// readStream returns what was read of a stream. ok is false if there is nothing in it that may have
// to change.
func readStream(data []byte, compressed bool, left int) (text []byte, ok bool) {
	limit := min(maxStream, left)
	if !compressed {
		end := bytes.Index(data[:min(len(data), limit)], []byte("endstream"))
		return data[:max(end, 0)], end >= 0 && mayChange(data[:end])
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	// The checksum of a stream may be wrong without harm.
	text, err = io.ReadAll(io.LimitReader(z, int64(limit)))
	if len(text) >= limit || err != nil && !errors.Is(err, zlib.ErrChecksum) {
		return text, false
	}
	return text, mayChange(text)
}

func mayChange(text []byte) bool { return isCMap(text) || actualText.Match(text) }

func isCMap(text []byte) bool {
	return bytes.Contains(text[:min(len(text), minRead)], []byte("begincmap"))
}
