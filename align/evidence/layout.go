package evidence

// A Layouter is a [Model] that can leave out what it knows of the layout of the texts: how long
// sentences are, and where paragraphs begin. Texts that have nothing else in common may share a
// layout, such as two letters from one form.
type Layouter interface {
	// WithoutLayout returns the model without that evidence, or nil if it knows nothing else. It
	// shares what it knows of the texts.
	WithoutLayout() Model
}

// WithoutLayout returns the models that know more than the layout, or nil if there are none.
func (m Models) WithoutLayout() Model {
	out := make(Models, 0, len(m))
	for _, x := range m {
		if l, ok := x.(Layouter); ok {
			x = l.WithoutLayout()
		}
		if x != nil {
			out = append(out, x)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// WithoutLayout returns nil: lengths are layout.
func (m *lengthModel) WithoutLayout() Model { return nil }

// WithoutLayout returns nil: paragraphs are layout.
func (m *breakModel) WithoutLayout() Model { return nil }
