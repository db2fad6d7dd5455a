package lang

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
)

// Frequent characters that only one of the two written forms of Chinese has. Japanese has some of
// each. Characters that the other form has with another meaning, such as 后 and 里, are left out.
const (
	simplified = "们这来国说时为会对过还没发经开关现点问题应实动学长间头员业见让给从种样进听机电车话认变亲产书东马鱼鸟龙风飞报" +
		"务处义议决总统华战军队组织领导难设计区历权强际号备单亚欧丽乐习乡买价众优伤传边达运连选远违迁还这进农协冲净创别劳势" +
		"医压厂双叶听启园围图场块坚坛声够夺奖妇孙宁宝审宪宫宽将尔尽层岁岛币带帮广庆库应废张弹归当录彻径态怀忆恶惊战户执扩扫扬护" +
		"担择拥挥损换据摄数断无旧显术条杀杂极构标树样桥检楼欢汇汉没泽济浅测浓涉渔满灭灯灵点炼热爱独环现电畅疗监盘确码础稳穷" +
		"红纪约级纯纲纳纸练细终绍经结绝统继绩续维综绿缩缺网罗罚职联肃脑脸节范荐获营蓝虑虽补装观规视览觉计订讨训记许论诉词译试诗诚" +
		"详语误请读课谁调谈谢质贡财败货贫购贯贵费贺资赛赞赢趋车转轮软轻载较辑输辞边钟钢钱铁银错键镇闭闻阳阴阵阶际陆险随隐" +
		"项顺须顾预领频颗题颜额风饭饮馆验骗鲁齐"
	traditional = "們這來國說時為會對過還沒發經開關現點問題應實動學長間頭員業見讓給從種樣進聽機電車話認變親產書東馬魚鳥龍風飛報" +
		"務處義議決總統華戰軍隊組織領導難設計區歷權強際號備單亞歐麗樂習鄉買價眾優傷傳邊達運連選遠違遷還這進農協衝淨創別勞勢" +
		"醫壓廠雙葉聽啟園圍圖場塊堅壇聲夠奪獎婦孫寧寶審憲宮寬將爾盡層歲島幣帶幫廣慶庫應廢張彈歸當錄徹徑態懷憶惡驚戰戶執擴掃揚護" +
		"擔擇擁揮損換據攝數斷無舊顯術條殺雜極構標樹樣橋檢樓歡匯漢沒澤濟淺測濃漁滿滅燈靈點煉熱愛獨環現電暢療監盤確碼礎穩窮" +
		"紅紀約級純綱納紙練細終紹經結絕統繼績續維綜綠縮網羅罰職聯肅腦臉節範薦獲營藍慮雖補裝觀規視覽覺計訂討訓記許論訴詞譯試詩誠" +
		"詳語誤請讀課誰調談謝質貢財敗貨貧購貫貴費賀資賽贊贏趨車轉輪軟輕載較輯輸辭邊鐘鋼錢鐵銀錯鍵鎮閉聞陽陰陣階際陸險隨隱" +
		"項順須顧預領頻顆題顏額風飯飲館驗騙魯齊"
)

var (
	chineseSimplified  = language.Make("zh-Hans")
	chineseTraditional = language.Make("zh-Hant")
	hanForms           = sync.OnceValue(func() map[rune]bool { // true for a traditional character
		forms := map[rune]bool{}
		for _, r := range simplified {
			forms[r] = false
		}
		for _, r := range traditional {
			if _, both := forms[r]; both {
				delete(forms, r)
			} else {
				forms[r] = true
			}
		}
		return forms
	})
)

// hanForm returns zh-Hans or zh-Hant by the characters that only one of them has, and how sure that
// is. It is language.Und if the text has none of them.
func hanForm(text string) (language.Tag, float64) {
	forms := hanForms()
	s, t := 0.0, 0.0
	for _, r := range text {
		if trad, known := forms[r]; known && trad {
			t++
		} else if known {
			s++
		}
	}
	switch {
	case s+t == 0:
		return language.Und, 0
	case s >= t:
		return chineseSimplified, (s + .1) / (s + t + .2)
	}
	return chineseTraditional, (t + .1) / (s + t + .2)
}

// chooseForm returns the candidate in the form of Chinese that the text has, language.Und if there
// is none.
func chooseForm(text string, candidates []language.Tag) (language.Tag, float64) {
	form, confidence := hanForm(text)
	if form == language.Und {
		return form, 0
	}
	want, _ := form.Script()
	for _, c := range candidates {
		if script, _ := c.Script(); script == want && strings.HasPrefix(c.String(), "zh") {
			return c, confidence
		}
	}
	return language.Und, 0
}

// bothForms reports whether the candidates are Simplified and Traditional Chinese.
func bothForms(candidates []language.Tag) bool {
	if len(candidates) != 2 {
		return false
	}
	a, _ := candidates[0].Script()
	b, _ := candidates[1].Script()
	return a != b
}
