/// How a language sets the sign of a currency and the minus around the digits of an amount.
///
/// Made from a pattern of CLDR such as `¤ #,##0.00`. Source: Unicode Technical Standard 35, part 3.
struct MoneyPattern: Sendable {
  /// What stands on one side of the digits.
  private struct Side {
    /// Before the sign of the currency, or all where there is none.
    var lead: [UInt8] = []
    var hasSign = false
    /// After the sign.
    var trail: [UInt8] = []

    mutating func add(_ scalar: Unicode.Scalar, _ minusSign: String) {
      guard scalar != "¤" else {
        hasSign = true
        return
      }
      let bytes = Array((scalar == "-" ? minusSign : String(scalar)).utf8)
      if hasSign { trail += bytes } else { lead += bytes }
    }

    func bytes(_ sign: [UInt8]) -> [UInt8] { hasSign ? lead + sign + trail : lead }
  }

  private var before = Side()
  private var after = Side()

  /// - Parameters:
  ///   - pattern: In it `¤` stands for the currency, `-` for the minus sign, `#,##0.00` for the digits.
  init(_ pattern: String, minusSign: String) {
    var isBehind = false
    for scalar in pattern.unicodeScalars {
      switch scalar {
      case "#", "0", ",", ".": isBehind = true
      default:
        if isBehind { after.add(scalar, minusSign) } else { before.add(scalar, minusSign) }
      }
    }
  }

  /// What stands around the digits of an amount whose currency has this sign.
  func around(_ sign: String) -> (before: [UInt8], after: [UInt8]) {
    let bytes = Array(sign.utf8)
    let isSpaced = before.hasSign && before.trail.isEmpty && MoneyPattern.endsInWord(sign)
    return (before.bytes(isSpaced ? bytes + MoneyPattern.noBreakSpace : bytes), after.bytes(bytes))
  }

  private static let noBreakSpace = Array("\u{A0}".utf8)

  // Source: "Currency spacing" there: all but symbols and blanks is set off from a digit.
  private static func endsInWord(_ sign: String) -> Bool {
    switch sign.unicodeScalars.last?.properties.generalCategory {
    case .currencySymbol, .mathSymbol, .modifierSymbol, .otherSymbol, .spaceSeparator: false
    default: true
    }
  }
}
