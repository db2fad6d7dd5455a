package bilingual_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/bitext-go/bitext/read/bilingual"
)

func ExampleRead() {
	file, err := bilingual.Read(context.Background(), "page.po", strings.NewReader(`msgid ""
msgstr "Language: fr\n"

msgid "Open file"
msgstr "Ouvrir un fichier"
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, bead := range file.Beads {
		for i, text := range file.Texts {
			fmt.Println(text.Lang, text.Wording(bead.Ranges[i]))
		}
	}
	// Output:
	// en Open file
	// fr Ouvrir un fichier
}
