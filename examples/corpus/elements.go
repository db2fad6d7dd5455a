package main

import (
	"encoding/json"
	"reflect"

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

// An Aligned is the alignment of a group.
type Aligned struct {
	Group     Group
	Alignment seed.Alignment
	Paired    bool // somebody else has made it, and it is not doubted
}

// A Teaching is what documents teach about a pair of languages.
type Teaching struct{ Pool seed.Pool }

// The coders of types that Beam's own row coder cannot hold, since language tags have no exported
// fields.

func encodeRecord(r Record) ([]byte, error)       { return json.Marshal(r) }
func encodeAligned(a Aligned) ([]byte, error)     { return json.Marshal(a) }
func encodeTeaching(t Teaching) ([]byte, error)   { return json.Marshal(t) }
func encodeEntry(e Entry) ([]byte, error)         { return json.Marshal(e) }
func decodeRecord(b []byte) (r Record, err error) { err = json.Unmarshal(b, &r); return r, err }
func decodeEntry(b []byte) (e Entry, err error)   { err = json.Unmarshal(b, &e); return e, err }
func encodeFinished(f Finished) ([]byte, error)   { return json.Marshal(f) }
func decodeFinished(b []byte) (f Finished, err error) {
	err = json.Unmarshal(b, &f)
	return f, err
}
func decodeAligned(b []byte) (a Aligned, err error) {
	err = json.Unmarshal(b, &a)
	return a, err
}
func decodeTeaching(b []byte) (t Teaching, err error) {
	err = json.Unmarshal(b, &t)
	return t, err
}

// registerElements tells Beam about the types that move between machines.
func registerElements() {
	beam.RegisterType(reflect.TypeFor[Document]())
	beam.RegisterType(reflect.TypeFor[Group]())
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
}
