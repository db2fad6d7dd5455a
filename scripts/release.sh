#!/usr/bin/env bash
# Makes a release of all modules, or tries one.
#
#   bash scripts/release.sh VERSION            commit, tags and dist/ in this clone; pushes nothing
#   bash scripts/release.sh --dry-run VERSION  the same in a copy, with the binary of this system only
#
# VERSION is as v0.1.0. The modules require one another by version, so that "go install" works; go.work joins them in a
# clone. The script
#
#   1. sets VERSION in each go.mod, in go.work and CHANGELOG.md, commits that, and tags it for each module;
#   2. lets Go make the modules' archives from the tags, as a module proxy would. The folder of the archives is a proxy;
#   3. installs the program and the comparison of segmenters from that proxy into an empty place, runs them, measures the
#      program, and looks at what an importer of the library gets;
#   4. builds the site that runs the program in a browser, and the program for Linux, macOS and Windows on amd64 and
#      arm64, with the site, licences, completions and manual pages, and writes checksums and a bill of materials
#      (CycloneDX) for each.
#
# Nothing is pushed. When all is well: git push origin main VERSION {examples,lang/lingua,segment/peers}/VERSION.
set -euo pipefail
cd "$(dirname "$0")/.."

module=github.com/bitext-go/bitext
parts="lang/lingua segment/peers examples" # each after those that it requires
sbom=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.9.0
heaviest=45000000 # bytes of the program as go install makes it, and of one with the site
targets="linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64"

fail() { echo "release.sh: $*" >&2; exit 1; }
step() { echo "== $* (${SECONDS}s)"; }

