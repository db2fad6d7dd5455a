package tmx_test

import (
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/tmx"
)

const top, bottom = `<tmx version="1.4"><header srclang="en"/><body>`, `</body></tmx>`

const goodUnit = `<tu tuid="good"><tuv xml:lang="en"><seg>good</seg></tuv></tu>`

// filler gives n bytes of the same text over and over.
type filler struct {
	text string
	n    int64
	at   int
}

func (f *filler) Read(p []byte) (int, error) {
	if f.n <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && f.n > 0 {
		k := copy(p[n:], f.text[f.at:])
		k = int(min(int64(k), f.n))
		f.at = (f.at + k) % len(f.text)
		f.n -= int64(k)
		n += k
	}
	return n, nil
}

// peak reads a file to its end and returns the largest heap seen on the way, in MiB.
type peak struct {
	r     io.Reader
	reads int
	most  uint64
}

func (p *peak) Read(b []byte) (int, error) {
	if p.reads++; p.reads%256 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		p.most = max(p.most, m.HeapInuse>>20)
	}
	return p.r.Read(b)
}

func TestAGreatSegmentCostsLittleMemory(t *testing.T) {
	size := int64(2 << 30)
	if testing.Short() {
		size = 64 << 20
	}
	start := strings.NewReader(top + "\n<tu><tuv xml:lang=\"en\"><seg>")
	p := &peak{r: io.MultiReader(start, &filler{text: "word and ", n: size},
		strings.NewReader("</seg></tuv></tu>"+goodUnit+bottom))}
	units, errs := read(p)
	require.Len(t, errs, 1)
	assert.EqualError(t, errs[0], "tmx: line 2: unit left out: it is longer than 8 MiB")
	require.Len(t, units, 1)
	assert.Equal(t, "good", units[0].ID)
	assert.Less(t, p.most, uint64(64))
}

// allocated returns how many MiB something allocates, whether or not they are freed again.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) >> 20
}

func TestEntitiesAreNotResolved(t *testing.T) {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\n<!DOCTYPE tmx [\n<!ENTITY lol0 \"lol\">\n")
	for i := range 9 {
		n := string(rune('0' + i))
		b.WriteString("<!ENTITY lol" + string(rune('1'+i)) + " \"" + strings.Repeat("&lol"+n+";", 10) + "\">\n")
	}
	b.WriteString("<!ENTITY file SYSTEM \"file:///etc/passwd\">\n]>\n" + top + "\n")
	b.WriteString(`<tu><tuv xml:lang="en"><seg>&lol9;</seg></tuv></tu>`)
	b.WriteString(`<tu><tuv xml:lang="en"><seg>&file;</seg></tuv></tu>`)
	b.WriteString(goodUnit + bottom)
	var units []tmx.Unit
	var errs []error
	mebibytes := allocated(func() { units, errs = read(strings.NewReader(b.String())) })
	assert.Less(t, mebibytes, uint64(8), "the entity stands for three thousand")
	require.Len(t, errs, 2)
	assert.EqualError(t, errs[0],
		"tmx: line 16: unit left out: the entity &lol9; is not one of the five of XML, and no other is resolved")
	require.Len(t, units, 1)
}

func TestDeepNestingEndsInAnError(t *testing.T) {
	for _, tag := range []string{"hi", "b", "sub", "ph"} {
		deep := strings.Repeat("<"+tag+">", 10_000) + "x" + strings.Repeat("</"+tag+">", 10_000)
		var units []tmx.Unit
		var errs []error
		file := top + "\n" + `<tu><tuv xml:lang="en"><seg>` + deep + `</seg></tuv></tu>` + goodUnit + bottom
		assert.Less(t, allocated(func() { units, errs = read(strings.NewReader(file)) }), uint64(8), tag)
		require.Len(t, errs, 1, tag)
		assert.EqualError(t, errs[0], "tmx: line 2: unit left out: elements are nested more than 100 deep")
		require.Len(t, units, 1)
	}
	units, errs := read(strings.NewReader(top + strings.Repeat("<tu>", 10_000) + bottom))
	assert.Empty(t, units)
	assert.Len(t, errs, 10_000)
}

