package formats_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align"
	"github.com/bitext-go/bitext/align/formats"
	"github.com/bitext-go/bitext/segment"
)

func r(lo, hi int) segment.Range { return segment.Range{Lo: lo, Hi: hi} }

// sample has a row of each kind, and what each format finds hard.
func sample() []formats.Row {
	return []formats.Row{
		{Texts: []string{"واحد، \"اثنان\".", "One & <two>."}, Ranges: []segment.Range{r(0, 1), r(0, 2)}, Boundary: 0.93, Translation: 1},
		{Texts: []string{"", "-3 only"}, Ranges: []segment.Range{r(1, 1), r(2, 3)}, Boundary: 0.5},
		{Texts: []string{"=ثلاثة", "'=Three, 'four'"}, Ranges: []segment.Range{r(1, 3), r(3, 4)}, Boundary: 0.125, Translation: 0.25},
	}
}

func save(t testing.TB, w *formats.Writer, rows []formats.Row) {
	t.Helper()
	for _, row := range rows {
		require.NoError(t, w.Write(row))
	}
	require.NoError(t, w.Close())
}

func load(t testing.TB, seq iter.Seq2[formats.Row, error]) (rows []formats.Row) {
	t.Helper()
	for row, err := range seq {
		require.NoError(t, err)
		rows = append(rows, row)
	}
	return rows
}

// form is one format on one file.
type form struct {
	name        string
	write       func(io.Writer) *formats.Writer
	read        func(io.Reader) iter.Seq2[formats.Row, error]
	full        bool // rows with an empty side are left out
	words, nums bool // the wording is kept; the sentence numbers are
	file        string
}

var forms = []form{
	{"TSV", formats.NewTSV, formats.ReadTSV, false, true, false,
		"واحد، \"اثنان\".\tOne & <two>.\t0.930\t1.000\n\t-3 only\t0.500\t0.000\n=ثلاثة\t'=Three, 'four'\t0.125\t0.250\n"},
	{"CSV", func(w io.Writer) *formats.Writer { return formats.NewCSV(w, language.Arabic, language.English) }, formats.ReadCSV, false, true, false,
		"\uFEFFar,en,boundary,translation\r\n\"واحد، \"\"اثنان\"\".\",One & <two>.,0.930,1.000\r\n,'-3 only,0.500,0.000\r\n'=ثلاثة,\"''=Three, 'four'\",0.125,0.250\r\n"},
	{"JSON Lines", func(w io.Writer) *formats.Writer { return formats.NewJSONL(w, language.Arabic, language.English) }, formats.ReadJSONL, false, true, true,
		`{"langs":["ar","en"],"texts":["واحد، \"اثنان\".","One & <two>."],"sentences":[[0,1],[0,2]],"boundary":0.93,"translation":1}` + "\n" +
			`{"langs":["ar","en"],"texts":["","-3 only"],"sentences":[[1,1],[2,3]],"boundary":0.5,"translation":0}` + "\n" +
			`{"langs":["ar","en"],"texts":["=ثلاثة","'=Three, 'four'"],"sentences":[[1,3],[3,4]],"boundary":0.125,"translation":0.25}` + "\n"},
	{"ladder", formats.NewLadder, formats.ReadLadder, false, false, true,
		"0\t0\t1.000\n1\t2\t0.000\n1\t3\t0.250\n3\t4\t0.000\n"},
	{"XLIFF", func(w io.Writer) *formats.Writer { return formats.NewXLIFF(w, language.Arabic, language.English) }, formats.ReadXLIFF, true, true, false,
		`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ar" trgLang="en">
  <file id="f1">
    <unit id="u1">
      <notes><note category="boundary">0.930</note><note category="translation">1.000</note></notes>
      <segment state="translated">
        <source>واحد، "اثنان".</source>
        <target>One &amp; &lt;two&gt;.</target>
      </segment>
    </unit>
    <unit id="u2">
      <notes><note category="boundary">0.125</note><note category="translation">0.250</note></notes>
      <segment state="translated">
        <source>=ثلاثة</source>
        <target>'=Three, 'four'</target>
      </segment>
    </unit>
  </file>
</xliff>
`},
}

// kept returns what a format keeps of a row; ok is false where it leaves the row out.
func (f *form) kept(row formats.Row) (out formats.Row, ok bool) {
	for _, t := range row.Texts {
		if f.full && t == "" {
			return out, false
		}
	}
	if !f.words {
		row.Texts, row.Boundary = nil, 0
	}
	if !f.nums {
		row.Ranges = nil
	}
	return row, true
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			var b bytes.Buffer
			save(t, f.write(&b), sample())
			assert.Equal(t, f.file, b.String())
			var want []formats.Row
			for _, row := range sample() {
				if row, ok := f.kept(row); ok {
					want = append(want, row)
				}
			}
			assert.Equal(t, want, load(t, f.read(strings.NewReader(b.String()))))
			assert.Equal(t, want, load(t, f.read(iotest.OneByteReader(&b))))
		})
	}
}

