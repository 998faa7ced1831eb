/// Cuts a text into words, numbers and signs.
struct Tokenizer {
  /// Longer texts are read up to here: nobody answers a reminder with more words.
  static let limit = 3000

  private let bytes: [UInt8]
  private var at = 0
  private var lines = 0
  private var tokens: [Token] = []

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The tokens of a text, at most `limit`.
  static func tokens(of text: String) -> [Token] {
    var tokenizer = Tokenizer(text)
    tokenizer.run()
    return tokenizer.tokens
  }

  private mutating func run() {
    while at < bytes.count, tokens.count < Self.limit {
      let byte = bytes[at]
      switch byte {
      case 10:
        lines += 1
        at += 1
      case 32, 9, 13: at += 1
      case 48...57: numberOrName()
      default: wordOrSign()
      }
    }
  }

  private mutating func append(_ kind: Token.Kind, _ text: String, _ start: Int, capital: Bool = false) {
    tokens.append(Token(kind: kind, text: text, range: start..<at, lines: lines, isCapital: capital))
    lines = 0
  }

  private func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
    let byte = bytes[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    var value = UInt32(byte) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for next in offset + 1..<min(offset + length, bytes.count) {
      value = value << 6 | UInt32(bytes[next] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, bytes.count - offset))
  }

