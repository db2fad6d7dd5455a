package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/bitext-go/bitext/align/evidence"
)

func TestUntranslated(t *testing.T) {
	for _, c := range []struct {
		a, b           string
		same, sentence bool
	}{
		{"The ferry leaves at nine in the morning.", "The ferry leaves at nine in the morning", true, true},
		{"The ferry leaves at nine in the morning.", "The ferry leaves at ten in the morning.", false, false},
		{"Take the ferry.", "Take the ferry!", true, true},
		{"“Take the ferry.”", "\"Take the ferry.\"", true, true},
		{"Take the ferry", "Take the ferry", true, true},
		{"2) Blocking the way of a ferry", "2) Blocking the way of a ferry", true, true},
		{"Lord of the Ferries", "Lord of the Ferries", true, false},
		{"Ferry 24 and newer", "Ferry 24 and newer", true, false},
		{"sudo take the ferry", "sudo take the ferry", true, false},
		{"Take The Ferry.", "Take The Ferry.", true, false}, // hardly a sentence
		{"Haven Street Station", "Haven Street Station", true, false},
		{"npm install ferry --save", "npm install ferry --save", true, false},
		{"rows.pick(\"SELECT * FROM boats WHERE id\")", "rows.pick(\"SELECT * FROM boats WHERE id\")", true, false},
		{"g3r4n", "g3r4n", true, false},
		{"let fare = ferry.price * 2;", "let fare = ferry.price * 2;", true, false},
		{"渡船每天早上九点从港口出发。", "渡船每天早上九点从港口出发。", true, true},
		{"港口", "港口", true, false},
		{"Паром отходит утром.", "Паром отходит утром.", true, true},
		{"", "", false, false},
		{"—", "—", false, false},
	} {
		same, sentence := evidence.IsUntranslated(c.a, c.b)
		assert.Equal(t, c.same, same, c.a)
		assert.Equal(t, c.sentence, sentence, c.a)
	}
}