func TestMoses(t *testing.T) {
	var ar, en bytes.Buffer
	w := formats.NewMoses(&ar, &en)
	save(t, w, append(sample(), formats.Row{Texts: []string{"a\tb\nc", "d\r\ne"}}))
	assert.Equal(t, 3, w.Rows())
	assert.Equal(t, "واحد، \"اثنان\".\n=ثلاثة\na b c\n", ar.String())
	assert.Equal(t, "One & <two>.\n'=Three, 'four'\nd  e\n", en.String())
	rows := load(t, formats.ReadMoses(&ar, &en))
	require.Len(t, rows, 3)
	assert.Equal(t, sample()[2].Texts, rows[1].Texts)

	var last error
	for _, err := range formats.ReadMoses(strings.NewReader("a\nb\n"), strings.NewReader("c\n")) {
		last = err
	}
	assert.EqualError(t, last,
		"formats: line 2: some files end here and others do not; each needs the same number of lines")
}

// TestOtherReaders has the files read by code that knows nothing of them.
func TestOtherReaders(t *testing.T) {
	table := csv.NewReader(strings.NewReader(strings.TrimPrefix(forms[1].file, "\uFEFF")))
	fields, err := table.ReadAll()
	require.NoError(t, err)
	require.Len(t, fields, 4)
	assert.Equal(t, "''=Three, 'four'", fields[3][1])

	d := json.NewDecoder(strings.NewReader(forms[2].file))
	n := 0
	for ; d.More(); n++ {
		var v map[string]any
		require.NoError(t, d.Decode(&v))
		assert.Len(t, v["texts"], 2)
	}
	assert.Equal(t, 3, n)
}

func TestManyLanguages(t *testing.T) {
	row := formats.Row{Texts: []string{"a", "", "c"}, Boundary: 1}
	for _, w := range []func(io.Writer) *formats.Writer{
		formats.NewTSV,
		func(f io.Writer) *formats.Writer {
			return formats.NewCSV(f, language.German, language.Greek, language.Thai)
		},
		func(f io.Writer) *formats.Writer {
			return formats.NewJSONL(f, language.German, language.Greek, language.Thai)
		},
	} {
		var b bytes.Buffer
		save(t, w(&b), []formats.Row{row})
		assert.NotEmpty(t, b.String())
	}
	var b bytes.Buffer
	save(t, formats.NewTSV(&b), []formats.Row{row})
	assert.Equal(t, []formats.Row{row}, load(t, formats.ReadTSV(&b)))
}

func TestRowsThatDoNotFit(t *testing.T) {
	good := sample()[0]
	for name, c := range map[string]struct {
		w    *formats.Writer
		row  formats.Row
		want string
	}{
		"languages":    {formats.NewCSV(io.Discard, language.Arabic), good, "row 1 has 2 languages, not 1"},
		"none":         {formats.NewTSV(io.Discard), formats.Row{}, "row 1 has 0 languages"},
		"no numbers":   {formats.NewLadder(io.Discard), formats.Row{Texts: good.Texts}, "has the sentence numbers of 0 texts"},
		"gap":          {formats.NewLadder(io.Discard), sample()[2], "row 1 begins at sentences 1 and 3, but the row before ends at 0 and 0"},
		"not a number": {formats.NewJSONL(io.Discard, language.Arabic, language.English), formats.Row{Texts: good.Texts, Boundary: math.NaN()}, "row 1: JSON cannot hold the confidence NaN"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.ErrorContains(t, c.w.Write(c.row), c.want)
			assert.Zero(t, c.w.Rows())
			require.NoError(t, c.w.Close())
			require.NoError(t, c.w.Close())
			assert.ErrorContains(t, c.w.Write(good), "write after Close")
		})
	}
}

type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWritersKeepTheirFirstError(t *testing.T) {
	big := formats.Row{Texts: []string{strings.Repeat("x", 100_000), "y"}, Ranges: []segment.Range{r(0, 1), r(0, 1)}}
	for _, f := range forms {
		w := f.write(full{})
		err := w.Write(big)
		if f.words {
			assert.ErrorIs(t, err, errFull, f.name)
		}
		assert.ErrorIs(t, w.Close(), errFull, f.name)
	}
}

