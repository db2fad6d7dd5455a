package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError returns the error of a flag that cannot be parsed, with what its value should be.
func flagError(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if errors.As(err, &missing) {
		return noSuchFlag(c, missing)
	}
	var value *pflag.InvalidValueError
	if !errors.As(err, &value) {
		return usagef("%w; %s --help lists the flags", err, c.CommandPath())
	}
	what := "another value"
	switch kind := value.GetFlag().Value.Type(); {
	case strings.HasPrefix(kind, "int"):
		what = "a whole number"
	case strings.HasPrefix(kind, "float"):
		what = "a number"
	case kind == "bool":
		what = "true or false, or no value"
	}
	if strings.Contains(err.Error(), "out of range") {
		what += " that is not as large"
	}
	return usagef("--%s %s: invalid value; give %s", value.GetFlag().Name, value.GetValue(), what)
}
