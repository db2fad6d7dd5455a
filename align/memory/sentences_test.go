package memory_test

import (
	"fmt"
	"math/rand"
	"strings"
)

// templates are sentences of an invented relief mission in five languages. %[1]d and %[2]d are
// numbers, so that a template gives many sentences that say different things.
var templates = []map[string]string{
	{
		"ar": "سلّم الفريق %[1]d طردا إلى المركز رقم %[2]d في الصباح.",
		"en": "The team delivered %[1]d parcels to centre No. %[2]d in the morning.",
		"es": "El equipo entregó %[1]d paquetes al centro núm. %[2]d por la mañana.",
		"fr": "L'équipe a remis %[1]d colis au centre no %[2]d dans la matinée.",
		"zh": "工作队上午向第%[2]d号中心运送了%[1]d个包裹。",
	}, {
		"ar": "وكانت الطريق مقطوعة منذ %[1]d يوما بسبب الفيضان.",
		"en": "The road had been closed for %[1]d days because of the flood.",
		"es": "La carretera llevaba %[1]d días cerrada a causa de la inundación.",
		"fr": "La route était coupée depuis %[1]d jours à cause de la crue.",
		"zh": "由于洪水，道路已经中断了%[1]d天。",
	}, {
		"ar": "وسجّل الطبيب %[1]d حالة حمى، منها %[2]d بين الأطفال.",
		"en": "The doctor registered %[1]d cases of fever, %[2]d of them among children.",
		"es": "El médico registró %[1]d casos de fiebre, %[2]d de ellos entre niños.",
		"fr": "Le médecin a recensé %[1]d cas de fièvre, dont %[2]d chez des enfants.",
		"zh": "医生登记了%[1]d例发热，其中%[2]d例是儿童。",
	}, {
		"ar": "شكر رئيس القرية المتطوعين.",
		"en": "The head of the village thanked the volunteers.",
		"es": "El jefe de la aldea dio las gracias a los voluntarios.",
		"fr": "Le chef du village a remercié les bénévoles.",
		"zh": "村长感谢了志愿者。",
	}, {
		"ar": "لم يبق في المخزن سوى %[1]d كيسا من الدقيق.",
		"en": "Only %[1]d sacks of flour were left in the store.",
		"es": "Solo quedaban %[1]d sacos de harina en el almacén.",
		"fr": "Il ne restait que %[1]d sacs de farine dans l'entrepôt.",
		"zh": "仓库里只剩下%[1]d袋面粉。",
	}, {
		"ar": "نعم.", "en": "Yes.", "es": "Sí.", "fr": "Oui.", "zh": "是的。",
	}, {
		"ar": "وصلت الشاحنة رقم %[2]d متأخرة %[1]d دقيقة، إذ ضلّ السائق طريقه في الضباب.",
		"en": "Truck No. %[2]d arrived %[1]d minutes late, because its driver had lost his way in the fog.",
		"es": "El camión núm. %[2]d llegó con %[1]d minutos de retraso, pues el conductor se había perdido en la niebla.",
		"fr": "Le camion no %[2]d est arrivé avec %[1]d minutes de retard, le chauffeur s'étant égaré dans le brouillard.",
		"zh": "第%[2]d号卡车晚到了%[1]d分钟，因为司机在雾中迷了路。",
	}, {
		"ar": "ستعود البعثة في %[1]d أيار/مايو.",
		"en": "The mission will return on %[1]d May.",
		"es": "La misión regresará el %[1]d de mayo.",
		"fr": "La mission reviendra le %[1]d mai.",
		"zh": "特派团将于5月%[1]d日返回。",
	}, {
		"ar": "ولا تزال المضخة القديمة تعمل، غير أن الأنابيب في حاجة إلى إصلاح.",
		"en": "The old pump still works, but its pipes need to be repaired.",
		"es": "La vieja bomba todavía funciona, pero hay que reparar las tuberías.",
		"fr": "La vieille pompe fonctionne encore, mais ses tuyaux doivent être réparés.",
		"zh": "旧水泵仍能使用，但管道需要修理。",
	}, {
		"ar": "بلغت تكلفة الجسر %[1]d ألف دينار.",
		"en": "The bridge cost %[1]d thousand dinars.",
		"es": "El puente costó %[1]d mil dinares.",
		"fr": "Le pont a coûté %[1]d mille dinars.",
		"zh": "这座桥花费了%[1]d千第纳尔。",
	},
}

// oddities are paragraphs that are hardly sentences, or hard to write as XML.
var oddities = []string{
	"...", "1", "\u0301", "😀", "12 March 2020", "&<>\"'", "\u202e x", "]]>", "a\uFFFEb", "x\x01y", "* * *",
}

// A saying is a sentence in all languages.
type saying struct{ template, a, b int }

func newSaying(r *rand.Rand) saying {
	return saying{template: r.Intn(len(templates)), a: 1 + r.Intn(28), b: 30 + r.Intn(300)}
}

func (s saying) in(lang string) string {
	out := templates[s.template][lang]
	if strings.Contains(out, "%[2]") {
		return fmt.Sprintf(out, s.a, s.b)
	}
	if strings.Contains(out, "%[1]") {
		return fmt.Sprintf(out, s.a)
	}
	return out
}

// body returns sayings as a document. The wilder it is, the more of them are left out, put
// together, cut, repeated or replaced.
func body(r *rand.Rand, lang string, sayings []saying, wild float64) string {
	var b strings.Builder
	for k := 0; k < len(sayings); k++ {
		s := sayings[k].in(lang)
		switch x := r.Float64() / wild; {
		case x < 0.2:
			continue
		case x < 0.4 && k+1 < len(sayings):
			s = strings.TrimRight(s, ".。") + ", " + sayings[k+1].in(lang)
			k++
		case x < 0.5:
			s = newSaying(r).in(lang)
		case x < 0.6:
			s += " " + s
		case x < 0.7:
			words := strings.Fields(s)
			s = strings.Join(words[:1+len(words)/2], " ") + ".\n\n" + strings.Join(words[1+len(words)/2:], " ")
		case x < 0.75:
			s = oddities[r.Intn(len(oddities))]
		}
		b.WriteString(s)
		b.WriteString([]string{"\n\n", "\n\n", " "}[r.Intn(3)])
	}
	return b.String()
}
