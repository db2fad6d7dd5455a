#!/usr/bin/env bash
# Makes a memory of the project's own report in six languages with the program bitext: Arabic and English first, then the
# others, added one by one. Loads it into the programs that translators use, with check.sh, for several pairs of languages.
# The memory must be valid, every unit must be found, and OmegaT must insert every unit whose source is one sentence.
#
#   scripts/clients/languages.sh BITEXT [SOURCE-TARGET...]    BITEXT: the program, built with "go build ./examples/bitext"
#
# The default pairs are ar-en fr-en zh-en en-ru. OmegaT takes about ten seconds for each.
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
bitext=$(readlink -f "$1")
shift
[ $# -gt 0 ] || set -- ar-en fr-en zh-en en-ru
here=$(cd "$(dirname "$0")" && pwd)
report=$(cd "$here/../.." && pwd)/testdata/report
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$bitext" align -q -o "$work/report.tmx" "$report/report.ar-en.txt"
"$bitext" segment "$report/report.ar-en.txt" >"$work/both.txt"
LC_ALL=C.UTF-8 grep -P '\p{Arabic}' "$work/both.txt" >"$work/ar.txt"
LC_ALL=C.UTF-8 grep -vP '\p{Arabic}' "$work/both.txt" >"$work/en.txt"
for l in fr zh es ru; do
    "$bitext" add -q --tmx "$work/report.tmx" --lang $l "$report/report.$l.txt" -o "$work/report.tmx"
    "$bitext" segment --lang $l "$report/report.$l.txt" >"$work/$l.txt"
done
cp "$work/report.tmx" "$work/again.tmx"
"$bitext" add -q --tmx "$work/again.tmx" --lang ru "$report/report.ru.txt" -o "$work/again.tmx"
cmp "$work/report.tmx" "$work/again.tmx"
for pair; do
    source=${pair%-*} target=${pair#*-}
    echo "$pair"
    bash "$here/check.sh" "$work/report.tmx" "$work/$source.txt" "$source" "$target"
done
