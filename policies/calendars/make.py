"""Write the shipped calendars, as files here and as text in the program, from the package `holidays` of PyPI.

Run it when a year is to be added or a government moves a day: `pip install holidays && python3 make.py`.
The same version of the package gives the same bytes; read the difference before you keep it.
"""
import pathlib
import re
from datetime import date

import holidays

YEARS = range(2024, 2033)
HERE = pathlib.Path(__file__).resolve().parent
SWIFT = HERE.parent.parent / 'Sources' / 'Edge' / 'PolicyYAML' / 'ShippedCalendars.swift'
PACKAGE = f'PyPI holidays {holidays.__version__}'

# name -> (what it is, where the law or the list stands, days)
CALENDARS = {
    'gb-eng': ('bank holidays of England and Wales, with substitute days',
               'https://www.gov.uk/bank-holidays', lambda years: holidays.UnitedKingdom(subdiv='ENG', years=years, language='en_GB')),
    'de': ('public holidays of all of Germany; those of single states are not in it',
           'Einigungsvertrag, Artikel 2, and the laws of the states',
           lambda years: holidays.Germany(years=years, language='de')),
    # A New Year's Day on a Saturday is observed in the year before, so one year more is read.
    'us-federal': ('federal holidays of the United States, with the days on which they are observed',
                   'https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/',
                   lambda years: holidays.UnitedStates(years=[*years, max(years) + 1], observed=True, language='en_US')),
}


def lines(name):
    title, law, days_of = CALENDARS[name]
    yield f'# {title[0].upper()}{title[1:]}.'
    yield f'# {YEARS[0]} to {YEARS[-1]}. Written by make.py; do not edit.'
    yield f'name: {name}'
    yield f'source: "{PACKAGE}; {law}"'
    yield 'holidays:'
    for day, text in sorted(days_of(YEARS).items()):
        if day.year in YEARS:
            yield f'  - {day.isoformat()}   # {re.sub(r" *; *", ", ", text)}'


def swift(texts):
    yield '/// The calendars that come with Duly, by name: the files in `policies/calendars`, word for word.'
    yield '///'
    yield '/// Written by `policies/calendars/make.py`; a test holds the two together.'
    yield 'package enum ShippedCalendars {'
    yield '  /// Their names, as a policy writes them under `calendar: holidays:`.'
    yield f'  package static let names: [String] = [{", ".join(chr(34) + name + chr(34) for name in texts)}]'
    yield ''
    yield '  /// The YAML of a calendar; nil for a name that is not shipped.'
    yield '  package static func text(named name: String) -> String? {'
    yield '    switch name {'
    for name in texts:
        yield f'    case "{name}": {constant(name)}'
    yield '    default: nil'
    yield '    }'
    yield '  }'
    for name, text in texts.items():
        yield ''
        yield f'  private static let {constant(name)} = #"""'
        yield from ('    ' + line if line else '' for line in text.splitlines())
        yield ''
        yield '    """#'
    yield '}'


def constant(name):
    first, *rest = name.split('-')
    return first + ''.join(part.capitalize() for part in rest)


def main():
    texts = {name: '\n'.join(lines(name)) + '\n' for name in sorted(CALENDARS)}
    for name, text in texts.items():
        (HERE / f'{name}.yaml').write_text(text, encoding='utf-8')
    SWIFT.write_text('\n'.join(swift(texts)) + '\n', encoding='utf-8')
    # What is known by heart; a package that says otherwise is not to be trusted with the rest.
    assert f'- {date(2027, 12, 31)}' in texts['us-federal'], 'New Year 2028 is observed on 2027-12-31'
    assert f'- {date(2026, 10, 3)}' in texts['de'], 'German Unity Day'
    assert f'- {date(2026, 12, 28)}' in texts['gb-eng'], 'Boxing Day 2026, a Saturday, has its substitute day on Monday'


if __name__ == '__main__':
    main()
