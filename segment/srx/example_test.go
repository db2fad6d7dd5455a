package srx_test

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/segment"
	"github.com/bitext-go/bitext/segment/srx"
)

func ExampleRead() {
	document, err := srx.Read(strings.NewReader(`<srx version="2.0" xmlns="http://www.lisa.org/srx20">
<header segmentsubflows="yes" cascade="no"/><body><languagerules><languagerule languagerulename="all">
<rule break="no"><beforebreak>\bNo\.</beforebreak><afterbreak>\s\d</afterbreak></rule>
<rule break="yes"><beforebreak>[.?!]</beforebreak><afterbreak>\s</afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules>
</body></srx>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	rules, err := document.Compile()
	if err != nil {
		fmt.Println(err)
		return
	}
	cutter := &segment.Segmenter{Rules: segment.Rules{Breaker: rules}}
	text := cutter.Text("He lives at No. 7. It is late.", language.English)
	for i := range text.Sentences {
		fmt.Println(text.Sentence(i))
	}
	// Output:
	// He lives at No. 7.
	// It is late.
}
