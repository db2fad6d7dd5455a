package cldr

import (
	"strings"

	"golang.org/x/text/language"
)

// states holds the members and observers of the United Nations, and four more that reports list as
// countries. Other territories of ISO 3166 are found too, but are never sure: Jersey and Réunion
// are also plain words.
var states = func() map[string]bool {
	m := map[string]bool{}
	for code := range strings.FieldsSeq(`AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT
		BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB
		GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA
		LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR
		NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG
		TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW PS TW HK XK`) {
		m[code] = true
	}
	return m
}()

// doubtfulIn returns the names of states that mean something else too in a language, folded:
// people, cities, rivers and states of a union, and plain words.
func doubtfulIn(lang string) map[string]bool {
	m := map[string]bool{}
	for name := range strings.SplitSeq(doubtfulNames[lang], "|") {
		m[fold(strings.TrimSpace(name))] = true
	}
	return m
}

var doubtfulNames = map[string]string{
	"en": "Jordan|Chad|Georgia|Dominica|Congo|Micronesia|Trinidad|Holland",
	"fr": "Maurice|Dominique|Géorgie|Niger|Congo|Salvador|Grenade|Hollande",
	"es": "Granada|Georgia|Chad|Níger|Congo|Salvador|Dominica|Holanda|Trinidad|Guinea",
	"pt": "Granada|Geórgia|Congo|Dominica|Maurício",
	"it": "Georgia|Congo|Dominica|Giordania",
	"de": "Georgien|Niger|Kongo|Dominica",
	"ru": "Того|Чад|Конго|Мали|Нигер|Доминика",
	"ar": "مالي|عمان|جورجيا|المغرب|قطر|تونس|الجزائر|الكويت|لاو|بالاو|دومينيكا|النيجر|الكونغو|البحرين|تركية|غيانا",
	"zh": "马里|阿曼|乍得|多哥|教廷|尼日尔",
	"hi": "माली|चाड|जॉर्जिया|जॉर्डन|नाइजर|कांगो|टोगो|घाना",
	"tr": "Mısır|Fas|Çad|Mali|Umman|Sudan|Ürdün",
	"hu": "Niger|Csád|Mali",
	"fa": "مالی|چاد|اردن|عمان|گرجستان|نیجر|کنگو",
	"ja": "チャド|マリ|ジョージア|ペルー|オマーン|トーゴ",
	"ko": "인도|가나|조지아|말리|차드|토고|오만",
}

// others are words that hold the name of a state and do not speak of it, by language.
var others = map[string]string{
	"en": "West Indies|British Columbia|New Mexico|New France|New England|Papua|Guinea pig|Guinea pigs|Gulf of Mexico|Jordan River|Mexico City|Panama City|Kuwait City",
	"fr": "Colombie-Britannique|Colombie britannique|Nouveau-Mexique|Nouvelle-France|Nouvelle-Angleterre|golfe du Mexique",
	"es": "Columbia Británica|Colombia Británica|Nuevo México|Nueva Francia|Nueva Inglaterra|golfo de México|Nueva España",
	"ru": "округ Колумбия|Британская Колумбия|Новая Франция|Новая Англия",
	"ar": "مقاطعة كولومبيا|الهند الغربية|الهند الصينية|بريتيش كولومبيا|كولومبيا البريطانية|نيو مكسيكو|نيو فرانس|خليج المكسيك|أمريكا الوسطى|أمريكا الشمالية|أمريكا الجنوبية|أمريكا اللاتينية|أميركا اللاتينية|أميركا الشمالية|أميركا الجنوبية",
	"hi": "ब्रिटिश कोलंबिया|उत्तरी अमेरिका|दक्षिण अमेरिका|लैटिन अमेरिका|मध्य अमेरिका",
	"zh": `哥伦比亚特区|马里兰|马里奥|马里亚纳|马里布|印度教|印度洋|新墨西哥|巴拿马城|突尼斯城|科威特城|日本海|中国海|南中国海|阿曼达|古巴比伦|墨西哥城|墨西哥湾|约旦河|
		危地马拉城|海地区|巴西利|巴西利亚|捷克斯洛伐克|新法兰西|英国法|约旦河西岸|古希腊|印度支那|西印度|东印度|法国大革命|南美洲|北美洲|拉丁美洲|新英格兰`,
}

// CountriesOf returns the codes of the countries whose adjective is also the name of a language,
// given by its code: FR for "fr", since the French are the people of France.
func CountriesOf(code string) []string {
	switch code {
	case "en":
		return []string{"GB"}
	case "pt":
		return []string{"PT"}
	case "ar", "ku", "yi", "eo", "la":
		return nil
	case "zh":
		return []string{"CN", "TW"}
	case "ko":
		return []string{"KR", "KP"}
	case "nb", "nn", "no":
		return []string{"NO"}
	case "fil", "tl":
		return []string{"PH"}
	case "gsw":
		return []string{"CH"}
	}
	region, confidence := language.Make(code).Region()
	if confidence == language.No || !states[region.String()] {
		return nil
	}
	return []string{region.String()}
}
