package main

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// addressKept is how long the file that leads the browser to the page is kept.
const addressKept = time.Minute

// openBrowser shows an address in the user's browser, if there is one; the address is printed
// anyway. The address holds a secret, and other users can list the arguments of a command. The
// browser is therefore given a file beside path that only this user can read, and that leads to the
// address. remove removes the file.
func openBrowser(address, path string) (remove func()) {
	remove = func() {}
	if runtime.GOOS == "windows" { // other users see no arguments
		start("rundll32", "url.dll,FileProtocolHandler", address)
		return remove
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+"-*.html")
	if err != nil {
		return remove
	}
	remove = func() { os.Remove(f.Name()) }
	to := html.EscapeString(address)
	_, err = fmt.Fprintf(f, `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=%s"><title>bitext review</title>
<p><a href="%[1]s">Open the review</a>
`, to)
	name, err2 := filepath.Abs(f.Name())
	if f.Close() != nil || err != nil || err2 != nil {
		return remove
	}
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	start(opener, name)
	time.AfterFunc(addressKept, remove)
	return remove
}

// start starts a command and does not wait for it.
func start(name string, args ...string) {
	if path, err := exec.LookPath(name); err == nil {
		c := exec.Command(path, args...)
		if c.Start() == nil {
			go c.Wait()
		}
	}
}
