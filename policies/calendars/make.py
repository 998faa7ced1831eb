"""Write the shipped calendars, as files here and as tables in the program, from the package `holidays` of PyPI.

Run it when a year is to be added or a government moves a day: `pip install holidays && python3 make.py`.
The same version of the package gives the same bytes but for the date; read the difference before you keep it.
`compare.py` beside it holds the files against a second package.

Which days are in a calendar: public holidays, with the substitute days that the country gives for them, on which shops
and banks are closed in the whole area. Half days are none. What the package counts otherwise is said at the calendar.
"""
import json
import pathlib
import re
from datetime import date, timedelta

import holidays
from dateutil.easter import easter

YEARS = range(2024, 2033)
HERE = pathlib.Path(__file__).resolve().parent
SWIFT = HERE.parent.parent / 'Sources' / 'Edge' / 'PolicyYAML' / 'Calendars'
MADE = date.today().isoformat()

PACKAGE = f'PyPI holidays {holidays.__version__}'


class Source:
    """What one calendar is and where its days come from."""

    def __init__(self, group, title, law, country, subdivision=None, language=None, categories=('public',),
                 without=(), mend=None, market=None, **options):
        self.group, self.title, self.law = group, title, law
        self.mend = mend or (lambda pairs: pairs)
        self.country, self.subdivision, self.language = country, subdivision, language
        self.categories, self.without, self.market, self.options = categories, without, market, options

    def days(self):
        """Pairs of a day and one of its names, sorted."""
        # A New Year's Day on a Saturday is observed in the year before, so one year more is read.
        years = [*YEARS, YEARS[-1] + 1]
        if self.market:
            found = holidays.financial_holidays(self.market, years=years)
        else:
            found = holidays.country_holidays(
                self.country, subdiv=self.subdivision, years=years, language=self.language,
                categories=self.categories, **self.options)
        pairs = {(day, name.strip()) for day, names in found.items() for name in names.split(';')}
        kept = {(day, name) for day, name in pairs if name not in self.without}
        return sorted((day, name) for day, name in self.mend(kept) if day.year in YEARS)


def with_irish_mondays(pairs):
    """The next working day for holidays on a weekend: the law gives another day off, and banks close on that one."""
    taken, found = {day for day, _ in pairs}, set(pairs)
    for day, name in sorted(pairs):
        if day.weekday() < 5 or (day.month, day.day) not in [(1, 1), (3, 17), (12, 25), (12, 26)]:
            continue
        while day in taken or day.weekday() >= 5:
            day += timedelta(1)
        taken.add(day)
        found.add((day, f'{name} (substitute day)'))
    return found


def with_canada_day_on_monday(pairs):
    """2 July where 1 July is a Sunday: Holidays Act (R.S.C. 1985, c. H-5), section 2."""
    moved = {day + timedelta(1) for day, name in pairs if name == 'Canada Day' and day.weekday() == 6}
    return pairs | {(day, 'Canada Day (observed)') for day in moved - {day for day, _ in pairs}}


def common_to_australia(_):
    """The days that all states and territories have, with the names of New South Wales."""
    states = [dict(CALENDARS[f'au-{code}'].days()) for code in AUSTRALIAN_STATES]
    common = set.intersection(*(set(days) for days in states))
    return {(day, name) for day, name in CALENDARS['au-nsw'].days() if day in common}


GERMAN_STATES = {
    'bb': 'Brandenburg', 'be': 'Berlin', 'bw': 'Baden-Württemberg', 'by': 'Bayern', 'hb': 'Bremen', 'he': 'Hessen',
    'hh': 'Hamburg', 'mv': 'Mecklenburg-Vorpommern', 'ni': 'Niedersachsen', 'nw': 'Nordrhein-Westfalen',
    'rp': 'Rheinland-Pfalz', 'sh': 'Schleswig-Holstein', 'sl': 'Saarland', 'sn': 'Sachsen', 'st': 'Sachsen-Anhalt',
    'th': 'Thüringen'}
SWISS_CANTONS = {
    'ag': 'Aargau', 'ai': 'Appenzell Innerrhoden', 'ar': 'Appenzell Ausserrhoden', 'be': 'Bern',
    'bl': 'Basel-Landschaft', 'bs': 'Basel-Stadt', 'fr': 'Freiburg', 'ge': 'Genf', 'gl': 'Glarus', 'gr': 'Graubünden',
    'ju': 'Jura', 'lu': 'Luzern', 'ne': 'Neuenburg', 'nw': 'Nidwalden', 'ow': 'Obwalden', 'sg': 'St. Gallen',
    'sh': 'Schaffhausen', 'so': 'Solothurn', 'sz': 'Schwyz', 'tg': 'Thurgau', 'ti': 'Tessin', 'ur': 'Uri',
    'vd': 'Waadt', 'vs': 'Wallis', 'zg': 'Zug', 'zh': 'Zürich'}
