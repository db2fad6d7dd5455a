//go:build !js && !site_embedded

package site

import "io/fs"

// Embedded returns the site that was built into the program, and whether there is one. A plain
// build has none, since the site is made from the program.
func Embedded() (fs.FS, bool) { return nil, false }
