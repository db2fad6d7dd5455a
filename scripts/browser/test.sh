#!/usr/bin/env bash
# Tests the pages of the program bitext in a real browser, headless Chromium: a translator's work with keys
# and clicks, accessibility, security, and how smoothly 20,000 rows scroll; and the site that runs the program in the
# browser (web.*.test.js). The memories that tests export are loaded in the programs that translators use, by
# ../clients/check.sh.
#
#   scripts/browser/test.sh BITEXT [TEST...]     BITEXT: the program, built with "go build ./examples/bitext"
#                                                TEST: test files beside this script (default: all)
#
# A translator's tasks are tested in Firefox too, with the program and with the site, where there is one.
#
# On Debian and its relatives, Chromium, Firefox and Node.js are installed if they are missing, which takes root. npm
# installs packages of fixed versions and checksums into node_modules beside this script.
set -euo pipefail

fail() { echo "browser/test.sh: $*" >&2; exit 1; }

[ $# -ge 1 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
BITEXT=$(readlink -f "$1")
shift
[ -x "$BITEXT" ] || fail "$BITEXT: there is no such program; build it first"
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
quietly() { "$@" >"$work/log" 2>&1 || { tail -n 30 "$work/log" >&2; fail "this failed: $*"; }; }

missing=
command -v chromium >/dev/null || missing=chromium
command -v npm >/dev/null || missing="$missing nodejs npm"
command -v firefox-esr >/dev/null || ! grep -qx 'ID=debian' /etc/os-release || missing="$missing firefox-esr"
if [ -n "$missing" ]; then
    command -v apt-get >/dev/null || fail "install $missing; apt-get is not available"
    quietly apt-get update
    DEBIAN_FRONTEND=noninteractive quietly apt-get install -y --no-install-recommends $missing
fi
CHROMIUM=$(command -v chromium)
cd "$here"
cmp -s package-lock.json node_modules/.made-of || { quietly npm ci --ignore-scripts --no-audit --no-fund; cp package-lock.json node_modules/.made-of; }

run() { node --test --test-concurrency=1 --test-reporter=spec "$@" >"$work/tests" 2>&1 || { cat "$work/tests" >&2; fail "tests failed"; }; }
[ $# -gt 0 ] || set -- *.test.js
export BITEXT CHROMIUM KEEP="$work/review.tmx" KEEP_SITE="$work/site.tmx" SITE="$work/site"
case " $* " in *" web."*) (cd ../.. && quietly go run ./examples/web/build -o "$SITE") ;; esac
run "$@"
grep -E '^(✔|ℹ (pass|duration))|^  [^ ]' "$work/tests"

tasks=$(printf '%s\n' "$@" | grep -x -e tasks.test.js -e web.tasks.test.js || true)
if [ -n "$tasks" ]; then
    if FIREFOX=$(command -v firefox-esr || command -v firefox); then
        echo "in $("$FIREFOX" --version 2>/dev/null)"
        FIREFOX=$FIREFOX KEEP_SITE= run $tasks
        grep -E '^(✔|ℹ (pass|duration))|^  [^ ]' "$work/tests"
    else
        echo "not tested in Firefox: there is none"
    fi
fi

"$BITEXT" segment ../../testdata/report/report.ar-en.txt | LC_ALL=C.UTF-8 grep -P '\p{Arabic}' >"$work/sentences.txt"
for kept in "$KEEP" "$KEEP_SITE"; do
    [ ! -e "$kept" ] || bash ../clients/check.sh "$kept" "$work/sentences.txt" ar en
done
