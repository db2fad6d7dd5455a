//go:build !site

package ngram

import (
	"embed"
	"io/fs"
)

//go:embed models/*.bin
var embedded embed.FS

// files are the tables.
var files = func() fs.FS {
	f, err := fs.Sub(embedded, "models")
	if err != nil {
		panic(err) // the directory is embedded
	}
	return f
}()
