package words

import (
	"strconv"
	"strings"
)

// MonthForm returns the form of a month's folded name, or "". Names that are also common words are
// not known ("may" and "mar"), except for those that are months more often ("mars", "marzo").
func MonthForm(folded string) string { return months[folded] }

var months = func() map[string]string {
	m := map[string]string{}
	for _, months := range monthNames {
		for i, name := range strings.Fields(months.names) {
			if name == "-" {
				continue
			}
			for _, n := range strings.Split(name, "/") {
				m[Fold(n)] = "@M" + strconv.Itoa(i+1)
			}
		}
	}
	return m
}()

// monthNames holds the twelve months in order, a line for each language. "-" leaves one out, "/"
// separates spellings.
var monthNames = []struct{ lang, names string }{
	{"ar", "يناير/يناير/جانفي فبراير/فيفري مارس أبريل/إبريل/نيسان مايو/ماي/أيار يونيو/يونية/حزيران يوليو/يوليه/تموز أغسطس/آب/غشت سبتمبر/أيلول/شتنبر أكتوبر نوفمبر/نونبر ديسمبر/دجنبر"},
	{"en", "January February March April - June July August September October November December"},
	{"fr", "janvier février mars avril - juin juillet août septembre octobre novembre décembre"},
	{"es", "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre"},
	{"pt", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"},
	{"it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"},
	{"de", "Januar/Jänner Februar/Feber März April Mai Juni Juli August September Oktober November Dezember"},
	{"nl", "januari februari maart april mei juni juli augustus september oktober november december"},
	{"sv", "januari februari mars april maj juni juli augusti september oktober november december"},
	{"ru", "январь/января/январе февраль/февраля/феврале март/марта/марте апрель/апреля/апреле май/мая/мае июнь/июня/июне июль/июля/июле август/августа/августе сентябрь/сентября/сентябре октябрь/октября/октябре ноябрь/ноября/ноябре декабрь/декабря/декабре"},
	{"uk", "січень/січня/січні лютий/лютого/лютому березень/березня/березні квітень/квітня/квітні травень/травня/травні червень/червня/червні липень/липня/липні серпень/серпня/серпні вересень/вересня/вересні жовтень/жовтня/жовтні - грудень/грудня/грудні"},
	{"pl", "styczeń/stycznia/styczniu luty/lutego/lutym marzec/marca/marcu kwiecień/kwietnia/kwietniu maj/maja/maju czerwiec/czerwca/czerwcu lipiec/lipca/lipcu sierpień/sierpnia/sierpniu wrzesień/września/wrześniu październik/października/październiku - grudzień/grudnia/grudniu"},
	{"hu", "január/januári február/februári március/márciusi április/áprilisi május/májusi június/júniusi július/júliusi augusztus/augusztusi szeptember/szeptemberi október/októberi november/novemberi december/decemberi"},
	{"ro", "ianuarie februarie martie aprilie - iunie iulie august septembrie octombrie noiembrie decembrie"},
	{"tr", "ocak şubat - nisan mayıs haziran temmuz ağustos eylül - kasım aralık"},
	{"fa", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"},
	{"he", "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"},
	{"hi", "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर"},
	{"el", "Ιανουαρίου/Ιανουάριο Φεβρουαρίου/Φεβρουάριο Μαρτίου/Μάρτιο Απριλίου/Απρίλιο Μαΐου/Μάιο Ιουνίου/Ιούνιο Ιουλίου/Ιούλιο Αυγούστου/Αύγουστο Σεπτεμβρίου/Σεπτέμβριο Οκτωβρίου/Οκτώβριο Νοεμβρίου/Νοέμβριο Δεκεμβρίου/Δεκέμβριο"},
	{"is", "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember"},
}
