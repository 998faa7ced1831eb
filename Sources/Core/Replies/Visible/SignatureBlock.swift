/// Finds the signature block at the end of a part: job, firm, telephone, web.
///
/// A typed closing with its name ("Thanks, Bob") stays; the block that a mail program puts beneath it goes.
enum SignatureBlock {
  /// Drops the block of every run of own lines.
  static func drop(_ cutter: inout ReplyCutter) {
    var end = cutter.lines.count
    while end > 0 {
      while end > 0, cutter.marks[end - 1] != .own || cutter.small[end - 1].isEmpty { end -= 1 }
      var start = end
      while start > 0, cutter.marks[start - 1] != .quoted { start -= 1 }
      if start < end, let first = beginning(cutter, start..<end) { cutter.drop(first..<end) }
      end = start
    }
  }

  /// The first line of the block; nil where there is none.
  private static func beginning(_ cutter: ReplyCutter, _ run: Range<Int>) -> Int? {
    // At most so many lines are looked at from the end.
    let lowest = max(run.lowerBound, run.upperBound - 16)
    var first: Int?
    var index = run.upperBound - 1
    while index >= lowest {
      defer { index -= 1 }
      let line = cutter.small[index]
      if line.isEmpty || cutter.marks[index] != .own { continue }
      if isClosing(line, cutter.layout) { break }
      if isContact(line, cutter) {
        // "Please write to" and beneath it the address: the line above was wrapped, not ended.
        if first == nil || first == index + 1, isWrapped(above: index, cutter, run.lowerBound) { return nil }
        first = index
      } else if isShort(line), hasBlockBelow(cutter, index, first) {
        first = index
      } else {
        break
      }
    }
    guard var first else { return nil }
    // Only names and departments, with nothing to reach anybody by: typed, not added.
    guard (first..<run.upperBound).contains(where: { isContact(cutter.small[$0], cutter) }) else {
      return nil
    }
    if let closing = closing(above: first, cutter, run.lowerBound) {
      // The name right beneath a closing was typed with it.
      if first == next(after: closing, cutter, run.upperBound), !isStrong(cutter.small[first], cutter) {
        guard let following = nextOrNil(after: first, cutter, run.upperBound) else { return nil }
        first = following
      }
    }
    return first > run.lowerBound ? first : nil
  }

  /// True where the line right above was broken by a program in the middle of a sentence.
  private static func isWrapped(above index: Int, _ cutter: ReplyCutter, _ lowest: Int) -> Bool {
    guard index > lowest, let last = cutter.small[index - 1].unicodeScalars.last else { return false }
    return cutter.small[index - 1].utf8.count >= 50 && (last.properties.isAlphabetic || last == ",")
  }

  private static func hasBlockBelow(_ cutter: ReplyCutter, _ index: Int, _ first: Int?) -> Bool {
    guard let first else { return false }
    // The name stands right above the rest, or is the sender's.
    return first - index <= 1 || isSender(cutter.small[index], cutter)
  }

  private static func closing(above first: Int, _ cutter: ReplyCutter, _ lowest: Int) -> Int? {
    var index = first - 1
    var seen = 0
    while index >= lowest, seen < 2 {
      if !cutter.small[index].isEmpty {
        if isClosing(cutter.small[index], cutter.layout) { return index }
        seen += 1
      }
      index -= 1
    }
    return nil
  }

  private static func next(after index: Int, _ cutter: ReplyCutter, _ end: Int) -> Int {
    nextOrNil(after: index, cutter, end) ?? end
  }

  private static func nextOrNil(after index: Int, _ cutter: ReplyCutter, _ end: Int) -> Int? {
    (index + 1..<max(end, index + 1)).first { !cutter.small[$0].isEmpty }
  }

  static func isClosing(_ line: String, _ layout: ReplyLayouts) -> Bool {
    guard line.utf8.count <= 60 else { return false }
    return layout.closings.first(of: line) { closing in
      line.utf8.dropFirst(closing.utf8.count).allSatisfy { ",.!- \t".utf8.contains($0) }
    } != nil
  }

  private static func isShort(_ line: String) -> Bool {
    guard line.utf8.count <= 48 else { return false }
    return !line.holds(anyOf: "?!") && !line.hasSuffix(".") && !line.hasSuffix(",") && !line.hasSuffix(":")
  }

  private static func isSender(_ line: String, _ cutter: ReplyCutter) -> Bool {
    let words = line.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return !words.isEmpty && words.count <= 4 && words.contains { cutter.senderNames.contains($0) }
  }

  /// True for lines by which somebody is reached, and for titles and firms.
  private static func isContact(_ line: String, _ cutter: ReplyCutter) -> Bool {
    isStrong(line, cutter) || isFirm(line) || isTitle(line, cutter)
  }

  private static func isStrong(_ line: String, _ cutter: ReplyCutter) -> Bool {
    guard line.utf8.count <= 90 else { return false }
    return isTelephone(line) || isAddress(line)
      || (line.holds(" | ") && line.utf8.count < 80 && !line.hasSuffix("."))
  }

  private static func isTelephone(_ line: String) -> Bool {
    let digits = line.utf8.filter(\.isDigit).count
    guard (7...40).contains(digits), !line.holds("€"), !line.holds("£"), !line.holds(anyOf: "$") else {
      return false
    }
    let words = line.split { !$0.isLetter }.filter { $0.count > 1 }
    let isLabelled = [
      "tel", "t:", "t.", "m:", "mob", "fax", "ph", "phone", "téléphone", "móvil", "cell", "direct", "+",
      "telefon",
    ].contains { line.hasPrefix($0) }
    return isLabelled && words.count <= 5 || words.isEmpty && line.holds(anyOf: " ")
      || words.count <= 2 && line.holds(anyOf: "+")
  }

  private static func isAddress(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard words.count <= 4, !line.hasSuffix("?") else { return false }
    return words.contains { word in
      word.hasPrefix("www.") || word.hasPrefix("http")
        || (word.contains("@") && word.contains(".") && words.count <= 2)
    }
  }

  private static let firms = [
    " ltd", " limited", " gmbh", " kg", " ag", " e.k.", " sarl", " sas", " s.a.", " s.l.", " sl", " s.l",
    " bv", " b.v.",
    " nv", " srl", " s.r.l.", " spa", " s.p.a.", " inc", " inc.", " llc", " llp", " plc", " ug", " & co",
    " ohg", " vof", " snc",
  ]

  private static func isFirm(_ line: String) -> Bool {
    line.utf8.count < 60 && firms.contains { line.hasSuffix($0) || line.hasSuffix($0 + ".") }
  }

  private static func isTitle(_ line: String, _ cutter: ReplyCutter) -> Bool {
    guard isShort(line) else { return false }
    let words = line.split { !$0.isLetter }.map(String.init)
    guard words.count <= 6 else { return false }
    return words.contains { cutter.layout.titles.contains($0) }
  }
}
