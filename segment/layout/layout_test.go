package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bitext-go/bitext/segment/layout"
	"github.com/stretchr/testify/assert"
)

var names = []string{"", "Adam", "Bruno", "Cyril", "David", "Emil", "Felix", "Georg", "Henry", "Isaac"}

// tales are the paragraphs of pagesOf.
var tales = []string{"Adam…Adam said in the evening.", "Bruno…Bruno said in the evening.",
	"Cyril…Cyril said in the evening.",
	"David…David said in the evening.", "Emil…Emil said in the evening.", "Felix…Felix said in the evening.",
	"Georg…Georg said in the evening.", "Henry…Henry said in the evening.", "Isaac…Isaac said in the evening."}

// pagesOf returns pages of prose with a head and a foot. No two pages have a line in common.
func pagesOf(pages int, head, foot func(n int) string) string {
	var b strings.Builder
	for n := 1; n <= pages; n++ {
		if head != nil {
			b.WriteString(head(n) + "\n\n")
		}
		name := names[n]
		fmt.Fprintf(&b, "%s went to the old well in the valley with the others, but\n"+
			"the water was as low as in the days of %s the elder, who\n"+
			"had left the mill to %s the younger when he moved to the\ntown behind the hills, where all sons of %s live today, and\n"+
			"the others, whom %s had told of it in the morning, had to go\nhome without a drop of it, as %s said in the evening.\n",
			name, name, name, name, name, name)
		if foot != nil {
			b.WriteString("\n" + foot(n) + "\n")
		}
		b.WriteString("\f")
	}
	return b.String()
}

const (
	// prose is wrapped at about 60 columns, which gives the measure to what is around it.
	prose = `The committee met three times in the course of the year and
looked at the state of the wells in all nine villages along
the river. It found that most of them had been dug too close
to the old tannery and that the water was no longer safe.
`
	hanProse = `委员会今年举行了三次会议，审查了沿河九个村庄的水井状况，发现其
中大多数水井离旧皮革厂太近，井水已不再适合饮用。委员会要求镇政
府在明年春天之前再打五口新井，并为此拨出必要的资金。
`
)

