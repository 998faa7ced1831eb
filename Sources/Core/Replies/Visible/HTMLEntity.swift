/// The references to characters that HTML of mails uses.
enum HTMLEntity {
  /// The character at an ampersand and how many bytes its reference takes; nil where there is none.
  static func decode(_ html: [UInt8], _ at: Int) -> (Unicode.Scalar, Int)? {
    var end = at + 1
    while end < html.count, end - at < 12, html[end] != UInt8(ascii: ";"),
      html[end].isLetter || html[end].isDigit || html[end] == UInt8(ascii: "#")
    {
      end += 1
    }
    guard end > at + 1 else { return nil }
    let name = String(decoding: html[at + 1..<end], as: UTF8.self)
    let closed = end < html.count && html[end] == UInt8(ascii: ";")
    let length = end - at + (closed ? 1 : 0)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value, let scalar = Unicode.Scalar(value), value >= 32 || value == 10 || value == 9 else {
        return nil
      }
      return (scalar, length)
    }
    guard closed || ["amp", "lt", "gt", "quot", "nbsp"].contains(name), let value = named[name] else {
      return nil
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  private static let named: [String: UInt32] = {
    var table: [String: UInt32] = [
      "amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39, "euro": 0x20AC, "ndash": 0x2013, "mdash": 0x2014,
      "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E,
      "bull": 0x2022, "hellip": 0x2026, "trade": 0x2122, "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160,
      "scaron": 0x161, "zwnj": 0x200C, "zwj": 0x200D, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
    ]
    // ISO 8859-1 from 160 on, in order. Source: HTML 4.01, section 24.2.1.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
      micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
      Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
      Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
      ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (index, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = UInt32(160 + index)
    }
    return table
  }()
}
