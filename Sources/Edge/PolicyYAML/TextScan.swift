import PolicySyntax

/// What a look over the bytes finds before libyaml sees them.
///
/// One pass; plain ASCII costs a few comparisons a byte.
struct TextScan {
  /// Where the first byte stands that belongs to no UTF-8 character.
  private(set) var invalidByte: Range<Int>?
  /// Characters that hide or control, in order; at most `findingLimit`.
  private(set) var unsafe: [UnsafeCharacter] = []
  /// The first tab of each line that stands before the line's first other character.
  private(set) var indentationTabs: [Int] = []
  private(set) var isASCII = true
  /// The first line that is longer than the limit.
  private(set) var longLine: Range<Int>?

  private static let findingLimit = 20

  init(_ bytes: [UInt8], from base: Int, limits: YAMLLimits) {
    bytes.withUnsafeBufferPointer { scan($0, from: base, limits: limits) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from base: Int, limits: YAMLLimits) {
    var index = base
    var lineStart = base
    var isIndentation = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x0A || byte == 0x0D {
          if index - lineStart > limits.lineBytes, longLine == nil { longLine = lineStart..<index }
          lineStart = index + 1
          isIndentation = true
        } else if byte == 0x09 {
          if isIndentation, indentationTabs.last ?? -1 < lineStart { indentationTabs.append(index) }
        } else if byte < 0x20 || byte == 0x7F {
          note(UInt32(byte), at: index..<index + 1)
          isIndentation = false
        } else if byte != 0x20 {
          isIndentation = false
        }
        index += 1
        continue
      }
      isASCII = false
      isIndentation = false
      guard let (value, length) = Self.decode(bytes, at: index) else {
        invalidByte = index..<index + 1
        return
      }
      if UnsafeCharacter.isUnsafe(value) { note(value, at: index..<index + length) }
      index += length
    }
    if index - lineStart > limits.lineBytes, longLine == nil { longLine = lineStart..<index }
  }

  private mutating func note(_ value: UInt32, at range: Range<Int>) {
    guard unsafe.count < Self.findingLimit || !unsafe.contains(where: \.isUnreadable) else { return }
    let character = UnsafeCharacter(value: value, range: range)
    if unsafe.count < Self.findingLimit || character.isUnreadable { unsafe.append(character) }
  }

  /// One character of more than one byte; nil for what RFC 3629 forbids.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int)? {
    let lead = bytes[index]
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    return (value, length)
  }
}

/// A character that no policy may hold, and where it stands.
struct UnsafeCharacter {
  let value: UInt32
  let range: Range<Int>

  /// Whether a character hides, turns or controls text. Tab, LF and CR of the file's layout are not asked for here.
  static func isUnsafe(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B, 0x2028, 0x2029, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    case 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether libyaml refuses the whole file because of it.
  var isUnreadable: Bool {
    switch value {
    case 0x85: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether libyaml takes it for a line end, which editors do not.
  var isLineEnd: Bool {
    value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// `U+202E`.
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What the character does, in a few words.
  var effect: String {
    switch value {
    case _ where isLineEnd: "a line end that only some programs know"
    case 0x202A...0x202E, 0x2066...0x2069: "it turns the direction of the text around"
    case 0x200B, 0x2060, 0xFEFF: "it takes no space and cannot be seen"
    default: "a control character"
    }
  }
}
