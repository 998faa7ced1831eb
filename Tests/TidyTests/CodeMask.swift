/// Blanks out what is no code in Swift text, so that checks can look for words without meeting them in prose.
///
/// Comments and the contents of strings become spaces; line breaks, quotes and the code inside `\( … )` stay, and
/// every byte keeps its offset. Regex literals are not known: the house writes none.
struct CodeMask {
  private enum Frame {
    /// Code; inside an interpolation `depth` counts the open parentheses.
    case code(depth: Int, isInterpolation: Bool)
    case string(hashes: Int, isMultiline: Bool)
  }

  private let bytes: [UInt8]
  private var code: [UInt8]
  private var offset = 0
  private var frames: [Frame] = [.code(depth: 0, isInterpolation: false)]

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.code = bytes
  }

  /// The code of a text, as long as the text itself.
  static func code(of bytes: [UInt8]) -> [UInt8] {
    var mask = CodeMask(bytes)
    mask.run()
    return mask.code
  }

  private mutating func run() {
    while offset < bytes.count {
      switch frames[frames.count - 1] {
      case .code(let depth, let isInterpolation): stepInCode(depth, isInterpolation)
      case .string(let hashes, let isMultiline): stepInString(hashes, isMultiline)
      }
    }
  }

  private mutating func stepInCode(_ depth: Int, _ isInterpolation: Bool) {
    let byte = bytes[offset]
    if byte == .slash, at(1) == .slash {
      blank(while: { $0 != .newline })
    } else if byte == .slash, at(1) == .star {
      blankBlockComment()
    } else if byte == .quote || byte == .hash, let opening = openingOfString() {
      offset += opening.length
      frames.append(.string(hashes: opening.hashes, isMultiline: opening.isMultiline))
    } else {
      offset += 1
      guard isInterpolation else { return }
      if byte == .openParenthesis {
        frames[frames.count - 1] = .code(depth: depth + 1, isInterpolation: true)
      } else if byte == .closeParenthesis, depth == 1 {
        frames.removeLast()
      } else if byte == .closeParenthesis {
        frames[frames.count - 1] = .code(depth: depth - 1, isInterpolation: true)
      }
    }
  }

  private mutating func stepInString(_ hashes: Int, _ isMultiline: Bool) {
    let byte = bytes[offset]
    if byte == .quote, closesString(hashes, isMultiline) {
      offset += (isMultiline ? 3 : 1) + hashes
      frames.removeLast()
    } else if byte == .backslash, hashesFollow(offset + 1, hashes) {
      // An escape of as many hashes as the string has: an interpolation, or one character that is blanked with it.
      let escaped = offset + 1 + hashes
      if escaped < bytes.count, bytes[escaped] == .openParenthesis {
        blank(to: escaped)
        offset = escaped + 1
        frames.append(.code(depth: 1, isInterpolation: true))
      } else {
        blank(to: min(escaped + 1, bytes.count))
      }
    } else if byte == .newline, !isMultiline {
      // An unclosed string ends with its line: the compiler would refuse it, the mask only has to go on.
      offset += 1
      frames.removeLast()
    } else {
      blank(to: offset + 1)
    }
  }

  private func openingOfString() -> (hashes: Int, isMultiline: Bool, length: Int)? {
    var hashes = 0
    while at(hashes) == .hash { hashes += 1 }
    guard at(hashes) == .quote else { return nil }
    let isMultiline = at(hashes + 1) == .quote && at(hashes + 2) == .quote
    return (hashes, isMultiline, hashes + (isMultiline ? 3 : 1))
  }

  private func closesString(_ hashes: Int, _ isMultiline: Bool) -> Bool {
    let quotes = isMultiline ? 3 : 1
    for index in 0..<quotes where at(index) != .quote { return false }
    return hashesFollow(offset + quotes, hashes)
  }

  private func hashesFollow(_ start: Int, _ hashes: Int) -> Bool {
    for index in start..<(start + hashes) where index >= bytes.count || bytes[index] != .hash { return false }
    return true
  }

  private mutating func blankBlockComment() {
    var depth = 0
    repeat {
      if bytes[offset] == .slash, at(1) == .star {
        depth += 1
        blank(to: offset + 2)
      } else if bytes[offset] == .star, at(1) == .slash {
        depth -= 1
        blank(to: offset + 2)
      } else {
        blank(to: offset + 1)
      }
    } while depth > 0 && offset < bytes.count
  }

  private func at(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private mutating func blank(while condition: (UInt8) -> Bool) {
    while offset < bytes.count, condition(bytes[offset]) { blank(to: offset + 1) }
  }

  private mutating func blank(to end: Int) {
    while offset < min(end, bytes.count) {
      if bytes[offset] != .newline { code[offset] = .space }
      offset += 1
    }
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let slash = UInt8(ascii: "/")
  static let star = UInt8(ascii: "*")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let backslash = UInt8(ascii: "\\")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")

  /// True for a letter, a digit, an underscore, and for any byte of a character beyond ASCII.
  var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...:
      true
    default: false
    }
  }
}
