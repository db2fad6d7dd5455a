package layout_test

import (
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/segment/layout"
)

func ExampleMode_Read() {
	document := layout.Repair.Read(`The museum was built between the river and the
old gate, where the ware-
houses of the town had been for two hundred
years before the fire.

It opened in May.
`)
	for _, p := range document.Paragraphs {
		words := strings.Fields(document.Body[p.Start:p.End])
		fmt.Println(words[0], "…", words[len(words)-1], strings.Contains(document.Body, "the warehouses of"))
	}
	// Output:
	// The … fire. true
	// It … May. true
}
