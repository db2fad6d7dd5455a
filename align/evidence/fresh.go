package evidence

// A Fresher is a [Model] that can begin anew, so that what some beads teach can be held against
// others.
type Fresher interface {
	// Fresh returns the model as Fit made it, which has learnt nothing from beads. It shares what
	// it knows of the texts. Several goroutines may call it, and use what it returns, at a time.
	Fresh() Model
}

// Fresh returns the models as Fit made them, or nil if one of them cannot begin anew.
func (m Models) Fresh() Model {
	out := make(Models, len(m))
	for i, x := range m {
		f, ok := x.(Fresher)
		if !ok {
			return nil
		}
		if out[i] = f.Fresh(); out[i] == nil {
			return nil
		}
	}
	return out
}

// Fresh returns the model with the links that do not come from beads.
func (m *wordModel) Fresh() Model {
	out := *m
	out.coverage = firstCoverage
	out.use(m.known)
	return &out
}

// Fresh returns a model with the ratio of the whole texts.
func (m *lengthModel) Fresh() Model { return newLengthModel(m.src, m.tgt) }

// Fresh returns a model of paragraphs as texts have them in general.
func (m *breakModel) Fresh() Model {
	out := *m
	out.estimate(breakCounts{})
	return &out
}

// Fresh returns a model that shares the vectors.
func (m *vectorModel) Fresh() Model {
	out := *m
	out.estimate()
	return &out
}

// Fresh returns the function itself.
func (c CostFunc) Fresh() Model { return c }
