// Package numeral writes the numbers of the items of lists, as documents show them.
package numeral

import (
	"strconv"
	"strings"
)

// The letters with which lists are counted.
const (
	latinLetters   = "abcdefghijklmnopqrstuvwxyz"
	russianLetters = "абвгдежзиклмнопрстуфхцчшщыэюя"
	arabicLetters  = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
	arabicAbjad    = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
	hebrewLetters  = "אבגדהוזחטיכלמנסעפצקרשת"
	koreanSyllable = "가나다라마바사아자차카타파하"
	koreanLetters  = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
	japaneseIroha  = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
	japaneseAiueo  = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	heavenlyStems  = "甲乙丙丁戊己庚辛壬癸"
	thaiLetters    = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
	greekLetters   = "αβγδεζηθικλμνξοπρστυφχψω"
)

// letterFormats are the letters of the formats that count with letters.
var letterFormats = map[string]string{
	"lowerLetter": latinLetters, "upperLetter": strings.ToUpper(latinLetters),
	"russianLower": russianLetters, "russianUpper": strings.ToUpper(russianLetters),
	"arabicAlpha": arabicLetters, "arabicAbjad": arabicAbjad, "hebrew2": hebrewLetters,
	"ganada": koreanSyllable, "chosung": koreanLetters, "iroha": japaneseIroha, "irohaFullWidth": japaneseIroha,
	"aiueo": japaneseAiueo, "aiueoFullWidth": japaneseAiueo, "ideographTraditional": heavenlyStems,
	"thaiLetters": thaiLetters, "greekLower": greekLetters, "greekUpper": strings.ToUpper(greekLetters),
}

// zeros are the zeros of the formats that count with the digits of a script.
var zeros = map[string]rune{
	"decimalFullWidth": '０', "decimalFullWidth2": '０', "hindiNumbers": '०', "thaiNumbers": '๐',
	"arabicIndic": '٠', "persian": '۰',
}

// Format returns a number in a format of Office Open XML (ECMA-376, 17.18.59), such as
// "lowerLetter"; in digits if the format is not known or has no form for the number.
func Format(n int, format string) string {
	if letters := []rune(letterFormats[format]); len(letters) > 0 && n > 0 {
		times := min((n-1)/len(letters)+1, 20) // aa follows z
		return strings.Repeat(string(letters[(n-1)%len(letters)]), times)
	}
	if zero := zeros[format]; zero != 0 {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return zero + r - '0'
			}
			return r
		}, strconv.Itoa(n))
	}
	switch format {
	case "none":
		return ""
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n > 0 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "hebrew1":
		return hebrewNumeral(n)
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
		"taiwaneseCountingThousand", "ideographDigital", "koreanCounting":
		return chineseNumeral(n)
	case "ordinal":
		return ordinal(n)
	}
	return strconv.Itoa(n)
}

// roman returns a Roman numeral; digits for what has none.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value  int
		letter string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.letter)
		}
	}
	return b.String()
}

// hebrewNumeral returns a number in Hebrew letters; digits for what has none here.
func hebrewNumeral(n int) string {
	if n < 1 || n > 499 {
		return strconv.Itoa(n)
	}
	letters := []rune(hebrewLetters)
	var b strings.Builder
	if n >= 100 {
		b.WriteRune(letters[17+n/100])
	}
	switch n %= 100; n {
	case 15:
		return b.String() + "טו"
	case 16:
		return b.String() + "טז"
	}
	if n >= 10 {
		b.WriteRune(letters[8+n/10])
	}
	if n %= 10; n > 0 {
		b.WriteRune(letters[n-1])
	}
	return b.String()
}

// chineseNumeral returns a number as Chinese and Japanese write it; digits for what has none here.
func chineseNumeral(n int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(digits[n])
	}
	s := "十"
	if n >= 20 {
		s = string(digits[n/10]) + s
	}
	if n%10 > 0 {
		s += string(digits[n%10])
	}
	return s
}

func ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}
