/// Finds the number that was probably meant where one is written as people write them.
enum NumberSlip {
  /// Digits with at most one point; nil where nothing is sure enough to be offered.
  ///
  /// `20,50` and `1.000,00` are taken as they are in most of Europe, `1,000` and `1,000.00` as they are in Britain:
  /// a last separator with three digits behind it parts thousands, any other is the decimal point.
  static func mended(_ text: String) -> String? {
    let signs: Set<Character> = ["€", "£", "$", " ", "_", "'", "\u{A0}", "\u{202F}"]
    let plain = text.filter { !signs.contains($0) && !("A"..."Z").contains($0) }
    guard !plain.isEmpty, plain.utf8.allSatisfy({ (48...57).contains($0) || isSeparator($0) }),
      plain.utf8.first.map(isSeparator) == false, plain.utf8.last.map(isSeparator) == false
    else { return nil }
    let groups = plain.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }.map(String.init)
    guard !groups.contains(where: \.isEmpty) else { return nil }
    let separators = plain.filter { $0 == "," || $0 == "." }
    guard let last = separators.last else { return plain }
    if separators.count == 1 {
      let isThousands = last == "," && groups[1].count == 3
      return isThousands ? groups.joined() : groups.joined(separator: ".")
    }
    guard groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) else { return nil }
    let others = Set(separators.dropLast())
    guard others.count == 1 else { return nil }
    if others.contains(last) { return groups[groups.count - 1].count == 3 ? groups.joined() : nil }
    return groups.dropLast().joined() + "." + groups[groups.count - 1]
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }
}
