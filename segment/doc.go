// Package segment cuts text into paragraphs and sentences, for every script.
//
//	text := segment.New(report, language.Arabic)
//	for i := range text.Sentences {
//		fmt.Println(text.Sentence(i))
//	}
//
// [New] takes a document as it stands in a file, with wrapped lines and page breaks, and makes it whole;
// [FromSentences] takes text that is cut already; [Sentences] and [Paragraphs] work on the bytes that they are
// given and change none of them.
package segment
