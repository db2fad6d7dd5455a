package part

import "errors"

// What errors about files tell apart; package read exports them.
var (
	ErrEmpty     = errors.New("there is no text in it")
	ErrDamaged   = errors.New("it is damaged")
	ErrProtected = errors.New("it is protected")
)

// A marked error has a kind, which errors.Is finds, and a message of its own.
type marked struct{ kind, err error }

func (m *marked) Error() string { return m.err.Error() }

func (m *marked) Unwrap() []error { return []error{m.kind, m.err} }

// Mark returns err as an error of a kind.
func Mark(kind, err error) error { return &marked{kind, err} }

// Damaged returns err as an error of a damaged file.
func Damaged(err error) error { return Mark(ErrDamaged, err) }
