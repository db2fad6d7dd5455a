package cldr

import "strings"

// alternatives returns what countries are called in a language beside CLDR's name for them, by
// their codes: the names that the United Nations use where these do not hold the short name, former
// names, and common short forms.
func alternatives(lang string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(otherNames[lang]) {
		code, list, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(list, "|") {
			out[code] = append(out[code], strings.TrimSpace(name))
		}
	}
	return out
}

// otherNames has a line for each country: its code, and names with "|" between them.
var otherNames = map[string]string{
	"en": `AE Emirates | UAE
		BA Bosnia | Bosnia-Herzegovina
		BN Brunei
		CD Democratic Republic of the Congo | DRC | DR Congo | Zaire
		CG Republic of the Congo
		CI Ivory Coast
		CN PRC
		CV Cabo Verde
		CZ Czech Republic
		FM Micronesia
		GB Britain | Great Britain | UK
		HK Hong Kong
		KP Democratic People's Republic of Korea | DPRK
		KR Republic of Korea | ROK
		LA Lao People's Democratic Republic | Lao PDR
		LY Libyan Arab Jamahiriya
		MK North Macedonia
		MM Myanmar | Burma
		MO Macao | Macau
		NL Holland | the Netherlands
		PS Palestine | State of Palestine | occupied Palestinian territory
		RU Russian Federation
		SA Saudi Arabia
		ST Sao Tome
		SY Syrian Arab Republic
		SZ Eswatini
		TL Timor-Leste | East Timor
		TR Türkiye | Turkiye
		TT Trinidad
		US United States | United States of America | USA | US
		VA Holy See | Vatican
		VN Viet Nam`,
	"fr": `AE Émirats
		BA Bosnie
		BY Bélarus
		CD République démocratique du Congo | RDC | Zaïre
		CG République du Congo
		CV Cabo Verde
		CZ République tchèque
		GB Grande-Bretagne
		HK Hong Kong
		IR Iran
		KP République populaire démocratique de Corée | RPDC
		KR République de Corée
		LA République démocratique populaire lao
		LY Jamahiriya arabe libyenne
		MD République de Moldova
		MK Macédoine du Nord
		MM Myanmar | Birmanie
		MO Macao
		NL Hollande
		PS Palestine | État de Palestine
		RU Fédération de Russie
		SY République arabe syrienne
		SZ Eswatini
		TL Timor-Leste
		TR Türkiye
		US États-Unis d'Amérique | USA
		VA Saint-Siège | Vatican
		VN Viet Nam`,
	"es": `AE Emiratos
		BA Bosnia | Bosnia-Herzegovina
		BY Belarús
		CD República Democrática del Congo | RDC | Zaire
		CG Congo
		CI Costa de Marfil
		CZ República Checa
		EG Egipto
		DZ Algeria
		GB Gran Bretaña
		HK Hong Kong
		KP República Popular Democrática de Corea | RPDC
		KR República de Corea
		LA República Democrática Popular Lao
		LY Jamahiriya Árabe Libia
		MD República de Moldova
		MK Macedonia del Norte
		MM Myanmar | Birmania
		MO Macao
		NL Holanda
		PS Palestina | Estado de Palestina
		RU Federación de Rusia | Federación Rusa
		SY República Árabe Siria
		SZ Eswatini | Swazilandia
		TL Timor-Leste | Timor Oriental
		TR Türkiye
		US Estados Unidos de América | EUA | E.E.U.U | EE.UU. | EEUU | EE. UU. | USA
		VA Santa Sede | Vaticano
		VN Viet Nam`,
	"ru": `AE Эмираты | ОАЭ
		BA Босния
		BY Белоруссия
		CD Демократическая Республика Конго | ДРК | Заир
		CG Республика Конго
		CI Берег Слоновой Кости
		CZ Чешская Республика
		EG Египт
		SC Сейшелы | Сейшельские Острова
		GB Соединенное Королевство | Соединённое Королевство | Британия
		HK Гонконг
		KG Кыргызстан | Киргизия | Кыргызская Республика
		KP Корейская Народно-Демократическая Республика | Северная Корея
		KR Южная Корея
		LA Лаосская Народно-Демократическая Республика
		LY Ливийская Арабская Джамахирия
		MD Молдавия
		MK Северная Македония
		MM Мьянма | Бирма
		MO Макао
		NL Голландия
		PS Палестина | Государство Палестина
		RU Российская Федерация | РФ
		SY Сирийская Арабская Республика
		SZ Эсватини
		TL Тимор-Лешти
		TM Туркмения
		US Соединенные Штаты Америки | Соединённые Штаты | США
		UZ Узбекская Республика
		VA Святой Престол
		ZA Южно-Африканская Республика | ЮАР | Южная Африка`,
	"ar": `AE الإمارات
		AF افغانستان
		AR الأرجنتين
		BA البوسنة
		BR البرازيل
		BY بيلاروس | روسيا البيضاء | بيلاروسيا
		CD جمهورية الكونغو الديمقراطية
		CG جمهورية الكونغو
		CI كوت ديفوار
		CZ الجمهورية التشيكية
		DE المانيا
		DK الدنمارك | الدانمارك
		DJ جيبوتي
		ET أثيوبيا | إثيوبيا
		GB بريطانيا | بريطانيا العظمى
		GR اليونان
		HK هونغ كونغ | هونج كونج
		ID اندونيسيا | إندونيسيا
		IR جمهورية إيران الإسلامية
		JP اليابان
		KP جمهورية كوريا الشعبية الديمقراطية
		KR جمهورية كوريا
		LA جمهورية لاو الديمقراطية الشعبية
		LY الجماهيرية العربية الليبية
		MA المملكة المغربية
		MD جمهورية مولدوفا
		MK مقدونيا الشمالية
		MM ميانمار | بورما
		NL هولندا | هولنده
		PH الفلبين
		PS فلسطين | دولة فلسطين
		RU الاتحاد الروسي
		SA السعودية
		SY الجمهورية العربية السورية | سورية
		SZ إسواتيني
		TL تيمور-ليشتي | تيمور الشرقية
		TR تركيا | تركية
		US الولايات المتحدة الأمريكية | أمريكا | أميركا
		VA الكرسي الرسولي
		VN فييت نام | فيتنام`,
	"zh": `AE 阿联酋 | 阿拉伯联合酋长国
		BA 波黑 | 波斯尼亚
		CD 刚果民主共和国 | 民主刚果 | 刚果金 | 扎伊尔
		CG 刚果共和国 | 刚果布
		CI 象牙海岸
		CN 中华人民共和国
		CZ 捷克共和国
		FR 法兰西
		GB 大不列颠 | 联合王国 | 不列颠
		GR 希腊
		HK 香港
		KP 朝鲜民主主义人民共和国 | 北韩 | 北朝鲜
		KR 大韩民国 | 南韩
		LA 老挝人民民主共和国
		LY 阿拉伯利比亚民众国
		MD 摩尔多瓦共和国
		MK 北马其顿
		MM 缅甸
		MO 澳门
		NZ 纽西兰
		PS 巴勒斯坦 | 巴勒斯坦国
		RU 俄罗斯联邦 | 俄国 | 俄联邦
		SA 沙特阿拉伯 | 沙特
		SY 阿拉伯叙利亚共和国
		SZ 斯威士兰
		TL 东帝汶
		TZ 坦桑尼亚联合共和国
		US 美利坚合众国
		VA 教廷 | 梵蒂冈
		ZA 南非`,
	"hi": `CZ चेक गणराज्य
		DE जर्मनी
		GB ब्रिटेन | ग्रेट ब्रिटेन | यूके
		KR कोरिया गणराज्य
		NL हॉलैंड
		RU रूसी संघ
		US अमेरिका | अमरीका | संयुक्त राज्य अमेरिका | यूएस | यूएसए
		SA सऊदी अरब
		VN वियतनाम
		HK हांगकांग | हाँगकाँग
		EG मिस्र
		SC सेशल्स
		MC मोनैको
		VA वैटिकन
		GR ग्रीस
		FR फ्रांस | फ़्रांस
		PS फिलिस्तीन
		TR तुर्की | तुर्किए`,
	"de": `BA Bosnien
		CZ Tschechische Republik
		GB Großbritannien
		KR Republik Korea
		NL Holland
		RU Russische Föderation
		SY Arabische Republik Syrien
		TR Türkiye
		US USA | Vereinigte Staaten von Amerika`,
	"pt": `CI Costa do Marfim
		GB Grã-Bretanha
		NL Holanda
		RU Federação Russa
		US Estados Unidos da América | EUA`,
	"it": `GB Gran Bretagna
		NL Olanda
		RU Federazione russa
		US Stati Uniti d'America | USA`,
	"hu": `CZ Cseh Köztársaság
		GB Nagy-Britannia
		KR Koreai Köztársaság
		RU Orosz Föderáció
		US Amerikai Egyesült Államok | USA`,
	"tr": `CZ Çek Cumhuriyeti
		GB İngiltere | Britanya | Büyük Britanya
		KR Kore Cumhuriyeti
		RU Rusya Federasyonu
		US ABD | Amerika`,
	"fa": `GB انگلستان | انگلیس | بریتانیا
		HK هنگ کنگ
		NL هلند
		US آمریکا | امریکا | ایالات متحده | ایالات متحده آمریکا`,
	"ur": `ES سپین | اسپین
		GB برطانیہ
		HK ہانگ کانگ
		NL نیدرلینڈ | نیدر لینڈ
		US امریکہ | امریکا | ریاست ہائے متحدہ | ریاستہائے متحدہ`,
	"bn": `GB যুক্তরাজ্য | ব্রিটেন | ইউকে
		HK হংকং
		IN ভারতীয়
		IT ইটালি | ইতালি
		TR টার্কিশ
		US আমেরিকা | যুক্তরাষ্ট্র | মার্কিন | ইউএস`,
	"id": `GB Inggris | Britania
		US AS | Amerika`,
	"ja": `GB 英国
		HK 香港
		US 米国 | アメリカ
		KR 韓国`,
	"ko": `GB 영국
		HK 홍콩
		US 미국`,
	"nl": `GB Groot-Brittannië
		NL Holland
		US VS | Verenigde Staten van Amerika`,
}
