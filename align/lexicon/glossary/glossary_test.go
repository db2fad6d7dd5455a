package glossary_test

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/lexicon/glossary"
)

// show returns entries and reports as lines.
func show(f *glossary.File) string {
	var b strings.Builder
	for _, e := range f.Entries {
		fmt.Fprintf(&b, "%s = %s\n", e.Source, e.Target)
	}
	for _, s := range f.Skipped {
		fmt.Fprintln(&b, s)
	}
	return b.String()
}

func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, body, want, reason string }{
		{"a.tsv", "# terms\nchat\tcat\tn\n\nchien dog\nane\tdonkey\n", "chat = cat\nane = donkey\nline 4: no tab between source and target\n",
			"a bad line does not end the table"},
		{"a.tsv", "\ufeffchat\tcat\r\n\tdog\r\n", "chat = cat\nline 2: the source is empty\n", "byte order mark and CR"},
		{"a.tsv", "chat\tcat\n\xff\xffx\tdog\nane\tdonkey", "chat = cat\nane = donkey\nline 2: not UTF-8\n", "marks of UTF-16 count only at the start"},
		{"a.tsv", "\xff\xfec\x00\t\x00d\x00\n\x00", "c = d\n", "UTF-16"},
		{"a.dic", "cat @ chat\ndog@chien\ndonkey @ ane\n", "chat = cat\nane = donkey\nline 2: no \" @ \" between target and source\n", "target first, as hunalign has it"},
		{"a.csv", "chat,cat\n\"petit, rond\",small\nseul\n", "chat = cat\npetit, rond = small\nline 3: 1 columns, not 2\n", "no titles"},
		{"a.csv", "Id;English;French;Note\n1;cat;chat;\n2;dog;;\n", "chat = cat\nline 3: the source is empty\n", "titles name the languages"},
		{"a.csv", "en-GB\tfr-FR\ncat\tchat\n", "chat = cat\n", "tags as titles, tabs"},
		{"a.tbx", `<martif><text><body>
<termEntry id="1"><langSet xml:lang="en"><tig><term>cat</term></tig></langSet><langSet xml:lang="fr-FR"
><tig><term>chat</term></tig><tig><term>mi<hi>nou</hi></term></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="en"><tig><term>dog</term></tig></langSet></termEntry></body></text></martif>`,
			"chat = cat\nminou = cat\nline 4: the concept has no term in both fr and en\n", "TBX of 2008"},
		{"a.tbx", `<tbx><conceptEntry><langSec xml:lang="fr"><termSec><term>chat</term></termSec></langSec><langSec xml:lang="en"><termSec><term>cat</term></termSec></langSec></conceptEntry></tbx>`,
			"chat = cat\n", "TBX of 2019"},
	} {
		name := filepath.Join(t.TempDir(), c.name)
		require.NoError(t, os.WriteFile(name, []byte(c.body), 0o666))
		f, err := glossary.Open(name, language.French, language.English)
		require.NoError(t, err, c.reason)
		assert.Equal(t, c.want, show(f), c.reason)
	}
}

func TestErrors(t *testing.T) {
	_, err := glossary.Open("terms.pdf", language.French, language.English)
	assert.ErrorContains(t, err, `terms.pdf: glossary: a file ".pdf" is not a glossary`)
	const broken = "<tbx>\n<conceptEntry><langSec xml:lang='fr'><term>chat</term></langSec>" +
		"<langSec xml:lang='en'><term>cat</term></langSec></conceptEntry>\n<oops"
	f, err := glossary.ReadTBX(strings.NewReader(broken), language.French, language.English)
	assert.ErrorContains(t, err, "line 3")
	assert.Len(t, f.Entries, 1, "what was read before")
}

const articles = "chat /ʃa/ <n, masc>\ncat\nSmall domestic animal that people like to keep\nchien\n1. dog, hound\n"

func TestDictd(t *testing.T) {
	dir := t.TempDir()
	second := strings.Index(articles, "chien")
	digits := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	number := func(n int) string { return string(digits[n/64]) + string(digits[n%64]) }
	index := fmt.Sprintf("00databaseinfo\tA\tA\nchat\t%s\t%s\nchien\t%s\t%s\nlost\t//\tA\n", number(0), number(second),
		number(second), number(len(articles)-second))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "fra-eng.index"), []byte(index), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "fra-eng.dict.dz"), zipped(articles), 0o666))
	for _, name := range []string{"fra-eng.index", "fra-eng.dict.dz"} {
		f, err := glossary.Open(filepath.Join(dir, name), language.French, language.English)
		require.NoError(t, err)
		assert.Equal(t, "chat = cat\nchien = dog\nchien = hound\nline 4: the index points outside of the articles\n",
			show(f))
	}
}

