"""What check.sh asks about a memory. The memory is read with Python's own XML parser, so that nothing of ours judges
itself.

    units.py count FILE.tmx [UNITS]
    units.py inserted FILE.tmx SOURCE.txt TRANSLATED.txt SOURCE-LANGUAGE TARGET-LANGUAGE [LINES]
"""
import sys
import xml.etree.ElementTree as ET

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def fail(message):
    sys.exit("check.sh: " + message)


def units(path):
    """The units of a memory, each a list of (language, wording without codes)."""
    for tu in ET.parse(path).iter("tu"):
        yield [(tuv.get(LANG), wording(tuv.find("seg"))) for tuv in tu.iter("tuv")]


def wording(seg):
    """The text of a segment with that of <hi>, without native codes."""
    out = seg.text or ""
    for child in seg:
        if child.tag == "hi":
            out += wording(child)
        out += child.tail or ""
    return out


def same_language(tag, code):
    return tag.lower().split("-")[0] == code.lower().split("-")[0]


def count(path, expected=None):
    from translate.storage import tmx

    there = sum(1 for _ in units(path))
    if expected is not None and there != int(expected):
        fail(f"{path}: it has {there} units, not {expected}")
    found = tmx.tmxfile.parsefile(path).units
    if len(found) != there:
        fail(f"{path}: translate-toolkit finds {len(found)} units of {there}")
    for i, unit in enumerate(found, 1):
        if not unit.source or not unit.target:
            fail(f"{path}: translate-toolkit finds no {'target' if unit.source else 'source'} in unit {i}")
    print(f"translate-toolkit: {there} units")


def inserted(path, source, translated, source_language, target_language, expected=None):
    translations = {}
    for unit in units(path):
        targets = [text for tag, text in unit if same_language(tag, target_language)]
        for tag, text in unit:
            if same_language(tag, source_language):
                translations.setdefault(text, set()).update(targets)
    before, after = lines(source), lines(translated)
    if len(before) != len(after):
        fail(f"OmegaT made {len(after)} lines of {len(before)}")
    done = 0
    for line, out in zip(before, after):
        wanted = translations.get(line)
        if not wanted:
            if out != line:
                fail(f"OmegaT found a translation that the memory does not hold:\n  {line}\n  {out}")
        elif out not in wanted:
            fail(f"OmegaT did not insert what the memory holds:\n  {line}\n  {out}\n  " + "\n  ".join(wanted))
        else:
            done += 1
    if expected is not None and done != int(expected):
        fail(f"OmegaT inserted {done} lines, not {expected}")
    if not done:
        fail("the memory holds none of the lines, so that OmegaT had nothing to insert")
    print(f"OmegaT: {done} of {len(before)} lines inserted, {len(before) - done} left as they were, as the memory has it")


def lines(path):
    with open(path, encoding="utf-8-sig", newline="\n") as f:
        return [line.rstrip("\r\n") for line in f if line.strip()]


{"count": count, "inserted": inserted}[sys.argv[1]](*sys.argv[2:])
