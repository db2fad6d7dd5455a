package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"golang.org/x/text/language"

	"github.com/bitext-go/bitext/align/seed"
	"github.com/bitext-go/bitext/align/tmx"
	"github.com/bitext-go/bitext/read/bilingual"
)

// Inputs are what the pipeline begins with.
type Inputs struct {
	Documents beam.PCollection // that are to be grouped
	Groups    beam.PCollection // that a manifest names
	Paired    beam.PCollection // alignments that somebody else has made
	Failed    beam.PCollection
}

// readInputs returns what the inputs hold: folders, patterns, manifests, JSON Lines, TMX and XLIFF.
func readInputs(s beam.Scope, c Config, inputs []string) Inputs {
	s = s.Scope("read")
	var in Inputs
	found := beam.Reshuffle(s, beam.ParDo(s, expand, beam.CreateList(s, inputs)))
	in.Documents, in.Groups, in.Paired, in.Failed = beam.ParDo4(s, &openFn{Config: c}, found)
	return in
}

// A Source is a file of the input.
type Source struct {
	URI   string
	Name  string // inside its folder
	Plain bool   // it is a document, whatever its name ends with: it was found in a folder
	Why   string // why it cannot be read
}

// expand returns the files that an input names. Local folders are walked as bitext seed walks them:
// hidden files and memories in them are ignored.
func expand(ctx context.Context, input string, found func(Source)) error {
	if info, err := os.Stat(input); err == nil && info.IsDir() {
		return walk(input, found)
	}
	fsys, err := filesystem.New(ctx, input)
	if err != nil {
		return err
	}
	defer fsys.Close()
	all, err := fsys.List(ctx, input)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("%s: there is no such file; check the name", input)
	}
	if err != nil {
		return err
	}
	base := path.Dir(strings.Split(input, "*")[0] + "x")
	for _, uri := range all {
		name := strings.TrimPrefix(strings.TrimPrefix(uri, base), "/")
		found(Source{URI: uri, Name: name, Plain: strings.Contains(input, "*") && len(all) > 1 && !bundled(uri)})
	}
	return nil
}

// bundled reports whether a file that a pattern finds holds many documents.
func bundled(uri string) bool { return strings.HasSuffix(strings.TrimSuffix(uri, ".gz"), ".jsonl") }

// walk returns the documents in a local folder.
func walk(dir string, found func(Source)) error {
	c, err := seed.Find(dir, func(p string) bool {
		return slices.Contains([]string{".seeding", ".lex", ".pools"}, path.Ext(filepath.ToSlash(p)))
	})
	if err != nil {
		return err
	}
	for _, p := range c.Unused {
		// Find has left it out of a group, or could not open its folder. The first is found again.
		uri := filepath.Join(dir, filepath.FromSlash(p.Name))
		info, err := os.Stat(uri)
		switch {
		case err == nil && !info.IsDir():
			found(Source{URI: uri, Name: p.Name, Plain: true})
		default:
			found(Source{URI: uri, Name: p.Name, Why: p.Why})
		}
	}
	for _, g := range append(c.Groups, c.Loose) {
		for _, f := range g {
			found(Source{URI: f.Path, Name: f.Name, Plain: true})
		}
	}
	return nil
}

// An openFn opens files and returns what is in them.
type openFn struct {
	Config Config
	method *seed.Method
}

func (f *openFn) Setup() { f.method = f.Config.method() }

// ProcessElement opens a file. One that cannot be read is a failure and nothing else.
func (f *openFn) ProcessElement(
	ctx context.Context, s Source, document func(Document), group func(Group), paired func(Aligned),
	failed func(Failure),
) {
	err := guard(func() error {
		if s.Why != "" {
			return errors.New(s.Why)
		}
		head, err := beginning(ctx, s.URI)
		switch ext := path.Ext(strings.TrimSuffix(s.URI, ".gz")); {
		case err != nil:
			return err
		case bilingual.Detect(s.Name, head):
			if s.Plain && isOwn(head) {
				return nil // it was made of documents such as these
			}
			return f.openPaired(ctx, s, paired, failed)
		case !s.Plain && ext == ".jsonl":
			return openLines(ctx, s.URI, document, failed)
		case !s.Plain && (ext == ".csv" || ext == ".tsv"):
			return openManifest(ctx, s.URI, group)
		}
		document(Document{ID: s.URI, Name: s.Name, URI: s.URI})
		return nil
	})
	if err != nil {
		failed(Failure{"read", s.Name, err.Error()})
	}
}

// isOwn reports whether a file that begins so is a memory that bitext has written.
func isOwn(head []byte) bool {
	h, err := tmx.NewReader(bytes.NewReader(head)).Header()
	return err == nil && h.Tool == "bitext"
}

// documentExts are formats in zip archives that hold one document.
var documentExts = []string{".docx", ".odt", ".epub", ".pptx", ".xlsx", ".idml"}

