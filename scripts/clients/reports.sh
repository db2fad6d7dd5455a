#!/usr/bin/env bash
# Makes memories of whole reports with the program bitext and loads them into the programs that translators use, with
# check.sh. They must be valid, every unit must be found, and OmegaT must insert every unit whose source is one sentence.
#
#   scripts/clients/reports.sh BITEXT [--all]      BITEXT: the program, built with "go build ./examples/bitext"
#
# The project's own report is used in Arabic and English, French and English, Chinese and English, and in all its six
# languages. Of the six, each is the source of one pair, or of five with --all. If the data that the project is developed
# with is present (BITEXT_DATA, else ../shared), a real report is used too, and the script in the data checks the memories
# as well. A pair takes about five seconds.
set -euo pipefail

fail() { echo "reports.sh: $*" >&2; exit 1; }

[ $# = 1 ] || [ "$#${2-}" = 2--all ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
bitext=$(readlink -f "$1")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

all=${2-}
data=${BITEXT_DATA:-$root/../shared}

memory() { # FILE: the memory of a report in Arabic and English, and its Arabic sentences
    "$bitext" align -q -o "$work/report.tmx" "$1"
    "$bitext" segment "$1" | LC_ALL=C.UTF-8 grep -P '\p{Arabic}' >"$work/sentences.txt"
    units=$("$bitext" align -q --format tsv "$1" | awk -F'\t' '$1 != "" && $2 != ""' | wc -l)
    echo "$(basename "$1"): $units units"
}

memory "$root/testdata/report/report.ar-en.txt"
bash "$here/check.sh" "$work/report.tmx" "$work/sentences.txt" ar en "$units"


# The same report in more languages: memories of two and of six languages, made by bitext seed.
mkdir "$work/reports"
cp "$root"/testdata/report/report.*.txt "$work/reports"
for lang in es fr ru zh; do
    "$bitext" segment --lang $lang "$work/reports/report.$lang.txt" >"$work/sentences.$lang"
done
cp "$work/sentences.txt" "$work/sentences.ar"
"$bitext" segment "$work/reports/report.ar-en.txt" | LC_ALL=C.UTF-8 grep -vP '\p{Arabic}' >"$work/sentences.en"

seeded() { # LANGS: makes their memory and reads the number of its units from the report
    units=$("$bitext" seed "$work/reports" --langs "$1" -o "$work/seeded.tmx" --json | sed -n 's/^ *"written": \([0-9]*\),*$/\1/p')
    echo "the report in $1: $units units"
}
clients() { # SOURCE TARGET
    paragraphs=
    if [ "$1" = ru ]; then paragraphs=--paragraphs; fi # OmegaT knows other abbreviations in Russian
    echo "-- from $1 into $2"
    inserted=
    if [ -n "$two" ]; then inserted=$(/usr/bin/python3 "$here/units.py" single "$work/seeded.tmx" "$work/sentences.$1" "$1"); fi
    bash "$here/check.sh" $paragraphs "$work/seeded.tmx" "$work/sentences.$1" "$1" "$2" "$units" $inserted
}
theirs() { # SOURCE TARGET: runs the script in the data on the memory
    [ -d "$data/tmx-clients" ] || return 0
    sed 's/$/\n/' "$work/sentences.$1" >"$work/source.txt"
    bash "$data/tmx-clients/tmx_clients.sh" "$work/seeded.tmx" "$work/source.txt" "${1^^}" "${2^^}" | tee "$work/said"
    grep -q '^xmllint rc=0' "$work/said" || fail "xmllint finds the memory in $1 and $2 invalid"
    grep -qx "translate-toolkit units=$units without-source-or-target=0" "$work/said" || fail "translate-toolkit does not find $units units"
}
two=yes # each unit has both languages, so every unit with one sentence must be inserted
for pair in "fr en" "zh en"; do
    seeded ${pair/ /,}
    clients $pair
    theirs $pair
done
two=
seeded ar,en,es,fr,ru,zh
for source in ar en es fr ru zh; do
    targets=$(echo "en es fr ru zh ar" | cut -d ' ' -f "$(echo "ar en es fr ru zh" | tr ' ' '\n' | grep -n "$source" | cut -d : -f 1)")
    if [ "$all" = --all ]; then targets=$(echo "ar en es fr ru zh" | sed "s/$source//"); fi
    for target in $targets; do clients $source $target; done
done
theirs zh en

report=$data/seeds/ar-en-report-2016.txt
[ -e "$report" ] || { echo "the real report: skipped, no data"; exit 0; }
memory "$report"
bash "$here/check.sh" "$work/report.tmx" "$work/sentences.txt" ar en "$units"
sed 's/$/\n/' "$work/sentences.txt" >"$work/source.txt"
bash "$data/tmx-clients/tmx_clients.sh" "$work/report.tmx" "$work/source.txt" AR EN | tee "$work/said"
grep -q '^xmllint rc=0' "$work/said" || fail "xmllint finds the memory of the real report invalid"
grep -qx "translate-toolkit units=$units without-source-or-target=0" "$work/said" || fail "translate-toolkit does not find $units units"
single=$("$bitext" align -q --format beads "$report" | grep -cE '^\[[0-9]+\]:\[[0-9]')
lines=$(wc -l <"$work/sentences.txt")
grep -qx "omegat lines=$lines left-in-source=$((lines - single))" "$work/said" ||
    fail "OmegaT does not insert each of the $single units whose Arabic side is one sentence"
