// Package evidence measures what two texts say about pairs of their sentences. It knows nothing of
// beads in a row, paths or searches: package align decides which pairs to ask about.
//
// A [Scorer] is one source of evidence. Fitted to two texts it is a [Model], whose [Pricer] returns
// a cost for each pair of ranges: the negative log-odds that they translate one another. Costs of
// different sources are in one unit, nats, and so can be added; a [Sum] does that.
//
// [Length], [Breaks], [Edges], [Numbers], [Punctuation], [Cognates], [Names], [Learning], [Places]
// and [Jumps] need nothing but the texts; [Standard] returns all of them. A [Dictionary] adds a
// lexicon, [Vectors] add sentence embeddings that you have. Your own Scorer goes into a Sum the
// same way:
//
//	scorer := append(evidence.Standard(), evidence.Dictionary(wide.Lexicon), yours)
//
// Lexicons come only with the packages that hold them: align/lexicon/core adds 1.3 megabytes to a
// program, align/lexicon/wide 5.6.
package evidence