  /// What joins letters to one word: apostrophes of all kinds.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar.value == 0x2019 || scalar.value == 0x2018 || scalar == "`" || scalar.value == 0xB4
  }

  private mutating func wordOrSign() {
    let start = at
    let (first, firstLength) = scalar(at: at)
    if first.value == 0xA0 || first.value == 0x202F || (0x2000...0x200A).contains(first.value)
      || first.value == 0x3000
    {
      at += firstLength
      return
    }
    var folded = ""
    guard Folding.append(first, to: &folded), !folded.isEmpty else {
      at += firstLength
      // Joiners alone are nothing.
      if folded.isEmpty, Folding.append(first, to: &folded) { return }
      append(.sign, Self.plain(first), start)
      return
    }
    at += firstLength
    let capital = first.properties.isUppercase
    while at < bytes.count {
      let (next, length) = scalar(at: at)
      if Self.isApostrophe(next) {
        guard at + length < bytes.count, Folding.fold(scalar(at: at + length).0) != nil else { break }
        if Self.elisions.contains(folded) {
          at += length
          append(.word, folded + "'", start, capital: capital)
          return
        }
        folded += "'"
      } else if !Folding.append(next, to: &folded) {
        // Numbers of invoices, addresses and links go on behind some signs.
        if joins(next, length) { return name(from: start) }
        break
      }
      at += length
      if next.value < 0x80, UInt8(next.value).isDigit {
        if Self.weeks.contains(String(folded.dropLast())), isWeek(at - length) {
          at -= length
          folded.removeLast()
          break
        }
        return name(from: start)
      }
    }
    append(.word, folded, start, capital: capital)
  }

  /// `KW12`, `S13`: a word and a number.
  private static let weeks: Set<String> = ["kw", "wk", "cw", "s", "sem", "week"]

  /// True for one figure or two with nothing behind them that could make them a name.
  private func isWeek(_ start: Int) -> Bool {
    let figures = run(from: start) { $0.isDigit }
    guard (1...2).contains(figures.count) else { return false }
    return figures.upperBound == bytes.count
      || !(bytes[figures.upperBound].isLetter || "-/_@".utf8.contains(bytes[figures.upperBound]))
  }

  private static let elisions: Set<String> = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "aujourd", "dell",
    "all", "dall", "nell", "sull", "quest", "un", "po", "v", "dev", "mezz", "gliel", "quell",
  ]

  private func joins(_ scalar: Unicode.Scalar, _ length: Int) -> Bool {
    guard at + length < bytes.count else { return false }
    let next = bytes[at + length]
    switch scalar {
    case "@", "_": return next.isLetter || next.isDigit
    case ".": return next.isLetter && bytes[at - 1] > 32 && followsLikeAddress()
    case "-", "/", ":": return next.isDigit || (scalar == ":" && next == UInt8(ascii: "/"))
    default: return false
    }
  }

  /// True where the letters around a point belong to an address or a link: an `@` or `www` is near.
  private func followsLikeAddress() -> Bool {
    var index = at
    while index > 0, bytes[index - 1] > 32, at - index < 40 { index -= 1 }
    var end = at
    while end < bytes.count, bytes[end] > 32, end - at < 80 { end += 1 }
    let run = bytes[index..<end]
    return run.contains(UInt8(ascii: "@")) || run.starts(with: Array("www".utf8))
      || run.starts(with: Array("http".utf8))
  }

  /// A name with figures, an address or a link, from `start` on.
  private mutating func name(from start: Int) {
    at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte.isLetter || byte.isDigit {
        at += 1
      } else if "-/._@:?=&%#+".utf8.contains(byte), at + 1 < bytes.count,
        bytes[at + 1].isLetter || bytes[at + 1].isDigit
          || (byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/"))
            && bytes[at + 1] == UInt8(ascii: "/")
      {
        at += 1
      } else if byte >= 0x80, Folding.fold(scalar(at: at).0) != nil {
        at += scalar(at: at).1
      } else {
        break
      }
    }
    if at == start { at += 1 }
    let text = String(decoding: bytes[start..<at].map(\.small), as: UTF8.self)
    if text.hasPrefix("http") || text.hasPrefix("www.") {
      append(.link, text, start)
    } else if text.contains("@"), text.contains(".") {
      append(.email, text, start)
    } else {
      append(.word, Self.foldName(text), start, capital: (65...90).contains(bytes[start]))
    }
  }

  private static func foldName(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : Folding.fold(word: text)
  }

  /// `02-Dec-2025`, `2/dec/25`: the day, the month and the year as words of their own, as if blanks stood between them.
  private mutating func dayWithNamedMonth() -> Bool {
    let day = run(from: at) { $0.isDigit }
    guard (1...2).contains(day.count), day.upperBound < bytes.count else { return false }
    let sign = bytes[day.upperBound]
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") else { return false }
    let month = run(from: day.upperBound + 1) { $0.isLetter }
    guard (3...10).contains(month.count), month.upperBound < bytes.count, bytes[month.upperBound] == sign
    else { return false }
    let year = run(from: month.upperBound + 1) { $0.isDigit }
    guard year.count == 2 || year.count == 4,
      year.upperBound == bytes.count || !bytes[year.upperBound].isLetter,
      let dayNumber = number(day), (1...31).contains(dayNumber), let yearNumber = number(year)
    else { return false }
    at = day.upperBound
    append(.number(dayNumber, ordinal: false), String(dayNumber), day.lowerBound)
    at = month.upperBound
    append(.word, String(decoding: bytes[month].map(\.small), as: UTF8.self), month.lowerBound)
    at = year.upperBound
    let whole = year.count == 2 ? 2000 + yearNumber : yearNumber
    append(.number(whole, ordinal: false), String(whole), year.lowerBound)
    return true
  }

  private func run(from start: Int, _ belongs: (UInt8) -> Bool) -> Range<Int> {
    start..<(bytes[start...].firstIndex { !belongs($0) } ?? bytes.count)
  }

  private func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }

  private mutating func numberOrName() {
    if dayWithNamedMonth() { return }
    let start = at
    var end = at
    var hasLetters = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte.isDigit {
        end += 1
      } else if "./,-'".utf8.contains(byte), end + 1 < bytes.count, bytes[end + 1].isDigit {
        end += 1
      } else if byte.isLetter || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "_") {
        hasLetters = true
        break
      } else {
        break
      }
    }
    if hasLetters {
      let length = ordinalLength(at: end)
      if length > 0, let value = Int(String(decoding: bytes[start..<end], as: UTF8.self)), value < 10_000 {
        at = end + length
        append(.number(value, ordinal: true), String(value), start)
      } else if let unit = trailingLetters(end), end - start < 10 {
        // `30gg`, `10days`: a number and a word.
        at = end
        numeral(start)
        _ = unit
      } else {
        name(from: start)
      }
      return
    }
    at = end
    numeral(start)
  }

  private func trailingLetters(_ end: Int) -> Int? {
    var index = end
    while index < bytes.count, bytes[index].isLetter { index += 1 }
    guard index - end >= 1, index - end <= 6, index == bytes.count || !bytes[index].isDigit,
      index == bytes.count || !"@-/_".utf8.contains(bytes[index])
    else { return nil }
    return index - end
  }

  private func ordinalLength(at end: Int) -> Int {
    for suffix in ["st", "nd", "rd", "th", "er", "ere", "eme", "e", "de", "ste", "do", "ro", "to"] {
      let next = end + suffix.utf8.count
      guard next <= bytes.count, zip(bytes[end..<next], suffix.utf8).allSatisfy({ $0.small == $1 }) else {
        continue
      }
      if next == bytes.count || !(bytes[next].isLetter || bytes[next].isDigit) { return suffix.utf8.count }
    }
    return 0
  }

  private mutating func numeral(_ start: Int) {
    joinThousands()
    var ordinal = false
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    let kind = Numeral.read(text)
    let isShort = at - start <= 2
    if at < bytes.count, isShort || Numeral.isDayAndMonth(text) {
      if bytes[at] == UInt8(ascii: "."), !text.contains("/"), at + 1 >= bytes.count || !bytes[at + 1].isLetter
      {
        ordinal = true
        at += 1
      } else if bytes[at] == 0xC2, at + 1 < bytes.count,
        bytes[at + 1] == 0xBA || bytes[at + 1] == 0xB0 || bytes[at + 1] == 0xAA
      {
        ordinal = true
        at += 2
      }
    }
    switch kind {
    case .number(let value, _): append(.number(value, ordinal: ordinal), text, start)
    case .decimal(let value) where ordinal:
      // `17.10.` is a day, whatever `17.10` may be; `8.30.` is a time at the end of a sentence.
      let day = Numeral.dayAndMonth(text).flatMap { $0.second <= 12 ? $0 : nil }
      append(day.map(Token.Kind.date) ?? .decimal(value), text, start)
    case let other: append(other, text, start)
    }
  }

  /// Takes `1 234,50` as one number: groups of three behind a space.
  private mutating func joinThousands() {
    while at < bytes.count {
      var next = at
      if bytes[at] == 32 {
        next = at + 1
      } else if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
        next = at + 2
      } else if bytes[at] == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, bytes[at + 2] == 0xAF {
        next = at + 3
      } else {
        return
      }
      guard next + 3 <= bytes.count, bytes[next..<next + 3].allSatisfy(\.isDigit) else { return }
      var end = next + 3
      guard end < bytes.count, "., €$£".utf8.contains(bytes[end]) || bytes[end] == 0xC2 || bytes[end] == 0xE2
      else { return }
      // Only with cents is it surely one number: `792 100` may be two.
      guard bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "."), end + 2 < bytes.count,
        bytes[end + 1].isDigit, bytes[end + 2].isDigit
      else { return }
      end += 3
      at = end
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2013, 0x2014, 0x2212, 0x2010, 0x2011: "-"
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: "\""
    case 0x2026: "."
    case 0xFF1F: "?"
    default: String(Character(scalar))
    }
  }
}