var layouts = []struct {
	reason string
	body   string
	want   []string // the paragraphs; "…" stands for anything
}{
	{"lines that are paragraphs remain so, whatever their length",
		"A short one here.\n" + strings.Repeat("A long line that goes on and on. ", 9) + "\nThen a middling line, which says a little more than the first.\n" +
			strings.Repeat("Another long line. ", 14) + "\nThe last.\n",
		[]string{"A short one here.", "A long line…", "Then a middling…", "Another long…", "The last."}},
	{"a list of short lines is not prose", "wells\npumps, valves\nthe old tannery\n", []string{"wells", "pumps, valves", "the old tannery"}},
	{"an address is not prose", "Ministry of Water\n12 River Street\nPort Sudan\n", []string{"Ministry of Water", "12 River Street", "Port Sudan"}},
	{"a sentence over two lines is one, even if it is all there is", "The wells were dry\nand the people had gone.", []string{"The wells were dry and the people had gone."}},
	{"a Japanese sentence too", "これは町の\n井戸です。", []string{"これは町の井戸です。"}},
	{"a title has two lines, the second in small letters, before a date",
		"Report on the state of the wells in the villages\nalong the river\nKassala, 3 May 2019\n\nIt was long.\n",
		[]string{"Report on the state of the wells in the villages along the river", "Kassala, 3 May 2019",
			"It was long."}},
	{"bold marks around a title of several lines join it and are removed",
		"**Report of the Council\non the Wells**\n\nIt was long.\n", []string{"Report of the Council on the Wells", "It was long."}},
	{"the marks of bold words are removed, those of powers are not", "It was **very** long, about 2**3 metres.\n\nIt was **very** long.\n",
		[]string{"It was **very** long, about 2**3 metres.", "It was very long."}},
	{"marks of emphasis around a tab are not emphasis", "__\t__\n", []string{"__ __"}},
	{"a Markdown heading is a paragraph without its mark", "# Wells\nIt was long.\n", []string{"Wells", "It was long."}},
	{"a drawn line separates and is removed", "It was long and\n-----\nit was dry.\n", []string{"It was long and", "it was dry."}},

	{"wrapped lines are one paragraph", prose, []string{"The committee met three times in the course of the year and looked at…"}},
	{"an empty line between all lines does not end paragraphs", strings.ReplaceAll(prose+prose, "\n", "\n\n"), []string{"The committee…no longer safe. The committee…safe."}},
	{"a short line ends a paragraph if empty lines do not", prose + "Nothing was done.\n" + prose, []string{"The committee…safe. Nothing was done.", "The committee…"}},
	{"an indent begins a paragraph after a full line",
		"  " + prose[:180] + "\nto the mill, as everybody had known for at least ten years.\n  " + prose + "  " + prose, []string{"The committee…years.", "The committee…safe.", "The committee…safe."}},
	{"items of a list begin paragraphs, also after a full line that ends a clause",
		prose + "\nThe committee therefore decided in its last session to order:\n" +
			"- five new wells, which the town has to dig by the end of\n" +
			"May, and\n- a new road.\n",
		[]string{"The committee…", "The committee therefore…order:",
			"- five new wells, which the town has to dig by the end of May, and", "- a new road."}},
	{"a year at the beginning of a line is not an item", prose + "After that the wells were not looked at again until the year\n2014. Then it was too late to dig new ones for the villages.\n",
		[]string{"The committee…until the year 2014. Then…"}},
	{"a dash of dialogue or insertion inside a paragraph is not an item", prose + "The wells, the committee said, were a danger to everybody and\n— it added — could not be cleaned by the people themselves at\nall.\n",
		[]string{"The committee…everybody and — it added — could…"}},
	{"ideographs are joined without a space", hanProse, []string{"委员会今年举行了三次会议，审查了沿河九个村庄的水井状况，发现其中大多数…"}},
	{"ideographs with names in Latin letters at the beginning of some lines",
		strings.Repeat(strings.Repeat("村民们说井水离旧皮革厂太近而且已经不再适合饮用他们很担心啊\n", 9)+"Smith先生说村民不再喝水井的水因为它们离旧皮革厂太近而\n", 6) +
			"他们担心。\n\n" + hanProse,
		[]string{"村民…Smith…担心。", "委员会…"}},
	{"Chinese with an empty line between all lines", strings.ReplaceAll(hanProse+hanProse+hanProse, "\n", "\n\n"), []string{"委员会…其中…委员会…委员会…"}},

	{"a hyphen that divides a word is removed", prose + "The commit-\ntee decided in the end to dig the new wells further up, which\nwas dear.\n", []string{"The committee met…The committee decided…"}},
	{"a hyphen before a capital belongs to the name", prose + "The committee wrote a letter to the governor of the New-\nRiver province, where the wells are better than on the plains\nbelow.\n", []string{"…New-River province…"}},
	{"a hyphen that the document has elsewhere belongs to the word",
		prose + "The well-known engineer was asked to come and have a look. A well-\nknown engineer is dear.\n",
		[]string{"…A well-known engineer is dear."}},
	{"a soft hyphen is removed", prose + "The com\u00ADmittee decided to dig the new wells further up, where wa\u00AD\nter is deep.\n", []string{"…The committee decided to dig the new wells further up, where water is deep."}},

	{"a page number inside a sentence is removed, and the sentence is whole",
		prose + prose[:120] + "\n\n\n7\n\n\n" + prose[120:] + "\n" + prose,
		[]string{"The committee…all nine villages along the river…", "The committee…"}},
	{"numbers of chapters remain", "1\n\n" + prose + "\n2\n\n" + prose + "\n3\n\n" + prose, []string{"1", "The…", "2", "The…", "3", "The…"}},
	{"a page that ends with a form feed inside a sentence", prose[:120] + "\f" + prose[120:], []string{"The committee…no longer safe."}},
	{"a sentence cut between paragraphs that are lines, where the others end in a full stop",
		strings.Repeat(strings.Repeat("The wells are dry. ", 7)+"\n\n", 4) +
			strings.Repeat("The wells are dry. ", 7) +
			"It was found that most of\n\nthem had been dug too close to the old tannery, which the town has closed.\n",
		[]string{"The wells…", "The wells…", "The wells…", "The wells…", "The wells…most of them had been dug…"}},
	{"a title in a larger type, wrapped sooner than the text, is one", "Report of the Second Meeting of\nthe Contact Group of the\nOrganization for Plants\n" + prose + "\n" + prose,
		[]string{"Report of the Second Meeting of the Contact Group of the Organization for Plants", "The committee…",
			"The committee…"}},
	{"names below one another remain apart", "Ministry of Agriculture, Muscat\nMinistry of Irrigation, Sanaa\nMinistry of Agriculture, Cairo\n" + prose + "\n" + prose,
		[]string{"Ministry of Agriculture, Muscat", "Ministry of Irrigation, Sanaa", "Ministry of Agriculture, Cairo",
			"The committee…", "The committee…"}},
	{"heads of left and right pages, as wide as the text, with a full stop, in other places, are removed",
		pagesOf(8, func(n int) string {
			if n%2 == 0 {
				return fmt.Sprintf("%d%sJournal of the Wells and Waters of all the Nine Villages along the River "+
					"and on its other Side.", n, strings.Repeat(" ", 5+n))
			}
			return fmt.Sprintf("Part I. Of Wells%s%d", strings.Repeat(" ", 50-n), n)
		}, nil), tales[:8]},
	{"pages with Roman numbers are pages", pagesOf(4, nil, func(n int) string {
		return "Working group on wells" + strings.Repeat(" ", 20) + "Page " + []string{"", "iv", "v", "vi", "vii"}[n]
	}), tales[:4]},
	{"the same sentence on one page in four is text", pagesOf(9, func(n int) string {
		return []string{"The wells are dry.", "The mill is closed.", "The river is low.",
			"All is well again."}[n%4] + "\n"
	}, nil), []string{"The mill is closed.", tales[0], "The river is low.", tales[1], "All is well again.", tales[2],
		"The wells are dry.", tales[3], "The mill is closed.", tales[4], "The river is low.", tales[5],
		"All is well again.", tales[6], "The wells are dry.", tales[7], "The mill is closed.", tales[8]}},
	{"a page's foot right below its text is removed", prose[:120] + "Page 1\n\f" + prose[120:] + "\n" + prose[:120] + "Page 2\n\f" + prose[120:] + "Page 3\n\f", []string{"The committee…no longer safe.", "The committee…no longer safe."}},
	{"a paragraph separator separates what nothing else would", prose[:120] + "\u2029\n" + prose[120:], []string{"The committee…all nine villages along", "the river…"}},

	{"no line of Chinese or Japanese begins with a closing mark",
		"井戸は村に\n三つあります\n。\n\n地図はここにあります: http://ido.example/\n。次の村には一つもありません。\n",
		[]string{"井戸は村に", "三つあります…。", "地図は…ありません。"}},
	{"menus and lists of headlines around an article are removed",
		"Home\nNews\nContact us\n\nNew wells for nine villages\n\n" + strings.Repeat(strings.Repeat("The wells are dry. ", 9)+"\n\n", 5) +
			"Follow us on the networks\n\nTannery closed after ten years\n\nThe price of water rises again\n\nMinister visits the river\n\nA road for the south\n\nA school for the north\n",
		[]string{"New wells for nine villages", "The wells…", "The wells…", "The wells…", "The wells…", "The wells…"}},
}

