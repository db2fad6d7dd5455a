#!/usr/bin/env bash
# Tests check.sh itself. It must accept a good memory and reject each bad one for the right reason.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >good.tmx <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"/>
  <body>
    <tu tuid="1"><tuv xml:lang="fr"><seg>La pluie est tombée.</seg></tuv><tuv xml:lang="en"><seg>Rain fell.</seg></tuv></tu>
    <tu tuid="2"><tuv xml:lang="fr"><seg>Le puits est plein.</seg></tuv><tuv xml:lang="en"><seg>The well is full.</seg></tuv></tu>
  </body>
</tmx>
X
printf '%s\n' 'La pluie est tombée.' 'Personne ne le dit.' 'Le puits est plein.' >fr.txt

failures=0
expect() { # NAME STATUS WORDS COMMAND...
    local name=$1 status=$2 words=$3 got=0
    shift 3
    "$@" >out 2>&1 || got=$?
    if [ "$got" != "$status" ] || ! grep -qF -- "$words" out; then
        echo "FAIL $name: exit status $got, expected $status and \"$words\":" >&2
        cat out >&2
        failures=$((failures + 1))
    else
        echo "ok   $name"
    fi
}
bad() { # NAME WORDS SED-SCRIPT
    sed "$3" good.tmx >bad.tmx
    ! cmp -s good.tmx bad.tmx || { echo "FAIL $1: the memory was not changed" >&2; failures=$((failures + 1)); return; }
    expect "$1" 1 "$2" "$here/check.sh" bad.tmx fr.txt fr en 2 2
}

expect "a good memory" 0 "OmegaT: 2 of 3 lines inserted, 1 left" "$here/check.sh" good.tmx fr.txt fr en 2 2
expect "too few units" 1 "it has 2 units, not 3" "$here/check.sh" good.tmx fr.txt fr en 3
expect "too few lines" 1 "OmegaT inserted 2 lines, not 3" "$here/check.sh" good.tmx fr.txt fr en 2 3
expect "no such file" 1 "no such file" "$here/check.sh" none.tmx fr.txt fr en
bad "a control character" "xmllint finds it invalid" 's/puits/pu\x0cits/'
bad "version 1.4b" "xmllint finds it invalid" 's/"1.4"/"1.4b"/'
bad "an empty target" "translate-toolkit finds no target in unit 1" 's/Rain fell\.//'
bad "a mark that the text does not have" "OmegaT inserted 1 lines, not 2" 's/<seg>La/<seg>\xe2\x80\x8fLa/'
bad "another spelling of the language" "OmegaT" 's/"fr"/"fra"/'
[ "$failures" = 0 ] || { echo "$failures failed" >&2; exit 1; }
