// Package glossary reads the dictionaries and glossaries that translators have, and makes lexicons
// from them:
//
//	file, err := glossary.Open("terms.csv", language.French, language.English)
//	…
//	lex := file.Lexicon(language.French, language.English)
//
// It knows tables (TSV and CSV), term bases (TBX), the dictionaries of hunalign (.dic), of dict
// servers (.index with .dict or .dict.dz, as FreeDict is installed) and of StarDict (.ifo). Lines
// that it cannot read are left out and reported; the rest is read.
package glossary
