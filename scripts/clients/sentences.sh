#!/usr/bin/env bash
# Compares the sentences into which OmegaT and bitext cut a text by the same rules.
#
#   scripts/clients/sentences.sh BITEXT LANGUAGE TEXT.txt [RULES.srx]
#
# BITEXT     the program
# LANGUAGE   the code of the language, such as en
# TEXT.txt   one paragraph a line
# RULES.srx  the rules of bitext (default: those that OmegaT has built in). OmegaT always cuts by its own.
#
# It prints the boundaries of both and how many they share, then up to ten places at which they differ. The exit
# status is 0 unless a program fails.
#
# OmegaT first writes a memory of its segments. It then translates the text with a memory in which each segment has a
# mark at its end, which tells its boundaries in the text.
set -euo pipefail

fail() { echo "sentences.sh: $*" >&2; exit 1; }

[ $# -ge 3 ] && [ $# -le 4 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
bitext=$(readlink -f "$1") lang=$2 text=$(readlink -f "$3")
[ -s "$text" ] || fail "$3: no such file, or it is empty"
if ! command -v omegat >/dev/null; then
    command -v apt-get >/dev/null || fail "install OmegaT; apt-get is not available"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends omegat; } >/dev/null 2>&1 ||
        fail "OmegaT could not be installed (root is needed)"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rules=${4-}
if [ -z "$rules" ]; then
    rules=$work/rules.srx
    unzip -p /usr/share/omegat/OmegaT.jar org/omegat/core/segmentation/defaultRules.srx >"$rules" ||
        fail "OmegaT has no rules of its own; name a file"
fi

project=$work/project
mkdir -p "$project"/{source,target,tm/auto,glossary,dictionary,omegat} "$work/config"
cat >"$project/omegat.project" <<X
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
  <source_dir>__DEFAULT__</source_dir><source_dir_excludes/><target_dir>__DEFAULT__</target_dir>
  <tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
  <dictionary_dir>__DEFAULT__</dictionary_dir>
  <source_lang>$lang</source_lang><target_lang>xh</target_lang>
  <sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
  <remove_tags>false</remove_tags>
</project></omegat>
X
# Empty lines make each line a paragraph.
sed -e '/^[[:space:]]*$/d' -e 's/[[:space:]]\+/ /g' -e 's/$/\n/' "$text" >"$project/source/text.txt"
run() {
    timeout 300 omegat "$project" "$@" --no-team --config-dir="$work/config" --disable-project-locking \
        >"$work/omegat" 2>&1 || { tail -n 20 "$work/omegat" >&2; fail "OmegaT failed"; }
}
run --mode=console-createpseudotranslatetmx --pseudotranslatetmx="$work/pseudo.tmx" --pseudotranslatetype=equal
python3 "$here/sentences.py" mark "$work/pseudo.tmx" "$project/tm/auto/marked.tmx"
run --mode=console-translate
[ -s "$project/target/text.txt" ] || fail "OmegaT wrote no translation"
python3 "$here/sentences.py" lines "$project/source/text.txt" "$lang" >"$work/lines.jsonl"
"$bitext" segment --jsonl --srx "$rules" -o "$work/ours.jsonl" "$work/lines.jsonl"
python3 "$here/sentences.py" compare "$project/source/text.txt" "$project/target/text.txt" "$work/ours.jsonl"
