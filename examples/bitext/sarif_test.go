package main

import (
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the schema of SARIF 2.1.0 requires and restricts, for the objects that the report has:
// sarifLog, run, tool, toolComponent, reportingDescriptor, result, message, location,
// physicalLocation, artifactLocation and region.
func TestSARIFHasWhatItsSchemaRequires(t *testing.T) {
	out := filepath.Join(t.TempDir(), "findings.sarif")
	report := filepath.Join(fixture, "report.ar-en.txt")
	err := exec.Command("bitext", "check", "-q", "--format", "sarif", "-o", out, report).Run()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	assert.Equal(t, 3, exit.ExitCode())
	body, err := os.ReadFile(out)
	require.NoError(t, err)
	var log map[string]any
	require.NoError(t, json.Unmarshal(body, &log))
	only(t, log, "$schema", "version", "runs")
	assert.Equal(t, "2.1.0", log["version"])
	for _, r := range list(t, log, "runs") {
		only(t, r, "tool", "columnKind", "results")
		assert.Contains(t, []string{"utf16CodeUnits", "unicodeCodePoints"}, r["columnKind"])
		driver := object(t, object(t, r, "tool"), "driver")
		only(t, driver, "name", "version", "informationUri", "rules")
		require.NotEmpty(t, driver["name"])
		absolute(t, driver["informationUri"])
		rules := list(t, driver, "rules")
		require.NotEmpty(t, rules)
		ids := map[any]bool{}
		for _, rule := range rules {
			assert.NotEmpty(t, rule["id"])
			assert.Falsef(t, ids[rule["id"]], "%v is there twice", rule["id"])
			ids[rule["id"]] = true
			message(t, object(t, rule, "shortDescription"))
		}
		results := list(t, r, "results")
		require.NotEmpty(t, results)
		for _, x := range results {
			index, ok := x["ruleIndex"].(float64)
			require.True(t, ok)
			assert.Equal(t, x["ruleId"], rules[int(index)]["id"])
			assert.Contains(t, []string{"none", "note", "warning", "error"}, x["level"])
			message(t, object(t, x, "message"))
			for _, l := range list(t, x, "locations") {
				physical := object(t, l, "physicalLocation")
				uri := object(t, physical, "artifactLocation")["uri"].(string)
				_, err := url.Parse(uri)
				assert.NoError(t, err)
				assert.NotContains(t, uri, " ")
				region := object(t, physical, "region")
				line, ok := region["startLine"].(float64)
				require.True(t, ok)
				assert.GreaterOrEqual(t, line, 1.0)
				assert.NotEmpty(t, object(t, region, "snippet")["text"])
			}
		}
	}
}

func object(t *testing.T, in map[string]any, name string) map[string]any {
	t.Helper()
	x, ok := in[name].(map[string]any)
	require.Truef(t, ok, "%s of %v", name, in)
	return x
}

func list(t *testing.T, in map[string]any, name string) (out []map[string]any) {
	t.Helper()
	all, ok := in[name].([]any)
	require.Truef(t, ok, "%s of %v", name, in)
	for _, x := range all {
		out = append(out, x.(map[string]any))
	}
	return out
}

// only says that an object has these members and no others, where the schema forbids others.
func only(t *testing.T, in map[string]any, names ...string) {
	t.Helper()
	for name := range in {
		assert.Contains(t, names, name)
	}
	for _, name := range names {
		assert.Contains(t, in, name)
	}
}

func message(t *testing.T, m map[string]any) {
	t.Helper()
	assert.NotEmpty(t, m["text"])
}

func absolute(t *testing.T, uri any) {
	t.Helper()
	u, err := url.Parse(uri.(string))
	require.NoError(t, err)
	assert.True(t, u.IsAbs())
}
