package layout

import "strings"

// A web page saved as text has its article between menus and lists of other headlines. These differ
// from the article in two ways that must both be found: they are many lines without a mark at their
// end, before the first prose or after the last, and they include words that only web pages have,
// or headlines that appear twice.

const (
	proseWidth = 60  // columns; a line this long that ends in a mark is prose
	longProse  = 200 // columns; a line this long is prose, however it ends
	prosePrice = 4   // lines of anything else that one line of prose outweighs
	menuLines  = 3   // fewest lines of a menu
	listLines  = 6   // fewest lines of a list of headlines
	twinLines  = 20  // the same if headlines appear twice in it, but no words of web pages
	fewestLeft = 3   // lines of prose; a page that would keep fewer has no article
)

// dropBoilerplate returns the lines without what surrounds the article of a web page, and notes
// what it left out.
func dropBoilerplate(text string, lines []line, note func(Note)) []line {
	if d := shapeOf(lines); d.measure > 0 || len(lines) < 2*listLines {
		return lines
	}
	prose := make([]bool, len(lines))
	total := 0
	for i := range lines {
		w := lines[i].width.columns()
		prose[i] = w >= longProse || w >= proseWidth && lines[i].end >= endsColon ||
			w >= longText && lines[i].end == endsComma
		if prose[i] {
			total++
		}
	}
	lo, hi := articleOf(prose)
	drop := make([]NoteKind, len(lines))
	if from := boilerplateAfter(text, lines, hi); from < len(lines) {
		for i := from; i < len(lines); i++ {
			drop[i] = Boilerplate
		}
	}
	for i := range boilerplateBefore(text, lines[:lo]) {
		drop[i] = Boilerplate
	}
	left := 0
	for i := range prose {
		if prose[i] && drop[i] == 0 {
			left++
		}
	}
	if left < fewestLeft || left*2 < total {
		return lines
	}
	return takeOut(lines, drop, note)
}

// articleOf returns the lines [lo, hi) with the most prose and the least of anything else: the
// contiguous lines with the largest sum, where prose counts prosePrice and any other line -1.
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

// boilerplateAfter returns the index, at least hi, of the first line after the article; len(lines)
// if there is none.
func boilerplateAfter(text string, lines []line, hi int) int {
	if len(lines)-hi < listLines {
		return len(lines)
	}
	first, twins, twin := -1, 0, -1
	for i := hi; i < len(lines); i++ {
		s := text[lines[i].Start:lines[i].End]
		if first < 0 && webWords(s) {
			first = i
		}
		if i > hi && s == text[lines[i-1].Start:lines[i-1].End] {
			twins++
			if twin < 0 {
				twin = i - 1
			}
		}
	}
	switch {
	case first >= 0 && len(lines)-first >= menuLines:
		return first
	case twins >= 3 && len(lines)-hi >= twinLines:
		return twin
	}
	return len(lines)
}

// boilerplateBefore returns how many of the lines before the prose are a menu, up to the last line
// with words of web pages.
func boilerplateBefore(text string, lines []line) int {
	n := 0
	for i := range lines {
		if webWords(text[lines[i].Start:lines[i].End]) {
			n = i + 1
		}
	}
	if n < menuLines {
		return 0
	}
	return n
}

// webWords reports whether a short line has words of the buttons, notices and menus of web pages.
func webWords(s string) bool {
	const longest = 200 // bytes
	if len(s) > longest {
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

// webPhrases are parts of the buttons and notices around an article, in small letters.
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

// menuWords are whole lines of menus, in small letters.
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
