package evidence

import "context"

// A Fresher is a [Model] that can begin anew, so that what some beads teach can be held against
// others.
type Fresher interface {
	// Fresh returns the model as Fit made it, which has learnt nothing from beads. It shares what
	// it knows of the texts. Several goroutines may call it, and use what it returns, at a time. If
	// the model cannot begin anew, it returns nil. It returns soon after ctx is cancelled, with an
	// error that wraps ctx.Err().
	Fresh(ctx context.Context) (Model, error)
}

// Fresh returns the models as Fit made them, or nil if one of them cannot begin anew.
func (m Models) Fresh(ctx context.Context) (Model, error) {
	out := make(Models, len(m))
	for i, x := range m {
		f, ok := x.(Fresher)
		if !ok {
			return nil, nil
		}
		var err error
		if out[i], err = f.Fresh(ctx); err != nil || out[i] == nil {
			return nil, err
		}
	}
	return out, nil
}

// Fresh returns the model with the links that do not come from beads.
func (m *wordModel) Fresh(context.Context) (Model, error) {
	out := *m
	out.coverage = firstCoverage
	out.use(m.known)
	return &out, nil
}

// Fresh returns a model with the ratio of the whole texts.
func (m *lengthModel) Fresh(context.Context) (Model, error) { return newLengthModel(m.src, m.tgt), nil }

// Fresh returns a model of paragraphs as texts have them in general.
func (m *breakModel) Fresh(context.Context) (Model, error) {
	out := *m
	out.estimate(breakCounts{})
	return &out, nil
}

// Fresh returns a model that shares the vectors.
func (m *vectorModel) Fresh(context.Context) (Model, error) {
	out := *m
	out.estimate()
	return &out, nil
}

// Fresh returns the function itself.
func (c CostFunc) Fresh(context.Context) (Model, error) { return c, nil }
