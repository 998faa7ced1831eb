extension Rule {
  /// DN010: an iCalendar file, or an event in it, that cannot be understood.
  package static let unreadableCalendar = Rule(
    id: "DN010", name: "unreadable-calendar", severity: .error, title: "calendar file cannot be read",
    page: #"""
      A file that ends in `.ics` is named under `calendar: holidays:`, and a part of it cannot be understood. Nothing in
      such a file is left out in silence, for on a holiday that was passed over letters would leave.

      Every day of every event is a holiday, unless the event is cancelled. Understood are dates and times (the date is
      taken as it is written), an end or a length, days added (`RDATE`) and left out (`EXDATE`), and events that come
      back by `FREQ=YEARLY` with `INTERVAL`, `COUNT`, `UNTIL`, `BYMONTH`, `BYMONTHDAY`, `BYDAY` and `BYSETPOS`. Those
      are followed from 2024 to 2032.

      To mend it, correct the marked line, or fetch the file again where it is not whole. An event that comes back in
      another way is written out day by day, in the file or in the policy.
      """#,
    triggering: """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      SUMMARY:Stocktaking
      DTSTART;VALUE=DATE:20260131
      RRULE:FREQ=MONTHLY;BYMONTHDAY=-1
      END:VEVENT
      END:VCALENDAR
      """,
    passing: """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      SUMMARY:Stocktaking
      DTSTART;VALUE=DATE:20260131
      RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1
      END:VEVENT
      END:VCALENDAR
      """)
}
