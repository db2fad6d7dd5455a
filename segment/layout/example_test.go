package layout_test

import (
	"fmt"

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
		fmt.Println(document.Body[p.Start:p.End])
	}
	// Output: The museum was built between the river and the old gate, where the warehouses of the
	// town had been for two hundred years before the fire. It opened in May.
}
