// Package outfile writes files whole or not at all, also if the program is killed or the disk is
// full.
//
//	err := outfile.Write(ctx, "memory.tmx", func(w io.Writer) error { … })
//
// A file is written under a temporary name in its folder, flushed to the disk, and then renamed, so
// that its name always leads to the old file or to the whole new one. A link is followed and stays
// a link, also if nothing is there yet. An existing file keeps its mode, and, as far as the system
// allows, its owner and its extended attributes. A read-only file is not replaced. Devices and
// pipes are written to directly.
//
// If the program is killed, the temporary file remains. The next program that writes the same file
// removes it: it holds a lock on each temporary file that is in use, which the system releases with
// the process.
//
// [Lock] keeps two programs that change one file from losing each other's work.
package outfile
