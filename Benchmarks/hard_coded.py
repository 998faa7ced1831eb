#!/usr/bin/env python3
"""The rules of Benchmarks/policy.yaml hard-coded, as a good programmer would write them without Duly.

usage: hard_coded.py BOOKS FROM DAYS [--letters]

Writes one line of JSON a message on standard output and the counts on the last line. Its counts of messages and of
messages by tier are those of `duly simulate`: Benchmarks/measure holds them against each other. It reads only what
these books have (no quotes, no instalments, no credit) and says nothing of flags and of who is silent and why.
"""
import collections
import csv
import datetime
import json
import sys

RATES = {"GBP": 100, "EUR": 85, "USD": 75}  # hundredths of a pound a unit
SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$"}
GENTLE = (("first", 10), ("second", 30))
STANDARD = (("first", 5), ("second", 12), ("third", 20), ("final", 30))
MIN_GAP = 5
NEVER = 1 << 30


class Calendar(dict):
    """The ordinal of a day written YYYY-MM-DD, each worked out once; and the text of an ordinal."""

    def __missing__(self, text):
        self[text] = ordinal = datetime.date.fromisoformat(text).toordinal()
        return ordinal


ordinal = Calendar()
iso = {}
long_day = {}
for number in range(datetime.date(2020, 1, 1).toordinal(), datetime.date(2030, 1, 1).toordinal()):
    day = datetime.date.fromordinal(number)
    iso[number] = day.isoformat()
    long_day[number] = f"{day.day} {day:%B} {day.year}"


def opened(day):
    """The day itself, or the Monday after a weekend."""
    weekday = (day - 1) % 7  # ordinal 1 was a Monday
    return day if weekday < 5 else day + 7 - weekday


def cents(text):
    whole, _, rest = text.partition(".")
    return int(whole) * 100 + int((rest + "00")[:2])


def read(folder):
    """The open invoices of each customer: number, due day, balance; and the customers in order."""
    paid = collections.defaultdict(int)
    with open(f"{folder}/payments.csv", newline="", encoding="utf-8") as file:
        for row in csv.reader(iter_rows(file)):
            paid[row[3]] += cents(row[2])
    open_invoices = collections.defaultdict(list)
    with open(f"{folder}/invoices.csv", newline="", encoding="utf-8") as file:
        for number, customer, _, due, amount, currency, status in csv.reader(iter_rows(file)):
            if status == "paid":
                continue
            balance = cents(amount) - paid.get(number, 0)
            if balance > 0:
                open_invoices[customer].append((number, ordinal[due], balance, currency))
    with open(f"{folder}/customers.csv", newline="", encoding="utf-8") as file:
        customers = [(row[0], row[1], row[2], "vip" in row[3].split(";")) for row in csv.reader(iter_rows(file))]
    customers.sort()
    return customers, open_invoices


def iter_rows(file):
    next(file)
    return file


class Part:
    __slots__ = ("number", "due", "balance", "planned", "step", "earliest", "held_from", "is_small")

    def __init__(self, number, due, balance, currency, steps):
        self.number = number
        self.due = due
        self.balance = balance
        self.planned = [opened(due + days) for _, days in steps]
        self.step = 0
        self.earliest = self.planned[0]
        in_pence = balance * RATES[currency]  # hundredths of a penny
        self.is_small = in_pence < 10_00_00
        self.held_from = due + 60 if in_pence >= 1000_00_00 else NEVER

    def sent(self, day):
        self.step += 1
        if self.step == len(self.planned):
            self.earliest = NEVER
        else:
            distance = self.planned[self.step] - self.planned[self.step - 1]
            self.earliest = max(self.planned[self.step], day + 1, day + distance)


