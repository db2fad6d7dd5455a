package glossary_test

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/glossary"
)

func ExampleReadCSV() {
	const terms = "en;fr;de\nresolution;résolution;Entschließung\nSecretary-General;;Generalsekretär\n"
	file, err := glossary.ReadCSV(strings.NewReader(terms), language.French, language.English)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range file.Entries {
		fmt.Println(e.Source, "=", e.Target)
	}
	for _, line := range file.Skipped {
		fmt.Println(line)
	}
	// Output:
	// résolution = resolution
	// line 3: the source is empty
}
