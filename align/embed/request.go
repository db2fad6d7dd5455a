package embed

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	maxAnswer = 512 << 20 // bytes of an answer
	maxPause  = time.Minute
)

// A StatusError is an answer of the server that is not 200.
type StatusError struct {
	URL     string
	Status  int
	Message string // what the server says, shortened

	wait time.Duration // what the server asks for before the next try
}

// Error names the address, the status and what the server says, and what to do.
func (e *StatusError) Error() string {
	advice := "check the address and the model"
	switch {
	case e.Status == http.StatusUnauthorized || e.Status == http.StatusForbidden:
		advice = "set the API key in the environment"
	case e.Status == http.StatusNotFound:
		advice = "check that the address ends as the server wants it, often in /v1, and that it has the model"
	case e.Status == http.StatusRequestEntityTooLarge:
		advice = "ask for fewer texts at a time"
	case e.temporary():
		advice = "try again later"
	}
	return fmt.Sprintf("embed: %s: status %d: %s; %s", e.URL, e.Status, e.Message, advice)
}

func (e *StatusError) temporary() bool {
	return e.Status == http.StatusTooManyRequests || e.Status == http.StatusRequestTimeout || e.Status >= 500
}

// retry asks for the vectors of a batch until the server gives them, refuses, or Tries is reached.
func (c *Client) retry(ctx context.Context, texts []string) ([][]float32, error) {
	tries, pause := c.Tries, c.Backoff
	if tries <= 0 {
		tries = 5
	}
	if pause <= 0 {
		pause = time.Second / 2
	}
	for try := 1; ; try++ {
		vectors, err := c.request(ctx, texts)
		if err == nil {
			return vectors, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		wait := pause
		var status *StatusError
		switch {
		case errors.As(err, &status) && !status.temporary(), errors.Is(err, errAnswer):
			return nil, err
		case status != nil:
			wait = max(wait, status.wait)
		}
		if try == tries {
			return nil, err
		}
		timer := time.NewTimer(min(wait, maxPause))
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil, ctx.Err()
		case <-timer.C:
		}
		pause *= 2
	}
}

// errAnswer is wrapped by the errors for answers that do not follow the protocol.
var errAnswer = errors.New("the answer is not that of an embeddings server")

// request makes one request.
func (c *Client) request(ctx context.Context, texts []string) ([][]float32, error) {
	timeout := c.Timeout
	if timeout <= 0 {
		timeout = time.Minute
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	body, err := json.Marshal(map[string]any{"model": c.Model, "input": texts, "encoding_format": "float"})
	if err != nil {
		return nil, err
	}
	address := strings.TrimSuffix(c.URL, "/") + "/embeddings"
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("embed: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	if c.Key != "" {
		r.Header.Set("Authorization", "Bearer "+c.Key)
	}
	client := c.HTTP
	if client == nil {
		client = http.DefaultClient
	}
	answer, err := client.Do(r)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("embed: %s: no answer within %v; is the server busy, or still loading the model? %w",
			address, timeout, err)
	case err != nil:
		return nil, fmt.Errorf("embed: %s cannot be reached; start the server, or check the address: %w", address, err)
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("embed: %s: the answer is cut off: %w", address, err)
	}
	if answer.StatusCode != http.StatusOK {
		seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After"))
		return nil, &StatusError{address, answer.StatusCode, messageOf(raw), time.Duration(seconds) * time.Second}
	}
	return vectorsOf(raw, len(texts), address)
}

// vectorsOf returns the n vectors of an answer, in the order of the texts.
func vectorsOf(raw []byte, n int, address string) ([][]float32, error) {
	var answer struct {
		Data []struct {
			Index     *int      `json:"index"`
			Embedding []float32 `json:"embedding"`
		} `json:"data"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return nil, fmt.Errorf("embed: %s: %w: %w", address, errAnswer, err)
	}
	if len(answer.Data) != n {
		return nil, fmt.Errorf("embed: %s: %w: %d vectors for %d texts", address, errAnswer, len(answer.Data), n)
	}
	out := make([][]float32, n)
	for i, d := range answer.Data {
		if d.Index != nil {
			i = *d.Index
		}
		if i < 0 || i >= n || out[i] != nil {
			return nil, fmt.Errorf("embed: %s: %w: index %d of %d", address, errAnswer, i, n)
		}
		length := 0.0
		for _, x := range d.Embedding {
			length += float64(x) * float64(x)
		}
		if len(d.Embedding) != len(answer.Data[0].Embedding) || !(length > 0) || math.IsInf(length, 0) {
			return nil, fmt.Errorf("embed: %s: %w: text %d has a vector of %d numbers and length %g",
				address, errAnswer, i+1, len(d.Embedding), math.Sqrt(length))
		}
		out[i] = d.Embedding
	}
	return out, nil
}

// messageOf returns what the body of an error says, in at most 200 bytes.
func messageOf(raw []byte) string {
	var structured struct {
		Error   any    `json:"error"`
		Message string `json:"message"`
	}
	message := string(raw)
	if json.Unmarshal(raw, &structured) == nil {
		switch e := structured.Error.(type) {
		case string:
			message = e
		case map[string]any:
			message = fmt.Sprint(e["message"])
		default:
			if structured.Message != "" {
				message = structured.Message
			}
		}
	}
	message = strings.Join(strings.Fields(message), " ")
	if len(message) > 200 {
		message = strings.ToValidUTF8(message[:200], "") + "…"
	}
	if message == "" {
		return "no message"
	}
	return message
}
