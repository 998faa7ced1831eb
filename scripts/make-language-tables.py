#!/usr/bin/env python3
"""Makes the facts of the languages of letters, and the rows that tests compare them with.

Usage: make-language-tables.py

Needs `babel` of the Python package index in the version below, whose data are those of CLDR 47, and `swift format`.
The Swift files go to Sources/Core/Letters/Format/Languages, the rows to Tests/LettersTests/Goldens/babel.tsv. The
rows are written by babel itself from its own data, not from the Swift files.
"""

import re
import subprocess
import unicodedata
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import babel
from babel import Locale
from babel.dates import format_date
from babel.numbers import get_currency_symbol, parse_pattern

VERSION = "2.18.0"
SOURCE = "Unicode CLDR 47"
HOME = Path(__file__).parent.parent
NO_BREAK = "\u00a0"

# File, then constant, locale of CLDR and tag of each language in it.
FILES = {
    "English": [("english", "en_GB", "en"), ("irishEnglish", "en_IE", "en-IE"),
                ("americanEnglish", "en_US", "en-US")],
    "German": [("german", "de", "de"), ("austrianGerman", "de_AT", "de-AT"), ("swissGerman", "de_CH", "de-CH")],
    "French": [("french", "fr", "fr"), ("swissFrench", "fr_CH", "fr-CH")],
    "Spanish": [("spanish", "es", "es")],
    "Italian": [("italian", "it", "it"), ("swissItalian", "it_CH", "it-CH")],
    "Dutch": [("dutch", "nl", "nl")],
    "Portuguese": [("portuguese", "pt_PT", "pt-PT"), ("brazilianPortuguese", "pt_BR", "pt-BR")],
    "Polish": [("polish", "pl", "pl")],
    "Swedish": [("swedish", "sv", "sv")],
    "Danish": [("danish", "da", "da")],
    "Norwegian": [("norwegian", "nb", "nb")],
    "Finnish": [("finnish", "fi", "fi")],
}

# What babel does not read of CLDR: `minimumGroupingDigits` 2 leaves four digits in one.
GROUPED_FROM_FIVE = {"es", "it", "it_CH", "pt_PT", "pl"}
# What babel reads otherwise than CLDR has it: amounts alone are grouped with a full stop in Austria.
GROUPS = {"de_AT": NO_BREAK}

# The first of a month, which CLDR's patterns write as a plain number. Sources: Imprimerie nationale, "Lexique des
# règles typographiques"; Accademia della Crusca on dates; Manual de Redação da Presidência da República, 3rd edition.
FIRST_DAYS = {"fr": "1er", "fr_CH": "1er", "it": "1º", "it_CH": "1º", "pt_BR": "1º"}

def iso_currencies():
    """The codes that Duly knows, and their decimals by ISO 4217."""
    text = (HOME / "Sources/Core/Receivables/Currency.swift").read_text()
    codes = re.search(r'known = set\(\s*"""(.*?)"""', text, re.S)[1].replace("\\", " ").split()
    decimals = dict.fromkeys(codes, 2)
    for name, count in [("withoutDecimals", 0), ("withThreeDecimals", 3), ("withFourDecimals", 4)]:
        for code in re.search(rf'{name} = set\("([^"]*)"\)', text)[1].split():
            decimals[code] = count
    return decimals


DECIMALS = iso_currencies()


