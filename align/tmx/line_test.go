package tmx_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/align/tmx"
)

func TestLineOfAUnit(t *testing.T) {
	const memory = `<tmx version="1.4">
<header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>one</seg></tuv></tu> <tu><tuv xml:lang="en">
<seg>two</seg></tuv></tu>

<tu><tuv xml:lang="en"><seg>broken</tuv></tu>
<!-- three -->
<tu><tuv xml:lang="en"><seg>three</seg></tuv></tu></body></tmx>`
	r := tmx.NewReader(strings.NewReader(memory))
	assert.Zero(t, r.Line())
	_, err := r.Header()
	assert.NoError(t, err)
	assert.Zero(t, r.Line(), "the header is read ahead of the units")
	var lines []int
	for _, err := range r.Units() {
		var bad *tmx.SyntaxError
		if errors.As(err, &bad) {
			assert.Equal(t, 6, bad.Line)
		}
		lines = append(lines, r.Line())
	}
	assert.Equal(t, []int{3, 3, 0, 8}, lines)
}
