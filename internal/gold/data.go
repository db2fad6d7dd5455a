package gold

import (
	"os"
	"path/filepath"
	"testing"
)

// Data returns a file of the shared data, in the folder that BITEXT_DATA names, else in "shared"
// beside the repository. If there is no such folder, the test is skipped; if there is no such file
// in it, the test fails.
func Data(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(Dir(t), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Dir returns the folder of the shared data. If there is none, the test is skipped.
func Dir(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("BITEXT_DATA"); dir != "" {
		return dir
	}
	root, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(root, "go.work")); missing == nil {
			break
		}
		if root == filepath.Dir(root) {
			t.Fatal("no go.work above the test's folder")
		}
		root = filepath.Dir(root)
	}
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(filepath.Dir(root), "shared")
	if _, missing := os.Stat(dir); missing != nil {
		t.Skip("skipped: no data")
	}
	return dir
}