// beginning returns the first bytes of a file, decompressed if it is compressed with gzip, and all
// of a zip archive that may hold several files, which has their names at its end.
func beginning(ctx context.Context, uri string) ([]byte, error) {
	in, err := open(ctx, uri)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	r, err := unpacked(in)
	if err != nil {
		return nil, nil // the reader of documents says what is wrong
	}
	head := make([]byte, 4096)
	n, _ := io.ReadFull(r, head)
	head = head[:n]
	if bytes.HasPrefix(head, []byte("PK")) && !slices.Contains(documentExts, strings.ToLower(path.Ext(uri))) {
		rest, err := io.ReadAll(io.LimitReader(r, bilingual.MaxBytes))
		return append(head, rest...), err
	}
	return head, nil
}

// load reads a file of any file system that Beam knows.
func load(ctx context.Context, uri string) ([]byte, error) {
	in, err := open(ctx, uri)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, largest+1))
	if len(raw) > largest {
		err = fmt.Errorf("%s: it has more than %d bytes; cut it into several", uri, largest)
	}
	return raw, err
}

// largest is how many bytes a manifest may have.
const largest = 1 << 30

// open opens a file of any file system that Beam knows.
func open(ctx context.Context, uri string) (io.ReadCloser, error) {
	fsys, err := filesystem.New(ctx, uri)
	if err != nil {
		return nil, err
	}
	in, err := fsys.OpenRead(ctx, uri)
	var local *fs.PathError
	if errors.As(err, &local) {
		err = fmt.Errorf("%s: %w", uri, local.Err)
	}
	return in, err
}

// A line is a line of JSON Lines.
type line struct {
	ID   string `json:"id"`
	Lang string `json:"lang"`
	Name string `json:"name"`
	Text string `json:"text"`
	URI  string `json:"uri"`
}

// longestLine is how many bytes a line of JSON Lines may have.
const longestLine = 256 << 20

// mostBadLines is how many lines of a file may be no JSON. A file with more is something else.
const mostBadLines = 1000

// openLines reads documents that are lines of JSON. Any other line is a failure, and reading
// continues with the next.
func openLines(ctx context.Context, uri string, document func(Document), failed func(Failure)) error {
	in, err := open(ctx, uri)
	if err != nil {
		return err
	}
	defer in.Close()
	r, err := unpacked(in)
	if err != nil {
		return fmt.Errorf("%s: %w", uri, err)
	}
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 1<<20), longestLine)
	bad := 0
	for n := 1; s.Scan(); n++ {
		if len(bytes.TrimSpace(s.Bytes())) == 0 {
			continue
		}
		var l line
		place := fmt.Sprintf("%s:%d", uri, n)
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			if bad++; bad > mostBadLines {
				return fmt.Errorf("%s: more than %d lines are no JSON; nothing after them is read; check the file",
					place, mostBadLines)
			}
			failed(Failure{"read", place, fmt.Sprintf("%s: this is no JSON object: %v", place, err)})
			continue
		}
		if l.ID == "" {
			l.ID = place
		}
		if _, err := language.Parse(l.Lang); l.Lang != "" && err != nil {
			failed(Failure{"read", l.ID, fmt.Sprintf("%s: %q is no language", place, l.Lang)})
			continue
		}
		document(Document{ID: l.ID, Name: l.Name, Lang: l.Lang, URI: l.URI, Text: l.Text})
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", uri, err)
	}
	return nil
}

// openManifest reads the groups of a manifest, as bitext seed does.
func openManifest(ctx context.Context, uri string, group func(Group)) error {
	raw, err := load(ctx, uri)
	if err != nil {
		return err
	}
	scheme, local := "", uri
	if i := strings.Index(uri, "://"); i >= 0 {
		scheme, local = uri[:i+3], uri[i+3:]
	}
	c, err := seed.ParseManifest(local, raw)
	if err != nil {
		return err
	}
	for _, g := range c.Groups {
		out := Group{Name: g.String()}
		for _, f := range g {
			d := Document{ID: f.Name, Name: f.Name, URI: scheme + f.Path}
			if f.Lang != language.Und {
				d.Lang = f.Lang.String()
			}
			out.Documents = append(out.Documents, d)
		}
		group(out)
	}
	return nil
}

// unitsAtATime is how many units of a file whose sentences are paired already make one element, so
// that many workers filter the units of a large memory.
const unitsAtATime = 1000

// openPaired reads a file whose sentences are paired already.
func (f *openFn) openPaired(ctx context.Context, s Source, paired func(Aligned), failed func(Failure)) error {
	in, err := open(ctx, s.URI)
	if err != nil {
		return err
	}
	defer in.Close()
	file, err := bilingual.Read(ctx, s.Name, in)
	if err != nil {
		return err
	}
	for _, damage := range file.Damage {
		failed(Failure{"read", s.Name, damage.Error()})
	}
	all, err := f.method.Given(seed.Group{{Name: s.Name}}, file.Texts, file.Beads)
	if err != nil {
		return err
	}
	for n := 0; n == 0 || n < len(all.Units); n += unitsAtATime {
		part := *all
		part.Units = all.Units[n:min(n+unitsAtATime, len(all.Units))]
		paired(Aligned{Group: Group{Name: s.Name}, Alignment: part, First: n})
	}
	return nil
}

func registerInput() {
	beam.RegisterFunction(expand)
	beam.RegisterDoFn(&openFn{})
}
