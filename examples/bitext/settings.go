package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// settable are the flags that a configuration file or the environment may set. The others name what
// a single run is about.
var settable = []string{"lexicon", "sure", "format", "unit", "encoding", "ordered", "quiet", "glossary", "style", "srx",
	"for", "embed", "embed-model"}

// A setting is a line of a configuration file, or a variable.
type setting struct {
	flag, value string
	from        string // the file and line, or the name of the variable
}

// settingsFile returns the name of the configuration file.
func settingsFile() (string, error) {
	if path, ok := os.LookupEnv("BITEXT_CONFIG"); ok {
		return path, nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "bitext", "config"), nil
}

// settings returns the settings of the configuration file and those of the environment, which come
// after those of the file because they win.
func settings() (all []setting, err error) {
	path, err := settingsFile()
	if err == nil && path != "" {
		all, err = readSettings(path)
		if err != nil {
			return nil, err
		}
	}
	for _, flag := range settable {
		name := "BITEXT_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
		if value, ok := os.LookupEnv(name); ok {
			all = append(all, setting{flag, value, name})
		}
	}
	return all, nil
}

// readSettings reads a configuration file: lines "flag = value", and comments after "#". There may
// be none.
func readSettings(path string) (all []setting, err error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		flag, value, ok := strings.Cut(line, "=")
		s := setting{strings.TrimSpace(flag), strings.TrimSpace(value), fmt.Sprintf("%s:%d", path, n)}
		if !ok {
			return nil, fmt.Errorf("%s: %q is no setting; write it as in lexicon = core", s.from, line)
		}
		if err := s.check(); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, lines.Err()
}

func (s setting) check() error {
	for _, known := range settable {
		if s.flag == known {
			return nil
		}
	}
	if near := nearest(s.flag, settable); near != "" {
		return fmt.Errorf("%s: there is no setting %q; did you mean %q?", s.from, s.flag, near)
	}
	return fmt.Errorf("%s: there is no setting %q; bitext config lists them", s.from, s.flag)
}

// applySettings gives the flags that are not on the command line their values from the
// configuration file and the environment. Settings for flags that a command does not have are for
// other commands.
func applySettings(c *cobra.Command) error {
	all, err := settings()
	if err != nil {
		return err
	}
	source := map[string]string{} // of the values that a flag has so far
	for _, s := range all {
		f := c.Flags().Lookup(s.flag)
		if f == nil || f.Changed {
			continue
		}
		from, _, _ := strings.Cut(s.from, ":") // without the line: a file may name several lexicons
		if list, ok := f.Value.(pflag.SliceValue); ok && source[s.flag] != from {
			if err := list.Replace(nil); err != nil {
				return err
			}
		}
		source[s.flag] = from
		if err := f.Value.Set(s.value); err != nil {
			return fmt.Errorf("%s: %s = %s: %w", s.from, s.flag, s.value, err)
		}
	}
	return nil
}

func configCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Show where defaults come from",
		Long: `Config writes the name of the configuration file and the defaults that it and the
environment set. A line of the file sets a flag for every command that has it;
so does a variable such as BITEXT_LEXICON or BITEXT_SURE, and wins over the
file. The command line wins over both.

The flags that can be set: ` + strings.Join(settable, ", ") + `.
BITEXT_CONFIG names another file; if it is empty, none is read.`,
		Example: `  bitext config
  echo 'lexicon = core' >> "$(bitext config | head -n 1)"`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("config takes no arguments; edit the file that bitext config names")
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			return writeOut(c.Context(), "-", writeSettings)
		},
	}
}

// writeSettings writes the name of the configuration file and what is set.
func writeSettings(w io.Writer) error {
	path, err := settingsFile()
	if err != nil {
		return err
	}
	all, err := settings()
	if err != nil {
		return err
	}
	fmt.Fprintln(w, path)
	for _, s := range all {
		fmt.Fprintf(w, "%s = %s  # %s\n", s.flag, s.value, s.from)
	}
	return nil
}
