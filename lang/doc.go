// Package lang finds which language each stretch of a document is written in.
//
//	for _, text := range lang.Split(document, lang.ByScript()) {
//		fmt.Println(text.Lang, len(text.Sentences))
//	}
//
// [ByScript] knows some seventy languages by their letters and small words. That takes no models,
// and is enough for whole documents and for paragraphs; what is too short to say goes with its
// neighbours. Where single lines in languages of one script take turns, the detector of the package
// lingua below this one is surer: it loads a model for each language.
//
// [Split] makes one text of each language; [Runs] says where each begins and ends.
package lang
