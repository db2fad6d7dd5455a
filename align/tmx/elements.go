package tmx

import "bytes"

// An element is where an element is in the XML of a unit.
type element struct {
	name      string
	from, to  int       // all of it
	inner     int       // the end of its start tag
	innerEnd  int       // the beginning of its end tag
	children  []element // of a <tu> or <tuv>
	beginning int       // of the white space before it
}

// elements returns where the elements of a unit are; ok is false if they are not nested as usual.
func elements(raw []byte) (tu element, ok bool) {
	p := parser{lex: lexer{b: raw}}
	t, err := p.lex.next()
	if err != nil || t.name != "tu" || t.kind != startTag {
		return tu, false
	}
	tu = element{name: "tu", from: t.at, inner: p.lex.i}
	tu.children, tu.innerEnd, err = p.within(t, tu.inner)
	tu.to = p.lex.i
	return tu, err == nil
}

// within returns the elements inside the one that begins with open, and where its end tag begins.
// The lexer is after its start tag, at from.
func (p *parser) within(open token, from int) (list []element, innerEnd int, err error) {
	innerEnd = from
	err = p.children(open, func(t token) error {
		e := element{name: t.name, from: t.at, inner: p.lex.i}
		e.beginning = innerEnd + len(bytes.TrimRight(p.lex.b[innerEnd:e.from], " \t\r\n"))
		var err error
		switch {
		case t.kind == emptyTag:
			e.innerEnd = e.inner
		case t.name == "tuv":
			e.children, e.innerEnd, err = p.within(t, e.inner)
		default:
			err = p.pass(t)
			e.innerEnd = bytes.LastIndexByte(p.lex.b[:p.lex.i], '<')
		}
		e.to, innerEnd = p.lex.i, p.lex.i
		list = append(list, e)
		return err
	})
	return list, max(from, bytes.LastIndexByte(p.lex.b[:p.lex.i], '<')), err
}

// A run is a stretch of wording in the XML of a segment.
type run struct{ from, to int }

// runsOf returns the wording before, between and after the markup of a segment: one run more than
// there are pieces of markup.
func runsOf(seg []byte) (runs []run, ok bool) {
	p := parser{lex: lexer{b: seg}}
	from := 0
	for {
		t, err := p.lex.next()
		if err != nil {
			return nil, false
		}
		switch {
		case t.kind == end:
			return append(runs, run{from, len(seg)}), true
		case t.kind == text:
			continue
		case isCode(t.name) && t.kind == startTag:
			if err := p.pass(t); err != nil {
				return nil, false
			}
		case t.name == "hi" && t.kind == emptyTag: // two pieces of markup
			runs = append(runs, run{from, t.at})
			from = p.lex.i
			runs = append(runs, run{from, from})
			continue
		}
		runs = append(runs, run{from, t.at})
		from = p.lex.i
	}
}
