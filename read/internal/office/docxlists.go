package office

import (
	"encoding/xml"
	"io"
	"strconv"

	"github.com/bitext-go/bitext/read/internal/xmlscan"
)

// docxLists are the lists of a DOCX file: numbering.xml, and the lists of paragraph styles.
type docxLists struct {
	kinds  map[string]*docxKind // <w:abstractNum> by their ids
	lists  map[string]*docxList // <w:num> by their ids
	styles map[string]docxStyle
}

// A docxKind is a <w:abstractNum>: the lists of one kind are counted together.
type docxKind struct {
	levels  [maxLevels]listLevel
	style   map[string]int // the levels of paragraph styles
	link    string         // the style of numbering that defines it
	counter listCounter
}

// A docxList is a <w:num>.
type docxList struct {
	kind      string
	levels    map[int]listLevel // those that it has of its own
	restarts  map[int]int       // levels that begin anew, and with which number
	restarted map[int]bool      // those that have done so
}

// A docxStyle is a style of paragraphs or of characters, and what it says of numbers. If it says
// nothing, list is "" and level is -1.
type docxStyle struct {
	name, base, list string
	level            int
	hidden           *bool // nil if it does not say
}

// readLists reads the lists and the styles of the document.
func (a *archive) readLists(folder string) (*docxLists, error) {
	l := &docxLists{kinds: map[string]*docxKind{}, lists: map[string]*docxList{}, styles: map[string]docxStyle{}}
	if a.files[folder+"/numbering.xml"] != nil {
		if err := a.scan(folder+"/numbering.xml", l.readNumbering); err != nil {
			return nil, err
		}
	}
	if a.files[folder+"/styles.xml"] != nil {
		if err := a.scan(folder+"/styles.xml", l.readStyles); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// styled returns the styles alone: notes are not counted in lists.
func (l *docxLists) styled() *docxLists { return &docxLists{styles: l.styles} }

// readNumbering reads numbering.xml.
func (l *docxLists) readNumbering(s *xmlscan.Scanner) error {
	var kind *docxKind
	var list *docxList
	level := -1
	for {
		t, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if end, ok := t.(xml.EndElement); ok {
			if name := end.Name.Local; name == "abstractNum" || name == "num" {
				kind, list, level = nil, nil, -1
			}
			continue
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		value := xmlscan.Attr(e, "val")
		number, _ := strconv.Atoi(value)
		switch e.Name.Local {
		case "abstractNum":
			kind = &docxKind{style: map[string]int{}}
			l.kinds[xmlscan.Attr(e, "abstractNumId")] = kind
		case "num":
			list = &docxList{levels: map[int]listLevel{}, restarts: map[int]int{}, restarted: map[int]bool{}}
			l.lists[xmlscan.Attr(e, "numId")] = list
		case "abstractNumId":
			if list != nil {
				list.kind = value
			}
		case "numStyleLink":
			if kind != nil {
				kind.link = value
			}
		case "lvl", "lvlOverride":
			level, _ = strconv.Atoi(xmlscan.Attr(e, "ilvl"))
			level = min(max(level, 0), maxLevels-1)
			if e.Name.Local == "lvl" && list != nil {
				list.levels[level] = listLevel{}
			}
		case "startOverride":
			if list != nil && level >= 0 {
				list.restarts[level] = number
			}
		case "pStyle":
			if kind != nil && level >= 0 {
				kind.style[value] = level
			}
		case "start", "numFmt", "lvlText", "isLgl", "suff", "lvlRestart":
			if level < 0 {
				continue
			}
			if kind != nil {
				kind.levels[level].set(e.Name.Local, value)
			} else if own, ok := list.own(level); ok {
				own.set(e.Name.Local, value)
				list.levels[level] = own
			}
		}
	}
}

// own returns a level that the list has of its own.
func (list *docxList) own(level int) (listLevel, bool) {
	if list == nil {
		return listLevel{}, false
	}
	l, ok := list.levels[level]
	return l, ok
}

// set sets what an element says of a level.
func (l *listLevel) set(name, value string) {
	number, _ := strconv.Atoi(value)
	switch name {
	case "start":
		l.start = number
	case "numFmt":
		l.format = value
	case "lvlText":
		l.text = value
	case "isLgl":
		l.legal = value != "0" && value != "false"
	case "suff":
		l.tight = value == "nothing"
	case "lvlRestart":
		l.restart = number
		if number == 0 {
			l.restart = -1
		}
	}
}

// readStyles reads what styles.xml says of lists.
func (l *docxLists) readStyles(s *xmlscan.Scanner) error {
	id, style := "", docxStyle{}
	for {
		t, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if e.Name.Local == "style" && id != "" {
				l.styles[id] = style
			}
		case xml.StartElement:
			switch value := xmlscan.Attr(e, "val"); e.Name.Local {
			case "style":
				id, style = xmlscan.Attr(e, "styleId"), docxStyle{level: -1}
			case "name":
				style.name = value
			case "basedOn":
				style.base = value
			case "vanish":
				hidden := isOn(value)
				style.hidden = &hidden
			case "numId":
				style.list = value
			case "ilvl":
				style.level, _ = strconv.Atoi(value)
			}
		}
	}
}

// number counts a paragraph of a style, with the list and the level that it has of its own ("" and
// -1 if it has none), and returns its number with a space; "" if it has none.
func (l *docxLists) number(style, id string, level int) string {
	if l == nil {
		return ""
	}
	own := id != ""
	for s, depth := style, 0; id == "" && s != "" && depth < maxStyles; depth++ {
		def := l.styles[s]
		if level < 0 {
			level = def.level
		}
		id, s = def.list, def.base
	}
	list := l.lists[id]
	if list == nil {
		return ""
	}
	kind := l.kinds[list.kind]
	for depth := 0; kind != nil && kind.link != "" && depth < 5; depth++ {
		next := l.lists[l.styles[kind.link].list]
		if next == nil {
			break
		}
		kind = l.kinds[next.kind]
	}
	if kind == nil {
		return ""
	}
	if at, ok := kind.style[style]; ok && (!own || level < 0) {
		level = at
	}
	level = min(max(level, 0), maxLevels-1)
	if first, ok := list.restarts[level]; ok && !list.restarted[level] {
		kind.counter.restartAt(level, first)
		list.restarted[level] = true
	}
	levels := &kind.levels
	if len(list.levels) > 0 {
		changed := kind.levels
		for k, l := range list.levels {
			changed[k] = l
		}
		levels = &changed
	}
	return kind.counter.next(levels, level)
}
