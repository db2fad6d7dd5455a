"""Answers the questions of check.sh about a memory. It reads the memory with Python's own XML parser, so that our code is
not tested with itself.

    units.py count FILE.tmx [UNITS]
    units.py single FILE.tmx SENTENCES.txt LANGUAGE
    units.py inserted FILE.tmx SOURCE.txt TRANSLATED.txt SOURCE-LANGUAGE TARGET-LANGUAGE [LINES]
"""
import sys
import xml.etree.ElementTree as ET

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def fail(message):
    sys.exit("check.sh: " + message)


def units(path):
    """Yields the units of a memory, each as a list of (language, wording without codes)."""
    for tu in ET.parse(path).iter("tu"):
        yield [(tuv.get(LANG), wording(tuv.find("seg"))) for tuv in tu.iter("tuv")]


def wording(seg):
    """Returns the text of a segment and of <hi> in it, without native codes."""
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


def single(path, sentences, language):
    """Prints how many units have one sentence of the text in the language. The others must consist of several."""
    known, found = set(lines(sentences)), 0

    def made(text):
        """Reports whether a text consists of whole sentences."""
        return not text or any(made(text[len(s):].lstrip()) for s in known if text.startswith(s))

    for unit in units(path):
        for tag, text in unit:
            if same_language(tag, language):
                if not made(text):
                    fail(f"{path}: this unit does not consist of sentences of the text:\n  {text}")
                found += text in known
    print(found)


def inserted(path, source, translated, source_language, target_language, expected=None):
    wanted, others = {}, {}
    for unit in units(path):
        for tag, text in unit:
            if same_language(tag, source_language):
                targets = [t for l, t in unit if same_language(l, target_language)]
                wanted.setdefault(text, set()).update(targets)
                # If the unit lacks the target language, OmegaT inserts any other one.
                if not targets:
                    others.setdefault(text, set()).update(t for _, t in unit)
    before, after = lines(source), lines(translated)
    if len(before) != len(after):
        fail(f"OmegaT made {len(after)} lines of {len(before)}")
    done = other = 0
    for line, out in zip(before, after):
        if wanted.get(line):
            if out not in wanted[line]:
                fail(f"OmegaT did not insert the translation in the memory:\n  {line}\n  {out}\n  " + "\n  ".join(wanted[line]))
            done += 1
        elif out != line:
            if out not in others.get(line, ()):
                fail(f"OmegaT inserted a translation that is not in the memory:\n  {line}\n  {out}")
            other += 1
    if expected is not None and done != int(expected):
        fail(f"OmegaT inserted {done} lines, not {expected}")
    if not done:
        fail("none of the lines is in the memory, so OmegaT had nothing to insert")
    print(f"OmegaT: {done} of {len(before)} lines inserted, {len(before) - done - other} left unchanged, as expected")
    if other:
        print(f"OmegaT: {other} lines got another language, because their units lack {target_language}")


def lines(path):
    with open(path, encoding="utf-8-sig", newline="\n") as f:
        return [line.rstrip("\r\n") for line in f if line.strip()]


{"count": count, "single": single, "inserted": inserted}[sys.argv[1]](*sys.argv[2:])
