package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Latin returns a folded word in Latin letters. ok is false if its script does not write vowels as
// letters, or has no simple transliteration.
func Latin(full string) (latin string, ok bool) {
	r, _ := utf8.DecodeRuneInString(full)
	if r < 0x0250 {
		return full, r != utf8.RuneError
	}
	if r < 0x0370 || r > 0x058F && r < 0x10A0 || r > 0x10FF {
		return "", false
	}
	var b strings.Builder
	for _, r := range full {
		s, known := letters[r]
		if !known && r >= 0x0250 {
			return "", false
		}
		if !known {
			s = string(r)
		}
		b.WriteString(s)
	}
	return b.String(), true
}

// Cased reports whether a folded word's script has capital letters.
func Cased(full string) bool {
	r, _ := utf8.DecodeRuneInString(full)
	return r < 0x0590 && unicode.IsLetter(r)
}

// SameScript reports whether two folded words are of one script, or of scripts of one block of
// alphabets.
func SameScript(a, b string) bool {
	ra, _ := utf8.DecodeRuneInString(a)
	rb, _ := utf8.DecodeRuneInString(b)
	return scriptBlock(ra) == scriptBlock(rb)
}

// scriptBlock returns the number of the block of alphabets that r is in.
func scriptBlock(r rune) int {
	for i, end := range [...]rune{0x0370, 0x0400, 0x0530, 0x0590, 0x0600, 0x0900, 0x0E00, 0x1100, 0x3040, 0x3100} {
		if r < end {
			return i
		}
	}
	return int(r >> 12)
}

// letters holds the Latin spellings of folded letters: the scholarly ones that newspapers use too,
// else those of newspapers.
var letters = func() map[rune]string {
	m := map[rune]string{}
	for _, alphabet := range [...]string{
		// Cyrillic
		"а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї i є e ґ g ў u ј j љ l њ n ћ c ђ d џ dz ѕ z ә a ғ g қ k ң n ө o ү u ұ u һ h",
		// Greek
		"α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ y φ ph χ ch ψ ps ω o",
		// Armenian
		"ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f",
		// Georgian
		"ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h",
		// Arabic, Persian, Urdu: long vowels as letters. They do not help to compare spellings, but
		// Skeletons drops vowels.
		"ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w ي y پ p چ ch ژ zh گ g ڤ v ٹ t ڈ d ڑ r ں n",
		// Hebrew
		"א a ב b ג g ד d ה h ו w ז z ח h ט t י y כ k ל l מ m נ n ס s ע a פ p צ ts ק k ר r ש sh ת t",
		// Devanagari
		"अ a आ a इ i ई i उ u ऊ u ऋ r ए e ऐ e ओ o औ o ऑ o ऍ e क k ख kh ग g घ gh ङ n च ch छ ch ज j झ j ञ n ट t ठ t ड d ढ d ण n त t थ th द d ध d न n प p फ ph ब b भ b म m य y र r ल l व v श sh ष sh स s ह h ळ l ा a ि i ी i ु u ू u ृ r े e ै e ो o ौ o ॉ o ॅ e ं n ँ n ः h ् - ़ - क़ k ख़ kh ग़ g ज़ z ड़ r ढ़ r फ़ f",
		// Katakana
		"ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ヴ v ァ a ィ i ゥ u ェ e ォ o ッ - ャ ya ュ yu ョ yo ー - ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po",
	} {
		f := strings.Fields(alphabet)
		for i := 0; i+1 < len(f); i += 2 {
			r, _ := utf8.DecodeRuneInString(f[i])
			if utf8.RuneCountInString(f[i]) > 1 {
				continue
			}
			if f[i+1] == "-" {
				m[r] = ""
			} else {
				m[r] = f[i+1]
			}
		}
	}
	return m
}()
