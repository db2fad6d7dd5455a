package check

// knowsWords reports whether the package knows the number words of a language.
func knowsWords(lang string) bool {
	return numberWords[lang] != "" || lang == "zh" || lang == "ja" || lang == "ko"
}

// numberWords holds the stems of number words of each language, cardinal and ordinal, after their
// value. A word that begins with a stem has its value; the longest stem counts. A stem with "." at
// its end is a whole word.
var numberWords = map[string]string{
	"en": `0 zero. nil. 0.5 half. halv 0.25 quarter 1 one. first. once. single. 2 two. second. seconds. twice
		twin. couple. both. pair. double. twofold dual. 3 three. third triple thrice trio. 4 four. fourth
		fourths. quarter quadrupl 5 five. fifth 6 six. sixth 7 seven. seventh 8 eight. eighth 9 nine. ninth 10
		ten. tenth decade tens. 11 eleven 12 twelve. twelfth dozen noon 13 thirteen 14 fourteen 15 fifteen 16
		sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty. twentieth twenties score. 30 thirty. thirtieth
		thirties half. 40 forty. fortieth forties 50 fifty. fiftieth fifties half. 60 sixty. sixtieth sixties 70
		seventy. seventieth seventies 80 eighty. eightieth eighties 90 ninety. ninetieth nineties 100 hundred
		centur centen 1000 thousand millen 1000000 million 1000000000 billion 1000000000000 trillion 24 midnight`,
	"fr": `0 zero. nul. 0.5 demi moitie 0.25 quart 1 un. une. premier 2 deux second. seconde. seconds. double
		couple 3 trois tiers. triple trio. 4 quatre quatrieme quart. quarts. 5 cinq. cinquieme 6 six. sixieme 7
		sept. septieme 8 huit. huitieme 9 neuf. neuvieme 10 dix. dixieme dizaine decenni decade 11 onze 12 douze
		douzaine midi. 13 treize 14 quatorz 15 quinz 16 seiz 20 vingt 30 trent demi 40 quarant 50 cinquant
		moitie 60 soixant 70 septant 80 octant huitant quatre-vingt 90 nonant 100 cent. cents. centieme centaine
		siecle centenaire 1000 mille. milles. millier millieme 1000000 million 1000000000 milliard 24 minuit`,
	"es": `0 cero. 0.5 medio. media. mitad 0.25 cuart 1 un. una. uno. primer 2 dos. segund doble. par. pareja
		ambos ambas 3 tres. tercer tercio triple trio. 4 cuatro. cuart cuatri 5 cinco. quint 6 seis. sext 7
		siete. septim 8 ocho. octav 9 nueve. noven 10 diez. decim decen decad 11 once. undecim 12 doce. docena
		duodecim mediodia 13 trece. decimotercer 14 catorce. 15 quince quincen 16 dieciseis 17 diecisiete 18
		dieciocho 19 diecinueve 20 veint vigesim 30 treint trigesim media 40 cuarent 50 cincuent mitad 60 sesent
		70 setent 80 ochent 90 novent 21 veintiun 22 veintidos 23 veintitres 24 veinticuatro medianoche 25
		veinticinco 26 veintiseis 27 veintisiete 28 veintiocho 29 veintinueve 100 cien. cient centen sigl 200
		doscient 300 trescient 400 cuatrocient 500 quinient 600 seiscient 700 setecient 800 ochocient 900
		novecient 1000 mil. miles. milla milen 1000000 millon 1000000000 billon`,
	"ru": `0 нол нул 0.5 половин пол. полу 0.25 четверть 1 один одна одно одну одни перв 2 два. две. двух двум
		двумя втор вдво двое оба. обе. обоих обеи двойн пар 3 три. трех трем тремя трет тро тройн треть 4 четыр
		четв 5 пять. пяти. пятью. пятый пятая пятое пятог пятой пятом пятую пятер 6 шест 7 семь. семи. семью.
		седьм 8 восем восьм 9 девять. девяти. девяты девято девята девяту 10 десят десяти 11 одиннадц 12 двенадц
		дюжин полдень полдня 13 тринадц 14 четырнадц 15 пятнадц 16 шестнадц 17 семнадц 18 восемнадц 19 девятнадц
		20 двадцат 30 тридцат половин пол 40 сорок 50 пятьдесят пятидесят половин 60 шестьдесят шестидесят 70
		семьдесят семидесят 80 восемьдесят восьмидесят 90 девяност 100 сто. ста. сот. сотн сотый столет век 200
		двести двухсот 300 триста трехсот 400 четырест 500 пятьсот пятисот 600 шестьсот 700 семьсот 800
		восемьсот 900 девятьсот 1000 тысяч 1000000 миллион 1000000000 миллиард 24 полноч полуноч 1.5 полтор`,
	"ar": `0 صفر. 0.5 نصف. 0.25 ربع. 1 واحد حاد احد احدي اول اولي مره 2 اثن اثنا ثان. ثاني ثانيه كلا كلتا ضعف
		مرتين زوج 3 ثلاث ثالث ثلث 4 اربع رابع ربع. ارباع 5 خمس خامس خماس 6 ست. سته سادس سدس 7 سبع سابع سباع 8
		ثمان ثمن ثامن 9 تسع تاسع 10 عشر عاشر عقد عشرات 20 عشرون عشرين عشرينيات عشرينات 30 ثلاثون ثلاثين نصف. 12
		دزين ظهر 40 اربعون اربعين 50 خمسون خمسين نصف. 60 ستون ستين 70 سبعون سبعين 80 ثمانون ثمانين 90 تسعون
		تسعين 100 مايه ميه مايت ميت مءه مات قرن 200 مايتين ميتين مايتان ميتان 300 ثلاثمايه ثلاثميه 400 اربعمايه
		اربعميه 500 خمسمايه خمسميه 600 ستمايه ستميه 700 سبعمايه سبعميه 800 ثمانمايه ثمانميه 900 تسعمايه تسعميه
		1000 الف الاف 2000 الفين الفان الفي 1000000 مليون ملايين 2000000 مليونين مليوني. 2000000000 مليارين
		ملياري. 1000000000 مليار بليون 24 منتصف`,
	"hi": `0 शून्य 0.5 आधा आधे आधी साढ़े 1 एक पहल प्रथम 2 दो दूसर द्वित दोन दोगुन दुगुन जोड़ 3 तीन तीसर तृत
		तिगुन 4 चार चौथ 5 पांच पाँच पंच 6 छह छः छठ छे छ. 7 सात 8 आठ 9 नौ नव 10 दस दश 11 ग्यारह 12 बारह 13 तेरह
		14 चौदह 15 पंद्रह पन्द्रह 16 सोलह 17 सत्रह 18 अठारह अट्ठारह 19 उन्नीस 20 बीस 21 इक्कीस 22 बाईस 23 तेईस
		24 चौबीस 25 पच्चीस 26 छब्बीस 27 सत्ताईस 28 अट्ठाईस अठाईस 29 उनतीस 30 तीस 31 इकतीस 32 बत्तीस 33 तैंतीस 34
		चौंतीस 35 पैंतीस 36 छत्तीस 37 सैंतीस 38 अड़तीस 39 उनतालीस 40 चालीस 41 इकतालीस 42 बयालीस 43 तैंतालीस 44
		चौवालीस 45 पैंतालीस 46 छियालीस 47 सैंतालीस 48 अड़तालीस 49 उनचास 50 पचास आधा 51 इक्यावन 52 बावन 53 तिरपन
		54 चौवन 55 पचपन 56 छप्पन 57 सत्तावन 58 अट्ठावन 59 उनसठ 60 साठ 65 पैंसठ 70 सत्तर 75 पचहत्तर 80 अस्सी 90
		नब्बे 100 सौ सदी शताब्द 1000 हजार हज़ार 100000 लाख 10000000 करोड़`,
	"de": `0 null. 0.5 halb. halbe hälfte 0.25 viertel 1 ein. eine. einer. eines. einem. einen. eins. erst 2
		zwei zweit doppel beide paar. 3 drei dritt 4 vier. viert vier 5 funf 6 sechs 7 sieb 8 acht 9 neun 10
		zehn jahrzehnt 11 elf. elft 12 zwolf dutzend 13 dreizehn 14 vierzehn 15 funfzehn 16 sechzehn 17 siebzehn
		18 achtzehn 19 neunzehn 20 zwanzig 30 dreissig halb 40 vierzig 50 funfzig 60 sechzig 70 siebzig 80
		achtzig 90 neunzig 100 hundert jahrhundert 1000 tausend 1000000 million 1000000000 milliard`,
	"pt": `0 zero. 0.5 meio meia metade 1 um. uma. primeir 2 dois. duas. segund dobro ambos 3 tres. terc 4
		quatro quart 5 cinco quint 6 seis sext 7 sete. setim 8 oito oitav 9 nove. non 10 dez. decim dezen decad
		11 onze 12 doze duzia 13 treze 14 catorze quatorze 15 quinze 16 dezesseis dezasseis 17 dezessete
		dezassete 18 dezoito 19 dezenove dezanove 20 vint 30 trint 40 quarent 50 cinquent 60 sessent 70 setent
		80 oitent 90 novent 100 cem. cent secul 200 duzent 500 quinhent 1000 mil. milhar 1000000 milh`,
	"it": `0 zero. 0.5 mezz meta 1 un. uno. una. prim 2 due. second doppi entramb coppia 3 tre. terz tripl 4
		quattro. quart 5 cinque. quint 6 sei. sest 7 sette. settim 8 otto. ottav 9 nove. non 10 dieci. decim
		decenni 11 undici 12 dodici dozzin 13 tredici 14 quattordici 15 quindici 16 sedici 17 diciassette 18
		diciotto 19 diciannove 20 vent 30 trent 40 quarant 50 cinquant 60 sessant 70 settant 80 ottant 90 novant
		100 cent secol 1000 mille mila. miglia 1000000 milion 1000000000 miliard`,
}
