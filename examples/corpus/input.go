package main

import (
	"bytes"
	"context"
	"errors"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

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
