// Package glossary reads the dictionaries and glossaries that translators have, and makes lexicons
// of them:
//
//	file, err := glossary.Open("terms.csv", language.French, language.English)
//	…
//	lex := file.Lexicon(language.French, language.English)
//
// It knows tables (TSV and CSV), term bases (TBX), the dictionaries of hunalign (.dic), of dict
// servers (.index with .dict or .dict.dz, as FreeDict is installed) and of StarDict (.ifo). What
// cannot be understood is left out and reported with its line; the rest is read.
package glossary
