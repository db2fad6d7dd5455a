package seed_test

import (
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/align/seed"
)

func TestDocumentsArePairedByName(t *testing.T) {
	for _, c := range []struct{ files, groups, loose, why string }{
		{"report.ar.txt report.en.txt", "report.ar.txt=ar+report.en.txt=en", "", "the language stands before the ending"},
		{"report_ar.txt report-EN.txt", "report-EN.txt=en+report_ar.txt=ar", "", "any sign parts it, in letters of any case"},
		{"a/ar/x.txt a/en/x.txt", "a/ar/x.txt=ar+a/en/x.txt=en", "", "the folder is the language"},
		{"ar/2016/x.txt en/2016/x.txt", "ar/2016/x.txt=ar+en/2016/x.txt=en", "", "a folder further up"},
		{"ar/x.txt en/y.txt", "", "ar/x.txt en/y.txt", "two documents"},
		{"fr_budget.txt en_budget.txt", "en_budget.txt=en+fr_budget.txt=fr", "", "the language stands in front"},
		{"x.ara.txt x.eng.txt x.chi.txt", "x.ara.txt=ar+x.chi.txt=zh+x.eng.txt=en", "", "codes of three letters"},
		{"x.zh-Hans.txt x.zh-Hant.txt", "x.zh-Hans.txt=zh-Hans+x.zh-Hant.txt=zh-Hant", "", "scripts"},
		{"x.pt_BR.txt x.en-GB.txt", "x.en-GB.txt=en-GB+x.pt_BR.txt=pt-BR", "", "regions"},
		{"Guide-English.docx Guide-French.docx", "Guide-English.docx=en+Guide-French.docx=fr", "", "English names"},
		{"report.txt report.fr.txt", "report.fr.txt=fr+report.txt=und", "", "the original has no language"},
		{"r.ar-en.txt r.fr.txt r.es.txt", "r.ar-en.txt=und+r.es.txt=es+r.fr.txt=fr", "", "one file has two languages"},
		{"r.ar-en.txt", "", "r.ar-en.txt", "a file of two languages alone"},
		{"x.en.txt x.en.pdf x.fr.txt", "x.en.txt=en+x.fr.txt=fr", "", "one document in two forms"},
		{"is.it.txt no.man.txt to.be.txt", "", "is.it.txt no.man.txt to.be.txt", "words that look like codes"},
		{"the.doc the.txt", "", "the.doc the.txt", "no language at all"},
		{"x.en.txt", "", "x.en.txt", "no counterpart"},
		{".x.ar.txt .x.en.txt .git/y.ar.txt .git/y.en.txt z", "", "z", "hidden"},
		{"m_en.properties m_fr.properties", "m_en.properties=en+m_fr.properties=fr", "", "a long extension"},
		{"values/s.xml values-fr/s.xml values-pt-rBR/s.xml values-b+sr+Latn/s.xml values-night/s.xml values-v21/s.xml",
			"values-b+sr+Latn/s.xml=sr-Latn+values-fr/s.xml=fr+values-pt-rBR/s.xml=pt-BR+values/s.xml=und",
			"values-night/s.xml values-v21/s.xml", "folders of Android"},
		{"en.lproj/L.strings fr.lproj/L.strings", "en.lproj/L.strings=en+fr.lproj/L.strings=fr", "",
			"folders of Apple"},
		{"a/Base.lproj/L.strings a/fr.lproj/L.strings", "a/Base.lproj/L.strings=und+a/fr.lproj/L.strings=fr", "",
			"the original is in Base"},
		{"docs/x.md docs/ko/x.md docs/a/y.md docs/ko/a/y.md",
			"docs/a/y.md=und+docs/ko/a/y.md=ko docs/ko/x.md=ko+docs/x.md=und", "", "translations in a folder beside"},
		{"_articles/x.md _articles/ar/x.md _articles/zh-hans/x.md _articles/pcm/x.md",
			"_articles/ar/x.md=ar+_articles/pcm/x.md=pcm+_articles/x.md=und+_articles/zh-hans/x.md=zh-Hans", "",
			"in folders of several languages, one of three letters"},
		{"x.hsb.txt x.ckb.txt x.bul.txt", "x.bul.txt=bg+x.ckb.txt=ckb+x.hsb.txt=hsb", "",
			"languages that have a code of three letters alone, and one that has two codes"},
		{"1.en.txt 1.fr.txt 10.en.txt 10.fr.txt", "1.en.txt=en+1.fr.txt=fr 10.en.txt=en+10.fr.txt=fr", "", "one name begins another"},
	} {
		dir := t.TempDir()
		for _, name := range strings.Fields(c.files) {
			put(t, dir, map[string]string{name: name})
		}
		found, err := seed.Find(dir, nil)
		require.NoError(t, err)
		var groups, loose []string
		for _, g := range found.Groups {
			var files []string
			for _, f := range g {
				files = append(files, f.Name+"="+f.Lang.String())
				assert.Equal(t, f.Name, contents(t, f.Path))
			}
			groups = append(groups, strings.Join(files, "+"))
		}
		for _, f := range found.Loose {
			loose = append(loose, f.Name)
		}
		sort.Strings(loose)
		assert.Equal(t, c.groups, strings.Join(groups, " "), c.why)
		assert.Equal(t, c.loose, strings.Join(loose, " "), c.why)
	}
}

func TestFilesOfTheProgramArePassedOver(t *testing.T) {
	dir := t.TempDir()
	put(
		t,
		dir,
		map[string]string{
			"x.en.txt":                    "1",
			"x.fr.txt":                    "2",
			"memory.tmx.seeding/y.en.txt": "3",
			"memory.tmx.seeding/y.fr.txt": "4",
		},
	)
	found, err := seed.Find(dir, func(path string) bool { return strings.HasSuffix(path, ".seeding") })
	require.NoError(t, err)
	assert.Len(t, found.Groups, 1)
	assert.Empty(t, found.Loose)
}
