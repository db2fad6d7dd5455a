package memories

import (
	"time"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
)

// rank returns how much a unit deserves to be kept.
func (m *Merger) rank(u *tmx.Unit) uint64 {
	date := uint64(max(newest(u).Unix(), 0))
	if !m.Trusted {
		return date
	}
	trust := align.Confidence(1)
	for _, p := range u.Props {
		if p.Type == tmx.PropTranslation {
			_ = trust.UnmarshalText([]byte(p.Text)) // an invalid one stays 1
		}
	}
	return uint64(float64(trust)*1000)<<40 | date
}

// newest returns the latest date of a unit.
func newest(u *tmx.Unit) time.Time {
	out := latest(u.Created, u.Changed)
	for _, v := range u.Variants {
		out = latest(out, latest(v.Created, v.Changed))
	}
	return out
}

// latest returns the later of two dates.
func latest(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
