/// The tables of Switzerland, in the form that `ShippedCalendars` reads.
///
/// Written by `policies/calendars/make.py`; a test holds the two together.
extension ShippedCalendars {
  /// The table of a calendar of Switzerland; nil for another name.
  static func switzerland(_ name: String) -> String? {
    switch name {
    case "ch": chTable
    case "ch-ag": chAgTable
    case "ch-ai": chAiTable
    case "ch-ar": chArTable
    case "ch-be": chBeTable
    case "ch-bl": chBlTable
    case "ch-bs": chBsTable
    case "ch-fr": chFrTable
    case "ch-ge": chGeTable
    case "ch-gl": chGlTable
    case "ch-gr": chGrTable
    case "ch-ju": chJuTable
    case "ch-lu": chLuTable
    case "ch-ne": chNeTable
    case "ch-nw": chNwTable
    case "ch-ow": chOwTable
    case "ch-sg": chSgTable
    case "ch-sh": chShTable
    case "ch-so": chSoTable
    case "ch-sz": chSzTable
    case "ch-tg": chTgTable
    case "ch-ti": chTiTable
    case "ch-ur": chUrTable
    case "ch-vd": chVdTable
    case "ch-vs": chVsTable
    case "ch-zg": chZgTable
    case "ch-zh": chZhTable
    default: nil
    }
  }

  private static let chTable = #"""
    0101 Neujahrstag
    E+39 Auffahrt
    0801 Nationalfeiertag
    1225 Weihnachten
    """#

  private static let chAgTable = #"""
    =ch
    0102 Berchtoldstag
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    1226 Stephanstag
    """#

  private static let chAiTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    241226 251226 271226 291226 301226 311226 321226 Stephanstag
    """#

  private static let chArTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    241226 251226 271226 291226 301226 311226 321226 Stephanstag
    """#

  private static let chBeTable = #"""
    =ch
    0102 Berchtoldstag
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    1226 Stephanstag
    """#

  private static let chBlTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    1226 Stephanstag
    """#

  private static let chBsTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    1226 Stephanstag
    """#

  private static let chFrTable = #"""
    =ch
    E-2 Karfreitag
    """#

  private static let chGeTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    240905 250911 260910 270909 280907 290906 300905 310911 320909 Genfer Bettag
    1231 Wiederherstellung der Republik
    """#

  private static let chGlTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    240404 250403 260409 270401 280406 290405 300404 310403 320401 Näfelser Fahrt
    E+50 Pfingstmontag
    1101 Allerheiligen
    1226 Stephanstag
    """#

  private static let chGrTable = #"""
    =ch
    E+1 Ostermontag
    E+50 Pfingstmontag
    1226 Stephanstag
    """#

  private static let chJuTable = #"""
    =ch
    0102 Berchtoldstag
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0623 Fest der Unabhängigkeit
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    """#

  private static let chLuTable = #"""
    =ch
    0102 Berchtoldstag
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    1226 Stephanstag
    """#

  private static let chNeTable = #"""
    =ch
    0301 Jahrestag der Ausrufung der Republik
    E-2 Karfreitag
    0501 Tag der Arbeit
    """#

  private static let chNwTable = #"""
    =ch
    0319 Josefstag
    E-2 Karfreitag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    """#

  private static let chOwTable = #"""
    =ch
    E-2 Karfreitag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    0925 Bruder Klaus
    1101 Allerheiligen
    1208 Mariä Empfängnis
    """#

  private static let chSgTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    1101 Allerheiligen
    1226 Stephanstag
    """#

  private static let chShTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    1226 Stephanstag
    """#

  private static let chSoTable = #"""
    =ch
    E-2 Karfreitag
    """#

  private static let chSzTable = #"""
    =ch
    0106 Heilige Drei Könige
    0319 Josefstag
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    1226 Stephanstag
    """#

  private static let chTgTable = #"""
    =ch
    0102 Berchtoldstag
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    1226 Stephanstag
    """#

  private static let chTiTable = #"""
    =ch
    0106 Heilige Drei Könige
    0319 Josefstag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0629 Peter und Paul
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    1226 Stephanstag
    """#

  private static let chUrTable = #"""
    =ch
    0106 Heilige Drei Könige
    0319 Josefstag
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    241226 251226 271226 291226 301226 311226 321226 Stephanstag
    """#

  private static let chVdTable = #"""
    =ch
    0102 Berchtoldstag
    E-2 Karfreitag
    E+1 Ostermontag
    E+50 Pfingstmontag
    240916 250922 260921 270920 280918 290917 300916 310922 320920 Bettagsmontag
    """#

  private static let chVsTable = #"""
    =ch
    0319 Josefstag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    """#

  private static let chZgTable = #"""
    =ch
    E-2 Karfreitag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1101 Allerheiligen
    1208 Mariä Empfängnis
    """#

  private static let chZhTable = #"""
    =ch
    E-2 Karfreitag
    E+1 Ostermontag
    0501 Tag der Arbeit
    E+50 Pfingstmontag
    1226 Stephanstag
    """#
}
