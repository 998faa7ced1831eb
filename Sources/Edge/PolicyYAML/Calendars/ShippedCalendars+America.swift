/// The tables of the United States and Canada, in the form that `ShippedCalendars` reads.
///
/// Written by `policies/calendars/make.py`; a test holds the two together.
extension ShippedCalendars {
  /// The table of a calendar of the United States and Canada; nil for another name.
  static func america(_ name: String) -> String? {
    switch name {
    case "ca": caTable
    case "ca-ab": caAbTable
    case "ca-bc": caBcTable
    case "ca-mb": caMbTable
    case "ca-nb": caNbTable
    case "ca-nl": caNlTable
    case "ca-ns": caNsTable
    case "ca-nt": caNtTable
    case "ca-nu": caNuTable
    case "ca-on": caOnTable
    case "ca-pe": caPeTable
    case "ca-qc": caQcTable
    case "ca-sk": caSkTable
    case "ca-yt": caYtTable
    case "us-federal": usFederalTable
    default: nil
    }
  }

  private static let caTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0701 Canada Day
    280703 290702 Canada Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    0930 National Day for Truth and Reconciliation
    281002 291001 National Day for Truth and Reconciliation (observed)
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1111 Remembrance Day
    281113 291112 Remembrance Day (observed)
    1225 Christmas Day
    1226 Boxing Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Boxing Day (observed)
    """#

  private static let caAbTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Family Day
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0701 Canada Day
    290702 Canada Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1111 Remembrance Day
    281113 291112 Remembrance Day (observed)
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caBcTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Family Day
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0701 Canada Day
    290702 Canada Day (observed)
    240805 250804 260803 270802 280807 290806 300805 310804 320802 British Columbia Day
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    0930 National Day for Truth and Reconciliation
    281002 291001 National Day for Truth and Reconciliation (observed)
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1111 Remembrance Day
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caMbTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Louis Riel Day
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0701 Canada Day
    290702 Canada Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    0930 National Day for Truth and Reconciliation
    281002 291001 National Day for Truth and Reconciliation (observed)
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caNbTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Family Day
    E-2 Good Friday
    0701 Canada Day
    290702 Canada Day (observed)
    240805 250804 260803 270802 280807 290806 300805 310804 320802 New Brunswick Day
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    1111 Remembrance Day
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caNlTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    E-2 Good Friday
    0701 Canada Day
    0701 Memorial Day
    280703 290702 Canada Day (observed)
    280703 290702 Memorial Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    1111 Remembrance Day
    281113 291112 Remembrance Day (observed)
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caNsTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Heritage Day
    E-2 Good Friday
    0701 Canada Day
    290702 Canada Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    1111 Remembrance Day
    281113 291112 Remembrance Day (observed)
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caNtTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0621 National Aboriginal Day
    0701 Canada Day
    290702 Canada Day (observed)
    240805 250804 260803 270802 280807 290806 300805 310804 320802 Civic Holiday
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    0930 National Day for Truth and Reconciliation
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1111 Remembrance Day
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caNuTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0701 Canada Day
    290702 Canada Day (observed)
    0709 Nunavut Day
    240805 250804 260803 270802 280807 290806 300805 310804 320802 Civic Holiday
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    0930 National Day for Truth and Reconciliation
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1111 Remembrance Day
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caOnTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Family Day
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0701 Canada Day
    290702 Canada Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1225 Christmas Day
    1226 Boxing Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Boxing Day (observed)
    """#

  private static let caPeTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Islander Day
    E-2 Good Friday
    0701 Canada Day
    280703 290702 Canada Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    0930 National Day for Truth and Reconciliation
    1111 Remembrance Day
    281113 291112 Remembrance Day (observed)
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caQcTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 National Patriots' Day
    0624 Saint Jean Baptiste Day
    290625 Saint Jean Baptiste Day (observed)
    0701 Canada Day
    290702 Canada Day (observed)
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caSkTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Family Day
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0701 Canada Day
    280703 290702 Canada Day (observed)
    240805 250804 260803 270802 280807 290806 300805 310804 320802 Saskatchewan Day
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1111 Remembrance Day
    281113 291112 Remembrance Day (observed)
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let caYtTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    E-2 Good Friday
    240520 250519 260518 270524 280522 290521 300520 310519 320524 Victoria Day
    0621 National Aboriginal Day
    0701 Canada Day
    280703 290702 Canada Day (observed)
    240819 250818 260817 270816 280821 290820 300819 310818 320816 Discovery Day
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labour Day
    0930 National Day for Truth and Reconciliation
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Thanksgiving Day
    1111 Remembrance Day
    281113 291112 Remembrance Day (observed)
    1225 Christmas Day
    271227 321227 Christmas Day (observed)
    """#

  private static let usFederalTable = #"""
    0101 New Year's Day
    240115 250120 260119 270118 280117 290115 300121 310120 320119 Martin Luther King Jr. Day
    240219 250217 260216 270215 280221 290219 300218 310217 320216 Washington's Birthday
    240527 250526 260525 270531 280529 290528 300527 310526 320531 Memorial Day
    270618 320618 Juneteenth National Independence Day (observed)
    0619 Juneteenth National Independence Day
    260703 270705 320705 Independence Day (observed)
    0704 Independence Day
    240902 250901 260907 270906 280904 290903 300902 310901 320906 Labor Day
    241014 251013 261012 271011 281009 291008 301014 311013 321011 Columbus Day
    281110 291112 Veterans Day (observed)
    1111 Veterans Day
    241128 251127 261126 271125 281123 291122 301128 311127 321125 Thanksgiving Day
    271224 321224 Christmas Day (observed)
    1225 Christmas Day
    271231 321231 New Year's Day (observed)
    """#
}
