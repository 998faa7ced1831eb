"""Hold the calendars of this folder against a second package, `workalendar` of PyPI, and print every difference.

Run it after `make.py`: `pip install workalendar && python3 compare.py`. It decides nothing: a difference is read, looked
up in the law, and either mended in `make.py` or left, for both packages make mistakes.
"""
import pathlib
import re
from datetime import date

from workalendar import america, europe, oceania, usa

HERE = pathlib.Path(__file__).resolve().parent
YEARS = range(2024, 2033)

SECOND = {
    'gb-eng': europe.UnitedKingdom, 'gb-sct': europe.Scotland, 'gb-nir': europe.UnitedKingdomNorthernIreland,
    'ie': europe.Ireland, 'us-federal': usa.UnitedStates, 'ca': america.Canada, 'au': oceania.Australia,
    'nz': oceania.NewZealand, 'de': europe.Germany, 'at': europe.Austria, 'ch': europe.Switzerland, 'fr': europe.France,
    'nl': europe.Netherlands, 'be': europe.Belgium, 'lu': europe.Luxembourg, 'es': europe.Spain, 'it': europe.Italy,
    'pt': europe.Portugal, 'se': europe.Sweden, 'no': europe.Norway, 'dk': europe.Denmark, 'fi': europe.Finland,
    'pl': europe.Poland, 'eu-target2': europe.EuropeanCentralBank}
PARTS = {
    'de': (europe, {
        'bb': 'Brandenburg', 'be': 'Berlin', 'bw': 'BadenWurttemberg', 'by': 'Bavaria', 'hb': 'Bremen', 'he': 'Hesse',
        'hh': 'Hamburg', 'mv': 'MecklenburgVorpommern', 'ni': 'LowerSaxony', 'nw': 'NorthRhineWestphalia',
        'rp': 'RhinelandPalatinate', 'sh': 'SchleswigHolstein', 'sl': 'Saarland', 'sn': 'Saxony', 'st': 'SaxonyAnhalt',
        'th': 'Thuringia'}),
    'ch': (europe, {
        'ag': 'Aargau', 'ai': 'AppenzellInnerrhoden', 'ar': 'AppenzellAusserrhoden', 'be': 'Bern', 'bl': 'BaselLandschaft',
        'bs': 'BaselStadt', 'fr': 'Fribourg', 'ge': 'Geneva', 'gl': 'Glarus', 'gr': 'Graubunden', 'ju': 'Jura',
        'lu': 'Luzern', 'ne': 'Neuchatel', 'nw': 'Nidwalden', 'ow': 'Obwalden', 'sg': 'StGallen', 'sh': 'Schaffhausen',
        'so': 'Solothurn', 'sz': 'Schwyz', 'tg': 'Thurgau', 'ti': 'Ticino', 'ur': 'Uri', 'vd': 'Vaud', 'vs': 'Valais',
        'zg': 'Zug', 'zh': 'Zurich'}),
    'au': (oceania, {
        'act': 'AustralianCapitalTerritory', 'nsw': 'NewSouthWales', 'nt': 'NorthernTerritory', 'qld': 'Queensland',
        'sa': 'SouthAustralia', 'tas': 'Tasmania', 'vic': 'Victoria', 'wa': 'WesternAustralia'}),
    'ca': (america, {
        'ab': 'Alberta', 'bc': 'BritishColumbia', 'mb': 'Manitoba', 'nb': 'NewBrunswick', 'nl': 'Newfoundland',
        'ns': 'NovaScotia', 'nt': 'NorthwestTerritories', 'nu': 'Nunavut', 'on': 'Ontario', 'pe': 'PrinceEdwardIsland',
        'qc': 'Quebec', 'sk': 'Saskatchewan', 'yt': 'Yukon'})}
for country, (module, names) in PARTS.items():
    for code, name in names.items():
        if hasattr(module, name):
            SECOND[f'{country}-{code}'] = getattr(module, name)


def ours(name):
    text = (HERE / f'{name}.yaml').read_text(encoding='utf-8')
    return {date.fromisoformat(day): words for day, words in re.findall(r'^  - (\S{10}): (.*)$', text, re.M)}


def main():
    for path in sorted(HERE.glob('*.yaml')):
        name = path.stem
        if name not in SECOND:
            print(f'{name}: no second source')
            continue
        calendar, first, second = SECOND[name](), ours(name), {}
        for year in YEARS:
            for day, words in calendar.holidays(year):
                second[day] = words
        for day in sorted(set(first) ^ set(second)):
            # On a Saturday or Sunday a difference closes no day that is not closed already.
            if day.weekday() < 5 and day.year in YEARS:
                where = f'only here: {first[day]}' if day in first else f'only there: {second[day]}'
                print(f'{name} {day} {day:%a} {where}')


if __name__ == '__main__':
    main()
