"""Helps sentences.sh to compare the sentences of OmegaT and bitext.

mark PSEUDO.tmx MARKED.tmx   writes a memory in which each translation is its source with a mark at the end
lines TEXT.txt LANG          writes the paragraphs of a text as the lines of JSON that "bitext segment --jsonl" reads
compare TEXT.txt MARKED.txt OURS.jsonl
                             prints how many boundaries the two share, and where they differ
"""
import json
import re
import sys

MARK = "\ue000"


def paragraphs(path):
    with open(path, encoding="utf-8") as f:
        return [line.strip() for line in f if line.strip()]


def mark(source, target):
    with open(source, encoding="utf-8") as f:
        text = f.read()
    units = re.findall(r"<seg>(.*?)</seg>", text, re.S)
    lang = re.search(r'srclang="([^"]*)"', text)[1]
    with open(target, "w", encoding="utf-8") as f:
        f.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="sentences" '
                'creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="%s" datatype="plaintext"/>'
                "<body>\n" % lang)
        for unit in dict.fromkeys(units):
            f.write('<tu><tuv xml:lang="%s"><seg>%s</seg></tuv><tuv xml:lang="XH"><seg>%s%s</seg></tuv></tu>\n'
                    % (lang, unit, unit, MARK))
        f.write("</body></tmx>\n")


def boundaries(sentences):
    """Returns the ends of sentences in characters other than white space, without the end of the text."""
    at, ends = 0, set()
    for sentence in sentences:
        at += len("".join(sentence.split()))
        ends.add(at)
    ends.discard(at)
    return ends


def around(text, at):
    n = 0
    for i, c in enumerate(text):
        if not c.isspace():
            if n == at:
                return text[max(0, i - 40):i] + "¦" + text[i:i + 30]
            n += 1
    return ""


def compare(source, marked, ours):
    theirs_total = ours_total = shared = 0
    shown = []
    with open(ours, encoding="utf-8") as f:
        cut = [json.loads(line)["sents"] for line in f]
    source, marked = paragraphs(source), paragraphs(marked)
    if not len(source) == len(marked) == len(cut):
        sys.exit("sentences.py: %d paragraphs, %d from OmegaT, %d from bitext" % (len(source), len(marked), len(cut)))
    for text, theirs, mine in zip(source, marked, cut):
        if "".join(theirs.replace(MARK, "").split()) != "".join(text.split()):
            sys.exit("sentences.py: OmegaT changed a paragraph: %s" % text)
        a, b = boundaries(theirs.split(MARK)), boundaries(mine)
        theirs_total += len(a)
        ours_total += len(b)
        shared += len(a & b)
        shown += ["only OmegaT: " + around(text, x) for x in sorted(a - b)]
        shown += ["only bitext: " + around(text, x) for x in sorted(b - a)]
    share = 200 * shared / max(1, theirs_total + ours_total)
    print("paragraphs=%d omegat=%d bitext=%d shared=%d agreement=%.2f%%"
          % (len(source), theirs_total, ours_total, shared, share))
    for line in shown[:10]:
        print(line)


if __name__ == "__main__":
    command = {"mark": mark, "compare": compare}
    if sys.argv[1] == "lines":
        for p in paragraphs(sys.argv[2]):
            print(json.dumps({"lang": sys.argv[3], "text": p}, ensure_ascii=False))
    else:
        command[sys.argv[1]](*sys.argv[2:])