AUSTRALIAN_STATES = {
    'act': 'the Australian Capital Territory', 'nsw': 'New South Wales', 'nt': 'the Northern Territory',
    'qld': 'Queensland', 'sa': 'South Australia', 'tas': 'Tasmania', 'vic': 'Victoria', 'wa': 'Western Australia'}
CANADIAN_PROVINCES = {
    'ab': 'Alberta', 'bc': 'British Columbia', 'mb': 'Manitoba', 'nb': 'New Brunswick',
    'nl': 'Newfoundland and Labrador', 'ns': 'Nova Scotia', 'nt': 'the Northwest Territories', 'nu': 'Nunavut',
    'on': 'Ontario', 'pe': 'Prince Edward Island', 'qc': 'Quebec', 'sk': 'Saskatchewan', 'yt': 'Yukon'}

CALENDARS = {
    'gb-eng': Source('Europe', 'bank holidays of England and Wales, with substitute days',
                     'https://www.gov.uk/bank-holidays', 'GB', 'ENG', 'en_GB'),
    'gb-sct': Source('Europe', 'bank holidays of Scotland, with substitute days',
                     'https://www.gov.uk/bank-holidays', 'GB', 'SCT', 'en_GB'),
    'gb-nir': Source('Europe', 'bank holidays of Northern Ireland, with substitute days',
                     'https://www.gov.uk/bank-holidays', 'GB', 'NIR', 'en_GB'),
    'ie': Source('Europe', 'public holidays of Ireland, with the days on which banks close for those on a weekend',
                 'Organisation of Working Time Act 1997, section 21 and Second Schedule', 'IE', language='en_IE',
                 mend=with_irish_mondays),
    'us-federal': Source('America', 'federal holidays of the United States, with the days on which they are observed',
                         'https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/', 'US',
                         language='en_US', observed=True),
    # The days that the package calls public are those of every province; these are those of federal law.
    'ca': Source('America', 'federal holidays of Canada, with the days on which they are observed',
                 'Canada Labour Code, section 166', 'CA', language='en_CA', categories=('government',)),
    'au': Source('Oceania', 'public holidays common to all states and territories of Australia',
                 'the public holidays acts of the states and territories', 'AU', language='en_AU',
                 mend=common_to_australia),
    'nz': Source('Oceania',
                 'public holidays of New Zealand, Mondayised; anniversary days of the provinces are not in it',
                 'Holidays Act 2003, section 44; Te Kāhui o Matariki Public Holiday Act 2022', 'NZ'),
    'de': Source('Germany', 'public holidays of all of Germany; those of single states are not in it',
                 'Einigungsvertrag, Artikel 2, and the laws of the states', 'DE', language='de'),
    'at': Source('Europe', 'public holidays of Austria', 'Arbeitsruhegesetz, § 7', 'AT', language='de'),
    'ch': Source('Switzerland', 'holidays common to all of Switzerland; those of single cantons are not in it',
                 'Bundesverfassung, Artikel 110; Arbeitsgesetz, Artikel 20a, and the laws of the cantons', 'CH',
                 language='de'),
    'fr': Source('Europe', 'public holidays of France without Alsace-Moselle and overseas',
                 'Code du travail, article L3133-1', 'FR', language='fr'),
    'nl': Source('Europe', 'public holidays of the Netherlands; 5 May every fifth year, as most employers keep it',
                 'Algemene termijnenwet, artikel 3', 'NL', language='nl'),
    'be': Source('Europe', 'public holidays of Belgium', 'Wet betreffende de feestdagen, 4 januari 1974', 'BE',
                 language='nl'),
    'lu': Source('Europe', 'public holidays of Luxembourg', 'Code du travail, article L. 232-2', 'LU', language='fr'),
    'es': Source('Europe', 'national holidays of Spain; those of regions and towns are not in it',
                 'Real Decreto 2001/1983, artículo 45', 'ES', language='es'),
    # The package lists the first Sunday of November, on which shops are as open as on any Sunday.
    'it': Source('Europe', 'public holidays of Italy; patron days of towns are not in it',
                 'Legge 27 maggio 1949, n. 260', 'IT', language='it_IT', without=("Giorno dell'unità nazionale",)),
    'pt': Source('Europe', 'public holidays of Portugal; municipal ones are not in it',
                 'Código do Trabalho, artigo 234', 'PT', language='pt_PT'),
    # Offices and banks are closed on the three eves, and the law on time limits counts them like Sundays.
    'se': Source('Europe', 'public holidays of Sweden, with the eves of midsummer, Christmas and New Year',
                 'Lag (1989:253) om allmänna helgdagar; Lag (1930:173) om beräkning av lagstadgad tid, 2 §', 'SE',
                 language='sv', categories=('public', 'de_facto'), include_sundays=False),
    'no': Source('Europe', 'public holidays of Norway', 'Lov om helligdager og helligdagsfred, § 2', 'NO',
                 language='no', include_sundays=False),
    'dk': Source('Europe', 'public holidays of Denmark; Great Prayer Day is none since 2024',
                 'Danske Lov and the law of 6 March 2023 on Store Bededag', 'DK', language='da'),
    'fi': Source('Europe', 'public holidays of Finland, with the eves of midsummer and Christmas',
                 'Laki säädettyjen määräaikain laskemisesta 150/1930, 5 §', 'FI', language='fi'),
    'pl': Source('Europe', 'public holidays of Poland; Christmas Eve is one since 2025',
                 'Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy', 'PL', language='pl'),
    'eu-target2': Source('Europe', 'closing days of T2, through which payments in euro are settled',
                         'https://www.ecb.europa.eu/paym/target/t2/', None, market='XECB'),
}
for code, area in GERMAN_STATES.items():
    CALENDARS[f'de-{code}'] = Source(
        'Germany', f'public holidays of the German state {area}; those of parts of it are not in it',
        'the law of the state on Sundays and holidays', 'DE', code.upper(), 'de')
