package review_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/review/sheet"
)

type jobLine struct {
	Name, State, Fault string
	Rows, Done, Open   int
}

// folder serves a list of reviews and returns its address, without the slash at the end.
func folder(t *testing.T, jobs ...review.Job) string {
	t.Helper()
	all := review.NewJobs("folder", jobs, func(*review.Review) {})
	t.Cleanup(func() { require.NoError(t, all.Close()) })
	l, err := review.Listen(0)
	require.NoError(t, err)
	token := review.NewToken()
	s := review.NewJobsServer(all, l, token)
	go s.Serve(l)
	t.Cleanup(func() { s.Close() })
	return review.Address(l, token)
}

func lines(t *testing.T, address string) (out []jobLine) {
	t.Helper()
	status, body, _ := send(t, http.MethodGet, address+"jobs", "")
	require.Equal(t, http.StatusOK, status)
	require.NoError(t, json.Unmarshal([]byte(body), &out))
	return out
}

// A list tells how far each review is, opens one when it is asked for, and finds them again.
func TestJobs(t *testing.T) {
	o := options(t)
	rain := review.Job{Name: "rain", Options: func() (review.Options, error) { return o, nil }}
	bad := review.Job{Name: "bad", Options: func() (review.Options, error) {
		return review.Options{}, errors.New("bad.txt: no such file")
	}}
	slow := review.Job{Name: "slow", Options: func() (review.Options, error) {
		o := options(t)
		made := o.Make
		o.Make = func() (*sheet.Sheet, error) {
			time.Sleep(2500 * time.Millisecond)
			return made()
		}
		return o, nil
	}}
	address := folder(t, rain, bad, slow)
	assert.Equal(t, []jobLine{{Name: "rain", State: "new"},
		{Name: "bad", State: "fault", Fault: "bad.txt: no such file"},
		{Name: "slow", State: "new"}}, lines(t, address))

	status, page, _ := send(t, http.MethodGet, address+"job/1/", "")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, page, `href="../../"`, "the page of a review leads back to the list")
	status, body, _ := send(t, http.MethodPost, address+"job/1/act", `{"do":"approve","row":1}`)
	assert.Equal(t, http.StatusOK, status, body)
	begun := lines(t, address)[0]
	begun.Open = 0 // what needs attention is for the aligner to say
	assert.Equal(t, jobLine{Name: "rain", State: "begun", Rows: 4, Done: 1}, begun)

	status, body, _ = send(t, http.MethodGet, address+"job/2/", "")
	assert.Equal(t, http.StatusInternalServerError, status)
	assert.Contains(t, body, "no such file")

	// A page waits for the texts to be aligned.
	status, body, h := send(t, http.MethodGet, address+"job/3/", "")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, body, "being aligned")
	assert.Equal(t, "1", h.Get("Refresh"))
	assert.Equal(t, "working", lines(t, address)[2].State)
	assert.Eventually(t, func() bool {
		_, page, _ = send(t, http.MethodGet, address+"job/3/", "")
		return !assert.ObjectsAreEqual(body, page)
	}, 10*time.Second, 50*time.Millisecond)
	assert.Contains(t, page, "main.js")

	for _, none := range []string{"job/0/", "job/4/", "job/x/", "job/1/none", "act"} {
		status, _, _ = send(t, http.MethodGet, address+none, "")
		assert.Equal(t, http.StatusNotFound, status, none)
	}
}

// The next run shows what the journals hold.
func TestJobsOfAnEarlierRun(t *testing.T) {
	o := options(t)
	r := open(t, o)
	for row := 1; row <= 4; row++ {
		act(t, r, review.Action{Do: "approve", Row: row})
	}
	require.NoError(t, r.Close())
	address := folder(t, review.Job{Name: "rain", Options: func() (review.Options, error) { return o, nil }})
	assert.Equal(t, []jobLine{{Name: "rain", State: "done", Rows: 4, Done: 4}}, lines(t, address))
}
