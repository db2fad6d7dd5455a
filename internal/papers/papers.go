// Package papers composes short documents in several languages that are translations of each other,
// for tests and benchmarks. Document n always has the same wording.
package papers

import (
	"fmt"
	"strings"
)

// Langs are the languages of the documents.
var Langs = []string{"en", "fr", "es", "de"}

// sentences are what the documents are made of, in the order of Langs. %[1]s is a place, %[2]d a
// number.
var sentences = [][4]string{
	{
		"The council met in %[1]s with %[2]d members present.",
		"Le conseil s'est réuni à %[1]s en présence de %[2]d membres.",
		"El consejo se reunió en %[1]s con la presencia de %[2]d miembros.",
		"Der Rat trat in %[1]s in Anwesenheit von %[2]d Mitgliedern zusammen.",
	},
	{
		"It approved the budget of %[2]d francs for the port of %[1]s.",
		"Il a approuvé le budget de %[2]d francs pour le port de %[1]s.",
		"Aprobó el presupuesto de %[2]d francos para el puerto de %[1]s.",
		"Er genehmigte den Haushalt von %[2]d Franken für den Hafen von %[1]s.",
	},
	{
		"The bridge of %[1]s was closed for %[2]d days.",
		"Le pont de %[1]s a été fermé pendant %[2]d jours.",
		"El puente de %[1]s estuvo cerrado durante %[2]d días.",
		"Die Brücke von %[1]s war %[2]d Tage lang gesperrt.",
	},
	{
		"Nobody in %[1]s had asked for that.",
		"Personne à %[1]s ne l'avait demandé.",
		"Nadie en %[1]s lo había pedido.",
		"Niemand in %[1]s hatte darum gebeten.",
	},
	{
		"The harvest fell by %[2]d tonnes because the rain came late.",
		"La récolte a baissé de %[2]d tonnes parce que la pluie est venue tard.",
		"La cosecha bajó %[2]d toneladas porque la lluvia llegó tarde.",
		"Die Ernte fiel um %[2]d Tonnen geringer aus, weil der Regen spät kam.",
	},
	{
		"Its chairman thanked the teachers of %[1]s for their patience.",
		"Son président a remercié les enseignants de %[1]s de leur patience.",
		"Su presidente agradeció a los maestros de %[1]s su paciencia.",
		"Sein Vorsitzender dankte den Lehrern von %[1]s für ihre Geduld.",
	},
	{
		"A new well gives water to %[2]d families.",
		"Un nouveau puits donne de l'eau à %[2]d familles.",
		"Un pozo nuevo da agua a %[2]d familias.",
		"Ein neuer Brunnen gibt %[2]d Familien Wasser.",
	},
	{
		"The road to %[1]s will be repaired before winter.",
		"La route de %[1]s sera réparée avant l'hiver.",
		"La carretera de %[1]s se arreglará antes del invierno.",
		"Die Straße nach %[1]s wird vor dem Winter ausgebessert.",
	},
	{
		"Two delegates voted against the proposal on fishing.",
		"Deux délégués ont voté contre la proposition sur la pêche.",
		"Dos delegados votaron contra la propuesta sobre la pesca.",
		"Zwei Delegierte stimmten gegen den Vorschlag zur Fischerei.",
	},
	{
		"The library bought %[2]d books last year.",
		"La bibliothèque a acheté %[2]d livres l'année dernière.",
		"La biblioteca compró %[2]d libros el año pasado.",
		"Die Bücherei kaufte im vorigen Jahr %[2]d Bücher.",
	},
	{
		"Its roof still leaks, as it did in the days of our grandparents.",
		"Son toit fuit toujours, comme au temps de nos grands-parents.",
		"Su techo sigue goteando, como en los tiempos de nuestros abuelos.",
		"Ihr Dach ist noch immer undicht, wie zur Zeit unserer Großeltern.",
	},
	{
		"The meeting ended at nightfall in %[1]s.",
		"La séance a pris fin à la tombée de la nuit à %[1]s.",
		"La sesión terminó al anochecer en %[1]s.",
		"Die Sitzung endete bei Einbruch der Nacht in %[1]s.",
	},
}

// Document returns document n in a language, 16 sentences in paragraphs of three. lang is an index
// of Langs.
func Document(n, lang int) string { return Long(n, lang, 16) }

// Long returns document n in a language, with length sentences.
func Long(n, lang, length int) string {
	var b strings.Builder
	for i := range length {
		k := n*7 + i*5 + i*i
		s := sentences[k%len(sentences)][lang]
		place, number := town(n*31+i*5), 11+(n*37+i*13)%480
		if !strings.Contains(s, "%[2]d") {
			s = strings.ReplaceAll(s, "%[1]s", place)
		} else if !strings.Contains(s, "%[1]s") {
			s = strings.ReplaceAll(s, "%[2]d", fmt.Sprint(number))
		} else {
			s = fmt.Sprintf(s, place, number)
		}
		b.WriteString(s)
		if i%3 == 2 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// town returns the name of a place.
func town(n int) string {
	first := []string{"Mar", "Dunc", "Vess", "Orb", "Till", "Quen", "Savig", "Brack", "Lanv", "Ush", "Perr"}
	last := []string{"ton", "y", "ford", "ham", "wick", "bury", "mere"}
	return first[n%len(first)] + last[n/len(first)%len(last)]
}