dry=
[ "${1:-}" != --dry-run ] || { dry=1; shift; }
version=${1:-}
[[ $version =~ ^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "usage: release.sh [--dry-run] VERSION, such as v0.1.0"

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
here=$PWD
if [ $dry ]; then
    git clone -q "$here" "$work/clone" && cd "$work/clone"
    targets="$(go env GOOS)/$(go env GOARCH)"
else
    [ -z "$(git status --porcelain)" ] || fail "commit or stash your changes first"
    ! git rev-parse -q --verify "refs/tags/$version" >/dev/null || fail "$version is tagged already; choose the next version"
fi
repository=$PWD
git config user.name >/dev/null || git config user.name bitext
git config user.email >/dev/null || git config user.email bitext@localhost

# Go asks git for the tags of the repository here instead of the one on GitHub, and takes everything else from the module
# cache or the proxy.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="url.file://$repository.insteadOf" GIT_CONFIG_VALUE_0="https://$module"
others="file://$(go env GOMODCACHE)/cache/download,$(go env GOPROXY)"
from_git=(env GOWORK=off GOFLAGS=-modcacherw GOMODCACHE="$work/made" GOPROXY="$others" GONOSUMDB="$module,$module/*" GONOPROXY="$module,$module/*")

tag() {
    git tag -f "$version" >/dev/null
    for part in $parts; do git tag -f "$part/$version" >/dev/null; done
}

step "$version in every go.mod"
for part in $parts; do
    for required in $(go mod edit -json "$part/go.mod" | sed -n "s#.*\"Path\": \"\($module[^\"]*\)\",*#\1#p" | grep -vx "$module/$part"); do
        go mod edit -require "$required@$version" "$part/go.mod"
    done
done
sed -i "s# v[0-9][^ ]* => # $version => #" go.work
sed -i "s/^## Unreleased$/## $version/" CHANGELOG.md
git commit -qam "all: $version" && tag

step "sums of the modules"
# The archive of a module does not hold the modules below it, so each round only adds to the archives of later ones.
for part in $parts; do
    (cd "$part" && "${from_git[@]}" go mod tidy)
    git commit -qam "all: $version" --amend && tag
done

step "a module proxy"
for part in "" $parts; do
    "${from_git[@]}" go mod download "$module${part:+/$part}@$version"
done
proxy=$work/made/cache/download
ls "$proxy/$module/@v/$version.zip" >/dev/null
clean=(env -u GIT_CONFIG_COUNT GOWORK=off GOFLAGS=-modcacherw GOMODCACHE="$work/fresh" GOPROXY="file://$proxy,$others" GONOSUMDB="$module,$module/*" GOBIN="$work/bin")

step "go install $module/examples/bitext@$version"
cd "$work"
begin=$SECONDS
"${clean[@]}" go install "$module/examples/bitext@$version"
size=$(wc -c <"$work/bin/bitext")
echo "$size bytes, installed in $((SECONDS - begin)) s"
[ "$size" -le $heaviest ] || fail "the program has $size bytes, more than $heaviest"
"$work/bin/bitext" --version | tee "$work/version"
grep -qF "bitext $version" "$work/version" || fail "the program does not say that it is $version"
"$work/bin/bitext" align "$repository/testdata/report/report.ar-en.txt" -o "$work/report.tmx" | tail -n 1
[ ! -e "$work/fresh/github.com/pemistahl" ] || fail "the models of lingua-go were downloaded for a program that does not have them"

step "what an importer gets"
mkdir "$work/importer" && cd "$work/importer"
cp "$repository"/examples/minimal/*.go . && rm -f ./*_test.go
"${clean[@]}" go mod init example.org/importer 2>/dev/null
"${clean[@]}" go get "$module@$version" 2>/dev/null
"${clean[@]}" go mod tidy 2>/dev/null
"${clean[@]}" go build -o minimal .
"${clean[@]}" go list -deps -f '{{with .Module}}{{.Path}} {{.Version}}{{end}}' . | sort -u
! "${clean[@]}" go list -m all | grep -E 'lingua|protobuf' || fail "importers of the library get language models"

step "segment/peers"
mkdir "$work/peers" && cd "$work/peers"
"${clean[@]}" go mod init example.org/peers 2>/dev/null
"${clean[@]}" go get -t "$module/segment/peers@$version" 2>/dev/null
"${clean[@]}" go test -run '^$' -bench en/ -benchtime 1x "$module/segment/peers" | grep ^Benchmark

step "lang/lingua"
cd "$work/importer" && "${clean[@]}" go get "$module/lang/lingua@$version" 2>/dev/null
"${clean[@]}" go list -m -f '{{.Path}} {{.Version}}' "$module/lang/lingua" google.golang.org/protobuf

step "dist"
cd "$repository" && rm -rf dist && mkdir dist
[ $dry ] || [ "$(git status --porcelain | grep -v dist/)" = "" ] || fail "files changed during the release"
mkdir "$work/extra" "$work/extra/man"
for shell in bash zsh fish powershell; do "$work/bin/bitext" completion $shell >"$work/extra/completion.$shell"; done
"$work/bin/bitext" licenses >"$work/extra/LICENSES.txt"
"$work/bin/bitext" man "$work/extra/man" >/dev/null
cp LICENSE README.md CHANGELOG.md "$work/extra"
# The same commit gives the same archives.
when=$(git log -1 --format=%cI)
packed() { tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$when" -cf - "$1" | gzip -9n >"dist/$1.tar.gz"; }
# served checks that bitext web serves a site.
served() {
    "$1" web --no-browser --port 0 >"$work/address" 2>"$work/web" & local pid=$! address= file
    for _ in $(seq 100); do address=$(cat "$work/address"); [ -z "$address" ] || break; sleep .1; done
    for file in $(cd "$2" && find . -type f ! -name '*SUMS' ! -name LICENSES.txt); do
        curl -sf "$address${file#./}" | cmp -s - "$2/$file" || { kill $pid; fail "bitext web does not serve $file of the site"; }
    done
    kill $pid
    echo "bitext web serves the site; the program has $(wc -c <"$1") bytes with it"
}
# The site is a file of its own, for any server, and in the program, for bitext web. Word lists are in the program already.
go run ./examples/web/build -version "$version" -o "$work/bitext_${version#v}_site"
go run ./examples/web/build -version "$version" -without-lists -o examples/bitext/site/files
for target in $targets; do
    system=${target%/*} processor=${target#*/} suffix=
    [ "$system" != windows ] || suffix=.exe
    name=bitext_${version#v}_${system}_$processor
    mkdir "$work/$name" && cp -r "$work/extra/." "$work/$name"
    CGO_ENABLED=0 GOOS=$system GOARCH=$processor GOFLAGS= go build -trimpath -buildvcs=true -tags site_embedded -ldflags '-s -w' \
        -o "$work/$name/bitext$suffix" ./examples/bitext
    size=$(wc -c <"$work/$name/bitext$suffix")
    [ "$size" -le $heaviest ] || fail "the program for $target has $size bytes with the site, more than $heaviest"
    [ "$target" != "$(go env GOOS)/$(go env GOARCH)" ] || served "$work/$name/bitext$suffix" "$work/bitext_${version#v}_site"
    (unset GIT_CONFIG_COUNT; GOFLAGS=-mod=mod go run "$sbom" bin -json -output "$repository/dist/$name.cdx.json" "$work/$name/bitext$suffix" 2>"$work/sbom") ||
        { cat "$work/sbom" >&2; fail "no bill of materials for $target"; }
    if [ "$system" = windows ] && command -v zip >/dev/null; then
        (cd "$work" && find "$name" -exec touch -d "$when" {} + && find "$name" | sort | zip -qX "$repository/dist/$name.zip" -@)
    else
        packed "$name"
    fi
done
packed "bitext_${version#v}_site"
(cd dist && sha256sum ./* | sed 's# \./# #' >SHA256SUMS && cat SHA256SUMS)
step "done"
