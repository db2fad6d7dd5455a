#!/usr/bin/env bash
# Makes memories of whole reports with the program bitext and loads them in the programs that translators use, by
# check.sh: valid by the grammar, every unit there, and every unit whose source is one sentence inserted by OmegaT.
#
#   scripts/clients/reports.sh BITEXT      BITEXT: the program, as "go build ./examples/bitext" makes it
#
# The report of the project itself is always taken; the real one where the data that the project is developed with are
# there (BITEXT_DATA, else ../shared), and then their own script looks at the memory too.
set -euo pipefail

fail() { echo "reports.sh: $*" >&2; exit 1; }

[ $# = 1 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
bitext=$(readlink -f "$1")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

memory() { # FILE: the memory of a report in Arabic and English, and its Arabic sentences
    "$bitext" align -q -o "$work/report.tmx" "$1"
    "$bitext" segment "$1" | LC_ALL=C.UTF-8 grep -P '\p{Arabic}' >"$work/sentences.txt"
    units=$("$bitext" align -q --format tsv "$1" | awk -F'\t' '$1 != "" && $2 != ""' | wc -l)
    echo "$(basename "$1"): $units units"
}

memory "$root/testdata/report/report.ar-en.txt"
bash "$here/check.sh" "$work/report.tmx" "$work/sentences.txt" ar en "$units"

data=${BITEXT_DATA:-$root/../shared}
report=$data/seeds/ar-en-report-2016.txt
[ -e "$report" ] || { echo "the real report: skipped, no data"; exit 0; }
memory "$report"
bash "$here/check.sh" "$work/report.tmx" "$work/sentences.txt" ar en "$units"
sed 's/$/\n/' "$work/sentences.txt" >"$work/source.txt"
bash "$data/tmx-clients/tmx_clients.sh" "$work/report.tmx" "$work/source.txt" AR EN | tee "$work/said"
grep -q '^xmllint rc=0' "$work/said" || fail "xmllint does not find the memory of the real report valid"
grep -qx "translate-toolkit units=$units without-source-or-target=0" "$work/said" || fail "translate-toolkit does not find $units units"
single=$("$bitext" align -q --format beads "$report" | grep -cE '^\[[0-9]+\]:\[[0-9]')
lines=$(wc -l <"$work/sentences.txt")
grep -qx "omegat lines=$lines left-in-source=$((lines - single))" "$work/said" ||
    fail "OmegaT does not insert each of the $single units whose Arabic side is one sentence"