for code, area in SWISS_CANTONS.items():
    CALENDARS[f'ch-{code}'] = Source(
        'Switzerland', f'public holidays of the Swiss canton {area}; districts and towns may differ',
        'the law of the canton on days of rest', 'CH', code.upper(), 'de',
        # In Neuchâtel Corpus Christi is kept in Le Landeron alone.
        without=('Fronleichnam',) if code == 'ne' else ())
for code, area in AUSTRALIAN_STATES.items():
    CALENDARS[f'au-{code}'] = Source(
        'Oceania', f'public holidays of {area}, with substitute days; those of parts of it are not in it',
        'the public holidays act of the state or territory', 'AU', code.upper(), 'en_AU',
        # The show's Wednesday is a holiday in Brisbane alone.
        without=('The Royal Queensland Show',))
for code, area in CANADIAN_PROVINCES.items():
    CALENDARS[f'ca-{code}'] = Source(
        'America', f'general holidays of {area}', 'the employment standards of the province or territory', 'CA',
        code.upper(), 'en_CA', mend=with_canada_day_on_monday)


def yaml(name, pairs):
    source = CALENDARS[name]
    yield f'# {source.title[0].upper()}{source.title[1:]}.'
    yield f'# {YEARS[0]} to {YEARS[-1]}. Written by make.py on {MADE}; do not edit.'
    yield f'name: {name}'
    yield f'source: {json.dumps(f"{PACKAGE}, {MADE}; {source.law}", ensure_ascii=False)}'
    yield 'holidays:'
    names = {}
    for day, text in pairs:
        names.setdefault(day, []).append(text)
    for day in sorted(names):
        text = ', '.join(names[day])
        is_plain = re.fullmatch(r"[^\W\d_][\w .,'’()/+–-]*", text) and not text.endswith(' ')
        yield f'  - {day}: {text if is_plain else json.dumps(text, ensure_ascii=False)}'


