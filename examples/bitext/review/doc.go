// Package review serves a page on which a person looks through an alignment and mends it.
//
// A [Review] holds the rows ([sheet.Sheet]) and keeps every action in a journal before it answers,
// so that a process that is killed loses nothing. The journal holds the texts too: a review goes on
// from it alone, whatever became of the documents and of the aligner since. [Review.Act] refuses an
// action that was meant for an older state than there is.
//
// [Handler] serves the page to the browser of this machine: to requests that name the secret
// address and come from the page itself, and to no others. The page loads nothing from elsewhere.
package review
