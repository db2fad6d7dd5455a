// Package web holds the files of a site that aligns documents in the browser: the program bitext as
// WebAssembly in a worker, with the page of bitext review. Package build makes the site.
//
// The worker gives the program a file system in memory (site/files.js). The journal of a review is
// kept in the browser's own storage as well, and writing it returns once it is there. A service
// worker (site/sw.js) sends what the page of a review asks for to the worker, so that it is the
// same page, with the same handlers, as that of the program; and it keeps the files of the site, so
// that it works without a network.
package web

import "embed"

// Site holds the files that are written by hand, below the folder site.
//
//go:embed site
var Site embed.FS
