package memory

// ReadStretches makes an Adder read short documents as it usually reads long ones: those of more
// than whole units only in part.
func (a *Adder) ReadStretches(whole, block, margin int) {
	a.reach = reach{whole: whole, short: 0, block: block, margin: margin}
}