def table(name, all_pairs):
    """The lines of a table: its base, then days and the name that they have."""
    pairs = set(all_pairs[name])
    base = name.split('-')[0]
    if base != name and base in all_pairs and set(all_pairs[base]) <= pairs:
        yield f'={base}'
        pairs -= set(all_pairs[base])
    by_name = {}
    for day, text in sorted(pairs):
        by_name.setdefault(text, []).append(day)
    for text, days in sorted(by_name.items(), key=lambda item: (item[1][0].strftime('%m%d'), item[0])):
        # The tables hold at most so many days in a line of code.
        forms = short(days).split(' ')
        room = max(1, (104 - len(text)) // 7)
        for start in range(0, len(forms), room):
            yield f'{" ".join(forms[start:start + room])} {text}'


def short(days):
    """One day of every year, a distance from Easter Sunday, or days one by one."""
    if [day.year for day in days] == list(YEARS):
        if len({(day.month, day.day) for day in days}) == 1:
            return days[0].strftime('%m%d')
        distances = {(day - easter(day.year)).days for day in days}
        if len(distances) == 1:
            return f'E{distances.pop():+d}'
    return ' '.join(day.strftime('%y%m%d') for day in days)


def swift(group, tables):
    yield f'/// The tables of {GROUPS[group]}, in the form that `ShippedCalendars` reads.'
    yield '///'
    yield '/// Written by `policies/calendars/make.py`; a test holds the two together.'
    yield 'extension ShippedCalendars {'
    yield f'  /// The table of a calendar of {GROUPS[group]}; nil for another name.'
    yield f'  static func {group.lower()}(_ name: String) -> String? {{'
    yield '    switch name {'
    for name in tables:
        yield f'    case "{name}": {constant(name)}'
    yield '    default: nil'
    yield '    }'
    yield '  }'
    for name, lines in tables.items():
        yield ''
        yield f'  private static let {constant(name)} = #"""'
        yield from ('    ' + line for line in lines)
        yield '    """#'
    yield '}'


def constant(name):
    first, *rest = name.split('-')
    return first + ''.join(part.capitalize() for part in rest) + 'Table'


GROUPS = {
    'Europe': 'Europe but Germany and Switzerland', 'Germany': 'Germany', 'Switzerland': 'Switzerland',
    'America': 'the United States and Canada', 'Oceania': 'Australia and New Zealand'}


def name_list(names):
    yield '/// The names of the shipped calendars.'
    yield '///'
    yield '/// Written by `policies/calendars/make.py`; a test holds it to the files there.'
    yield 'extension ShippedCalendars {'
    yield '  /// In alphabetical order, as a policy writes them under `calendar: holidays:`.'
    yield '  package static let names: [String] = ['
    row = '   '
    for name in names:
        if len(row) + len(name) + 4 > 108:
            yield row
            row = '   '
        row += f' "{name}",'
    yield row
    yield '  ]'
    yield '}'


def check(pairs):
    """What is known by heart; a package that says otherwise is not to be trusted with the rest."""
    known = {
        'us-federal': ['2027-12-31', '2026-07-03', '2026-11-26'],
        'de': ['2026-10-03'], 'de-bw': ['2026-01-06', '2026-06-04'], 'de-be': ['2026-03-08'],
        'gb-eng': ['2026-12-28', '2026-05-25'], 'gb-sct': ['2026-01-02', '2026-11-30'], 'gb-nir': ['2026-03-17'],
        'nl': ['2025-04-26', '2026-04-27'], 'se': ['2026-06-19', '2026-06-20'], 'pl': ['2025-12-24'],
        'eu-target2': ['2026-04-03', '2026-05-01', '2026-12-26'], 'nz': ['2026-07-10'],
        'ie': ['2026-02-02', '2026-12-28', '2024-03-18'],
        'au': ['2025-01-27', '2026-12-28'], 'au-vic': ['2026-11-03'],
        'ca-on': ['2029-07-02'], 'ca': ['2026-05-18', '2026-09-30'], 'ch-zh': ['2026-05-01']}
    unknown = {'eu-target2': ['2026-05-14'], 'dk': ['2024-04-26'], 'pl': ['2024-12-24'], 'de-by': ['2026-10-31']}
    for name, days in known.items():
        for day in days:
            assert date.fromisoformat(day) in {day for day, _ in pairs[name]}, f'{day} is missing in {name}'
    for name, days in unknown.items():
        for day in days:
            assert date.fromisoformat(day) not in {day for day, _ in pairs[name]}, f'{day} is in {name}'
    for name, days in pairs.items():
        estimated = [text for _, text in days if 'estimat' in text.lower()]
        assert not estimated, f'{name} has estimated days: {estimated}'


def main():
    pairs = {name: CALENDARS[name].days() for name in sorted(CALENDARS)}
    check(pairs)
    for name in pairs:
        (HERE / f'{name}.yaml').write_text('\n'.join(yaml(name, pairs[name])) + '\n', encoding='utf-8')
    (SWIFT / 'ShippedCalendars+Names.swift').write_text('\n'.join(name_list(pairs)) + '\n', encoding='utf-8')
    for group in GROUPS:
        tables = {name: list(table(name, pairs)) for name in pairs if CALENDARS[name].group == group}
        (SWIFT / f'ShippedCalendars+{group}.swift').write_text('\n'.join(swift(group, tables)) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
