package segment

import "fmt"

// Check returns what is wrong with a Text that was made by hand: nil if the sentences are in order
// and inside Body, the paragraphs together hold every sentence once, and the lines are in order.
// Texts that this package makes need no check. The time is proportional to the number of sentences.
func (t *Text) Check() error {
	if t == nil {
		return fmt.Errorf("the text is nil")
	}
	end := 0
	for i, s := range t.Sentences {
		switch {
		case s.Start > s.End || s.End > len(t.Body):
			return fmt.Errorf("sentence %d is bytes %d to %d of a Body of %d bytes", i, s.Start, s.End, len(t.Body))
		case s.Start < end:
			return fmt.Errorf("sentence %d begins at byte %d, before the one before it ends", i, s.Start)
		}
		end = s.End
	}
	next := 0
	for i, p := range t.Paragraphs {
		if p.Lo != next || p.Hi <= p.Lo || p.Hi > len(t.Sentences) {
			const problem = "paragraph %d is sentences [%d, %d) of %d; it must hold some, from sentence %d on"
			return fmt.Errorf(problem, i, p.Lo, p.Hi, len(t.Sentences), next)
		}
		next = p.Hi
	}
	if next < len(t.Sentences) {
		return fmt.Errorf("the paragraphs hold %d of %d sentences; each must be in one", next, len(t.Sentences))
	}
	for i := 1; i < len(t.Lines); i++ {
		if t.Lines[i].Offset < t.Lines[i-1].Offset {
			return fmt.Errorf("line %d begins at byte %d, before line %d", i, t.Lines[i].Offset, i-1)
		}
	}
	return nil
}
