package review

import (
	"context"
	"embed"
	"path"
	"strings"

	"github.com/bitext-go/bitext/examples/bitext/page/face"
)

//go:embed web
var web embed.FS

// types are the types of the scripts, styles and pictures of the pages. Those of the system differ
// from one computer to another.
var types = map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml"}

// static returns the addresses of the scripts and styles of the pages.
func static() []route {
	return []route{
		{method: "GET", path: "/colours.css", respond: colours},
		{method: "GET", path: "/web/", below: true, respond: file},
	}
}

func colours(context.Context, Request) Answer {
	return Answer{Status: ok, Type: types[".css"], Body: []byte(face.Colours)}
}

// file returns a script, style or picture. The pages are made from the rest of the folder.
func file(_ context.Context, q Request) Answer {
	kind := types[path.Ext(q.Path)]
	body, err := web.ReadFile(strings.TrimPrefix(q.Path, "/"))
	if err != nil || kind == "" {
		return refusal(notFound, "there is no such file")
	}
	return Answer{Status: ok, Type: kind, Body: body}
}
