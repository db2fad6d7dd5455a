package main

import (
	"encoding/json"
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/bitext-go/bitext/align/seed"
)

// A Document is a document of the collection, or a reference to it.
type Document struct {
	ID   string // unique; orders documents with the same name
	Name string // its name in the memory; "" if it has none
	Lang string // "" if nothing gives it
	URI  string // the file to read it from; "" if Text holds it
	Text string
}

// A Group is a document in several languages, or one that holds all languages.
type Group struct {
	Name      string // orders the units of the collection; unique
	Documents []Document
}

// A Failure is a document that is not in the memory, with the reason.
type Failure struct {
	Step string `json:"step"`
	Name string `json:"name"`
	Why  string `json:"why"`
}

// A Record is a unit with its place in the order of the collection.
type Record struct {
	Order string // the group's name, a zero byte, and the number of the unit
	Unit  seed.Unit
}

// An Aligned is the alignment of a group, or of a part of a file whose sentences are paired
// already.
type Aligned struct {
	Group     Group
	Alignment seed.Alignment
	First     int // number of its first unit, if it is a part of a file
}

// A Teaching is what documents teach about a pair of languages.
type Teaching struct{ Pool seed.Pool }

// encoded is how many bytes of each type were encoded in this process: all that moves between
// steps, if there is one process.
var encoded sync.Map // of *atomic.Int64, by name

// toJSON and fromJSON are the coders of types that Beam's own row coder cannot hold, since language
// tags have no exported fields.
func toJSON[T any](x T) ([]byte, error) {
	b, err := json.Marshal(x)
	n, _ := encoded.LoadOrStore(reflect.TypeFor[T]().Name(), new(atomic.Int64))
	n.(*atomic.Int64).Add(int64(len(b)))
	return b, err
}

func fromJSON[T any](b []byte) (x T, err error) {
	err = json.Unmarshal(b, &x)
	return x, err
}

func encodeRecord(x Record) ([]byte, error)         { return toJSON(x) }
func decodeRecord(b []byte) (Record, error)         { return fromJSON[Record](b) }
func encodeAligned(x Aligned) ([]byte, error)       { return toJSON(x) }
func decodeAligned(b []byte) (Aligned, error)       { return fromJSON[Aligned](b) }
func encodeTeaching(x Teaching) ([]byte, error)     { return toJSON(x) }
func decodeTeaching(b []byte) (Teaching, error)     { return fromJSON[Teaching](b) }
func encodeEntry(x Entry) ([]byte, error)           { return toJSON(x) }
func decodeEntry(b []byte) (Entry, error)           { return fromJSON[Entry](b) }
func encodeFinished(x Finished) ([]byte, error)     { return toJSON(x) }
func decodeFinished(b []byte) (Finished, error)     { return fromJSON[Finished](b) }
func encodePiece(x Piece) ([]byte, error)           { return toJSON(x) }
func decodePiece(b []byte) (Piece, error)           { return fromJSON[Piece](b) }
func encodePieceBeads(x PieceBeads) ([]byte, error) { return toJSON(x) }
func decodePieceBeads(b []byte) (PieceBeads, error) { return fromJSON[PieceBeads](b) }
func encodeDocument(x Document) ([]byte, error)     { return toJSON(x) }
func decodeDocument(b []byte) (Document, error)     { return fromJSON[Document](b) }
func encodeGroup(x Group) ([]byte, error)           { return toJSON(x) }
func decodeGroup(b []byte) (Group, error)           { return fromJSON[Group](b) }

// registerElements tells Beam about the types that move between machines.
func registerElements() {
	beam.RegisterType(reflect.TypeFor[Failure]())
	beam.RegisterType(reflect.TypeFor[Source]())
	beam.RegisterType(reflect.TypeFor[Profile]())
	beam.RegisterType(reflect.TypeFor[Posting]())
	beam.RegisterType(reflect.TypeFor[Link]())
	beam.RegisterType(reflect.TypeFor[Edge]())
	beam.RegisterType(reflect.TypeFor[Lesson]())
	beam.RegisterType(reflect.TypeFor[Shard]())
	beam.RegisterType(reflect.TypeFor[Config]())
	beam.RegisterCoder(reflect.TypeFor[Finished](), encodeFinished, decodeFinished)
	beam.RegisterCoder(reflect.TypeFor[Record](), encodeRecord, decodeRecord)
	beam.RegisterCoder(reflect.TypeFor[Aligned](), encodeAligned, decodeAligned)
	beam.RegisterCoder(reflect.TypeFor[Teaching](), encodeTeaching, decodeTeaching)
	beam.RegisterCoder(reflect.TypeFor[Entry](), encodeEntry, decodeEntry)
	beam.RegisterCoder(reflect.TypeFor[Piece](), encodePiece, decodePiece)
	beam.RegisterCoder(reflect.TypeFor[PieceBeads](), encodePieceBeads, decodePieceBeads)
	beam.RegisterCoder(reflect.TypeFor[Document](), encodeDocument, decodeDocument)
	beam.RegisterCoder(reflect.TypeFor[Group](), encodeGroup, decodeGroup)
}
