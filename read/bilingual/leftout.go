package bilingual

// A leftOut counts what was left out for one reason.
type leftOut struct {
	one, many string
	n         int
}

const (
	unfinishedOne = "translation that is new, a draft or rejected"
	codesOne      = "wording that holds nothing but codes"
)

// leave counts something that is left out. one and many say what it is.
func (b *builder) leave(one, many string) {
	for i := range b.left {
		if b.left[i].one == one {
			b.left[i].n++
			return
		}
	}
	b.left = append(b.left, leftOut{one, many, 1})
}

// leaveUnfinished counts a translation that nobody has confirmed.
func (b *builder) leaveUnfinished() {
	b.leave(unfinishedOne, "translations that are new, drafts or rejected")
}

// leaveObsolete counts a string that its program no longer uses.
func (b *builder) leaveObsolete() { b.leave("obsolete string", "obsolete strings") }

// leaveFixed counts a string that is not to be translated.
func (b *builder) leaveFixed() {
	b.leave("string that is not to be translated", "strings that are not to be translated")
}

// count returns how many were left out for a reason.
func (b *builder) count(one string) int {
	for _, l := range b.left {
		if l.one == one {
			return l.n
		}
	}
	return 0
}
