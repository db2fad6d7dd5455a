package cldr

import "strings"

// adjectives returns the stems of words that refer to a country without naming it, by its code. It
// leaves out those of its name and of its language: "American", "британский". A word that begins
// with one refers to the country.
func adjectives(lang string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(adjectiveStems[lang]) {
		if f := strings.Fields(line); len(f) > 1 {
			out[f[0]] = append(out[f[0]], f[1:]...)
		}
	}
	return out
}

var adjectiveStems = map[string]string{
	"en": `US america
		GB british briton brexit england english scot scotland wales welsh
		CH swiss
		BE belgi
		ES spani hispan
		FR french
		GR greek greece hellen
		NL dutch holland
		NZ zealand
		AF afghan
		SA saudi
		CY cyprio
		KR korea
		KP korea
		VN vietnam
		AE emirati
		DK dane danish
		IE irish
		IL israeli
		LA lao
		CG congo
		CD congo
		PH philippin filipin
		PE peruvian
		TR turk
		UA ukrain
		PL polish pole
		SE swed
		FI finnish finn
		NO norweg
		RU russ soviet
		CZ czech`,
	"fr": `US améric amériq états-uni
		GB britann anglet brexit anglais écoss gall
		DE allemand germ
		BE belg
		CH suiss helvét
		NL néerland holland
		GR grec
		ES espagn hispan
		TR turc turqu
		CN chin
		KR coré
		KP coré
		PL polon
		SE suéd
		DK dano
		IE irland
		HU hongr magyar
		PH philippin
		CZ tchèqu
		RU russ soviét
		MX mexi
		VN vietn
		LB liban
		MA maroc
		TN tunis
		SA saoudi
		CD congol
		CG congol`,
	"es": `US america estadounid norteamer
		GB britan inglat brexit ingles escoc gales
		DE alem german
		BE belg
		CH suiz helvét
		NL neerland holand
		GR grieg
		FR franc
		ES español
		TR turc
		CN chin
		KR corea surcorea
		KP corea norcorea
		PL polac
		HU húngar magiar
		CZ chec
		RU rus soviét
		SA saudí
		VN vietnam`,
	"ru": `US америк
		GB британ англи брексит brexit английск шотланд уэльс
		DE немец немц герман
		ES испан
		DK датск
		FR франц
		NL голланд нидерланд
		GR гре
		TR турец турк
		KR коре южнокорей
		KP коре северокорей
		CN кита
		PL польск поляк
		HU венг
		CH швейцар
		RU росси русск совет
		NZ новозеланд
		UA украин
		SA саудов
		AE эмират
		VN вьетнам
		ZA южноафрик
		CZ чеш чех
		BY белорус`,
	"ar": `US أمريك أميرك
		GB بريطان إنجليز بريكست بريكزيت إنكلي إنجلتر إنكلتر اسكتلند
		NL هولند
		DE ألمان
		ES إسبان أسبان
		KR كور
		KP كور
		GR يونان إغريق
		RU روس سوفي
		SA سعود
		AE إمارات
		TR ترك
		CH سويسر
		CZ تشيك
		HU مجر هنغار`,
	"hi": `US अमेरिक अमरीक
		GB ब्रिट अंग्रेज ब्रेक्सिट ब्रेक्ज़िट इंग्लैंड इंग्लैण्ड स्कॉट वेल्
		FR फ्रां फ़्रां फ्रें फ़्रें
		DE जर्म
		ES स्पे
		IT इटल इताल
		GR यूनान ग्री
		NL डच नीदर
		IN हिंदुस्तान हिन्दुस्तान भारत
		TR तुर्क
		CN चीन
		KR कोरिया
		KP कोरिया
		RU रूस सोवियत
		PT पुर्तग`,
	"de": `US amerika us
		GB brit engl schott walis
		FR franz
		NL niederl holländ
		GR griech
		CH schweiz
		TR türk
		CN chines
		ES spani
		PL poln`,
	"hu": `US amerik
		GB brit angol angli skót
		DE ném
		FR franc
		NL holland
		GR görög
		CN kína
		PL lengyel
		IT olasz
		RU orosz szovjet
		AT osztrák`,
}
