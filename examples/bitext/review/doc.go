// Package review serves a page on which a person checks an alignment and corrects it.
//
// A [Review] holds the rows ([sheet.Sheet]). It writes every action to a journal before it answers,
// so a process that is killed loses nothing. The journal holds the texts too: a review resumes from
// it alone, even if the documents or the aligner have changed. [Review.Act] refuses an action that
// was meant for an older state.
//
// [Handler] serves the page to the browser of this machine. It answers only requests that name the
// secret address and come from the page itself. The page loads nothing from elsewhere.
package review