func TestLayouts(t *testing.T) {
	for _, l := range layouts {
		t.Run(l.reason, func(t *testing.T) {
			found := wordings(layout.Repair.Read(l.body))
			if !assert.Len(t, found, len(l.want), "%q", found) {
				return
			}
			for i := range found {
				assert.True(t, matches(found[i], l.want[i]), "want %q\ngot  %q", l.want[i], found[i])
			}
		})
	}
}

// wordings returns the paragraphs of a document.
func wordings(d *layout.Document) (out []string) {
	for _, p := range d.Paragraphs {
		out = append(out, d.Body[p.Start:p.End])
	}
	return out
}

// linesOf returns the first and the last line of a paragraph in the document.
func linesOf(d *layout.Document, p layout.Span) [2]int {
	var out [2]int
	for _, l := range d.Lines {
		if l.Offset <= p.Start {
			out[0] = l.Number
		}
		if l.Offset < p.End {
			out[1] = l.Number
		}
	}
	return out
}

// matches reports whether a text has the form of a pattern in which "…" stands for anything.
func matches(text, pattern string) bool {
	parts := strings.Split(pattern, "…")
	if !strings.HasPrefix(text, parts[0]) || !strings.HasSuffix(text, parts[len(parts)-1]) {
		return false
	}
	for _, p := range parts {
		i := strings.Index(text, p)
		if i < 0 {
			return false
		}
		text = text[i+len(p):]
	}
	return true
}

