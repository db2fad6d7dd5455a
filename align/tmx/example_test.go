package tmx_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/segment"
)

func ExampleWriter() {
	fr := segment.FromSentences([]string{"Il pleut.", "Personne ne le dit."}, language.French)
	en := segment.FromSentences([]string{"It rains."}, language.English)
	beads := []align.Bead{
		{Ranges: []segment.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}, Boundary: 0.99, Translation: 0.97},
		{Ranges: []segment.Range{{Lo: 1, Hi: 2}, {Lo: 1, Hi: 1}}, Boundary: 0.98}, // nothing to pair
	}

	var memory strings.Builder
	w := tmx.NewWriter(&memory)
	w.Header.Source = language.French
	w.Header.Created = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for _, bead := range beads {
		if unit, ok := tmx.NewUnit(bead, fr, en); ok {
			if err := w.Write(unit); err != nil {
				fmt.Println(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	_, body, _ := strings.Cut(memory.String(), "<body>")
	fmt.Print(body)
	// Output:
	//     <tu tuid="0e9634ed059d2d5b">
	//       <prop type="x-bitext-boundary">0.990</prop>
	//       <prop type="x-bitext-translation">0.970</prop>
	//       <tuv xml:lang="fr">
	//         <prop type="x-bitext-paragraph">1</prop>
	//         <prop type="x-bitext-lines">1</prop>
	//         <seg>Il pleut.</seg>
	//       </tuv>
	//       <tuv xml:lang="en">
	//         <prop type="x-bitext-paragraph">1</prop>
	//         <prop type="x-bitext-lines">1</prop>
	//         <seg>It rains.</seg>
	//       </tuv>
	//     </tu>
	//   </body>
	// </tmx>
}

func ExampleUnits() {
	file := strings.NewReader(`<tmx version="1.4"><header srclang="fr"/><body>
<tu><tuv xml:lang="FR"><seg>Il pleut.</seg></tuv><tuv xml:lang="en_GB"><seg>It rains.</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>R & D</seg></tuv><tuv xml:lang="en"><seg>R&amp;D</seg></tuv></tu>
</body></tmx>`)
	for unit, err := range tmx.Units(file) {
		switch {
		case tmx.IsDamage(err): // a unit is lost, and the others follow
			fmt.Println(err)
			continue
		case err != nil: // this is no memory, or a part of one
			fmt.Println("cannot be read:", err)
			return
		}
		for _, v := range unit.Variants {
			fmt.Println(v.Lang, v.Text)
		}
	}
	// Output:
	// fr Il pleut.
	// en-GB It rains.
	// tmx: line 3: unit left out: an & that begins no reference; write it as &amp;
}

// A program that fixes one thing in a memory and changes nothing else, markup included.
func ExampleEdit() {
	memory := strings.NewReader(`<tmx version="1.4"><header srclang='en'/><body>
<!-- checked in May --><tu><tuv xml:lang='en'><seg>The <ph x='1'/>old gate</seg></tuv></tu>
</body></tmx>
`)
	err := tmx.Edit(os.Stdout, memory, func(u *tmx.Unit) error {
		for i := range u.Variants {
			u.Variants[i].ReplaceAll("old gate", "Old Gate")
		}
		return nil
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// <tmx version="1.4"><header srclang='en'/><body>
	// <!-- checked in May --><tu><tuv xml:lang='en'><seg>The <ph x='1'/>Old Gate</seg></tuv></tu>
	// </body></tmx>
}
