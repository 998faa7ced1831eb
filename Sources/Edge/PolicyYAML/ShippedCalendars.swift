/// The calendars that come with Duly, by name: the files in `policies/calendars`, word for word.
///
/// Written by `policies/calendars/make.py`; a test holds the two together.
package enum ShippedCalendars {
  /// Their names, as a policy writes them under `calendar: holidays:`.
  package static let names: [String] = ["de", "gb-eng", "us-federal"]

  /// The YAML of a calendar; nil for a name that is not shipped.
  package static func text(named name: String) -> String? {
    switch name {
    case "de": de
    case "gb-eng": gbEng
    case "us-federal": usFederal
    default: nil
    }
  }

  private static let de = #"""
    # Public holidays of all of Germany; those of single states are not in it.
    # 2024 to 2032. Written by make.py; do not edit.
    name: de
    source: "PyPI holidays 0.109; Einigungsvertrag, Artikel 2, and the laws of the states"
    holidays:
      - 2024-01-01   # Neujahr
      - 2024-03-29   # Karfreitag
      - 2024-04-01   # Ostermontag
      - 2024-05-01   # Erster Mai
      - 2024-05-09   # Christi Himmelfahrt
      - 2024-05-20   # Pfingstmontag
      - 2024-10-03   # Tag der Deutschen Einheit
      - 2024-12-25   # Erster Weihnachtstag
      - 2024-12-26   # Zweiter Weihnachtstag
      - 2025-01-01   # Neujahr
      - 2025-04-18   # Karfreitag
      - 2025-04-21   # Ostermontag
      - 2025-05-01   # Erster Mai
      - 2025-05-29   # Christi Himmelfahrt
      - 2025-06-09   # Pfingstmontag
      - 2025-10-03   # Tag der Deutschen Einheit
      - 2025-12-25   # Erster Weihnachtstag
      - 2025-12-26   # Zweiter Weihnachtstag
      - 2026-01-01   # Neujahr
      - 2026-04-03   # Karfreitag
      - 2026-04-06   # Ostermontag
      - 2026-05-01   # Erster Mai
      - 2026-05-14   # Christi Himmelfahrt
      - 2026-05-25   # Pfingstmontag
      - 2026-10-03   # Tag der Deutschen Einheit
      - 2026-12-25   # Erster Weihnachtstag
      - 2026-12-26   # Zweiter Weihnachtstag
      - 2027-01-01   # Neujahr
      - 2027-03-26   # Karfreitag
      - 2027-03-29   # Ostermontag
      - 2027-05-01   # Erster Mai
      - 2027-05-06   # Christi Himmelfahrt
      - 2027-05-17   # Pfingstmontag
      - 2027-10-03   # Tag der Deutschen Einheit
      - 2027-12-25   # Erster Weihnachtstag
      - 2027-12-26   # Zweiter Weihnachtstag
      - 2028-01-01   # Neujahr
      - 2028-04-14   # Karfreitag
      - 2028-04-17   # Ostermontag
      - 2028-05-01   # Erster Mai
      - 2028-05-25   # Christi Himmelfahrt
      - 2028-06-05   # Pfingstmontag
      - 2028-10-03   # Tag der Deutschen Einheit
      - 2028-12-25   # Erster Weihnachtstag
      - 2028-12-26   # Zweiter Weihnachtstag
      - 2029-01-01   # Neujahr
      - 2029-03-30   # Karfreitag
      - 2029-04-02   # Ostermontag
      - 2029-05-01   # Erster Mai
      - 2029-05-10   # Christi Himmelfahrt
      - 2029-05-21   # Pfingstmontag
      - 2029-10-03   # Tag der Deutschen Einheit
      - 2029-12-25   # Erster Weihnachtstag
      - 2029-12-26   # Zweiter Weihnachtstag
      - 2030-01-01   # Neujahr
      - 2030-04-19   # Karfreitag
      - 2030-04-22   # Ostermontag
      - 2030-05-01   # Erster Mai
      - 2030-05-30   # Christi Himmelfahrt
      - 2030-06-10   # Pfingstmontag
      - 2030-10-03   # Tag der Deutschen Einheit
      - 2030-12-25   # Erster Weihnachtstag
      - 2030-12-26   # Zweiter Weihnachtstag
      - 2031-01-01   # Neujahr
      - 2031-04-11   # Karfreitag
      - 2031-04-14   # Ostermontag
      - 2031-05-01   # Erster Mai
      - 2031-05-22   # Christi Himmelfahrt
      - 2031-06-02   # Pfingstmontag
      - 2031-10-03   # Tag der Deutschen Einheit
      - 2031-12-25   # Erster Weihnachtstag
      - 2031-12-26   # Zweiter Weihnachtstag
      - 2032-01-01   # Neujahr
      - 2032-03-26   # Karfreitag
      - 2032-03-29   # Ostermontag
      - 2032-05-01   # Erster Mai
      - 2032-05-06   # Christi Himmelfahrt
      - 2032-05-17   # Pfingstmontag
      - 2032-10-03   # Tag der Deutschen Einheit
      - 2032-12-25   # Erster Weihnachtstag
      - 2032-12-26   # Zweiter Weihnachtstag

    """#

  private static let gbEng = #"""
    # Bank holidays of England and Wales, with substitute days.
    # 2024 to 2032. Written by make.py; do not edit.
    name: gb-eng
    source: "PyPI holidays 0.109; https://www.gov.uk/bank-holidays"
    holidays:
      - 2024-01-01   # New Year's Day
      - 2024-03-29   # Good Friday
      - 2024-04-01   # Easter Monday
      - 2024-05-06   # May Day
      - 2024-05-27   # Spring Bank Holiday
      - 2024-08-26   # Late Summer Bank Holiday
      - 2024-12-25   # Christmas Day
      - 2024-12-26   # Boxing Day
      - 2025-01-01   # New Year's Day
      - 2025-04-18   # Good Friday
      - 2025-04-21   # Easter Monday
      - 2025-05-05   # May Day
      - 2025-05-26   # Spring Bank Holiday
      - 2025-08-25   # Late Summer Bank Holiday
      - 2025-12-25   # Christmas Day
      - 2025-12-26   # Boxing Day
      - 2026-01-01   # New Year's Day
      - 2026-04-03   # Good Friday
      - 2026-04-06   # Easter Monday
      - 2026-05-04   # May Day
      - 2026-05-25   # Spring Bank Holiday
      - 2026-08-31   # Late Summer Bank Holiday
      - 2026-12-25   # Christmas Day
      - 2026-12-26   # Boxing Day
      - 2026-12-28   # Boxing Day (observed)
      - 2027-01-01   # New Year's Day
      - 2027-03-26   # Good Friday
      - 2027-03-29   # Easter Monday
      - 2027-05-03   # May Day
      - 2027-05-31   # Spring Bank Holiday
      - 2027-08-30   # Late Summer Bank Holiday
      - 2027-12-25   # Christmas Day
      - 2027-12-26   # Boxing Day
      - 2027-12-27   # Christmas Day (observed)
      - 2027-12-28   # Boxing Day (observed)
      - 2028-01-01   # New Year's Day
      - 2028-01-03   # New Year's Day (observed)
      - 2028-04-14   # Good Friday
      - 2028-04-17   # Easter Monday
      - 2028-05-01   # May Day
      - 2028-05-29   # Spring Bank Holiday
      - 2028-08-28   # Late Summer Bank Holiday
      - 2028-12-25   # Christmas Day
      - 2028-12-26   # Boxing Day
      - 2029-01-01   # New Year's Day
      - 2029-03-30   # Good Friday
      - 2029-04-02   # Easter Monday
      - 2029-05-07   # May Day
      - 2029-05-28   # Spring Bank Holiday
      - 2029-08-27   # Late Summer Bank Holiday
      - 2029-12-25   # Christmas Day
      - 2029-12-26   # Boxing Day
      - 2030-01-01   # New Year's Day
      - 2030-04-19   # Good Friday
      - 2030-04-22   # Easter Monday
      - 2030-05-06   # May Day
      - 2030-05-27   # Spring Bank Holiday
      - 2030-08-26   # Late Summer Bank Holiday
      - 2030-12-25   # Christmas Day
      - 2030-12-26   # Boxing Day
      - 2031-01-01   # New Year's Day
      - 2031-04-11   # Good Friday
      - 2031-04-14   # Easter Monday
      - 2031-05-05   # May Day
      - 2031-05-26   # Spring Bank Holiday
      - 2031-08-25   # Late Summer Bank Holiday
      - 2031-12-25   # Christmas Day
      - 2031-12-26   # Boxing Day
      - 2032-01-01   # New Year's Day
      - 2032-03-26   # Good Friday
      - 2032-03-29   # Easter Monday
      - 2032-05-03   # May Day
      - 2032-05-31   # Spring Bank Holiday
      - 2032-08-30   # Late Summer Bank Holiday
      - 2032-12-25   # Christmas Day
      - 2032-12-26   # Boxing Day
      - 2032-12-27   # Christmas Day (observed)
      - 2032-12-28   # Boxing Day (observed)

    """#

  private static let usFederal = #"""
    # Federal holidays of the United States, with the days on which they are observed.
    # 2024 to 2032. Written by make.py; do not edit.
    name: us-federal
    source: "PyPI holidays 0.109; https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/"
    holidays:
      - 2024-01-01   # New Year's Day
      - 2024-01-15   # Martin Luther King Jr. Day
      - 2024-02-19   # Washington's Birthday
      - 2024-05-27   # Memorial Day
      - 2024-06-19   # Juneteenth National Independence Day
      - 2024-07-04   # Independence Day
      - 2024-09-02   # Labor Day
      - 2024-10-14   # Columbus Day
      - 2024-11-11   # Veterans Day
      - 2024-11-28   # Thanksgiving Day
      - 2024-12-25   # Christmas Day
      - 2025-01-01   # New Year's Day
      - 2025-01-20   # Martin Luther King Jr. Day
      - 2025-02-17   # Washington's Birthday
      - 2025-05-26   # Memorial Day
      - 2025-06-19   # Juneteenth National Independence Day
      - 2025-07-04   # Independence Day
      - 2025-09-01   # Labor Day
      - 2025-10-13   # Columbus Day
      - 2025-11-11   # Veterans Day
      - 2025-11-27   # Thanksgiving Day
      - 2025-12-25   # Christmas Day
      - 2026-01-01   # New Year's Day
      - 2026-01-19   # Martin Luther King Jr. Day
      - 2026-02-16   # Washington's Birthday
      - 2026-05-25   # Memorial Day
      - 2026-06-19   # Juneteenth National Independence Day
      - 2026-07-03   # Independence Day (observed)
      - 2026-07-04   # Independence Day
      - 2026-09-07   # Labor Day
      - 2026-10-12   # Columbus Day
      - 2026-11-11   # Veterans Day
      - 2026-11-26   # Thanksgiving Day
      - 2026-12-25   # Christmas Day
      - 2027-01-01   # New Year's Day
      - 2027-01-18   # Martin Luther King Jr. Day
      - 2027-02-15   # Washington's Birthday
      - 2027-05-31   # Memorial Day
      - 2027-06-18   # Juneteenth National Independence Day (observed)
      - 2027-06-19   # Juneteenth National Independence Day
      - 2027-07-04   # Independence Day
      - 2027-07-05   # Independence Day (observed)
      - 2027-09-06   # Labor Day
      - 2027-10-11   # Columbus Day
      - 2027-11-11   # Veterans Day
      - 2027-11-25   # Thanksgiving Day
      - 2027-12-24   # Christmas Day (observed)
      - 2027-12-25   # Christmas Day
      - 2027-12-31   # New Year's Day (observed)
      - 2028-01-01   # New Year's Day
      - 2028-01-17   # Martin Luther King Jr. Day
      - 2028-02-21   # Washington's Birthday
      - 2028-05-29   # Memorial Day
      - 2028-06-19   # Juneteenth National Independence Day
      - 2028-07-04   # Independence Day
      - 2028-09-04   # Labor Day
      - 2028-10-09   # Columbus Day
      - 2028-11-10   # Veterans Day (observed)
      - 2028-11-11   # Veterans Day
      - 2028-11-23   # Thanksgiving Day
      - 2028-12-25   # Christmas Day
      - 2029-01-01   # New Year's Day
      - 2029-01-15   # Martin Luther King Jr. Day
      - 2029-02-19   # Washington's Birthday
      - 2029-05-28   # Memorial Day
      - 2029-06-19   # Juneteenth National Independence Day
      - 2029-07-04   # Independence Day
      - 2029-09-03   # Labor Day
      - 2029-10-08   # Columbus Day
      - 2029-11-11   # Veterans Day
      - 2029-11-12   # Veterans Day (observed)
      - 2029-11-22   # Thanksgiving Day
      - 2029-12-25   # Christmas Day
      - 2030-01-01   # New Year's Day
      - 2030-01-21   # Martin Luther King Jr. Day
      - 2030-02-18   # Washington's Birthday
      - 2030-05-27   # Memorial Day
      - 2030-06-19   # Juneteenth National Independence Day
      - 2030-07-04   # Independence Day
      - 2030-09-02   # Labor Day
      - 2030-10-14   # Columbus Day
      - 2030-11-11   # Veterans Day
      - 2030-11-28   # Thanksgiving Day
      - 2030-12-25   # Christmas Day
      - 2031-01-01   # New Year's Day
      - 2031-01-20   # Martin Luther King Jr. Day
      - 2031-02-17   # Washington's Birthday
      - 2031-05-26   # Memorial Day
      - 2031-06-19   # Juneteenth National Independence Day
      - 2031-07-04   # Independence Day
      - 2031-09-01   # Labor Day
      - 2031-10-13   # Columbus Day
      - 2031-11-11   # Veterans Day
      - 2031-11-27   # Thanksgiving Day
      - 2031-12-25   # Christmas Day
      - 2032-01-01   # New Year's Day
      - 2032-01-19   # Martin Luther King Jr. Day
      - 2032-02-16   # Washington's Birthday
      - 2032-05-31   # Memorial Day
      - 2032-06-18   # Juneteenth National Independence Day (observed)
      - 2032-06-19   # Juneteenth National Independence Day
      - 2032-07-04   # Independence Day
      - 2032-07-05   # Independence Day (observed)
      - 2032-09-06   # Labor Day
      - 2032-10-11   # Columbus Day
      - 2032-11-11   # Veterans Day
      - 2032-11-25   # Thanksgiving Day
      - 2032-12-24   # Christmas Day (observed)
      - 2032-12-25   # Christmas Day
      - 2032-12-31   # New Year's Day (observed)

    """#
}