// TestDamageIsPassedOverInLinearTime has what would make a careless scanner look for the same end
// again and again.
func TestDamageIsPassedOverInLinearTime(t *testing.T) {
	for name, text := range map[string]string{
		"comments": "<!--", "CDATA": "<![CDATA[", "less-than": "<", "units": "<tu ", "quotes": `<tu a="`, "references": "&#",
	} {
		t.Run(name, func(t *testing.T) {
			p := &peak{r: io.MultiReader(strings.NewReader(top+"<tu>"), &filler{text: text, n: 6 << 20},
				strings.NewReader(">"+goodUnit+bottom))}
			units, errs := 0, 0
			for _, err := range tmx.Units(p) {
				if err != nil {
					errs++
				} else {
					units++
				}
			}
			assert.NotZero(t, errs)
			assert.LessOrEqual(t, units, 1)
			assert.Less(t, p.most, uint64(64))
		})
	}
}

// TestSegmentsOfManyPieces has segments just below the limit whose parts are as small as can be.
func TestSegmentsOfManyPieces(t *testing.T) {
	for name, text := range map[string]string{
		"comments": "a<!---->", "CDATA": "<![CDATA[]]>", "references": "&lt;",
		"placeholders": "<ph/>", "unknown": "<b/>", "letters": "e\u0301",
	} {
		t.Run(name, func(t *testing.T) {
			n := (2 << 20) / len(text)
			segment := strings.Repeat(text, n)
			units, errs := read(strings.NewReader(top +
				`<tu><tuv xml:lang="en"><seg>` + segment + `.</seg></tuv></tu>` + bottom))
			require.Empty(t, errs)
			require.Len(t, units, 1)
			assert.NotEmpty(t, units[0].Variants[0].Text)
		})
	}
	attributes := strings.Repeat(` a="b"`, 1<<18)
	units, errs := read(strings.NewReader(top +
		`<tu` + attributes + `><tuv xml:lang="en"><seg>x</seg></tuv></tu>` + bottom))
	require.Empty(t, errs)
	require.Len(t, units[0].Props, 1<<18)
}

func TestReadErrorsEndTheIteration(t *testing.T) {
	for _, cut := range []int{0, 10, 300, 600} {
		_, errs := read(io.MultiReader(strings.NewReader(small[:cut]), iotest.ErrReader(errFull)))
		require.NotEmpty(t, errs)
		assert.ErrorIs(t, errs[len(errs)-1], errFull)
		assert.NotErrorAs(t, errs[len(errs)-1], new(*tmx.SyntaxError))
	}
}

func TestSlowReadersAreReadTheSame(t *testing.T) {
	file := string(write(t, tmx.Header{}, whole(), whole()))
	for _, in := range []string{file, utf16Of(file, true, true), "\uFEFF" + file} {
		units, errs := read(iotest.OneByteReader(strings.NewReader(in)))
		assert.Empty(t, errs)
		assert.Equal(t, []tmx.Unit{whole(), whole()}, units)
		units, errs = read(iotest.DataErrReader(strings.NewReader(in)))
		assert.Empty(t, errs)
		assert.Len(t, units, 2)
	}
}

func TestALoopMayBeLeftAndTakenUp(t *testing.T) {
	r := tmx.NewReader(strings.NewReader(small))
	h, err := r.Header()
	require.NoError(t, err)
	assert.Equal(t, language.Arabic, h.Source)
	for u, err := range r.Units() {
		require.NoError(t, err)
		assert.Equal(t, "one", u.ID)
		break
	}
	n := 0
	for u, err := range r.Units() {
		require.NoError(t, err)
		assert.Equal(t, "two", u.ID)
		n++
	}
	assert.Equal(t, 1, n)
}
