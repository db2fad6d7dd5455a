//go:build !js

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/bitext-go/bitext/examples/bitext/progress"
	"github.com/bitext-go/bitext/examples/bitext/review"
	"github.com/bitext-go/bitext/examples/bitext/site"
)

// webPort is the port of the site. A browser keeps reviews for each port apart, so it is always the
// same one; it is among those that IANA assigns to nobody.
const webPort = 50317

// siteMissing says what to do if the program was built without the site.
const siteMissing = "this program was built without the site; use a program from the project's releases, or make " +
	"the site with \"go run ./examples/web/build -o site\" in the project's folder, and name it with --site site"

// webOptions are the flags of bitext web.
type webOptions struct {
	site string
	port int
	stay bool
}

func webCommand() *cobra.Command {
	var o webOptions
	c := &cobra.Command{
		Use:   "web",
		Short: "Open the page that aligns and reviews in the browser",
		Long: `Web opens a page in your browser that does what bitext align and bitext review do, without a
command line: you choose documents there, correct the rows, and take the memory away. The whole
program runs in the browser. This command serves its files, to this computer only, from the program
itself; documents never leave the browser, and after the first visit the page works without this
command too.

The browser keeps your reviews for the address of the page, so the port is the same in every run
unless you choose another with --port.

Programs from the project's releases hold the site. For one that you have built yourself, make the
site with "go run ./examples/web/build -o site" and name it with --site.`,
		Example: `  bitext web
  bitext web --site site      a site that examples/web/build has made`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return o.run(c.Context(), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVar(&o.site, "site", "", "`folder` of the site (default: the one in the program)")
	f.IntVar(&o.port, "port", webPort, "`number` of the port of this computer")
	f.BoolVar(&o.stay, "no-browser", false, "print the address of the page without opening a browser")
	return c
}

// files returns the site.
func (o *webOptions) files() (fs.FS, error) {
	if o.site == "" {
		files, ok := site.Embedded()
		if !ok {
			return nil, errors.New(siteMissing)
		}
		return files, nil
	}
	files := os.DirFS(o.site)
	if err := site.Check(files); err != nil {
		return nil, fmt.Errorf("%s: %w", o.site, err)
	}
	return files, nil
}

// run serves the site until the program is interrupted.
func (o *webOptions) run(ctx context.Context, out, log io.Writer) error {
	files, err := o.files()
	if err != nil {
		return err
	}
	l, err := review.Listen(o.port)
	if err != nil {
		return fmt.Errorf("port %d of this computer cannot be used: %w; if bitext web runs already, open %s, else "+
			"choose another port with --port", o.port, err, siteAddress(o.port))
	}
	address := siteAddress(l.Addr().(*net.TCPAddr).Port)
	var licences strings.Builder
	if err := writeLicenses(&licences); err != nil {
		return err
	}
	s := &http.Server{Handler: site.Handler(files, licences.String()), ReadHeaderTimeout: 10 * time.Second}
	fmt.Fprintln(out, address)
	fmt.Fprintln(log, "Open this address in a browser on this computer. Reviews are kept in that browser.\n"+
		"Ctrl+C ends the server.")
	if !o.stay && progress.Terminal(log) {
		defer openBrowser(address, filepath.Join(os.TempDir(), "bitext-web"))()
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	return s.Close()
}

func siteAddress(port int) string { return fmt.Sprintf("http://127.0.0.1:%d/", port) }
