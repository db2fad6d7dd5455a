// Package embed gets sentence vectors from a server that speaks the embeddings protocol of OpenAI,
// as Ollama, llama.cpp, vLLM, text-embeddings-inference and others do, and makes evidence of them.
//
//	client := &embed.Client{URL: "http://localhost:11434/v1", Model: "bge-m3"}
//	aligner := align.Aligner{Scorer: append(evidence.Standard(), client.Evidence(3))}
//
// It is the only package of the library that uses a network, and only the server that you name. The
// texts are sent to that server. The model must know both languages and place translations near
// each other.
package embed

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// A Client gets vectors from a server. Set URL and Model before the first call and change nothing
// after it. Any number of goroutines may use it.
type Client struct {
	// URL is the address of the server's API, such as http://localhost:11434/v1. The path
	// /embeddings is added.
	URL string
	// Model is the name that the server knows the model by.
	Model string
	// Key is sent as bearer token, if it is not empty.
	Key string
	// Cache is a folder for the vectors, which is created if there is none; "" keeps none. A vector
	// is found again by the SHA-256 sum of the address, the model and the text.
	Cache string
	// Batch is how many texts a request has; 0 means 64.
	Batch int
	// Timeout bounds each request; 0 means a minute.
	Timeout time.Duration
	// Tries is how often a request is made if the server is busy or cannot be reached; 0 means 5.
	Tries int
	// Backoff is the pause before the second try; it doubles for each further one. The server may
	// ask for a longer one, of at most a minute. 0 means half a second.
	Backoff time.Duration
	// HTTP makes the requests; nil means http.DefaultClient.
	HTTP *http.Client
	// Progress is called after each request, with how many of the texts have vectors. It may be
	// nil.
	Progress func(done, all int)
}

// Embed returns a vector for each text, all of the same length. Texts that are equal, or in the
// cache, are not sent again. The errors say what to do; they wrap ctx.Err() if ctx was cancelled,
// and a [StatusError] if the server refused.
func (c *Client) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	if c.URL == "" || c.Model == "" {
		return nil, errors.New("embed: URL and Model must be set")
	}
	if u, err := url.Parse(c.URL); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("embed: %q is not the address of a server; give one such as http://localhost:11434/v1", c.URL)
	}
	store, err := openStore(c.Cache, c.URL, c.Model)
	if err != nil {
		return nil, err
	}
	defer store.close()
	found := map[string][]float32{}
	var missing []string
	for _, text := range texts {
		if _, seen := found[text]; seen {
			continue
		}
		v := store.get(text)
		found[text] = v
		if v == nil {
			missing = append(missing, text)
		}
	}
	batch := c.Batch
	if batch <= 0 {
		batch = 64
	}
	all := len(found)
	done := all - len(missing)
	for len(missing) > 0 {
		part := missing[:min(batch, len(missing))]
		missing = missing[len(part):]
		vectors, err := c.retry(ctx, part)
		if err != nil {
			return nil, err
		}
		for i, text := range part {
			found[text] = vectors[i]
		}
		if err := store.add(part, vectors); err != nil {
			return nil, err
		}
		done += len(part)
		if c.Progress != nil {
			c.Progress(done, all)
		}
	}
	out := make([][]float32, len(texts))
	for i, text := range texts {
		out[i] = found[text]
		if len(out[i]) != len(out[0]) {
			const problem = "embed: %s returns vectors of %d and of %d numbers for model %s; " +
				"empty the cache if the model has changed"
			return nil, fmt.Errorf(problem, c.URL, len(out[0]), len(out[i]), c.Model)
		}
	}
	return out, nil
}
