package charset_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/read/charset"
)

func ExampleDetect() {
	raw := []byte(
		"\xCC\xF3\xE7\xE5\xE9 \xED\xE0\xF5\xEE\xE4\xE8\xF2\xF1\xFF \xED\xE0 \xED\xE0\xE1\xE5\xF0\xE5\xE6\xED\xEE\xE9, \xEE\xED \xEE\xF2\xEA\xF0\xFB\xF2.",
	)
	name, _ := charset.Detect(raw, language.Russian)
	text, losses, err := charset.Decode(raw, name)
	fmt.Println(name, text, len(losses), err)
	// Output: windows-1251 Музей находится на набережной, он открыт. 0 <nil>
}
