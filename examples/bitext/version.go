package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// release is the version if the linker was given one, as for the program of the site, which has no
// build information.
var release string

// version returns the version of the module that the program was built from.
func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}

// versionText returns what bitext --version writes: the version, the commit, and the versions of
// the data that results depend on.
func versionText() string {
	var b strings.Builder
	fmt.Fprintf(&b, "bitext %s\n", version())
	fmt.Fprintf(&b, "commit:    %s\n", commit())
	fmt.Fprintf(&b, "built by:  %s for %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(&b, "lexicons:  %s\n", lexiconVersions())
	fmt.Fprintf(&b, "languages: %s\n", modelsVersion)
	return b.String()
}

// commit returns the commit that the program was built from. A program that go install made from a
// module proxy knows the checksum of its module instead.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	switch revision := settings["vcs.revision"]; {
	case revision != "" && settings["vcs.modified"] == "true":
		return revision + ", with changes"
	case revision != "":
		return revision
	case info.Main.Sum != "":
		return "that of the version, module sum " + info.Main.Sum
	}
	return "unknown"
}
