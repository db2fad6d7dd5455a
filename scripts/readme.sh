#!/usr/bin/env bash
# Tries every command line of README.md in a fresh clone with empty caches, and says how long each took.
#
#   bash scripts/readme.sh
#
# Go's caches are empty, so the first command also downloads the modules. The commands are read from README.md itself.
# Files that they name and that are not in the repository are made from the project's report. Commands that open the
# browser are started without one and ended, the one that tests everything is left to .ci/run, and those that need a
# server of the user's are only named. The script fails if a command ends with a status that README.md does not announce.
set -uo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
export GOCACHE=$work/cache GOMODCACHE=$work/modules GOBIN=$work/bin GOFLAGS=-modcacherw BITEXT_CONFIG=
export PATH=$work/bin:$PATH
git clone -q . "$work/bitext" && cd "$work/bitext" || exit 1

commands() {
    python3 - <<'PYTHON'
import re
seen = []
for block, code in re.findall(r'```\n(.*?)```|`([^`]+)`', open('README.md').read(), re.S):
    for line in block.splitlines() if block else [' '.join(code.split())]:
        line = line.strip()
        if re.match(r'(bitext|go (run|test|install)) ', line) and line not in seen:
            seen.append(line)
print('\n'.join(seen))
PYTHON
}

# files makes what the commands name.
files() {
    report=testdata/report/report
    cp $report.ar-en.txt .
    bitext align -q report.ar-en.txt -o old.xliff
    bitext align -q report.ar-en.txt -o old.tmx
    bitext align -q $report.{fr,es}.txt -o job.tmx
    bitext align -q $report.{fr,zh,es}.txt -o memory.tmx
    for name in web older; do cp old.tmx $name.tmx; done
    for name in master report; do cp old.tmx $name.tmx; done
    bitext memory export -q old.tmx --format moses -o report
    mv report.ar report.ar.txt && mv report.en report.en.txt
    cp $report.fr.txt a.txt && cp $report.es.txt b.txt
    docx $report.fr.txt contract.fr.docx
    docx $report.es.txt contract.en.docx
    mkdir archive contracts
    cp $report.{fr,es,zh}.txt archive && cp $report.{fr,es}.txt contracts
}

# docx writes the lines of a text as a document.
docx() {
    python3 - "$1" "$2" <<'PYTHON'
import sys, zipfile
from xml.sax.saxutils import escape
w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
lines = [line for line in open(sys.argv[1], encoding='utf-8').read().splitlines() if line]
body = ''.join('<w:p><w:r><w:t>%s</w:t></w:r></w:p>' % escape(line) for line in lines)
with zipfile.ZipFile(sys.argv[2], 'w') as z:
    z.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
    z.writestr('word/document.xml', '<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (w, body))
PYTHON
}

failed=0
try() {
    local begin=$EPOCHREALTIME status
    case $1 in
    "go test "*) echo "        $1: see .ci/run"; return ;;
    *DIR…* | *--embed* | "go test -"*) echo "        $1: needs data or a server"; return ;;
    "bitext "*" "*) ;;
    "bitext "*) set -- "$1 --help" ;; # a name without arguments
    esac
    case $1 in
    *" review "*--export*) ;;
    *" review "*)
        # It serves until it is ended.
        timeout -s INT 10 bash -c "$1 --no-browser --port 0" >"$work/out" 2>&1
        grep -q 'http://' "$work/out" && set -- "$1" 0 || set -- "$1" 1
        ;;
    *) ;;
    esac
    if [ $# -eq 1 ]; then
        bash -c "$1" >"$work/out" 2>&1
        status=$?
    else
        status=$2
    fi
    printf '%7.1f s %s\n' "$(echo "${EPOCHREALTIME} - $begin" | bc)" "$1"
    # 3 is for findings and for texts that are hardly translations.
    case "$status $1" in
    0\ * | "3 bitext check"* | "3 bitext align"*) ;;
    *) echo "status $status:"; tail -n 5 "$work/out"; failed=1 ;;
    esac
}

commands >"$work/commands"
grep '^go' "$work/commands" | while read -r line; do try "$line"; [ $failed = 0 ] || exit 1; done || failed=1
files
while read -r line; do try "$line" </dev/null; done < <(grep '^bitext' "$work/commands")
ls -l "$work/bin/bitext" | awk '{ print $5, "bytes: the program" }'
du -sm "$work/modules" | awk '{ print $1, "MB: the modules that were downloaded" }'
exit $failed