class Facts:
    """What CLDR says of one locale, as babel reads it."""

    def __init__(self, name):
        self.name = name
        self.locale = Locale.parse(name)
        marks = self.locale.number_symbols["latn"]
        self.minus = marks["minusSign"]
        self.decimal = marks["decimal"]
        self.money_decimal = marks.get("currencyDecimal", self.decimal)
        self.group = GROUPS.get(name, marks["group"])
        self.money_group = marks.get("currencyGroup", self.group)
        self.grouped_from = 5 if name in GROUPED_FROM_FIVE else 4
        self.money = self.locale.currency_formats["standard"].pattern
        self.percent = self.locale.percent_formats[None].pattern
        self.first_day = FIRST_DAYS.get(name)
        # The year of a letter is written whole, also where CLDR's short form cuts it.
        self.short = re.sub(r"\byy\b|(?<=[./-])yy", "y", self.locale.date_formats["short"].pattern)
        self.medium = self.locale.date_formats["long"].pattern
        self.long = self.locale.date_formats["full"].pattern
        months = self.locale.months["format"]["wide"]
        self.months = [months[month] for month in range(1, 13)]
        context = "stand-alone" if "cccc" in self.long else "format"
        days = self.locale.days[context]["wide"]
        self.weekdays = [days[day] for day in range(7)]

    def symbol(self, code):
        return get_currency_symbol(code, self.locale)

    def symbols(self):
        found = {code: self.symbol(code) for code in sorted(DECIMALS)}
        return {code: symbol for code, symbol in found.items() if symbol != code}

    def plural_rule(self):
        """How whole numbers choose a word; CLDR's `many` of millions takes the word of the others."""
        kinds = [self.locale.plural_form(count) for count in range(10)]
        if "few" in kinds:
            return "oneFewMany"
        return "noneOrOne" if kinds[0] == "one" else "one"


def swift(text):
    """A Swift literal in which every blank but a plain one is written out."""
    escapes = {"\u00a0": "\\u{A0}", "\u202f": "\\u{202F}", "\u2019": "\\u{2019}", "\u2212": "\\u{2212}"}
    escapes |= {"\u200f": "\\u{200F}", "\\": "\\\\", '"': '\\"'}
    return '"' + "".join(escapes.get(letter, letter) for letter in text) + '"'


def pieces(words):
    """Words in one literal; a long one takes lines of its own."""
    text = swift(" ".join(words))
    if len(text) <= 90:
        return text
    lines, line = [], ""
    for word in words:
        if len(line) + len(swift(word)) > 90:
            lines.append(line)
            line = ""
        line += swift(word)[1:-1] + " "
    lines.append(line.rstrip(" "))
    return '"""\n        ' + "\\\n        ".join(lines) + '\n        """'


def constant(name, facts, tag):
    positive, _, negative = facts.money.partition(";")
    negative = negative or "-" + positive
    rows = [
        ("tag", swift(tag)),
        ("numbers", f".init(decimalMark: {swift(facts.decimal)}, groupMark: {swift(facts.group)}, "
                    f"groupedFrom: {facts.grouped_from}, minusSign: {swift(facts.minus)}, "
                    f"percent: {swift(facts.percent)})"),
        ("money", f".init(decimalMark: {swift(facts.money_decimal)}, groupMark: {swift(facts.money_group)}, "
                  f"positive: {swift(positive)}, negative: {swift(negative)}, "
                  f"symbols: {pieces([f'{code}={sign}' for code, sign in facts.symbols().items()])})"),
        ("dates", f".init(months: {pieces(facts.months)}, weekdays: {pieces(facts.weekdays)}, "
                  f"firstDay: {swift(facts.first_day) if facts.first_day else 'nil'}, "
                  f"short: {swift(facts.short)}, medium: {swift(facts.medium)}, "
                  f"long: {swift(facts.long.replace('cccc', 'EEEE'))})"),
        ("plural", f".{facts.plural_rule()}"),
    ]
    fields = ",\n    ".join(f"{label}: {value}" for label, value in rows)
    return (f"  /// The locale `{facts.name}`.\n"
            f"  static let {name} = LanguageFacts(\n    {fields})\n")


def write_swift():
    folder = HOME / "Sources/Core/Letters/Format/Languages"
    paths = []
    for file, languages in FILES.items():
        body = "\n".join(constant(name, Facts(locale), tag) for name, locale, tag in languages)
        path = folder / f"{file}.swift"
        path.write_text(
            f"// Made by `scripts/make-language-tables.py` from {SOURCE}, read with babel {VERSION}; not to be edited "
            f"by\n// hand.\nextension LanguageFacts {{\n{body}}}\n")
        paths.append(str(path))
    subprocess.run(["swift", "format", "--in-place", *paths], check=True, cwd=HOME)


AMOUNTS = ["0", "0.01", "1", "-1", "5.5", "-0.05", "999.99", "1000", "1234.5", "-1234.56", "9999.99", "12345.6",
           "-12345.67", "250000", "1234567.89", "-98765432.1"]
