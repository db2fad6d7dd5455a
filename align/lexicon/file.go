package lexicon

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// A lexicon file begins with lines of text: the magic, the two languages, the notes, an empty line.
// A deflated body follows: three sizes, then columns that each hold one kind of byte, which deflate
// well. Forms are in order, and leave out the bytes that they share with the form before.
const magic = "bitext lexicon 1\n"

// maxBody is the greatest size of an inflated body that is read.
const maxBody = 1 << 28

// Write writes the lexicon as a file for [Read], the same bytes for the same lexicon.
func (l *Lexicon) Write(w io.Writer) error {
	l = l.filled()
	var head strings.Builder
	head.WriteString(magic)
	fmt.Fprintf(&head, "%v %v\n", l.source, l.target)
	for line := range strings.SplitSeq(l.notes, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			head.WriteString(line + "\n")
		}
	}
	head.WriteString("\n")
	if _, err := io.WriteString(w, head.String()); err != nil {
		return err
	}
	body, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := body.Write(appendBody(nil, l)); err != nil {
		return err
	}
	return body.Close()
}

// appendBody appends the body of a lexicon's file, not deflated.
func appendBody(b []byte, l *Lexicon) []byte {
	b = binary.AppendUvarint(b, uint64(l.from.Len()))
	b = binary.AppendUvarint(b, uint64(l.to.Len()))
	b = binary.AppendUvarint(b, uint64(len(l.pairs)))
	b = appendWords(appendWords(b, l.from), l.to)
	for i := range l.from.Len() {
		b = binary.AppendUvarint(b, uint64(l.starts[i+1]-l.starts[i]))
	}
	for shift := 0; shift < 24; shift += 8 {
		for _, p := range l.pairs {
			b = append(b, byte(p.to>>shift))
		}
	}
	for _, p := range l.pairs {
		b = append(b, byte(p.p))
	}
	for _, p := range l.pairs {
		b = append(b, byte(p.q))
	}
	return b
}

// appendWords appends how many bytes each form shares with the one before, how many follow, and
// those.
func appendWords(b []byte, w *Words) []byte {
	shared := make([]byte, w.Len())
	rest := make([]byte, w.Len())
	var text []byte
	for i := range w.Len() {
		form := w.at(i)
		n := 0
		if i > 0 {
			before := w.at(i - 1)
			for n < len(before) && n < len(form) && n < 255 && before[n] == form[n] {
				n++
			}
		}
		shared[i], rest[i] = byte(n), byte(len(form)-n)
		text = append(text, form[n:]...)
	}
	return append(append(append(b, shared...), rest...), text...)
}

// Read reads a lexicon that [Lexicon.Write] wrote.
func Read(r io.Reader) (*Lexicon, error) { return read(r, 0) }

// read reads a lexicon. size is about the size of its inflated body, or 0.
func read(r io.Reader, size int) (*Lexicon, error) {
	in := bufio.NewReader(r)
	l, err := readHead(in)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	var raw bytes.Buffer
	raw.Grow(size)
	body := flate.NewReader(in)
	n, err := raw.ReadFrom(io.LimitReader(body, maxBody+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("lexicon: the file ends early or is damaged: %w", err)
	case n > maxBody:
		return nil, errors.New("lexicon: the file is damaged: it claims more than 256 MB")
	}
	d := decoder{b: raw.Bytes()}
	d.lexicon(l)
	if d.damaged || len(d.b) > 0 {
		return nil, errors.New("lexicon: the file is damaged: its parts do not fit together")
	}
	return l, nil
}

func readHead(in *bufio.Reader) (*Lexicon, error) {
	line, err := in.ReadString('\n')
	if err != nil || line != magic {
		return nil, fmt.Errorf("not a lexicon file: it does not begin with %q", strings.TrimSpace(magic))
	}
	line, err = in.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the file ends in its head: %w", err)
	}
	source, target, _ := strings.Cut(strings.TrimSpace(line), " ")
	l := &Lexicon{}
	if l.source, err = language.Parse(source); err != nil {
		return nil, fmt.Errorf("line 2: source language: %w", err)
	}
	if l.target, err = language.Parse(target); err != nil {
		return nil, fmt.Errorf("line 2: target language: %w", err)
	}
	var notes []string
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("the file ends in its head: %w", err)
		}
		if line = strings.TrimSuffix(line, "\n"); line == "" {
			l.notes = strings.Join(notes, "\n")
			return l, nil
		}
		notes = append(notes, line)
	}
}

// A decoder takes the parts off a body and remembers whether one was invalid.
type decoder struct {
	b       []byte
	damaged bool
}

func (d *decoder) lexicon(l *Lexicon) {
	source, target, pairs := d.number(), d.number(), d.number()
	l.from, l.to = d.words(source), d.words(target)
	l.starts = make([]uint32, 1, source+1)
	total := 0
	for range source {
		if total += d.number(); d.damaged || total > pairs {
			d.damaged = true
			return
		}
		l.starts = append(l.starts, uint32(total))
	}
	low, middle, high, p, q := d.take(pairs), d.take(pairs), d.take(pairs), d.take(pairs), d.take(pairs)
	if d.damaged || total != pairs {
		d.damaged = true
		return
	}
	l.pairs = make([]pair, pairs)
	for i := range l.pairs {
		to := uint32(low[i]) | uint32(middle[i])<<8 | uint32(high[i])<<16
		if int(to) >= target {
			d.damaged = true
			return
		}
		l.pairs[i] = pair{to, step(p[i]), step(q[i])}
	}
}

// number takes a size. A valid one does not exceed the number of bytes that follow it.
func (d *decoder) number() int {
	v, n := binary.Uvarint(d.b)
	if n <= 0 || v > uint64(len(d.b)) {
		d.damaged = true
		return 0
	}
	d.b = d.b[n:]
	return int(v)
}

func (d *decoder) take(n int) []byte {
	if n > len(d.b) {
		d.damaged = true
		return nil
	}
	b := d.b[:n]
	d.b = d.b[n:]
	return b
}

func (d *decoder) words(n int) *Words {
	shared, rest := d.take(n), d.take(n)
	if d.damaged {
		return &Words{}
	}
	size, suffixes := 0, 0
	for i := range n {
		size += int(shared[i]) + int(rest[i])
		suffixes += int(rest[i])
	}
	suffix := d.take(suffixes)
	w := &Words{ends: make([]uint32, n)}
	var b strings.Builder
	b.Grow(size)
	last, at := 0, 0
	for i := range n {
		keep, more := int(shared[i]), int(rest[i])
		text := b.String() // no copy: what was written does not change
		start := len(text)
		if d.damaged || keep > start-last {
			d.damaged = true
			return &Words{}
		}
		b.WriteString(text[last : last+keep])
		b.Write(suffix[at : at+more])
		text = b.String()
		if i > 0 && text[last:start] >= text[start:] {
			d.damaged = true
			return &Words{}
		}
		last, at = start, at+more
		w.ends[i] = uint32(len(text))
	}
	w.text = b.String()
	d.damaged = d.damaged || !utf8.ValidString(w.text)
	return w
}