func TestStarDict(t *testing.T) {
	dir := t.TempDir()
	var idx bytes.Buffer
	second := strings.Index(articles, "chien")
	for _, e := range []struct {
		head     string
		at, size int
	}{{"chat", 0, second}, {"chien", second, len(articles) - second}, {"lost", 900, 9}} {
		idx.WriteString(e.head + "\x00")
		idx.Write(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(e.at)), uint32(e.size)))
	}
	ifo := "StarDict's dict ifo file\nversion=2.4.2\nsametypesequence=m\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.ifo"), []byte(ifo), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.idx"), idx.Bytes(), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.dict.dz"), zipped(articles), 0o666))
	f, err := glossary.Open(filepath.Join(dir, "a.ifo"), language.French, language.English)
	require.NoError(t, err)
	assert.Equal(t, "chat = cat\nchien = dog\nchien = hound\nline 3: the index points outside of the articles\n",
		show(f))
}

func zipped(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.Bytes()
}

func TestLexicon(t *testing.T) {
	f := &glossary.File{Entries: []glossary.Entry{{"Chats noirs", "black cats"}, {"chat", "cat"}, {"安全理事会",
		"Security Council"}}}
	lex, err := f.Reverse().Reverse().Lexicon(t.Context(), language.French, language.English)
	require.NoError(t, err)
	best := map[string]string{}
	for p := range lex.All() {
		if p.Forward > .3 {
			best[p.Source] += p.Target + " "
		}
	}
	assert.Equal(t, "cat ", best["chat"])
	assert.Equal(t, "black ", best["noir"], "the rest of the phrase is explained by the other entry")
	assert.Equal(t, "counci securi ", best["安全理事会"], "a whole entry is one word where words are not parted")
}

// TestFreeDict reads a dictionary as Debian installs it.
func TestFreeDict(t *testing.T) {
	name := "/usr/share/dictd/freedict-fra-eng.index"
	if _, err := os.Stat(name); err != nil {
		t.Skip("skipped: package dict-freedict-fra-eng is not installed")
	}
	f, err := glossary.Open(name, language.French, language.English)
	require.NoError(t, err)
	assert.Greater(t, len(f.Entries), 8000)
	assert.Contains(t, f.Entries, glossary.Entry{Source: "abandonner", Target: "abandon"})
	assert.Less(t, len(f.Skipped), len(f.Entries)/20)
}

func TestBounds(t *testing.T) {
	var concept strings.Builder
	for _, lang := range []string{"fr", "en"} {
		fmt.Fprintf(&concept, "<langSec xml:lang='%s'>%s</langSec>", lang, strings.Repeat("<term>a</term>", 100))
	}
	f, err := glossary.ReadTBX(strings.NewReader("<tbx><conceptEntry>"+concept.String()+"</conceptEntry></tbx>"),
		language.French, language.English)
	require.NoError(t, err)
	assert.Len(t, f.Entries, 1000)
	require.Len(t, f.Skipped, 1)
	assert.Contains(t, f.Skipped[0].Error(), "line 1: the concept has 100 terms in one language and 100 in the other")

	article := strings.Repeat("mot\n", 1<<12)
	var index bytes.Buffer
	for range 600 {
		index.WriteString("word\x00")
		index.Write(binary.BigEndian.AppendUint32(make([]byte, 4), uint32(len(article))))
	}
	f, err = glossary.ReadStarDict(strings.NewReader("StarDict's dict ifo file\nsametypesequence=m\n"), &index,
		strings.NewReader(article))
	require.NoError(t, err)
	require.Len(t, f.Skipped, 1)
	assert.Contains(t, f.Skipped[0].Error(), "the index has the same articles again and again")

	base := filepath.Join(t.TempDir(), "d")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err = w.Write(make([]byte, 1<<24))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile(base+".ifo", []byte("StarDict's dict ifo file\n"), 0o600))
	require.NoError(t, os.WriteFile(base+".idx", nil, 0o600))
	require.NoError(t, os.WriteFile(base+".dict.dz", packed.Bytes(), 0o600))
	_, err = glossary.Open(base+".ifo", language.French, language.English)
	assert.ErrorContains(t, err, "it inflates to more than a dictionary does")
}
