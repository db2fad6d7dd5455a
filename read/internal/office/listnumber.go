package office

import (
	"strconv"
	"strings"
)

// maxLevels is the number of levels of a list: 9 in Word, 10 in OpenDocument.
const maxLevels = 10

// A listLevel says how the items of one level of a list are numbered.
type listLevel struct {
	format  string // of the number, in the words of Office Open XML: "lowerLetter"; "" or "bullet" for none
	text    string // what comes before the item: "%1.%2)", with the numbers of levels from 1
	start   int    // the first number
	legal   bool   // all numbers in text are in digits
	restart int    // the level, from 1, after which the numbers begin anew; 0 for any level above, -1 for none
	tight   bool   // no space follows
}

// A listCounter counts the items of a list.
type listCounter struct {
	counts [maxLevels]int
	begun  [maxLevels]bool
}

// restartAt makes the next item of a level have a number.
func (c *listCounter) restartAt(level, number int) { c.counts[level], c.begun[level] = number-1, true }

// next counts an item of a level, from 0, and returns what comes before it, with a space; "" if
// the level has no numbers.
func (c *listCounter) next(levels *[maxLevels]listLevel, level int) string {
	if c.begun[level] {
		c.counts[level]++
	} else {
		c.counts[level], c.begun[level] = levels[level].start, true
	}
	for k := range levels {
		switch {
		case k > level && (levels[k].restart == 0 || levels[k].restart > level):
			c.begun[k] = false
		case k < level && !c.begun[k]: // no item of it so far
			c.counts[k] = levels[k].start
		}
	}
	l := &levels[level]
	if l.format == "" || l.format == "bullet" || l.format == "none" && !strings.Contains(l.text, "%") {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(l.text); i++ {
		k := 0
		if l.text[i] == '%' && i+1 < len(l.text) && l.text[i+1] >= '1' && l.text[i+1] <= '9' {
			k = int(l.text[i+1] - '0')
		}
		if k == 0 || k > maxLevels {
			b.WriteByte(l.text[i])
			continue
		}
		format := levels[k-1].format
		if l.legal && format != "none" {
			format = "decimal"
		}
		b.WriteString(listNumeral(c.counts[k-1], format))
		i++
	}
	if strings.TrimSpace(b.String()) == "" {
		return ""
	}
	if !l.tight {
		b.WriteByte(' ')
	}
	return b.String()
}

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

// listNumeral returns a number in a format; in digits if the format is not known.
func listNumeral(n int, format string) string {
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
