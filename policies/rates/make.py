"""Write the shipped tables for charges, as files here and as tables in the program, from published rates.

Run it when a central bank moves its rate: `python3 make.py FOLDER`, where FOLDER holds
- `boe_bank_rate.csv`: `effective,rate`, the Bank of England's Bank Rate;
- `ecb_key_rates.csv`: `effective,main_refinancing,…`, the European Central Bank's key rates;
- `uk_reference_rates.csv`: `from,to,reference_rate,statutory_rate`, the half-yearly rates as they were published, which
  the ones worked out here are held against.
The same files give the same bytes but for the date; read the difference before you keep it.

The half-yearly tables are worked out by the rule of the law from the rates of the central banks:
- uk-late-payment: Bank Rate in force on 30 June for interest that starts from 1 July to 31 December, on 31 December
  for interest that starts from 1 January to 30 June (The Late Payment of Commercial Debts (Rate of Interest) (No. 3)
  Order 2002, SI 2002/1675).
- eu-late-payment: the main refinancing rate in force on 1 January and on 1 July (Directive 2011/7/EU, article 3(2)).
- de-basiszinssatz: moves on 1 January and 1 July by as much as the rate of the last main refinancing operation before
  that day has moved (section 247 BGB); it was 1.62 on 1 January 2009, when that rate was 2.50.
"""
import csv
import pathlib
import sys
from datetime import date, timedelta
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
SWIFT = HERE.parent.parent / 'Sources' / 'Edge' / 'PolicyYAML' / 'Rates'
MADE = date.today().isoformat()

# The Bank of England announced on 2025-06-19 that it kept 4.25, so that was in force on 30 June. Source: reports of
# that day; the file ends with the change before it.
BOE_KNOWN_UNTIL = date(2025, 6, 30)
ECB_KNOWN_UNTIL = None  # the day of the last change in the file

TITLES = {
    'boe-base': "Bank Rate of the Bank of England.",
    'ecb-main': "Rate of the European Central Bank's main refinancing operations.",
    'uk-late-payment': 'Reference rates for late commercial debts in the United Kingdom, and the fixed sums.',
    'eu-late-payment': 'Reference rates for late commercial debts in the euro area, and the fixed sum.',
    'de-basiszinssatz': 'The base rate of section 247 of the German Civil Code.',
}
BOE = 'Bank of England, Bank Rate history'
ECB = 'European Central Bank, key interest rates'
SOURCES = {
    'boe-base': f'{BOE}; https://www.bankofengland.co.uk/boeapps/database/Bank-Rate.asp',
    'ecb-main': f'{ECB}; https://www.ecb.europa.eu/stats/policy_and_exchange_rates/key_ecb_interest_rates',
    'uk-late-payment': f'{BOE}; SI 2002/1675, article 4; Late Payment of Commercial Debts (Interest) Act 1998, section 5A',
    'eu-late-payment': f'{ECB}; Directive 2011/7/EU, articles 3(2) and 6(1)',
    'de-basiszinssatz': f'{ECB}; section 247 BGB, from 1.62 on 2009-01-01 (Deutsche Bundesbank)',
}
LICENCES = {
    'boe-base': 'ODC PDDL 1.0; published figures', 'uk-late-payment': 'ODC PDDL 1.0; published figures',
    'ecb-main': 'published figures, free to use with their source named',
    'eu-late-payment': 'published figures, free to use with their source named',
    'de-basiszinssatz': 'published figures, free to use with their source named',
}
# Currency, then bands: below which debt, how much.
COMPENSATION = {
    'uk-late-payment': ('GBP', [('1000', '40'), ('10000', '70'), (None, '100')]),
    'eu-late-payment': ('EUR', [(None, '40')]),
}


def read(folder, name, column):
    """Pairs of a day and the rate from then on, sorted."""
    with open(folder / name, encoding='utf-8', newline='') as file:
        return sorted((date.fromisoformat(row['effective']), Decimal(row[column])) for row in csv.DictReader(file))


def on(rates, day):
    return [rate for start, rate in rates if start <= day][-1]


def halves(first, until):
    """First days of half-years, as long as the day before is not after `until`."""
    day = first
    while day - timedelta(1) <= until:
        yield day
        day = date(day.year, 7, 1) if day.month == 1 else date(day.year + 1, 1, 1)


def end_of_half(day):
    return date(day.year, 6, 30) if day.month == 1 else date(day.year, 12, 31)


