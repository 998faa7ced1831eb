#!/usr/bin/env python3
"""Makes the tables of general categories, scripts and case folding for regular expressions.

Usage: make-unicode-tables.py FOLDER

FOLDER holds UnicodeData.txt, Scripts.txt and CaseFolding.txt of one version of Unicode, such as
/usr/share/unicode of Debian's package `unicode-data`. The three Swift files go to Sources/Core/CEL/Regex.
Numbers are packed as in source maps: base 64, five bits a digit, lowest first; the sixth bit says that more
follow.
"""

import re
import sys
from pathlib import Path

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
WIDTH = 100


def pack(numbers):
    text = ""
    for number in numbers:
        while True:
            digit, number = number & 31, number >> 5
            text += DIGITS[digit | (32 if number else 0)]
            if not number:
                break
    return text


def ranges(scalars):
    found = []
    for scalar in sorted(scalars):
        if found and found[-1][1] == scalar - 1:
            found[-1][1] = scalar
        else:
            found.append([scalar, scalar])
    return found


def packed_ranges(scalars):
    """Each range as the gap behind the range before it, and its length less one."""
    numbers, end = [], 0
    for low, high in ranges(scalars):
        numbers += [low - end, high - low]
        end = high + 1
    return pack(numbers)


def categories(folder):
    found, first = {}, None
    for line in (folder / "UnicodeData.txt").read_text().splitlines():
        fields = line.split(";")
        scalar = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = scalar
            continue
        start, first = scalar if first is None else first, None
        found.setdefault(fields[2], set()).update(range(start, scalar + 1))
    return found


def scripts(folder):
    found = {}
    for line in (folder / "Scripts.txt").read_text().splitlines():
        match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
        if match:
            low, high = int(match[1], 16), int(match[2] or match[1], 16)
            found.setdefault(match[3], set()).update(range(low, high + 1))
    return found


def foldings(folder):
    """Runs of scalars that fold alike.

    Each is its gap behind the run before, its count less one, its stride, its distance, its sign.
    """
    pairs = []
    for line in (folder / "CaseFolding.txt").read_text().splitlines():
        match = re.match(r"([0-9A-F]+); [CS]; ([0-9A-F]+);", line)
        if match:
            pairs.append((int(match[1], 16), int(match[2], 16)))
    runs = []
    for scalar, folded in sorted(pairs):
        distance = folded - scalar
        if runs:
            run = runs[-1]
            stride = scalar - run["last"]
            if distance == run["distance"] and stride <= 2 and run["stride"] in (0, stride):
                run["last"], run["stride"], run["count"] = scalar, stride, run["count"] + 1
                continue
        runs.append({"first": scalar, "last": scalar, "stride": 0, "count": 1, "distance": distance})
    numbers, end = [], 0
    for run in runs:
        distance = run["distance"]
        numbers += [run["first"] - end, run["count"] - 1, max(run["stride"], 1), abs(distance)]
        numbers.append(int(distance < 0))
        end = run["last"]
    return pack(numbers)


def literal(text, indent):
    if len(text) <= 70:
        return f'"{text}"'
    pad = " " * indent
    width = WIDTH - indent
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return '"""\n' + pad + f"\\\n{pad}".join(lines) + f'\n{pad}"""'


def version(folder):
    first = (folder / "Scripts.txt").read_text().splitlines()[0]
    return re.search(r"(\d+\.\d+\.\d+)", first)[1]


def table(name, sentence, source, entries):
    rows = "".join(f'    "{key}": {literal(value, 4)},\n' for key, value in sorted(entries.items()))
    return (
        f"/// {sentence}\n///\n"
        f"/// Made by `scripts/make-unicode-tables.py` from {source}; not to be edited by hand.\n"
        f"enum {name} {{\n  static let packed: [String: String] = [\n{rows}  ]\n}}\n"
    )


def main():
    folder, here = Path(sys.argv[1]), Path(__file__).parent.parent / "Sources/Core/CEL/Regex"
    origin = f"Unicode {version(folder)}"
    by_category = {key: packed_ranges(value) for key, value in categories(folder).items()}
    by_script = {key: packed_ranges(value) for key, value in scripts(folder).items()}
    (here / "UnicodeCategories.swift").write_text(
        table("UnicodeCategories",
              "Which scalars each general category has, as packed ranges by its two letters.",
              f"UnicodeData.txt of {origin}", by_category))
    (here / "UnicodeScripts.swift").write_text(
        table("UnicodeScripts", "Which scalars each script has, as packed ranges by the script's name.",
              f"Scripts.txt of {origin}", by_script))
    (here / "UnicodeFoldings.swift").write_text(
        "/// How scalars fold for a match without regard to case, as packed runs of simple foldings.\n///\n"
        f"/// Made by `scripts/make-unicode-tables.py` from the lines C and S of CaseFolding.txt of {origin};\n"
        "/// not to be edited by hand.\n"
        f"enum UnicodeFoldings {{\n  static let packed = {literal(foldings(folder), 4)}\n}}\n")


main()
