// Package align pairs the sentences of texts that translate one another.
package align
