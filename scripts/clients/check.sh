#!/usr/bin/env bash
# Loads a memory into three programs that translators use, and fails unless each of them reads all of it.
#
#   scripts/clients/check.sh [--paragraphs] FILE.tmx SENTENCES.txt SOURCE TARGET [UNITS [INSERTED]]
#
# FILE.tmx       the memory
# SENTENCES.txt  sentences in the source language, one a line, as "bitext segment" writes them
# SOURCE TARGET  language codes, such as ar en
# UNITS          the expected number of units (default: the number in the file)
# INSERTED       the expected number of lines of SENTENCES.txt that get a translation (default: those in the memory)
# --paragraphs   OmegaT does not split the lines of SENTENCES.txt; otherwise it does so after abbreviations that it does
#                not know
#
# xmllint validates the file. translate-toolkit must find every unit, with source and target. OmegaT must replace every
# line that is the source of a unit by its translation, and leave every other line as it is. If a unit lacks the target
# language, OmegaT inserts another language, which is allowed. The exit status is 0 if all of that holds.
#
# On Debian and its derivatives, missing programs are installed, which needs root.
set -euo pipefail

fail() { echo "check.sh: $*" >&2; exit 1; }

segmenting=true
if [ "${1-}" = --paragraphs ]; then segmenting=false; shift; fi
[ $# -ge 4 ] && [ $# -le 6 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
tmx=$(readlink -f "$1") sentences=$(readlink -f "$2") source=$3 target=$4 units=${5-} inserted=${6-}
[ -s "$tmx" ] || fail "$1: no such file, or it is empty"
[ -s "$sentences" ] || fail "$2: no such file, or it is empty"

# Debian's own Python is the one that translate-toolkit is installed for.
python=/usr/bin/python3
have() { command -v xmllint >/dev/null && command -v omegat >/dev/null && "$python" -c 'import translate.storage.tmx' 2>/dev/null; }
if ! have; then
    command -v apt-get >/dev/null || fail "install xmllint, translate-toolkit and OmegaT; apt-get is not available"
    log=$(mktemp)
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        libxml2-utils translate-toolkit omegat; } >"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "the programs could not be installed (root is needed)"; }
    rm -f "$log"
    have || fail "the programs were installed, but do not start"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

xmllint --nonet --noout --dtdvalid "$here/tmx14.dtd" "$tmx" 2>"$work/xmllint" ||
    { grep error "$work/xmllint" | head -n 10 >&2; fail "$tmx: xmllint finds it invalid"; }
echo "xmllint: valid"

"$python" "$here/units.py" count "$tmx" $units

# OmegaT runs without a window. It inserts the translations from tm/auto into the text in target/.
project=$work/project
mkdir -p "$project"/{source,target,tm/auto,glossary,dictionary,omegat} "$work/config"
cat >"$project/omegat.project" <<X
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
  <source_dir>__DEFAULT__</source_dir><source_dir_excludes/><target_dir>__DEFAULT__</target_dir>
  <tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
  <dictionary_dir>__DEFAULT__</dictionary_dir>
  <source_lang>$source</source_lang><target_lang>$target</target_lang>
  <sentence_seg>$segmenting</sentence_seg><support_default_translations>true</support_default_translations>
  <remove_tags>false</remove_tags>
</project></omegat>
X
cp "$tmx" "$project/tm/auto/memory.tmx"
# Empty lines make each line a paragraph, which OmegaT never joins with another.
sed -e '/^[[:space:]]*$/d' -e 's/$/\n/' "$sentences" >"$project/source/text.txt"
timeout 300 omegat "$project" --mode=console-translate --no-team --config-dir="$work/config" \
    --disable-project-locking >"$work/omegat" 2>&1 || { tail -n 20 "$work/omegat" >&2; fail "OmegaT failed"; }
[ -s "$project/target/text.txt" ] || { tail -n 20 "$work/omegat" >&2; fail "OmegaT wrote no translation"; }
"$python" "$here/units.py" inserted "$tmx" "$project/source/text.txt" "$project/target/text.txt" "$source" "$target" $inserted