def messages(parts, first, last):
    """Each day with the parts that reached a step on it and the others that are past due."""
    day = first
    ready = [part for part in parts if not part.is_small]
    while True:
        ready = [part for part in ready if part.earliest < NEVER]
        if not ready:
            return
        day = opened(max(day, min(part.earliest for part in ready)))
        if day > last:
            return
        reached = [part for part in ready if part.earliest <= day and day < part.held_from]
        ready = [part for part in ready if day < part.held_from]
        if reached:
            others = [p for p in parts if p.due < day < p.held_from and p not in reached]
            yield day, reached, others
            for part in reached:
                part.sent(day)
            day += MIN_GAP


def money(minor_units, currency):
    return f"{SIGNS[currency]}{minor_units // 100:,}.{minor_units % 100:02}"


def letter(is_vip, reached, others, currency, total):
    """Subject and text, with the table of the invoices: the highest tier first, then those also open."""
    tier = max(part.step for part in reached)
    order = sorted(reached, key=lambda part: (-part.step, part.due, part.number))
    first = [part for part in order if part.step == tier]
    also = [part for part in order if part.step != tier] + sorted(others, key=lambda part: (part.due, part.number))
    rows = [(part.number, long_day[part.due], money(part.balance, currency)) for part in first + also]
    widths = [
        max(len(heading), max(len(row[column]) for row in rows))
        for column, heading in enumerate(("Invoice", "Due date", "Amount open"))
    ]

    def line(row):
        return f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]:>{widths[2]}}"

    lines = [line(("Invoice", "Due date", "Amount open"))] + [line(row) for row in rows[: len(first)]]
    if also:
        lines += ["", "Also open"] + [line(row) for row in rows[len(first) :]]
    table = "\n".join(lines)
    if is_vip:
        return "Has something gone astray?", (
            f"Hello there,\n\nmost likely these are at the bottom of somebody's pile, {total}\nin all:\n\n{table}\n\n"
            "If anything about the work or the bill is not as it should be, tell\nme, and I will put that right first."
            "\n\nPriya Shah\nAcme Joinery Ltd\n"
        )
    return "Your account with Acme Joinery Ltd", (
        f"Hello there,\n\nthese are past their due dates, {total} in all:\n\n{table}\n\n"
        "Please pay to sort code 20-20-15, account 55555555, with the number\nof the invoice as the reference, or "
        "reply with the day on which you\nwill.\n\nPriya Shah\nAcme Joinery Ltd\n"
    )


def main(folder, start, days, has_letters):
    customers, open_invoices = read(folder)
    first = ordinal[start]
    last = first + days - 1
    counts = collections.Counter()
    out = []
    for customer, _, email, is_vip in customers:
        invoices = open_invoices.get(customer)
        if not invoices:
            continue
        steps = GENTLE if is_vip else STANDARD
        currency = invoices[0][3]
        parts = [Part(*invoice, steps) for invoice in sorted(invoices)]
        for day, reached, others in messages(parts, first, last):
            tier = steps[max(part.step for part in reached)][0]
            counts[tier] += 1
            total = sum(part.balance for part in reached) + sum(part.balance for part in others)
            numbers = '","'.join(part.number for part in reached)
            also = ",".join(f'"{part.number}"' for part in others)
            row = (
                f'{{"kind":"message","on":"{iso[day]}","customer":"{customer}","tier":"{tier}","to":"{email}",'
                f'"invoices":["{numbers}"],"also_listed":[{also}],"total":{{"amount":"{total // 100}.{total % 100:02}",'
                f'"currency":"{currency}"}}'
            )
            if has_letters:
                subject, text = letter(is_vip, reached, others, currency, money(total, currency))
                row += f',"subject":{json.dumps(subject)},"text":{json.dumps(text, ensure_ascii=False)}'
            out.append(row + "}\n")
        if len(out) > 10_000:
            sys.stdout.write("".join(out))
            out.clear()
    by_tier = {tier: counts[tier] for tier, _ in STANDARD}
    out.append(json.dumps({"kind": "summary", "messages": sum(counts.values()), "by_tier": by_tier}) + "\n")
    sys.stdout.write("".join(out))


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), "--letters" in sys.argv)
