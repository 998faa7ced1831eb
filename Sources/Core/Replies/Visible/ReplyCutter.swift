/// Goes through a mail's lines and keeps those that the sender wrote.
struct ReplyCutter {
  enum Mark { case own, quoted, dropped }

  private(set) var lines: [String]
  private(set) var small: [String]
  private(set) var marks: [Mark]
  let layout: ReplyLayouts
  /// Words of the sender's name, and of the domain of the address, in small letters.
  let senderNames: Set<String>
  private var hasQuotation = false

  /// Nobody writes more lines than that in answer to a reminder.
  private static let most = 2000

  init(_ text: String, layout: ReplyLayouts, sender: String) {
    let raw = text.replacingReturns.utf8.split(separator: 10, omittingEmptySubsequences: false)
    lines = raw.prefix(Self.most).map { line in
      var end = line
      while let last = end.last, last == 32 || last == 9 { end.removeLast() }
      return String(Substring(end))
    }
    // Long lines are no lines of a head or a signature.
    small = lines.map { $0.utf8.count > 1000 ? "" : $0.lowercased().replacingSpaces.trimmed }
    marks = Array(repeating: .own, count: lines.count)
    self.layout = layout
    senderNames = Set(
      sender.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 2 })
  }

  mutating func cut() -> VisibleReply {
    for index in lines.indices where Self.isQuoted(lines[index]) { marks[index] = .quoted }
    if marks.contains(.quoted) { hasQuotation = true }
    dropBanners()
    cutAtSeparator()
    dropAttributions()
    dropSignatures()
    dropDisclaimers()
    SignatureBlock.drop(&self)
    return assembled()
  }

  /// True for lines that begin with a mark of quotation.
  static func isQuoted(_ line: String) -> Bool {
    let trimmed = line.utf8.drop { $0 == 32 || $0 == 9 }
    return trimmed.first == UInt8(ascii: ">") || trimmed.starts(with: "&gt;".utf8)
  }

  mutating func drop(_ range: Range<Int>, as mark: Mark = .dropped) {
    for index in range where marks[index] == .own { marks[index] = mark }
  }

  // MARK: Quotation

  /// Warnings that a gateway puts above what comes from outside.
  private mutating func dropBanners() {
    for index in lines.indices.prefix(6) where marks[index] == .own {
      let line = small[index].drop { "*[-_ ".contains($0) }
      let isBanner =
        line.hasPrefix("external email") || line.hasPrefix("external]")
        || line.hasPrefix("caution: this email")
        || line.hasPrefix("caution: external") || line.hasPrefix("this email originated from outside")
        || line.hasPrefix("externe e-mail") || line.hasPrefix("achtung: externe") || line.hasPrefix("extern]")
        || line.hasPrefix("you don't often get email from")
      guard isBanner else { continue }
      var end = index
      while end < lines.count, !small[end].isEmpty { end += 1 }
      drop(index..<end)
    }
  }

  /// Everything from the head of a quoted mail on is quoted: such mail programs mark no lines.
  private mutating func cutAtSeparator() {
    for index in lines.indices where marks[index] == .own {
      guard isSeparator(index) || isHead(index) else { continue }
      hasQuotation = true
      var start = index
      // A rule above the head belongs to it.
      var above = index - 1
      while above >= 0, small[above].isEmpty { above -= 1 }
      if above >= 0, Self.isRule(small[above]) { start = above }
      drop(start..<lines.count, as: .quoted)
      return
    }
  }

  private func isSeparator(_ index: Int) -> Bool {
    let line = small[index]
    guard line.utf8.count < 90, !line.isEmpty else { return false }
    let isMarked = ["--", "__", "==", "**", "begin ", "début ", "anfang ", "inicio ", "inizio "].contains {
      line.hasPrefix($0)
    }
    guard isMarked || line.hasSuffix(":") || isHeadNear(index) else { return false }
    let bare = line.trimmedSigns
    let known = layout.separators.first(of: bare) { separator in
      let length = separator.utf8.count
      guard bare.utf8.count > length else { return true }
      return bare.utf8.count < length + 24 && bare.utf8.dropFirst(length).first == UInt8(ascii: " ")
    }
    guard known != nil else { return false }
    return line.hasPrefix("--") || line.hasPrefix("__") || line.hasPrefix("==") || line.hasPrefix("**")
      || line.hasPrefix("begin ") || line.hasSuffix(":") || bare == line && isHeadNear(index)
  }

  private func isHeadNear(_ index: Int) -> Bool {
    (index + 1..<min(index + 4, lines.count)).contains { isHead($0) }
  }

  /// The head of a mail as mail programs write it above what they quote: three of its lines or more, near each other.
  private func isHead(_ index: Int) -> Bool {
    guard isHeadLine(small[index]) else { return false }
    var count = 0
    var line = index
    var others = 0
    while line < lines.count, line < index + 12, others < 2 {
      if isHeadLine(small[line]) {
        count += 1
        others = 0
      } else if !small[line].isEmpty {
        others += 1
      }
      line += 1
    }
    return count >= 3
  }

  private func isHeadLine(_ line: String) -> Bool {
    let bare = line.drop { "*_ \u{a0}|".contains($0) }
    guard let colon = bare.firstIndex(of: ":") else { return false }
    let name = bare[..<colon].trimmedSigns
    return name.utf8.count <= 24 && layout.headNames.contains(name)
  }

  /// A line of nothing but dashes or underscores.
  static func isRule(_ line: String) -> Bool {
    let signs = line.filter { $0 != " " }
    return signs.utf8.count >= 3 && signs.allSatisfy { "-_=*—–".contains($0) }
  }

  /// `On … wrote:` over up to four lines, with what it introduces where that is not marked itself.
  private mutating func dropAttributions() {
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard marks[index] == .own, !small[index].isEmpty, let end = attribution(from: index) else { continue }
      hasQuotation = true
      var next = end
      while next < lines.count, small[next].isEmpty { next += 1 }
      drop(index..<end, as: .quoted)
      // Nothing marked as quoted beneath: all that follows is.
      if next < lines.count, marks[next] == .own,
        !(end..<lines.count).contains(where: { marks[$0] == .quoted && Self.isQuoted(lines[$0]) })
      {
        drop(end..<lines.count, as: .quoted)
      }
      index = end - 1
    }
  }

  private func attribution(from index: Int) -> Int? {
    var joined = ""
    for end in index..<min(index + 4, lines.count) {
      guard marks[end] == .own, !small[end].isEmpty || end == index else { return nil }
      joined += (joined.isEmpty ? "" : " ") + small[end]
      guard joined.utf8.count < 400 else { return nil }
      if isAttribution(joined, begun: true) { return end + 1 }
      // "Hi," above "On Monday, Ada wrote:" is no part of it.
      let isBegunLater = (index + 1..<max(end + 1, index + 1)).contains { later in
        isAttribution(small[later...end].joined(separator: " "), begun: true)
      }
      if isBegunLater { return nil }
      if isAttribution(joined, begun: false) { return end + 1 }
    }
    return nil
  }

  /// True for a line of one of the patterns that says who or when as such lines do: a figure or an address.
  private func isAttribution(_ line: String, begun: Bool) -> Bool {
    guard let last = line.last, last == ":" || last == ">" || last == "：" || line.hasSuffix("wrote") else {
      return false
    }
    guard line.utf8.count < 60 || line.utf8.contains(where: { $0.isDigit || $0 == UInt8(ascii: "@") }) else {
      return false
    }
    return layout.attributions.contains { $0.isBegun == begun && $0.matches(line) }
  }

  // MARK: What a program adds

  private mutating func dropSignatures() {
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard marks[index] == .own else { continue }
      let line = small[index]
      let isDelimiter = line == "--" || line == "-- " || line == "—" && index + 1 < lines.count
      let isFooter = Self.isRule(line) && line.hasPrefix("____") && index > 0
      if isDelimiter || isFooter {
        var end = index + 1
        while end < lines.count, marks[end] != .quoted { end += 1 }
        drop(index..<end)
      } else if isProgram(line) {
        drop(index..<index + 1)
      } else if line.hasPrefix("-"), line.dropFirst().first?.isLetter == true, isLast(index),
        line.utf8.count < 40, index > 0
      {
        // `-Ada`: a name, not a point of a list.
        drop(index..<index + 1)
      }
    }
  }

  private func isLast(_ index: Int) -> Bool {
    var next = index + 1
    while next < lines.count, small[next].isEmpty || marks[next] == .dropped { next += 1 }
    return next == lines.count || marks[next] == .quoted || Self.isRule(small[next])
  }

  /// `Sent from my phone`: short, and no sentence that goes on.
  private func isProgram(_ line: String) -> Bool {
    let bare = line.trimmedSigns
    guard bare.utf8.count < 90, !bare.holds(anyOf: ","), !bare.holds(". ") else { return false }
    return layout.programs.first(of: bare) != nil
  }

  private mutating func dropDisclaimers() {
    for index in lines.indices where marks[index] == .own {
      let bare = small[index].trimmedSigns
      guard layout.disclaimers.first(of: bare) != nil else { continue }
      var end = index
      while end < lines.count, marks[end] != .quoted { end += 1 }
      drop(index..<end)
    }
  }

  // MARK: The result

  private func assembled() -> VisibleReply {
    var runs: [(text: String, quoted: String)] = []
    var run: [String] = []
    var quoted: [String] = []
    func flush(_ lines: inout [String], _ quoted: inout [String]) {
      let text = lines.trimmedBlank.joined(separator: "\n")
      if !text.isEmpty {
        runs.append((text, quoted.suffix(12).joined(separator: "\n")))
        quoted = []
      }
      lines = []
    }
    for index in lines.indices {
      switch marks[index] {
      case .own: run.append(lines[index])
      case .dropped: break
      case .quoted:
        if !run.isEmpty { flush(&run, &quoted) }
        quoted.append(String(Substring(lines[index].utf8.drop { ">&gt; \t".utf8.contains($0) })))
      }
    }
    flush(&run, &quoted)
    var text = ""
    var parts: [VisibleReply.Part] = []
    for run in runs {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += run.text
      parts.append(VisibleReply.Part(range: start..<text.utf8.count, quoted: run.quoted))
    }
    return VisibleReply(text: text, parts: parts, hasQuotation: hasQuotation)
  }
}

