package memory

// arrange inserts the new items and removes the unpaired sentences that are in a unit now, or that
// a new version of the text no longer has.
func (e *edit) arrange() {
	still := map[*item]bool{}
	for _, s := range e.sentences {
		if s.item != nil {
			still[s.item] = true
		}
	}
	var out []*item
	var putAfter func(it *item)
	putAfter = func(it *item) {
		for _, list := range [][]*item{e.fresh[it], e.unpaired[it]} {
			for _, added := range list {
				out = append(out, added)
				putAfter(added)
			}
		}
	}
	putAfter(nil)
	for _, it := range e.document.items {
		switch {
		case it.used:
		case e.isOwn(it) && !still[it] && !e.report.Comparable:
			e.report.Dropped = append(e.report.Dropped, it.unpaired.Text)
		default:
			out = append(out, it)
		}
		putAfter(it)
	}
	e.document.items = out
}

// isOwn reports whether an item is an unpaired sentence of the text or an older version of it.
func (e *edit) isOwn(it *item) bool {
	s := it.unpaired
	return s != nil && e.inLanguage(s.Lang) && s.Document == e.text.Name && s.Document != ""
}
