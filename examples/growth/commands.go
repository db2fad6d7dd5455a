package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
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
		writeMemory(dir, "m.tmx", n, 1000)
		return []string{"check", "-q", "m.tmx", "-o", "out.txt"}
	}},
	{"bitext add: units of a memory", 50_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000)
		writeText(dir, "d0.de.txt", 100, english)
		return added
	}},
	{"bitext add: units of one document", 5_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, n)
		writeText(dir, "d0.de.txt", 100, english)
		return added
	}},
	{"bitext memory merge: units", 25_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000)
		return []string{"memory", "merge", "m.tmx", "-o", "out.tmx"}
	}},
	{"bitext lexicon train: units", 10_000, func(dir string, n int) []string {
		writeMemory(dir, "m.tmx", n, 1000)
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
func writeMemory(dir, name string, n, ofEach int) {
	w, closeFile := create(dir, name)
	defer closeFile()
	fmt.Fprintln(w, `<tmx version="1.4"><header srclang="en" segtype="sentence"/><body>`)
	for i := range n {
		const variant = `<tuv xml:lang="%s"><prop type="x-bitext-document">d%d.%[1]s</prop><seg>%[3]s</seg></tuv>`
		fmt.Fprintf(w, `<tu tuid="%d">`, i)
		fmt.Fprintf(w, variant, "en", i/ofEach, english(i))
		fmt.Fprintf(w, variant+"</tu>\n", "fr", i/ofEach, french(i))
	}
	fmt.Fprintln(w, "</body></tmx>")
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
