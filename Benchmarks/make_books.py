#!/usr/bin/env python3
"""Makes up books of any size, in the columns that Duly reads; the same arguments make the same bytes.

usage: make_books.py FOLDER CUSTOMERS INVOICES [PAID]

PAID is the share of the invoices already settled, 0.4 where it is left out: with it the history grows and what is open
does not. Due days lie from 120 days before 2026-01-05 to 60 days after it. A few customers have most of the invoices, as
everywhere. Names, addresses and numbers are nobody's.
"""
import datetime
import pathlib
import random
import sys

TODAY = datetime.date(2026, 1, 5)
FIRST = "Alder Barley Copper Dover Ember Flint Garnet Hazel Indigo Jasper Linden Marble".split()
SECOND = "Foods Garden Glass Kitchens Lighting Motors Paper Pottery Roofing Tiles Tools Travel".split()
HOMES = [("GB", "en", "GBP"), ("GB", "en", "GBP"), ("DE", "de", "EUR"), ("US", "en", "USD"), ("FR", "fr", "EUR")]


def main(folder: str, customers: int, invoices: int, paid: float) -> None:
    chance = random.Random(20260105)
    home = pathlib.Path(folder)
    home.mkdir(parents=True, exist_ok=True)
    currencies = []
    with open(home / "customers.csv", "w", encoding="utf-8") as out:
        out.write("customer_id,name,email,tags,kind,country,language,revenue_12m\n")
        for number in range(customers):
            country, language, currency = chance.choice(HOMES)
            currencies.append(currency)
            tags = "vip" if chance.random() < 0.03 else ""
            kind = "consumer" if chance.random() < 0.15 else "business"
            name = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {number}"
            revenue = 200 * 10 ** (3 * chance.random())
            out.write(
                f"C{number:07},{name},accounts@c{number:07}.example,{tags},{kind},{country},{language},{revenue:.2f}\n"
            )
    with (
        open(home / "invoices.csv", "w", encoding="utf-8") as out,
        open(home / "payments.csv", "w", encoding="utf-8") as payments,
    ):
        out.write("invoice_number,customer_id,issue_date,due_date,amount,currency,status\n")
        payments.write("payment_date,customer_id,amount,invoice_number,currency\n")
        for number in range(invoices):
            customer = min(int(customers * chance.random() ** 1.5), customers - 1)
            term = chance.choice((14, 30, 30, 45, 60))
            due = TODAY + datetime.timedelta(days=chance.randrange(-120, term))
            issued = due - datetime.timedelta(days=term)
            amount = f"{20 * 10 ** (2.5 * chance.random()):.2f}"
            is_paid = chance.random() < paid
            status = "paid" if is_paid else "open"
            out.write(
                f"INV-{number:08},C{customer:07},{issued},{due},{amount},{currencies[customer]},{status}\n"
            )
            if is_paid:
                day = min(due + datetime.timedelta(days=chance.randrange(-5, 40)), TODAY)
                payments.write(f"{day},C{customer:07},{amount},INV-{number:08},{currencies[customer]}\n")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]) if len(sys.argv) == 5 else 0.4)
