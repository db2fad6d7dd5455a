// Package lang finds which language each stretch of a document is written in.
//
//	for _, text := range lang.Split(document, lang.ByScript()) {
//		fmt.Println(text.Lang, len(text.Sentences))
//	}
//
// [ByScript] knows languages by their letters alone: it costs nothing, and is enough wherever the languages of a
// document have different scripts. Languages that share a script are told apart by the detector of the package lingua
// below this one, which loads a model for each of them.
package lang