def tables(folder):
    """Name → (rates, last day that is known)."""
    boe = read(folder, 'boe_bank_rate.csv', 'rate')
    ecb = read(folder, 'ecb_key_rates.csv', 'main_refinancing')
    boe_end = max(BOE_KNOWN_UNTIL, boe[-1][0])
    ecb_end = max(ECB_KNOWN_UNTIL or ecb[-1][0], ecb[-1][0])
    before = timedelta(1)
    uk = [(day, on(boe, day - before)) for day in halves(date(2002, 7, 1), boe_end)]
    eu = [(day, on(ecb, day)) for day in halves(date(2009, 1, 1), ecb_end) if day <= ecb_end]
    base = Decimal('1.62') - on(ecb, date(2008, 12, 31))
    de = [(day, on(ecb, day - before) + base) for day in halves(date(2009, 1, 1), ecb_end)]
    recent = changes([pair for pair in boe if pair[0] >= date(2001, 11, 8)])
    check(folder, dict(uk), dict(eu), dict(de))
    return {
        'boe-base': (recent, boe_end), 'ecb-main': (changes(ecb), ecb_end),
        'uk-late-payment': (uk, end_of_half(uk[-1][0])), 'eu-late-payment': (eu, end_of_half(eu[-1][0])),
        'de-basiszinssatz': (de, end_of_half(de[-1][0]))}


def check(folder, uk, eu, de):
    """What was published; a rule that gives something else is not to be trusted with the rest."""
    with open(folder / 'uk_reference_rates.csv', encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            assert uk[date.fromisoformat(row['from'])] == Decimal(row['reference_rate']), row
    published = {'2009-01-01': '1.62', '2013-01-01': '-0.13', '2016-07-01': '-0.88', '2021-01-01': '-0.88',
                 '2023-01-01': '1.62', '2023-07-01': '3.12', '2024-01-01': '3.62', '2024-07-01': '3.37'}
    for day, rate in published.items():
        assert de[date.fromisoformat(day)] == Decimal(rate), f'{day}: {de[date.fromisoformat(day)]}'
    for day, rate in {'2023-01-01': '2.50', '2023-07-01': '4.00', '2024-01-01': '4.50', '2024-07-01': '4.25'}.items():
        assert eu[date.fromisoformat(day)] == Decimal(rate), day


def plain(rate):
    text = f'{rate:f}'
    return text.rstrip('0').rstrip('.') if '.' in text else text


def changes(rates):
    """Without the days on which nothing changed."""
    return [pair for before, pair in zip([(None, None), *rates], rates) if pair[1] != before[1]]


def steps(rates):
    """Days and rates as they are written."""
    return [(day.isoformat(), plain(rate)) for day, rate in rates]


def yaml(name, rates, until):
    yield f'# {TITLES[name]}'
    yield f'# Written by make.py on {MADE}; do not edit.'
    yield f'name: {name}'
    yield f'source: "{SOURCES[name]}"'
    yield f'licence: {LICENCES[name]}'
    yield f'retrieved: {MADE}'
    yield f'until: {until.isoformat()}'
    if name in COMPENSATION:
        currency, bands = COMPENSATION[name]
        yield f'currency: {currency}'
        yield 'compensation:'
        for below, amount in bands:
            yield f'  - {{ below: {below}, amount: {amount} }}' if below else f'  - {{ amount: {amount} }}'
    yield 'rates:'
    for day, rate in steps(rates):
        yield f'  - {day}: {rate}'


def swift(found):
    yield '/// The shipped tables in their short form.'
    yield '///'
    yield '/// Written by `policies/rates/make.py`; a test holds it to the files there.'
    yield 'extension ShippedRates {'
    yield '  /// In alphabetical order, as a policy writes them behind `over`.'
    yield '  package static let names = [' + ', '.join(f'"{name}"' for name in sorted(found)) + ']'
    yield ''
    yield '  /// In alphabetical order, as a policy writes them under `compensation`.'
    yield '  package static let compensationNames = [' + ', '.join(f'"{name}"' for name in sorted(COMPENSATION)) + ']'
    yield ''
    yield '  /// The last day that a table knows, then days and rates.'
    yield '  static func rateText(_ name: String) -> String? {'
    yield '    switch name {'
    for name in sorted(found):
        rates, until = found[name]
        yield f'    case "{name}":'
        yield '      """'
        row = f'      {until.isoformat()}'
        for day, rate in steps(rates):
            word = f' {day}={rate}'
            if len(row) + len(word) > 106:
                yield row + ' \\'
                row = '     '
            row += word
        yield row
        yield '      """'
    yield '    default: nil'
    yield '    }'
    yield '  }'
    yield ''
    yield '  /// The currency, then sums, each but the last with the bound below which it holds.'
    yield '  static func compensationText(_ name: String) -> String? {'
    yield '    switch name {'
    for name in sorted(COMPENSATION):
        currency, bands = COMPENSATION[name]
        words = [f'{amount}<{below}' if below else amount for below, amount in bands]
        yield f'    case "{name}": "{" ".join([currency, *words])}"'
    yield '    default: nil'
    yield '    }'
    yield '  }'
    yield '}'


def main():
    found = tables(pathlib.Path(sys.argv[1]))
    for name, (rates, until) in found.items():
        (HERE / f'{name}.yaml').write_text('\n'.join(yaml(name, rates, until)) + '\n', encoding='utf-8')
    (SWIFT / 'ShippedRates+Tables.swift').write_text('\n'.join(swift(found)) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
