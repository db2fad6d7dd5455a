package main

import (
	"io"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// A browser asks for a page in milliseconds; who is slower is no browser.
const (
	headerTimeout = 10 * time.Second
	idleTimeout   = 2 * time.Minute
)

// openBrowser shows an address in the user's browser, if there is one. Where that fails, the
// address is printed anyway.
func openBrowser(address string) {
	command := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	if path, err := exec.LookPath(command[0]); err == nil {
		c := exec.Command(path, append(command[1:], address)...)
		if c.Start() == nil {
			go c.Wait()
		}
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
