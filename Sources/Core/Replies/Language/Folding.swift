/// Brings letters to a form in which people's ways of writing are one: small, without accents, `ä` as `ae`.
enum Folding {
  /// What one scalar becomes; nil for a sign that is no letter and no digit.
  static func fold(_ scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    switch value {
    case 48...57, 97...122: return String(Character(scalar))
    case 65...90: return letters[Int(value - 65)]
    case 0..<0xC0: return nil
    case 0xC0...0x17F: return latin(value)
    case 0x180...0x24F, 0x370...0x1FFF, 0x2C00...0x2DFF, 0x3040...0x9FFF, 0xAC00...0xD7A3:
      return scalar.properties.isAlphabetic ? String(Character(scalar)) : nil
    default: return nil
    }
  }

  private static let letters = (0..<26).map { String(Character(Unicode.Scalar(UInt8(97 + $0)))) }

  /// A word or phrase, folded letter by letter; other signs are left out.
  static func fold(word: some StringProtocol) -> String {
    var folded = ""
    for scalar in word.unicodeScalars { append(scalar, to: &folded) }
    return folded
  }

  /// Appends a scalar, a combining diaeresis as the `e` that it makes of `a`, `o` and `u`.
  /// - Returns: False for a sign that ends a word.
  @discardableResult
  static func append(_ scalar: Unicode.Scalar, to folded: inout String) -> Bool {
    if (0x300...0x36F).contains(scalar.value) {
      if scalar.value == 0x308, let last = folded.utf8.last, "aou".utf8.contains(last) { folded += "e" }
      return true
    }
    // Soft hyphens and joiners are no letters, but words go on behind them.
    if [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value) { return true }
    guard let text = fold(scalar) else { return false }
    folded += text
    return true
  }

  private static func latin(_ value: UInt32) -> String? {
    switch value {
    case 0xC0...0xC3, 0xC5, 0xE0...0xE3, 0xE5, 0x100...0x105: "a"
    case 0xC4, 0xE4, 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD5, 0xD8, 0xF2...0xF5, 0xF8, 0x14C...0x151: "o"
    case 0xD6, 0xF6, 0x152, 0x153: "oe"
    case 0xD9...0xDB, 0xF9...0xFB, 0x168...0x173: "u"
    case 0xDC, 0xFC: "ue"
    case 0xDF: "ss"
    case 0xDD, 0xFD, 0xFF, 0x178: "y"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0x11C...0x123: "g"
    case 0x139...0x142: "l"
    case 0x154...0x159: "r"
    case 0x15A...0x161: "s"
    case 0x162...0x167: "t"
    case 0x179...0x17E: "z"
    case 0xD7, 0xF7: nil
    default: "?"
    }
  }
}
