package main

import "github.com/bitext-go/bitext/examples/bitext/progress"

// stages shows the progress of a seeding, stage by stage.
type stages struct {
	begin func(what string) *progress.Task
	stage string
	task  *progress.Task
}

// set reports the progress of a stage. The stage "" ends the last one.
func (s *stages) set(stage string, done, all int) {
	if stage != s.stage {
		s.task.Done()
		s.stage, s.task = stage, nil
		if stage != "" {
			s.task = s.begin(stage)
		}
	}
	s.task.Set(done, all)
	switch {
	case all <= 1: // a stage of one step
	case stage == "writing":
		s.task.Count("units", done, all)
	case stage == "learning":
		s.task.Count("pairs of languages", done, all)
	default:
		s.task.Count("documents", done, all)
	}
}
