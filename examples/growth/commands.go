package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A commandCase is a command of the program bitext with input of a size. write writes the input to
// a folder, which is the working directory, and returns the arguments.
type commandCase struct {
	name  string
	n     int
	write func(dir string, n int) []string
}

// commandCases are the commands on input that is large, but as good as any.
var commandCases = []commandCase{
	{"bitext segment: sentences", 5_000, func(dir string, n int) []string {
		writeText(dir, "a.en.txt", n, english)
		return []string{"segment", "a.en.txt", "-o", "out.txt"}
	}},
	{"bitext segment: pages of a PDF", 50, func(dir string, n int) []string {
		writePDF(dir, "a.pdf", n)
		return []string{"segment", "--lang", "en", "a.pdf", "-o", "out.txt"}
	}},
	{"bitext align: sentences", 1_000, func(dir string, n int) []string {
		writeText(dir, "a.en.txt", n, english)
		writeText(dir, "a.fr.txt", n, french)
		return []string{"align", "-q", "a.en.txt", "a.fr.txt", "-o", "out.tmx"}
	}},
	{"bitext seed: documents of 50 sentences", 10, func(dir string, n int) []string {
		for i := range n {
			folder := filepath.Join("texts", fmt.Sprint(i))
			writeText(dir, filepath.Join(folder, "a.en.txt"), 50, english)
			writeText(dir, filepath.Join(folder, "a.fr.txt"), 50, french)
		}
		return []string{"seed", "-q", "texts", "-o", "out.tmx"}
	}},
	{"bitext check: units of a memory", 50_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000, english, french)
		return []string{"check", "-q", "m.tmx", "-o", "out.txt"}
	}},
	{"bitext add: units of a memory", 50_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000, english, french)
		writeText(dir, "d0.de.txt", 100, english)
		return added
	}},
	{"bitext add: units of one document", 50_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, n, english, french)
		writeText(dir, "d0.de.txt", 100, english)
		return added
	}},
	{"bitext add: long units of one document", 50_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, n, long(english), long(french))
		writeText(dir, "d0.de.txt", 100, long(english))
		return added
	}},
	{"bitext add: units of a document, and sentences", 1_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, n, english, french)
		writeText(dir, "d0.de.txt", n, english)
		return added
	}},
	{"bitext check: long units of a memory", 12_500, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000, long(english), long(french))
		return []string{"check", "-q", "m.tmx", "-o", "out.txt"}
	}},
	{"bitext review --export: units of a memory", 5_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000, english, french)
		return []string{"review", "m.tmx", "--export", "all", "-o", "out.tmx"}
	}},
	{"bitext memory merge: units", 25_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000, english, french)
		return []string{"memory", "merge", "m.tmx", "-o", "out.tmx"}
	}},
	{"bitext lexicon train: units", 10_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000, english, french)
		return []string{"lexicon", "train", "-q", "m.tmx", "-o", "out.lex"}
	}},
}

// added are the arguments that add a text of 100 sentences to a document of a memory.
var added = []string{"add", "-q", "--tmx", "m.tmx", "--document", "d0.en", "--lang", "de", "d0.de.txt", "-o", "m.tmx"}

func english(i int) string {
	const sentence = "The meeting of %d recalled resolution %d of Malaysia on the use of word%d in wells."
	return fmt.Sprintf(sentence, i, i*7, i%977)
}

func french(i int) string {
	const sentence = "La réunion de %d a rappelé la résolution %d de la Malaisie sur l'usage de mot%d dans les puits."
	return fmt.Sprintf(sentence, i, i*7, i%977)
}

// long returns sentences that are four times as long.
func long(sentence func(int) string) func(int) string {
	return func(i int) string {
		return strings.TrimSuffix(strings.Repeat(strings.TrimSuffix(sentence(i), ".")+"; ", 4), "; ") + "."
	}
}

// create opens a file to write, with its folder.
func create(dir, name string) (*bufio.Writer, func()) {
	path := filepath.Join(dir, name)
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err != nil {
		log.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	w := bufio.NewWriter(f)
	return w, func() {
		if err := w.Flush(); err != nil {
			log.Fatal(err)
		}
		f.Close()
	}
}

// writeText writes a document of n sentences, ten in a paragraph.
func writeText(dir, name string, n int, sentence func(int) string) {
	w, closeFile := create(dir, name)
	defer closeFile()
	for i := range n {
		fmt.Fprint(w, sentence(i), " ")
		if i%10 == 9 {
			fmt.Fprint(w, "\n\n")
		}
	}
}

// writeMemory writes a memory of n units, ofEach of them of each document.
func writeMemory(dir, name string, n, ofEach int, en, fr func(int) string) {
	w, closeFile := create(dir, name)
	defer closeFile()
	fmt.Fprintln(w, `<tmx version="1.4"><header srclang="en" segtype="sentence"/><body>`)
	for i := range n {
		const variant = `<tuv xml:lang="%s"><prop type="x-bitext-document">d%d.%[1]s</prop><seg>%[3]s</seg></tuv>`
		fmt.Fprintf(w, `<tu tuid="%d">`, i)
		fmt.Fprintf(w, variant, "en", i/ofEach, en(i))
		fmt.Fprintf(w, variant+"</tu>\n", "fr", i/ofEach, fr(i))
	}
	fmt.Fprintln(w, "</body></tmx>")
}

// writePDF writes a PDF of n pages of 40 lines.
func writePDF(dir, name string, n int) {
	w, closeFile := create(dir, name)
	defer closeFile()
	at := 0
	var offsets []int
	write := func(format string, args ...any) {
		k, _ := fmt.Fprintf(w, format, args...)
		at += k
	}
	object := func(format string, args ...any) {
		offsets = append(offsets, at)
		write("%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	write("%%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	var kids strings.Builder
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), n)
	object("<</Type/Font/Subtype/Type1/BaseFont/Courier>>")
	for i := range n {
		var text strings.Builder
		for k := range 40 {
			fmt.Fprintf(&text, "BT /F 10 Tf 50 %d Td (%s) Tj ET\n", 750-15*k, english(40*i+k))
		}
		const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
		object(page, len(offsets)+2)
		object("<</Length %d>>stream\n%sendstream", text.Len(), text.String())
	}
	start := at
	write("xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		write("%010d 00000 n \n", offset)
	}
	write("trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
}

// build builds the program bitext into a folder and returns its path.
func build(dir string) string {
	path := filepath.Join(dir, "bitext")
	command := exec.Command("go", "build", "-o", path, "github.com/bitext-go/bitext/examples/bitext")
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		log.Fatal(err)
	}
	return path
}

// measure runs the command with input of a size.
func (c *commandCase) measure(program string, n int) measurement {
	dir, err := os.MkdirTemp("", "growth")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	command := exec.Command(program, c.write(dir, n)...)
	command.Dir = dir
	out, err := command.CombinedOutput()
	state := command.ProcessState
	if err != nil && (state == nil || state.ExitCode() != 3) { // there are findings, or nothing fits
		log.Fatalf("%s, n = %d: %v\n%s", c.name, n, err, out)
	}
	return measurement{(state.UserTime() + state.SystemTime()).Seconds(), peakOf(state)}
}
