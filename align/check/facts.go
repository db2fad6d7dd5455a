package check

// Fact reports whether findings of a kind are about facts: numbers, dates, years, countries and
// addresses. No two wordings of one sentence differ in them. In the rest translations often differ:
// one language may number the items of a list, or quote in another way.
func (k Kind) Fact() bool {
	switch k {
	case Number, Date, Year, Country, Address:
		return true
	}
	return false
}
