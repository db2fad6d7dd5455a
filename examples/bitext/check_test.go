package main

import (
	"encoding/json"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checked returns what bitext check finds in a report.
func checked(t *testing.T, path string) []jsonFinding {
	t.Helper()
	out, err := exec.Command("bitext", "check", "-q", "--format", "json", path).Output()
	var exit *exec.ExitError
	require.Truef(t, errors.As(err, &exit) && exit.ExitCode() == 3, "%v", err)
	var report struct{ Findings []jsonFinding }
	require.NoError(t, json.Unmarshal(out, &report))
	return report.Findings
}

// expected is a finding that there must be.
type expected struct{ kind, lang, begins string }

// compareFindings returns which of the expected findings are there, and what else is.
func compareFindings(found []jsonFinding, want []expected) (missing []expected, others []jsonFinding) {
	used := map[int]bool{}
	for _, w := range want {
		hit := false
		for i, f := range found {
			if !used[i] && string(f.Kind) == w.kind && f.Lang == w.lang && strings.HasPrefix(f.Wording, w.begins) {
				used[i], hit = true, true
				break
			}
		}
		if !hit {
			missing = append(missing, w)
		}
	}
	for i, f := range found {
		if !used[i] {
			others = append(others, f)
		}
	}
	return missing, others
}

// In the report that was written for this project the English leaves out a country and two
// sentences, and has a paragraph and a stamp of its own.
func TestCheckOfOwnReport(t *testing.T) {
	missing, others := compareFindings(checked(t, filepath.Join(fixture, "report.ar-en.txt")), []expected{
		{"country", "ar", "إريتريا"}, {"unpaired", "en", "The meeting took note"}, {"unpaired", "en", "draft"},
		{"unpaired", "ar", "وطلب الاجتماع"}, {"unpaired", "ar", "كما حثها"},
	})
	assert.Empty(t, missing)
	assert.Empty(t, others)
}

// The English of a real report leaves out a country and two sentences, and has a paragraph and a
// stamp of its own.
func TestCheckOfRealReport(t *testing.T) {
	missing, others := compareFindings(checked(t, shared(t, "seeds/ar-en-report-2016.txt")), []expected{
		{"country", "ar", "باكستان"}, {"unpaired", "en", "The meeting also called for due efforts"}, {"unpaired", "en", "draft"},
		{"unpaired", "ar", "ودعا الاجتماع الدول الأعضاء إلى العمل"}, {"unpaired", "ar", "واتفق الاجتماع في الأخير"},
	})
	assert.Empty(t, missing)
	assert.LessOrEqualf(t, len(others), 2, "%v", others)
}
