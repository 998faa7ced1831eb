#!/usr/bin/env python3
"""Renders the letter of Benchmarks/Sources/LettersTiming with minijinja: letters a second on one core, a line a run.

usage: with_minijinja.py COUNT RUNS     (needs minijinja; Benchmarks/measure makes an environment that has it)

The values come as text: minijinja formats neither money nor days, so it has less to do.
"""
import sys
import time

import minijinja

SUBJECT = "Your account with {{ business }}"
BODY = """Hello {{ first_name or "there" }},

these are past their due dates, {{ total }} in all:

{{ "%-12s"|format("Invoice") }}  {{ "%-16s"|format("Due date") }}  {{ "%12s"|format("Amount open") }}
{% for invoice in invoices -%}
{{ "%-12s"|format(invoice.number) }}  {{ "%-16s"|format(invoice.due) }}  {{ "%12s"|format(invoice.open) }}
{% endfor %}
Please pay to sort code 20-20-15, account 55555555, or reply
with the day on which you will.

{{ sender }}
{{ business }}
"""


def main(count, runs):
    environment = minijinja.Environment(templates={"subject": SUBJECT, "body": BODY})
    letters = [
        {
            "business": "Acme Joinery Ltd",
            "sender": "Priya Shah",
            "first_name": "Ada",
            "total": f"£{number + 1:,}.00",
            "invoices": [
                {"number": f"INV-{10_000_000 + number + place}", "due": "10 January 2026", "open": f"£{number:,}.01"}
                for place in range(3)
            ],
        }
        for number in range(0, 37_000, 37)
    ]
    for _ in range(runs):
        began = time.perf_counter()
        size = 0
        for number in range(count):
            letter = letters[number % len(letters)]
            environment.render_template("subject", **letter)
            size += len(environment.render_template("body", **letter))
        print(int(count / (time.perf_counter() - began)), size // count)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]))
