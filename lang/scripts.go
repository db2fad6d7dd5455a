package lang

import "unicode"

// The places in scriptTable that the code names.
const (
	latin = iota
	han
	hiragana
	katakana
	hangul
)

// scriptTable is the scripts that are in use, the frequent ones first, with their codes from ISO
// 15924. Hiragana stands for Japanese as a whole, and Hangul for Korean.
var scriptTable = [...]struct {
	code  string
	table *unicode.RangeTable
}{
	latin:    {"Latn", unicode.Latin},
	han:      {"Hani", unicode.Han},
	hiragana: {"Jpan", unicode.Hiragana},
	katakana: {"Jpan", unicode.Katakana},
	hangul:   {"Kore", unicode.Hangul},
	5:        {"Arab", unicode.Arabic},
	6:        {"Cyrl", unicode.Cyrillic},
	7:        {"Grek", unicode.Greek},
	8:        {"Hebr", unicode.Hebrew},
	9:        {"Deva", unicode.Devanagari},
	10:       {"Armn", unicode.Armenian},
	11:       {"Geor", unicode.Georgian},
	12:       {"Beng", unicode.Bengali},
	13:       {"Guru", unicode.Gurmukhi},
	14:       {"Gujr", unicode.Gujarati},
	15:       {"Orya", unicode.Oriya},
	16:       {"Taml", unicode.Tamil},
	17:       {"Telu", unicode.Telugu},
	18:       {"Knda", unicode.Kannada},
	19:       {"Mlym", unicode.Malayalam},
	20:       {"Sinh", unicode.Sinhala},
	21:       {"Thai", unicode.Thai},
	22:       {"Laoo", unicode.Lao},
	23:       {"Khmr", unicode.Khmer},
	24:       {"Mymr", unicode.Myanmar},
	25:       {"Tibt", unicode.Tibetan},
	26:       {"Ethi", unicode.Ethiopic},
	27:       {"Mong", unicode.Mongolian},
	28:       {"Thaa", unicode.Thaana},
	29:       {"Syrc", unicode.Syriac},
	30:       {"Nkoo", unicode.Nko},
	31:       {"Tfng", unicode.Tifinagh},
	32:       {"Adlm", unicode.Adlam},
	33:       {"Cher", unicode.Cherokee},
	34:       {"Cans", unicode.Canadian_Aboriginal},
	35:       {"Vaii", unicode.Vai},
	36:       {"Yiii", unicode.Yi},
	37:       {"Bopo", unicode.Bopomofo},
	38:       {"Olck", unicode.Ol_Chiki},
	39:       {"Mtei", unicode.Meetei_Mayek},
	40:       {"Java", unicode.Javanese},
	41:       {"Bali", unicode.Balinese},
	42:       {"Sund", unicode.Sundanese},
	43:       {"Tale", unicode.Tai_Le},
	44:       {"Talu", unicode.New_Tai_Lue},
	45:       {"Lana", unicode.Tai_Tham},
	46:       {"Cham", unicode.Cham},
	47:       {"Lisu", unicode.Lisu},
	48:       {"Rohg", unicode.Hanifi_Rohingya},
	49:       {"Hmnp", unicode.Nyiakeng_Puachue_Hmong},
}