CURRENCIES = ["GBP", "EUR", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "JPY", "CAD", "AUD", "NZD", "BRL",
              "INR", "KWD", "ISK", "TRY", "ZAR", "CNY", "XOF", "XCG"]
NUMBERS = ["0", "7", "-7", "0.5", "999", "1000", "1234", "-1234.5", "12345", "12345.678", "1234567", "-0.125"]


def written(facts, pattern, number, decimals, marks, sign=""):
    """A number as babel writes it in a pattern, with so many decimals (least, most) and CLDR's marks for its kind."""
    shape = parse_pattern(pattern)
    shape.frac_prec = decimals
    # A rate is given in percent, not as a share of one.
    shape.scale = 0
    text = shape.apply(number, facts.locale)
    # From the first digit to the last: a symbol or the pattern can hold the marks too.
    head, digits, tail = re.match(r"^([^0-9]*)(.*[0-9])([^0-9]*)$", text).groups()
    symbols = facts.locale.number_symbols["latn"]
    decimal, group = marks
    if facts.grouped_from == 5 and 1000 <= abs(number) < 10000:
        group = ""
    swaps = {symbols["decimal"]: decimal, symbols["group"]: group}
    digits = "".join(swaps.get(letter, letter) for letter in digits)
    # In a pattern the hyphen stands for the minus sign of the language, which babel leaves as it is.
    return head.replace("-", facts.minus).replace("\u00a4", sign) + digits + tail.replace("\u00a4", sign)


def money(facts, amount, code):
    decimals = DECIMALS[code]
    number = Decimal(amount).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    symbol = facts.symbol(code)
    pattern = facts.money
    # Technical standard 35, part 3, "Currency spacing", which babel leaves out.
    if unicodedata.category(symbol[-1])[0] not in "SZ":
        pattern = re.sub("\u00a4(?=[#0])", "\u00a4" + NO_BREAK, pattern)
    return written(facts, pattern, abs(number) if number == 0 else number, (decimals, decimals),
                   (facts.money_decimal, facts.money_group), symbol)


def plain(facts, text, pattern):
    return written(facts, pattern, Decimal(text), (0, 3), (facts.decimal, facts.group))


def day(facts, value, pattern):
    text = format_date(value, pattern, locale=facts.locale)
    if facts.first_day and value.day == 1 and "MMMM" in pattern:
        text = re.sub(r"\b1\b", facts.first_day, text, count=1)
    return text


def write_rows():
    rows = ["\t".join(["amounts", "", ""] + AMOUNTS), "\t".join(["numbers", "", ""] + NUMBERS)]
    days = [date(2026, month, 1) for month in range(1, 13)]
    days += [date(2024, 2, 29) + timedelta(days=37 * count) for count in range(28)]
    rows.append("\t".join(["days", "", ""] + [value.isoformat() for value in days]))
    counts = list(range(0, 131)) + [200, 202, 211, 222, 1000, 1001, 1002, 1011, 1022, 100000]
    rows.append("\t".join(["counts", "", ""] + [str(count) for count in counts]))
    for languages in FILES.values():
        for _, name, tag in languages:
            facts = Facts(name)
            for code in CURRENCIES:
                rows.append("\t".join(["money", tag, code] + [money(facts, amount, code) for amount in AMOUNTS]))
            rows.append("\t".join(["number", tag, ""] +
                                  [plain(facts, text, "#,##0.###") for text in NUMBERS]))
            rows.append("\t".join(["percent", tag, ""] + [plain(facts, text, facts.percent) for text in NUMBERS]))
            for style in ["short", "medium", "long"]:
                rows.append("\t".join(["date", tag, style] +
                                      [day(facts, value, getattr(facts, style)) for value in days]))
            kinds = {"one": "1", "few": "f", "many": "m", "other": "o"}
            rows.append("\t".join(["plural", tag, "",
                                   "".join(kinds[facts.locale.plural_form(count)] for count in counts)]))
    path = HOME / "Tests/LettersTests/Goldens/babel.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(rows) + "\n")


def main():
    if babel.__version__ != VERSION:
        raise SystemExit(f"these tables are made with babel {VERSION}, and this is {babel.__version__}")
    write_swift()
    write_rows()


main()
