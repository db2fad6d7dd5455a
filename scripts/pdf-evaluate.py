#!/usr/bin/env python3
"""Measures how many sentences of a PDF are extracted whole, by the way in which pdftotext is called.

    BITEXT_DATA=../shared [PDFJS=FOLDER] python3 scripts/pdf-evaluate.py PROGRAM

PROGRAM is the built program bitext. LibreOffice makes documents in ten languages from texts with known sentences: justified
or not, with one column or two, with headers and footers. LibreOffice and poppler must be installed. The table has the F1 of
whole sentences: from the document in ODT, from pdftotext with each of its options, and from the PDF by the program; also
from pdf.js, in the order of the file, if PDFJS names the folder of its npm package pdfjs-dist and Node.js is installed. In
Arabic, alef and lam are ignored, because pdftotext splits their ligatures in the wrong order. In Chinese and Japanese,
spaces are ignored, because LibreOffice adds some.
"""
import collections
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

LANGUAGES = ["en", "fr", "de", "es", "ru", "tr", "zh", "ja", "ar", "he"]
STYLES = {"justified": ("justify", ""), "indented": ("start", 'fo:text-indent="0.7cm"')}
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="p" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" fo:margin-bottom="0.2cm" {more}/></style:style>
<style:style style:name="s" style:family="section"><style:section-properties><style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:page-layout style:name="l"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="l">
<style:header><text:p>Annual report of the working group</text:p></style:header>
<style:footer><text:p>Page <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles><office:body><office:text><text:section text:style-name="s" text:name="s">
{paragraphs}
</text:section></office:text></office:body></office:document>"""
PDFJS = os.environ.get("PDFJS")
SCRIPT = """
import { readFileSync } from "node:fs";
const [folder, file] = process.argv.slice(1);
const { getDocument } = await import(folder + "/legacy/build/pdf.mjs");
const pages = await getDocument({ data: new Uint8Array(readFileSync(file)), cMapUrl: folder + "/cmaps/", cMapPacked: true,
  standardFontDataUrl: folder + "/standard_fonts/", verbosity: 0 }).promise;
for (let p = 1; p <= pages.numPages; p++) {
  const { items } = await (await pages.getPage(p)).getTextContent();
  process.stdout.write(items.map((i) => i.str + (i.hasEOL ? "\\n" : "")).join("") + "\\f");
}
"""
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def run(*command, stdin=None):
    return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout.decode()


def norm(sentence, lang):
    s = unicodedata.normalize("NFKC", " ".join(sentence.split()))
    if lang in ("zh", "ja"):
        s = s.replace(" ", "")
    if lang == "ar":
        s = re.sub("[اأإآل]", "", s)
    return s


def f1(gold, found, lang):
    gold = [norm(s, lang) for s in gold]
    found = [norm(s, lang) for s in found.split("\n") if s.strip()]
    right = len([s for s in gold if s in set(found)])
    return 2 * right / (len(gold) + len(found))


def main():
    program, data = sys.argv[1], os.environ.get("BITEXT_DATA", "../shared")
    texts = collections.defaultdict(list)
    with open(os.path.join(data, "bench/segment/dev.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)
            if text["kind"] == "corpus" and len(texts[text["lang"]]) < 10:
                texts[text["lang"]].append(text)
    names, gold = [], {}
    with tempfile.TemporaryDirectory() as work:
        for lang in LANGUAGES:
            for style, (align, indent) in STYLES.items():
                for columns in (1, 2):
                    more = indent + (' style:writing-mode="rl-tb"' if lang in ("ar", "he") else "")
                    paragraphs = [p for t in texts[lang] for p in t["text"].split("\n") if p.strip()]
                    name = f"{lang} {style} {columns}"
                    names.append(name)
                    gold[name] = [s for t in texts[lang] for s in t["sents"]]
                    with open(f"{work}/{name}.fodt", "w", encoding="utf-8") as out:
                        out.write(DOCUMENT.format(align=align, more=more, columns=columns, paragraphs="\n".join(
                            f'<text:p text:style-name="p">{html.escape(p, quote=False)}</text:p>' for p in paragraphs)))
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", work, *[f"{work}/{n}.fodt" for n in names])
        ways = ["document", "default", "-layout", "-raw", "bitext"] + (["pdf.js"] if PDFJS else [])
        sums = collections.defaultdict(lambda: [0.0] * len(ways))
        print(f"{'':16}" + "".join(f"{w:>10}" for w in ways))
        for name in names:
            lang, columns = name.split()[0], name.split()[2]
            row = []
            for way in ways:
                if way == "document":
                    found = run(program, "segment", "--lang", lang, f"{work}/{name}.fodt")
                elif way == "bitext":
                    found = run(program, "segment", "--lang", lang, f"{work}/{name}.pdf")
                elif way == "pdf.js":
                    text = run("node", "--input-type=module", "-e", SCRIPT, os.path.abspath(PDFJS), f"{work}/{name}.pdf")
                    found = run(program, "segment", "--lang", lang, stdin=BIDI.sub("", text).encode())
                else:
                    text = run("pdftotext", *([] if way == "default" else [way]), f"{work}/{name}.pdf", "-")
                    found = run(program, "segment", "--lang", lang, stdin=BIDI.sub("", text).encode())
                row.append(f1(gold[name], found, lang))
            for key in (f"{columns} column(s)", "all"):
                sums[key] = [a + b for a, b in zip(sums[key], row)]
            print(f"{name:16}" + "".join(f"{x:10.3f}" for x in row), flush=True)
        for key, total in sums.items():
            n = len(names) // (1 if key == "all" else 2)
            print(f"{key:16}" + "".join(f"{x / n:10.3f}" for x in total[:len(ways)]))


if __name__ == "__main__":
    main()
