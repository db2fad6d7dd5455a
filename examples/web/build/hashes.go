package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// version writes the files of the site with their hashes, and a hash of all, into the service
// worker. A browser takes a changed service worker for a new version of the site, and the service
// worker takes no file that has another hash.
func version(files map[string][]byte) error {
	if err := sealed(files); err != nil {
		return err
	}
	first, lists := map[string]string{}, map[string]string{}
	all := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(all, "%s %s\n", name, integrity(files[name]))
		switch {
		case name == "sw.js":
		case name == "index.html":
			first["./"] = integrity(files[name])
		case later(name):
			lists[name] = integrity(files[name])
		default:
			first[name] = integrity(files[name])
		}
	}
	sw := string(files["sw.js"])
	for _, r := range []struct {
		mark string
		is   any
	}{{"VERSION", hex.EncodeToString(all.Sum(nil))[:16]}, {"FILES", first}, {"LISTS", lists}} {
		is, err := json.Marshal(r.is)
		if err != nil {
			return err
		}
		sw = strings.Replace(sw, r.mark, string(is), 1)
	}
	files["sw.js"] = []byte(sw)
	return nil
}

// integrity returns the hash of a file as browsers check it.
func integrity(body []byte) string {
	sum := sha256.Sum256(body)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// resource is what the page loads by itself: a style, a script or a module of a script.
var resource = regexp.MustCompile(
	`<(?:link rel="(?:stylesheet|modulepreload)" href|script type="module" src)="([^"]+)"`)

// sealed adds the hashes of what the page loads to the page.
func sealed(files map[string][]byte) error {
	var missing error
	page := resource.ReplaceAllStringFunc(string(files["index.html"]), func(tag string) string {
		name := resource.FindStringSubmatch(tag)[1]
		body, ok := files[name]
		if !ok {
			missing = fmt.Errorf("index.html names %s, but the site has no such file", name)
		}
		return fmt.Sprintf(`%s integrity="%s"`, tag, integrity(body))
	})
	files["index.html"] = []byte(page)
	return missing
}
