package layout

import "strings"

// A web page saved as text has its article between menus and lists of other headlines. They are
// told from the article by two things together: they are many lines without a mark at their end,
// before the first prose or after the last, and among them are the words that only web pages have,
// or headlines that stand twice.

const (
	proseWidth = 60  // columns; a line this long that ends in a mark is prose
	longProse  = 200 // columns; a line this long is prose whatever its end
	prosePrice = 4   // one line of prose outweighs so many of anything else
	menuRows   = 3   // lines; fewer are not taken for a menu
	listRows   = 6   // lines; fewer are not taken for a list of headlines
	twinRows   = 20  // lines; so many are taken for one if headlines stand twice in it
)

// dropBoilerplate takes what surrounds the article of a web page out of the rows and notes it.
func dropBoilerplate(text string, rows []row, note func(Note)) []row {
	if d := shapeOf(rows); d.measure > 0 || len(rows) < 2*listRows {
		return rows
	}
	prose := make([]bool, len(rows))
	total := 0
	for i := range rows {
		w := rows[i].width.columns()
		prose[i] = w >= longProse || w >= proseWidth && rows[i].end >= endsColon || w >= longText && rows[i].end == endsComma
		if prose[i] {
			total++
		}
	}
	lo, hi := articleOf(prose)
	drop := make([]NoteKind, len(rows))
	if from := boilerplateAfter(text, rows, hi); from < len(rows) {
		for i := from; i < len(rows); i++ {
			drop[i] = Boilerplate
		}
	}
	for i := range boilerplateBefore(text, rows[:lo]) {
		drop[i] = Boilerplate
	}
	left := 0
	for i := range prose {
		if prose[i] && drop[i] == 0 {
			left++
		}
	}
	if left < 3 || left*2 < total {
		return rows // there is no article here
	}
	return takeOut(rows, drop, note)
}

// articleOf is rows [lo, hi), the stretch with the most prose in it and the least of anything else.
func articleOf(prose []bool) (lo, hi int) {
	sum, best, from := 0, 0, 0
	for i, p := range prose {
		if p {
			sum += prosePrice
		} else {
			sum--
		}
		if sum > best {
			best, lo, hi = sum, from, i+1
		}
		if sum < 0 {
			sum, from = 0, i+1
		}
	}
	return lo, hi
}

// boilerplateAfter returns the first of the rows from hi on that do not belong to the article,
// len(rows) if all do.
func boilerplateAfter(text string, rows []row, hi int) int {
	if len(rows)-hi < listRows {
		return len(rows)
	}
	first, twins, twin := -1, 0, -1
	for i := hi; i < len(rows); i++ {
		s := text[rows[i].Start:rows[i].End]
		if first < 0 && webWords(s) {
			first = i
		}
		if i > hi && s == text[rows[i-1].Start:rows[i-1].End] {
			twins++
			if twin < 0 {
				twin = i - 1
			}
		}
	}
	switch {
	case first >= 0 && len(rows)-first >= menuRows:
		return first
	case twins >= 3 && len(rows)-hi >= twinRows:
		return twin
	}
	return len(rows)
}

// boilerplateBefore returns how many of the rows before the prose are a menu: up to the last that
// has a web page's words.
func boilerplateBefore(text string, rows []row) int {
	n := 0
	for i := range rows {
		if webWords(text[rows[i].Start:rows[i].End]) {
			n = i + 1
		}
	}
	if n < menuRows {
		return 0
	}
	return n
}

// webWords reports whether a short line has wording that is a web page's own: its buttons, its
// notices, its menus.
func webWords(s string) bool {
	if len(s) > 200 {
		return false
	}
	s = strings.ToLower(s)
	for _, w := range webPhrases {
		if strings.Contains(s, w) {
			return true
		}
	}
	s = strings.Trim(s, " :|>»·•-")
	for _, w := range menuWords {
		if s == w {
			return true
		}
	}
	return false
}

// webPhrases stand in the buttons and notices around an article, menuWords are whole lines there;
// small letters.
var webPhrases = []string{
	"©", "all rights reserved", "cookie", "privacy policy", "terms of use", "terms of service", "follow us", "share this",
	"share on ", "subscribe to ", "newsletter", "related articles", "related news", "read also", "most read", "skip to content",
	"tous droits réservés", "mentions légales", "politique de confidentialité", "suivez-nous", "partagez ", "partager sur",
	"abonnez-vous", "à lire aussi", "lire aussi", "les plus lus", "réseaux sociaux",
	"alle rechte vorbehalten", "impressum", "datenschutzerklärung", "folgen sie uns", "mehr zum thema",
	"todos los derechos reservados", "política de privacidad", "síguenos", "compartir en", "suscríbete", "lea también",
	"todos os direitos reservados", "siga-nos", "compartilhe", "leia também", "tutti i diritti riservati", "seguici su",
	"condividi su", "leggi anche", "tüm hakları saklıdır", "bizi takip edin", "bütün hüquqlar qorunur", "bizi izləyin",
	"все права защищены", "подписывайтесь", "поделиться", "читайте также", "всі права захищені",
	"جميع الحقوق محفوظة", "سياسة الخصوصية", "تابعونا", "تابعنا على", "شارك على", "مشاركة عبر", "اقرأ أيضا", "اقرأ أيضًا",
	"تمامی حقوق", "کلیه حقوق", "版权所有", "版權所有", "隐私政策", "隱私政策", "关注我们", "分享到", "分享至", "相关阅读", "相关新闻",
	"相關新聞", "延伸阅读", "责任编辑", "プライバシーポリシー", "関連記事", "シェアする", "무단전재", "관련기사", "सर्वाधिकार सुरक्षित",
}

var menuWords = []string{
	"home", "menu", "search", "log in", "login", "sign in", "sign up", "register", "contact", "contact us", "about", "about us",
	"sitemap", "site map", "share", "tweet", "print", "subscribe", "facebook", "twitter", "instagram", "youtube", "telegram",
	"whatsapp", "linkedin", "rss", "accueil", "rechercher", "connexion", "contactez-nous", "qui sommes-nous", "plan du site",
	"partager", "imprimer", "startseite", "suche", "anmelden", "kontakt", "teilen", "drucken", "inicio", "buscar",
	"iniciar sesión", "contacto", "compartir", "imprimir", "início", "entrar", "contato", "accedi", "cerca", "contatti",
	"stampa", "ana sayfa", "arama", "iletişim", "giriş", "ana səhifə", "axtarış", "əlaqə", "главная", "поиск", "войти",
	"контакты", "печать", "головна", "пошук", "الرئيسية", "الصفحة الرئيسية", "بحث", "اتصل بنا", "من نحن", "تسجيل الدخول",
	"طباعة", "خانه", "جستجو", "تماس با ما", "首页", "首頁", "搜索", "登录", "登入", "注册", "联系我们", "关于我们", "打印", "ホーム",
	"検索", "ログイン", "お問い合わせ", "홈", "검색", "로그인",
}
