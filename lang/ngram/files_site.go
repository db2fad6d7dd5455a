//go:build site

package ngram

import (
	"io/fs"
	"os"
)

// files are the tables. The build tag site leaves them out of a program that is loaded over the
// network; they are files of its site, which are loaded if a language needs them.
var files fs.FS = os.DirFS("/lists")
