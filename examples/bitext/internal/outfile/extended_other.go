//go:build unix && !linux

package outfile

// copyExtended does nothing: the standard library has no calls for extended attributes here.
func copyExtended(_, _ string) {}
