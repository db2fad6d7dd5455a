package markdown

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// An empty cell keeps its place, with or without a space between its bars.
func TestEmptyCells(t *testing.T) {
	const table = "| English | French | German |\n|---|---|---|\n" +
		"| gate || Tor |\n|| porte | Tür |\n| | quai ||\nbridge | pont | Br\\|cke\n"
	paragraphs, _, _ := Read(table)
	type cell struct {
		row, column int
		text        string
	}
	var got []cell
	for _, p := range paragraphs {
		got = append(got, cell{p.Row, p.Column, p.Text})
	}
	assert.Equal(t, []cell{
		{1, 1, "English"}, {1, 2, "French"}, {1, 3, "German"},
		{2, 1, "gate"}, {2, 3, "Tor"},
		{3, 2, "porte"}, {3, 3, "Tür"},
		{4, 2, "quai"},
		{5, 1, "bridge"}, {5, 2, "pont"}, {5, 3, "Br|cke"},
	}, got)
}
