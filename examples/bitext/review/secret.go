package review

import (
	"crypto/rand"
	"encoding/base64"
)

// NewToken returns a secret that nobody can guess: 128 random bits, in base64 for URLs.
func NewToken() string {
	var b [16]byte
	rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// newKey returns the secret with which the pages of a review tell each other their address.
func newKey() string {
	var b [32]byte
	rand.Read(b[:])
	return base64.StdEncoding.EncodeToString(b[:])
}
