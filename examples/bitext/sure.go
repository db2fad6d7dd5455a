package main

import (
	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/internal/verdict"
)

// sureFlag gives a command the flag --sure, which means the same for every command that writes
// units.
func sureFlag(c *cobra.Command, sure *float64) {
	c.Flags().Float64Var(sure, "sure", verdict.Sure, "least `confidence`, from 0 to 1, that the sides of a unit are "+
		"translations of each other")
}

// checkSure returns an error if the value of --sure is not a confidence.
func checkSure(sure float64) error {
	if !(sure >= 0 && sure <= 1) { // NaN is neither
		return usagef("--sure %g: invalid confidence; give a number from 0 to 1", sure)
	}
	return nil
}

// An unrelatedError asks whether the right files were named, since they do not seem to be
// translations of each other.
type unrelatedError string

func (e unrelatedError) Error() string { return string(e) }
