/// The tables of Australia and New Zealand, in the form that `ShippedCalendars` reads.
///
/// Written by `policies/calendars/make.py`; a test holds the two together.
extension ShippedCalendars {
  /// The table of a calendar of Australia and New Zealand; nil for another name.
  static func oceania(_ name: String) -> String? {
    switch name {
    case "au": auTable
    case "au-act": auActTable
    case "au-nsw": auNswTable
    case "au-nt": auNtTable
    case "au-qld": auQldTable
    case "au-sa": auSaTable
    case "au-tas": auTasTable
    case "au-vic": auVicTable
    case "au-wa": auWaTable
    case "nz": nzTable
    default: nil
    }
  }

  private static let auTable = #"""
    240101 250101 260101 270101 290101 300101 310101 320101 New Year's Day
    280103 New Year's Day (observed)
    240126 250127 260126 270126 280126 290126 300128 310127 320126 Australia Day
    270328 280416 290401 300421 310413 320328 Easter Sunday
    E-2 Good Friday
    E+1 Easter Monday
    240425 250425 260425 280425 290425 300425 310425 ANZAC Day
    1225 Christmas Day
    241226 251226 281226 291226 301226 311226 Boxing Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Boxing Day (observed)
    """#

  private static let auActTable = #"""
    =au
    280101 New Year's Day
    240311 250310 260309 270308 280313 290312 300311 310310 320308 Canberra Day
    E-1 Easter Saturday
    240331 250420 260405 Easter Sunday
    270426 320426 ANZAC Day
    260427 ANZAC Day (observed)
    240527 250602 260601 270531 280529 290528 300527 310602 320531 Reconciliation Day
    240610 250609 260608 270614 280612 290611 300610 310609 320614 King's Birthday
    241007 251006 261005 271004 281002 291001 301007 311006 321004 Labour Day
    261226 271226 321226 Boxing Day
    """#

  private static let auNswTable = #"""
    =au
    280101 New Year's Day
    E-1 Easter Saturday
    240331 250420 260405 Easter Sunday
    270425 320425 ANZAC Day
    260427 270426 ANZAC Day (observed)
    240610 250609 260608 270614 280612 290611 300610 310609 320614 King's Birthday
    241007 251006 261005 271004 281002 291001 301007 311006 321004 Labour Day
    261226 271226 321226 Boxing Day
    """#

  private static let auNtTable = #"""
    =au
    280101 New Year's Day
    E-1 Easter Saturday
    240331 250420 260405 Easter Sunday
    270426 320426 ANZAC Day
    240506 250505 260504 270503 280501 290507 300506 310505 320503 May Day
    240610 250609 260608 270614 280612 290611 300610 310609 320614 King's Birthday
    240805 250804 260803 270802 280807 290806 300805 310804 320802 Picnic Day
    261226 271226 321226 Boxing Day
    """#

  private static let auQldTable = #"""
    =au
    280101 New Year's Day
    E-1 Easter Saturday
    240331 250420 260405 Easter Sunday
    270426 320426 ANZAC Day
    240506 250505 260504 270503 280501 290507 300506 310505 320503 Labour Day
    241007 251006 261005 271004 281002 291001 301007 311006 321004 King's Birthday
    261226 271226 321226 Boxing Day
    """#

  private static let auSaTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240126 250127 260126 270126 280126 290126 300128 310127 320126 Australia Day
    240311 250310 260309 270308 280313 290312 300311 310310 320308 Adelaide Cup Day
    E-2 Good Friday
    E-1 Easter Saturday
    E+0 Easter Sunday
    E+1 Easter Monday
    0425 ANZAC Day
    240610 250609 260608 270614 280612 290611 300610 310609 320614 King's Birthday
    241007 251006 261005 271004 281002 291001 301007 311006 321004 Labour Day
    1225 Christmas Day
    1226 Proclamation Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Proclamation Day (observed)
    """#

  private static let auTasTable = #"""
    240101 250101 260101 270101 280103 290101 300101 310101 320101 New Year's Day
    240126 250127 260126 270126 280126 290126 300128 310127 320126 Australia Day
    240311 250310 260309 270308 280313 290312 300311 310310 320308 Eight Hours Day
    270328 280416 290401 300421 310413 320328 Easter Sunday
    E-2 Good Friday
    E+1 Easter Monday
    0425 ANZAC Day
    240610 250609 260608 270614 280612 290611 300610 310609 320614 King's Birthday
    1225 Christmas Day
    241226 251226 261228 271228 281226 291226 301226 311226 321228 Boxing Day
    271227 321227 Christmas Day (observed)
    """#

  private static let auVicTable = #"""
    =au
    280101 New Year's Day
    240311 250310 260309 270308 280313 290312 300311 310310 320308 Labour Day
    E-1 Easter Saturday
    240331 250420 260405 Easter Sunday
    270425 320425 ANZAC Day
    240610 250609 260608 270614 280612 290611 300610 310609 320614 King's Birthday
    240927 250926 260925 270924 280929 290928 300927 310926 320924 Friday before the AFL Grand Final
    241105 251104 261103 271102 281107 291106 301105 311104 321102 Melbourne Cup Day
    261226 271226 321226 Boxing Day
    """#

  private static let auWaTable = #"""
    =au
    280101 New Year's Day
    240304 250303 260302 270301 280306 290305 300304 310303 320301 Labour Day
    240331 250420 260405 Easter Sunday
    270425 320425 ANZAC Day
    260427 270426 320426 ANZAC Day (observed)
    240603 250602 260601 270607 280605 290604 300603 310602 320607 Western Australia Day
    240923 250929 260928 270927 280925 290924 300930 310929 320927 King's Birthday
    261226 271226 321226 Boxing Day
    """#

  private static let nzTable = #"""
    0101 New Year's Day
    0102 Day after New Year's Day
    280103 New Year's Day (observed)
    270104 280104 Day after New Year's Day (observed)
    0206 Waitangi Day
    270208 280207 Waitangi Day (observed)
    E-2 Good Friday
    E+1 Easter Monday
    0425 Anzac Day
    260427 270426 320426 Anzac Day (observed)
    240603 250602 260601 270607 280605 290604 300603 310602 320607 King's Birthday
    240628 250620 260710 270625 280714 290706 300621 310711 320702 Matariki
    241028 251027 261026 271025 281023 291022 301028 311027 321025 Labour Day
    1225 Christmas Day
    1226 Boxing Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Boxing Day (observed)
    """#
}