func TestKeep(t *testing.T) {
	d := layout.Keep.Read("**One\ntwo**\n\n\n7\n\nthree-\nfour\r\n")
	assert.Equal(t, "**One\ntwo**\n\n7\n\nthree-\nfour", d.Body)
	assert.Empty(t, d.Notes)
	assert.Equal(t, [2]int{7, 8}, linesOf(d, d.Paragraphs[2]))
}

func TestPages(t *testing.T) {
	d := layout.Repair.Read(prose + "\f" + prose + "\f")
	assert.Equal(t, 1, d.Lines[0].Page)
	assert.Equal(t, 2, d.Lines[len(d.Lines)-1].Page)
	assert.Zero(t, layout.Repair.Read(prose).Lines[0].Page, "without form feeds there are no pages")
}

func TestNotes(t *testing.T) {
	d := layout.Repair.Read(prose + prose[:120] + "\n\n\n7\n\n\n" + prose[120:])
	var notes []string
	for _, n := range d.Notes {
		notes = append(notes, n.String())
	}
	assert.Equal(t, []string{"lines 1–14: a paragraph that a page break had cut, joined again",
		"line 10: page number, running head or document symbol, left out"}, notes)
}

func TestLineEnds(t *testing.T) {
	for _, body := range []string{"One.\nTwo.\nThree.", "One.\r\nTwo.\r\nThree.", "One.\rTwo.\rThree."} {
		d := layout.Repair.Read(body)
		for i := range 3 {
			assert.Equal(t, [2]int{i + 1, i + 1}, linesOf(d, d.Paragraphs[i]), "%q", body)
		}
	}
	d := layout.Repair.Read("One.\u2028Two.\nThree.")
	assert.Equal(t, [2]int{2, 2}, linesOf(d, d.Paragraphs[2]), "a line separator does not begin a line of the file")
}

func TestPageFurniture(t *testing.T) {
	body := prose[:120] + "Page 1\n\f" + prose[120:] + "\n" + prose[:120] + "Page 2\n\f" + prose[120:] + "Page 3\n\f"
	var found []string
	for s := range layout.PageFurniture(body) {
		found = append(found, body[s.Start:s.End])
	}
	assert.Equal(t, []string{"Page 1", "Page 2", "Page 3"}, found)
	for range layout.PageFurniture("") {
		t.Error("an empty text has no furniture")
	}
}

// Bytes that are not UTF-8 lose nothing that is.
func TestInvalidBytes(t *testing.T) {
	assert.Equal(t, "wells\uFFFDpumps", layout.Repair.Read("wells\xffpumps").Body)
	assert.Empty(t, layout.Repair.Read("").Paragraphs)
	assert.Empty(t, layout.Repair.Read("\n\f \n").Paragraphs)
}
