package papers

import (
	"fmt"
	"math/rand"
	"strings"
)

// Varied returns document n of a large collection in a language, an index of Langs, with length
// sentences: statements about people, places and things that no other document makes in the same
// combination. Documents share their words with many others, and their numbers too; each is about
// four of 2,000 people.
func Varied(n, lang, length int) string {
	chance := rand.New(rand.NewSource(int64(n)*7919 + 17)) // the same for all languages
	// A document has a subject: a few of the things, which it names more often.
	var subject [6]int
	for i := range subject {
		subject[i] = chance.Intn(len(things))
	}
	thing := func() [4]string {
		if chance.Intn(3) > 0 {
			return things[subject[chance.Intn(len(subject))]]
		}
		return things[chance.Intn(len(things))]
	}
	who := [4]string{person(chance), person(chance), person(chance), person(chance)}
	where := town(chance.Intn(77))
	var b strings.Builder
	for i := range length {
		a, c, d := thing(), acts[chance.Intn(len(acts))], thing()
		number := 2 + chance.Intn(2000)>>chance.Intn(6)
		end := endings[chance.Intn(len(endings))]
		subjectOf := a[lang]
		if chance.Intn(5) == 0 {
			subjectOf = who[chance.Intn(len(who))]
		}
		s := subjectOf + " " + c[lang] + " " + d[lang]
		if chance.Intn(3) == 0 {
			s += " " + [...]string{"of", "de", "de", "von"}[lang] + " " + where
		}
		s += " " + fmt.Sprintf(end[lang], number)
		first, size := []rune(s)[0], len(string([]rune(s)[0]))
		b.WriteString(strings.ToUpper(string(first)) + s[size:] + ".")
		if i%4 == 3 {
			b.WriteString("\n\n")
			continue
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// persons is how many people the documents are about.
const persons = 2000

// person returns the name of one of them.
func person(chance *rand.Rand) string {
	chance = rand.New(rand.NewSource(int64(chance.Intn(persons))))
	h := strings.Fields("Al Be Cor Da El Fa Gri Hol Is Jo Ka Lem Mor Ne Os Pra Qui Ro Sel Tu")
	t := strings.Fields("dan lin mar nos rick ta vo wen zel bert")
	pick := func(from []string) string { return from[chance.Intn(len(from))] }
	return pick(h) + pick(t) + " " + pick(h) + pick(t) + pick(t)
}

// endings say when or how much. %d is a number.
var endings = [][4]string{
	{"after %d days", "après %d jours", "después de %d días", "nach %d Tagen"},
	{"for %d years", "pendant %d ans", "durante %d años", "für %d Jahre"},
	{"with %d others", "avec %d autres", "con otros %d", "mit %d anderen"},
	{"at %d degrees", "à %d degrés", "a %d grados", "bei %d Grad"},
	{"before winter %d", "avant l'hiver %d", "antes del invierno %d", "vor dem Winter %d"},
	{"in %d villages", "dans %d villages", "en %d pueblos", "in %d Dörfern"},
	{"on %d pages", "sur %d pages", "en %d páginas", "auf %d Seiten"},
	{"without the %d documents", "sans les %d documents", "sin los %d documentos", "ohne die %d Unterlagen"},
}

// acts are verbs of the third person.
var acts = [][4]string{
	{"buys", "achète", "compra", "kauft"}, {"sells", "vend", "vende", "verkauft"},
	{"finds", "trouve", "encuentra", "findet"}, {"loses", "perd", "pierde", "verliert"},
	{"sees", "voit", "ve", "sieht"}, {"hears", "entend", "oye", "hört"},
	{"builds", "construit", "construye", "baut"}, {"destroys", "détruit", "destruye", "zerstört"},
	{"paints", "peint", "pinta", "malt"}, {"washes", "lave", "lava", "wäscht"},
	{"follows", "suit", "sigue", "verfolgt"}, {"protects", "protège", "protege", "schützt"},
	{"changes", "change", "cambia", "ändert"}, {"forgets", "oublie", "olvida", "vergisst"},
	{"describes", "décrit", "describe", "beschreibt"}, {"measures", "mesure", "mide", "misst"},
	{"opens", "ouvre", "abre", "öffnet"}, {"closes", "ferme", "cierra", "schließt"},
	{"counts", "compte", "cuenta", "zählt"}, {"needs", "exige", "necesita", "braucht"},
	{"replaces", "remplace", "sustituye", "ersetzt"}, {"controls", "contrôle", "controla", "kontrolliert"},
}

// things are what documents are about.
var things = [][4]string{
	{"the dog", "le chien", "el perro", "der Hund"}, {"the cat", "le chat", "el gato", "die Katze"},
	{"the horse", "le cheval", "el caballo", "das Pferd"}, {"the bird", "l'oiseau", "el pájaro", "der Vogel"},
	{"the fish", "le poisson", "el pez", "der Fisch"}, {"the tree", "l'arbre", "el árbol", "der Baum"},
	{"the river", "la rivière", "el río", "der Fluss"}, {"the mountain", "la montagne", "la montaña", "der Berg"},
	{"the forest", "la forêt", "el bosque", "der Wald"}, {"the island", "l'île", "la isla", "die Insel"},
	{"the house", "la maison", "la casa", "das Haus"}, {"the school", "l'école", "la escuela", "die Schule"},
	{"the church", "l'église", "la iglesia", "die Kirche"},
	{"the hospital", "l'hôpital", "el hospital", "das Krankenhaus"},
	{"the bridge", "le pont", "el puente", "die Brücke"}, {"the road", "la route", "la carretera", "die Straße"},
	{"the ship", "le navire", "el barco", "das Schiff"}, {"the train", "le train", "el tren", "der Zug"},
	{"the door", "la porte", "la puerta", "die Tür"}, {"the window", "la fenêtre", "la ventana", "das Fenster"},
	{"the table", "la table", "la mesa", "der Tisch"}, {"the chair", "la chaise", "la silla", "der Stuhl"},
	{"the book", "le livre", "el libro", "das Buch"}, {"the letter", "la lettre", "la carta", "der Brief"},
	{"the newspaper", "le journal", "el periódico", "die Zeitung"}, {"the law", "la loi", "la ley", "das Gesetz"},
	{"the war", "la guerre", "la guerra", "der Krieg"}, {"the peace", "la paix", "la paz", "der Frieden"},
	{"the king", "le roi", "el rey", "der König"}, {"the queen", "la reine", "la reina", "die Königin"},
	{"the doctor", "le médecin", "el médico", "der Arzt"},
	{"the teacher", "le professeur", "el profesor", "der Lehrer"},
	{"the farmer", "l'agriculteur", "el agricultor", "der Bauer"},
	{"the soldier", "le soldat", "el soldado", "der Soldat"},
	{"the child", "l'enfant", "el niño", "das Kind"}, {"the woman", "la femme", "la mujer", "die Frau"},
	{"the brother", "le frère", "el hermano", "der Bruder"}, {"the sister", "la sœur", "la hermana", "die Schwester"},
	{"the bread", "le pain", "el pan", "das Brot"}, {"the milk", "le lait", "la leche", "die Milch"},
	{"the wine", "le vin", "el vino", "der Wein"}, {"the meat", "la viande", "la carne", "das Fleisch"},
	{"the salt", "le sel", "la sal", "das Salz"}, {"the sugar", "le sucre", "el azúcar", "der Zucker"},
	{"the gold", "l'or", "el oro", "das Gold"}, {"the silver", "l'argent", "la plata", "das Silber"},
	{"the iron", "le fer", "el hierro", "das Eisen"}, {"the stone", "la pierre", "la piedra", "der Stein"},
	{"the fire", "le feu", "el fuego", "das Feuer"}, {"the water", "l'eau", "el agua", "das Wasser"},
	{"the snow", "la neige", "la nieve", "der Schnee"}, {"the rain", "la pluie", "la lluvia", "der Regen"},
	{"the sun", "le soleil", "el sol", "die Sonne"}, {"the moon", "la lune", "la luna", "der Mond"},
	{"the flower", "la fleur", "la flor", "die Blume"}, {"the garden", "le jardin", "el jardín", "der Garten"},
	{"the wall", "le mur", "el muro", "die Mauer"}, {"the key", "la clé", "la llave", "der Schlüssel"},
	{"the knife", "le couteau", "el cuchillo", "das Messer"}, {"the paper", "le papier", "el papel", "das Papier"},
	{"the music", "la musique", "la música", "die Musik"}, {"the language", "la langue", "la lengua", "die Sprache"},
	{"the money", "la monnaie", "el dinero", "das Geld"}, {"the market", "le marché", "el mercado", "der Markt"},
}
