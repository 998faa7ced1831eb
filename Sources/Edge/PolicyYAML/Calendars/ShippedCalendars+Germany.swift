/// The tables of Germany, in the form that `ShippedCalendars` reads.
///
/// Written by `policies/calendars/make.py`; a test holds the two together.
extension ShippedCalendars {
  /// The table of a calendar of Germany; nil for another name.
  static func germany(_ name: String) -> String? {
    switch name {
    case "de": deTable
    case "de-bb": deBbTable
    case "de-be": deBeTable
    case "de-bw": deBwTable
    case "de-by": deByTable
    case "de-hb": deHbTable
    case "de-he": deHeTable
    case "de-hh": deHhTable
    case "de-mv": deMvTable
    case "de-ni": deNiTable
    case "de-nw": deNwTable
    case "de-rp": deRpTable
    case "de-sh": deShTable
    case "de-sl": deSlTable
    case "de-sn": deSnTable
    case "de-st": deStTable
    case "de-th": deThTable
    default: nil
    }
  }

  private static let deTable = #"""
    0101 Neujahr
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Erster Mai
    E+39 Christi Himmelfahrt
    E+50 Pfingstmontag
    1003 Tag der Deutschen Einheit
    1225 Erster Weihnachtstag
    1226 Zweiter Weihnachtstag
    """#

  private static let deBbTable = #"""
    =de
    E+0 Ostersonntag
    E+49 Pfingstsonntag
    1031 Reformationstag
    """#

  private static let deBeTable = #"""
    =de
    0308 Frauentag
    250508 80. Jahrestag der Befreiung vom Nationalsozialismus und der Beendigung des Zweiten Weltkriegs in Europa
    280617 75. Jahrestag des Aufstandes vom 17. Juni 1953
    """#

  private static let deBwTable = #"""
    =de
    0106 Heilige Drei Könige
    E+60 Fronleichnam
    1101 Allerheiligen
    """#

  private static let deByTable = #"""
    =de
    0106 Heilige Drei Könige
    E+60 Fronleichnam
    1101 Allerheiligen
    """#

  private static let deHbTable = #"""
    =de
    1031 Reformationstag
    """#

  private static let deHeTable = #"""
    =de
    E+60 Fronleichnam
    """#

  private static let deHhTable = #"""
    =de
    1031 Reformationstag
    """#

  private static let deMvTable = #"""
    =de
    0308 Frauentag
    1031 Reformationstag
    """#

  private static let deNiTable = #"""
    =de
    1031 Reformationstag
    """#

  private static let deNwTable = #"""
    =de
    E+60 Fronleichnam
    1101 Allerheiligen
    """#

  private static let deRpTable = #"""
    =de
    E+60 Fronleichnam
    1101 Allerheiligen
    """#

  private static let deShTable = #"""
    =de
    1031 Reformationstag
    """#

  private static let deSlTable = #"""
    =de
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    """#

  private static let deSnTable = #"""
    =de
    1031 Reformationstag
    241120 251119 261118 271117 281122 291121 301120 311119 321117 Buß- und Bettag
    """#

  private static let deStTable = #"""
    =de
    0106 Heilige Drei Könige
    1031 Reformationstag
    """#

  private static let deThTable = #"""
    =de
    0920 Weltkindertag
    1031 Reformationstag
    """#
}