extension [String] {
  /// Without empty lines at either end, and with no more than one between others.
  fileprivate var trimmedBlank: [String] {
    var kept: [String] = []
    for line in self {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank, kept.isEmpty || kept.last == "" { continue }
      kept.append(isBlank ? "" : line)
    }
    while kept.last == "" { kept.removeLast() }
    return kept
  }
}

extension StringProtocol {
  /// Without spaces and the signs with which lines are made to stand out, at either end.
  var trimmedSigns: String {
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII
        ? "-_=*#|>.: \t\n\r\u{b}\u{c}".utf8.contains(UInt8(scalar.value)) : scalar.properties.isWhitespace
    }
    var view = Substring(self).unicodeScalars
    while let first = view.first, isSign(first) { view.removeFirst() }
    while let last = view.last, isSign(last) { view.removeLast() }
    return String(view)
  }

  /// With plain spaces and plain apostrophes in place of all others.
  var replacingSpaces: String {
    // Most lines hold nothing but letters and plain signs.
    if utf8.allSatisfy({ $0 < 0x80 && $0 != 9 }) { return String(self) }
    let bytes = Array(utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let third = at + 2 < bytes.count ? bytes[at + 2] : 0
      switch (bytes[at], at + 1 < bytes.count ? bytes[at + 1] : 0, third) {
      case (9, _, _):
        plain.append(32)
        at += 1
      // U+00A0; U+2007 and U+202F.
      case (0xC2, 0xA0, _):
        plain.append(32)
        at += 2
      case (0xE2, 0x80, 0x87), (0xE2, 0x80, 0xAF):
        plain.append(32)
        at += 3
      // U+2018 and U+2019.
      case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99):
        plain.append(39)
        at += 3
      // U+200B, U+200E, U+200F, U+202A to U+202E, U+FEFF: nobody sees them.
      case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xEF, 0xBB, 0xBF):
        at += 3
      default:
        plain.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
