//go:build !js && site_embedded

package site

import (
	"embed"
	"io/fs"
)

// files are what examples/web/build writes with -without-lists; scripts/release.sh does that.
//
//go:embed files
var files embed.FS

// Embedded returns the site that was built into the program, and whether there is one.
func Embedded() (fs.FS, bool) {
	f, err := fs.Sub(files, "files")
	return f, err == nil
}
