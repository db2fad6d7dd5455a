package read_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/bitext-go/bitext/read"
)

// Prose that has what other formats have is read as prose, as plain text and as Markdown.
func TestProseIsNotRefused(t *testing.T) {
	for what, in := range map[string]string{
		"a contract with numbered clauses": "1.\tThe Buyer pays the price;\n2.\tThe Seller delivers the goods;\n" +
			"3.\tThe goods are new;\n3.1\tThe goods are whole;\n(a)\tThis contract ends in May.\n",
		"a resolution": "The Assembly,\nRecalling its resolution 60/1 of 16 September 2005;\n" +
			"Noting the report of the Secretary-General (A/61/35);\nAware of the needs of riders;\n" +
			"1. Asks all States to build paths for bicycles;\n2. Decides to remain seized of the matter.\n",
		"minutes": "10:00 The chair opened the meeting.\n10:15 Ms. Roe spoke of the bridge.\n10:40 There was a break.\n" +
			"11:05 The meeting ended.\n",
		"verses of a holy book": "3:16 For the river gave its water.\n3:17 And the people drank.\n3:18 Then they slept.\n" +
			"3:19 In the morning they rose.\n",
		"a play":           "ANNA:\nWho is there?\nPAUL:\nNobody but me.\nANNA:\nCome in, then.\n",
		"a dialogue":       "-- Où vas-tu, demanda-t-elle ?\n-- À la gare, répondit-il.\n-- Si tard ?\n-- Il le faut.\n",
		"a Spanish one":    "—¿Adónde vas?\n—A la estación.\n—¿Tan tarde?\n—Sí; es necesario.\n",
		"questions":        "Q: Is the bridge open?\nA: It is not.\nQ: When will it be?\nA: In May, we hope.\n",
		"a blank form":     "Name: ______________\nAddress: ______________\nDate: ______________\nSignature: ______________\nThank you.\n",
		"labels of a form": "Name:\nAddress:\nDate:\nSignature:\nThank you.\n",
		"a poem":           "O sea; O bridge;\nO wind that never ends;\nWho (said the gull) shall cross?\nNot I; not you;\n",
		"a recipe":         "Bread\nFlour: 500 g\nWater: 300 ml\nSalt: 10 g\nMix it all, wait, and bake it at 220°.\n",
		"a timetable":      "The ferry leaves at\n8:00, 10:00 and 12:00 on working days,\n9:00 and 11:00 on Sundays.\n",
		"arithmetic":       "The sum is easy.\nx = 3\nTherefore the whole is nine, as everyone can see.\nWe are done with it.\n",
		"a guide to code": "To print a line, call print(\"x\"); in your program.\nA block stands between { and }.\n" +
			"Write \\documentclass at the top of a file of LaTeX.\nA PDF begins with %PDF-1.7, and a script with #!/bin/sh.\n" +
			"In a catalogue, msgid \"a\" comes before msgstr \"b\".\n",
		"a guide to subtitles": "A cue has two lines.\n00:00:01,000 --> 00:00:02,000\nis its time. After it comes what is said.\n" +
			"An empty line ends the cue. Then comes the next one.\nThat is all there is to know about it.\nMore is in the standard.\n",
		"a name in capitals":    "OTTO VON BISMARCK\nRIFF is a reef in German.\nID3 is a name, too.\nMZ is none.\n",
		"dates and logs":        "On 2024-01-02 10:11:12 the bridge fell.\nNobody was on it.\nINFO: a new one will be built.\nIt opens in May.\n",
		"names with semicolons": "Incerto;\nBridge of sighs;\nPauline;\nThe old one;\nHarbour;\n",
		"a guide to a wiki": "Put the template {{Excellent}} into the article, as its authors ask.\n" +
			"Remove the template {{Excellent}} if nobody supports it any more.\nThe list is below.\n",
		"a letter":        "Date: 1 May\nFrom: Ms. Roe\nTo: Mr. Doe\n\nDear Mr. Doe,\nthe bridge is closed.\nYours, Ms. Roe\n",
		"a dictionary":    "bridge: a way over water\nferry: a ship for a short way\nford: a shallow place\n",
		"hashes":          "# 1 is the first bridge.\n# 2 is the second.\n@ home we call it the old one.\n$ 5 is the fare.\n",
		"definitions":     "\"Bridge\" means the bridge over the river;\n\"Buyer\" means the person who buys it;\n\"Fare\" means the price;\n",
		"Chinese clauses": "一、买方付款;\n二、卖方交货;\n三、货物应当完好无损，否则可以退回;\n本合同五月到期。\n",
		"Arabic":          "المادة 1: يدفع المشتري الثمن;\nالمادة 2: يسلم البائع البضاعة;\nانتهى العقد في مايو.\n",
	} {
		for _, name := range []string{"a.txt", "a.md", "a"} {
			d, err := new(read.Reader).Read(t.Context(), name, strings.NewReader(in))
			require.NoError(t, err, "%s as %s", what, name)
			want := read.Text
			if name == "a.md" {
				want = read.Markdown
			}
			assert.Equal(t, want, d.Format, "%s as %s", what, name)
		}
	}
}
