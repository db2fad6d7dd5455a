package review_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/review"
)

// served is the environment variable that makes this test program serve the review of a directory
// until it is killed.
const served = "BITEXT_TEST_REVIEW"

func TestMain(m *testing.M) {
	dir := os.Getenv(served)
	if dir == "" {
		os.Exit(m.Run())
	}
	r, err := review.Open(optionsIn(dir))
	if err == nil {
		l, err2 := review.Listen(0)
		err = err2
		if err == nil {
			token := review.NewToken()
			fmt.Println(review.Address(l, token))
			err = review.NewServer(r, l, token).Serve(l)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

var kills = flag.Int("kills", 10, "how often TestKill kills the server")

// A server that is killed at random moments, while clients act, loses nothing that it acknowledged.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	writeDocuments(t, dir)
	r := rand.New(rand.NewSource(1))
	acknowledged := 0
	for round := range *kills {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), served+"="+dir)
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		line := make([]byte, 200)
		n, err := out.Read(line)
		require.NoError(t, err)
		address := strings.TrimSpace(string(line[:n]))
		timer := time.AfterFunc(time.Duration(20+r.Intn(300))*time.Millisecond, func() { c.Process.Kill() })
		version := acknowledged
		for {
			out, err := post(address+"act", actionFor(version, r))
			if err != nil {
				break // the server is dead
			}
			require.Equal(t, version+1, out.Version, "round %d", round)
			version, acknowledged = out.Version, out.Version
		}
		timer.Stop()
		c.Wait()
		again, err := review.Open(optionsIn(dir))
		require.NoError(t, err, "round %d", round)
		// The last action may be on the disk without the answer having come.
		assert.Contains(t, []int{acknowledged, acknowledged + 1}, again.Actions(), "round %d", round)
		acknowledged = again.Actions()
		require.NoError(t, again.Close())
	}
	assert.Greater(t, acknowledged, 2**kills, "the clients had time to act")
	t.Logf("review: %d kills, %d actions", *kills, acknowledged)
	files, err := filepath.Glob(filepath.Join(dir, ".*"))
	require.NoError(t, err)
	assert.Empty(t, files, "nothing is left over")
}

// actionFor returns an action that is possible in any state.
func actionFor(version int, r *rand.Rand) review.Action {
	text := fmt.Sprint("note ", version, strings.Repeat(".", r.Intn(2000)))
	a := review.Action{Version: version, Do: "note", Row: 1, Text: text}
	if version > 0 && r.Intn(4) == 0 {
		a = review.Action{Version: version, Do: "approve", Row: 2}
	}
	return a
}

func post(address string, a review.Action) (out review.Outcome, err error) {
	body, err := json.Marshal(a)
	if err != nil {
		return out, err
	}
	answer, err := http.Post(address, "application/json", strings.NewReader(string(body)))
	if err != nil {
		return out, err
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		err = fmt.Errorf("%d: %s", answer.StatusCode, b)
	}
	if err == nil {
		err = json.Unmarshal(b, &out)
	}
	return out, err
}
