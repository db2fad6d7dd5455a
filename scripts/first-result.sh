#!/usr/bin/env bash
# Measures how long a user waits for the first result and how much memory that takes: whole runs of the program on the
# project's report in every format.
#
#   bash scripts/first-result.sh [PROGRAM]
#
# It prints the median of eleven runs for each format. If letters distinguish the languages, the program must not load a
# language model: more than 60 MB is a failure. Times depend on the machine and are only printed. The script needs GNU
# time, and installs it on Debian.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -x /usr/bin/time ]; then
    { apt-get update && apt-get install -y --no-install-recommends time; } >"$work/install" 2>&1 || { tail "$work/install" >&2; exit 1; }
fi
program=${1:-$work/bitext}
[ $# -gt 0 ] || go build -o "$program" ./examples/bitext

runs=11 most=60000
printf '%-34s %9s %9s\n' "document" "seconds" "MB"
for file in testdata/report/report.ar-en.txt testdata/report/formats/report.{windows-1256.txt,utf-16le.txt,pdf.txt,md,html,docx,odt}; do
    for _ in $(seq $runs); do
        /usr/bin/time -a -o "$work/figures" -f "%e %M" "$program" align --quiet "$file" -o "$work/out.tmx"
    done
    middle=$(sort -n "$work/figures" | sed -n "$(((runs + 1) / 2))p")
    peak=$(awk '$2 > m { m = $2 } END { print m }' "$work/figures")
    rm "$work/figures"
    printf '%-34s %9s %9s\n' "${file#testdata/report/}" "${middle% *}" "$((peak / 1000))"
    [ "$peak" -le $most ] || { echo "$file takes $peak kB, more than $most: does it load a language model?" >&2; exit 1; }
done