func TestBadFiles(t *testing.T) {
	for _, c := range []struct {
		seq  iter.Seq2[formats.Row, error]
		want string
	}{
		{formats.ReadTSV(strings.NewReader("a\tb\t1\t1\na\tb\n")), "formats: line 2: the row has 2 fields"},
		{formats.ReadTSV(strings.NewReader("a\tb\tc\td\n")), "formats: line 1: the last two fields are not two confidences"},
		{formats.ReadTSV(iotest.ErrReader(errFull)), "formats: after line 0: no space left"},
		{formats.ReadCSV(strings.NewReader("ar,en,b,t\n\"x,y,1,1\n")), "formats: parse error on line 2"},
		{formats.ReadCSV(strings.NewReader("ar,en,b,t\nx,y,z,1\n")), "formats: line 2: the last two fields"},
		{formats.ReadJSONL(strings.NewReader("{}\n{\n")), "formats: line 2: unexpected end of JSON input"},
		{formats.ReadLadder(strings.NewReader("0\t0\t1\n2\t-1\t1\n")), `formats: line 2: "-1" is not a sentence number`},
		{formats.ReadLadder(strings.NewReader("3\t3\t1\n2\t4\t1\n")), "formats: line 2: sentence 2 comes after sentence 3"},
		{formats.ReadLadder(strings.NewReader("0 0\n")), "formats: line 1: the line has 2 fields; a rung has two sentence numbers and a confidence"},
		{formats.ReadXLIFF(strings.NewReader("<xliff>\n<unit><segment><source>a</target>")), "formats: line 2: XML syntax error"},
		{formats.ReadXLIFF(strings.NewReader("<unit><segment><source><cp hex=\"zz\"/></source></segment></unit>")), "is not a character"},
	} {
		var last error
		for _, err := range c.seq {
			last = err
		}
		assert.ErrorContains(t, last, c.want)
	}
}

func TestNewRow(t *testing.T) {
	a := segment.FromSentences([]string{"One.", "Two."}, language.English)
	b := segment.FromSentences([]string{"Eins."}, language.German)
	bead := align.Bead{Ranges: []segment.Range{r(0, 2), r(1, 1)}, Boundary: 0.5, Translation: 0.75}
	want := formats.Row{Texts: []string{"One. Two.", ""}, Ranges: bead.Ranges, Boundary: 0.5, Translation: 0.75}
	assert.Equal(t, want, formats.NewRow(bead, a, b))
	assert.Panics(t, func() { formats.NewRow(bead, a) })
}

// FuzzRoundTrip writes and reads any wording. Formats of one row a line make spaces of what would
// break the line.
func FuzzRoundTrip(f *testing.F) {
	f.Add("a", "b", 0.5)
	f.Add("'=x\t\r\n", "\"q\", <\x00&\uFFFE>\u2028", 1.0)
	f.Fuzz(func(t *testing.T, a, b string, p float64) {
		a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
		p = math.Abs(math.Mod(p, 1))
		if a == "" || b == "" || math.IsNaN(p) {
			t.Skip()
		}
		p = math.Round(p*8) / 8
		rows := []formats.Row{
			{Texts: []string{a, b}, Ranges: []segment.Range{r(0, 1), r(0, 1)}, Boundary: p, Translation: 1 - p},
			{Texts: []string{b, a}, Ranges: []segment.Range{r(1, 4), r(1, 2)}, Boundary: 1}}
		oneLine := strings.NewReplacer("\t", " ", "\n", " ", "\v", " ", "\f", " ", "\r", " ",
			"\u0085", " ", "\u2028", " ", "\u2029", " ")
		for _, form := range forms {
			var file bytes.Buffer
			save(t, form.write(&file), rows)
			got := load(t, form.read(&file))
			require.Len(t, got, len(rows), form.name)
			for i, row := range rows {
				want, _ := form.kept(row)
				want.Texts = append([]string(nil), want.Texts...)
				for k := range want.Texts {
					switch form.name {
					case "TSV":
						want.Texts[k] = oneLine.Replace(want.Texts[k])
					case "CSV":
						want.Texts[k] = strings.ReplaceAll(strings.ReplaceAll(want.Texts[k], "\r\n", "\n"), "\r", "\n")
					}
				}
				require.Equal(t, want, got[i], form.name)
			}
		}
	})
}

// BenchmarkWriters writes a million rows in each format.
func BenchmarkWriters(b *testing.B) {
	row := formats.Row{Boundary: 0.99, Translation: 0.98, Texts: []string{
		"وأقر المشاركون الخطة بعد مناقشة دامت يومين.", "The participants adopted the plan after a debate of two days.",
	}}
	for _, f := range forms {
		if !f.words {
			continue
		}
		b.Run(f.name, func(b *testing.B) {
			b.SetBytes(1_000_000 * int64(len(row.Texts[0])+len(row.Texts[1])))
			for b.Loop() {
				w := f.write(io.Discard)
				for range 1_000_000 {
					if err := w.Write(row); err != nil {
						b.Fatal(err)
					}
				}
				require.NoError(b, w.Close())
			}
		})
	}
}
