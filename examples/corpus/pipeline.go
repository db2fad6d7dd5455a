package main

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// memory builds the pipeline that makes a memory of a collection.
func memory(s beam.Scope, c Config, inputs []string) {
	in := readInputs(s, c, inputs)
	if c.Mine {
		all := beam.Flatten(s, in.Documents, beam.ParDo(s, documentsOf, in.Groups))
		units, failed := mine(s, c, all)
		entries := mergeNear(s, c, deduplicate(s, units))
		write(s, c, number(s, entries), beam.Flatten(s, in.Failed, failed))
		return
	}
	byName, loose, failedNames := pairByName(s, in.Documents)
	byContent, failedContent := pairByContent(s, c, loose)
	groups := beam.Flatten(s, in.Groups, byName, byContent)
	aligned, failedAlign := alignGroups(s, c, groups)
	failures := []beam.PCollection{in.Failed, failedNames, failedContent, failedAlign}
	if !c.Alone {
		var failedAgain beam.PCollection
		aligned, failedAgain = alignAgain(s, c, aligned, learn(s, c, beam.Flatten(s, aligned, in.Paired)))
		failures = append(failures, failedAgain)
	}
	units, failedFilter := judge(s, c, beam.Flatten(s, aligned, in.Paired))
	entries := mergeNear(s, c, deduplicate(s, units))
	write(s, c, number(s, entries), beam.Flatten(s, append(failures, failedFilter)...))
}

// documentsOf returns the documents of a group.
func documentsOf(g Group, document func(Document)) {
	for _, d := range g.Documents {
		document(d)
	}
}

// registerAll tells Beam about everything that moves to workers. It must be called before
// beam.Init, by the program that submits the pipeline and by each worker.
func registerAll() {
	registerElements()
	registerInput()
	registerByName()
	registerByContent()
	registerAlign()
	registerLearn()
	registerJudge()
	registerDedup()
	registerNear()
	registerMine()
	beam.RegisterFunction(documentsOf)
	registerOutput()
}
