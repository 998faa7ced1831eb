/// Writes JSON into bytes as it goes: no tree, no Foundation, keys in the order in which they are written.
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///   $0.member("duly", 1)
///   $0.member("messages") { $0.array { $0.string("…") } }
/// }
/// ```
package struct JSONWriter: Sendable {
  /// How the text is laid out: on one line, or a member a line, indented by two spaces.
  package enum Layout: Sendable {
    case compact
    case indented
  }

  /// What was written so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  /// Where the members of the objects that are being written begin, where those are put in order; else nil.
  private var members: [Int]?
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// A writer that has written nothing.
  /// - Parameters:
  ///   - ordersMembers: True puts the members of every object into the order of their names' bytes, however they are written.
  ///     Only for the compact layout.
  ///   - capacity: Bytes to make room for at once.
  package init(layout: Layout = .compact, ordersMembers: Bool = false, capacity: Int = 0) {
    precondition(layout == .compact || !ordersMembers, "members are put in order where no line is broken")
    self.layout = layout
    if ordersMembers { members = [] }
    if capacity > 0 { bytes.reserveCapacity(capacity) }
  }

  /// What was written so far, as text.
  package var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Writes an object; its members are written by `body`.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    let first = members?.count ?? 0
    container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}")) {
      body(&$0)
      $0.orderMembers(from: first)
    }
  }

  /// Puts the members of an object in order, from the first of them on to the end of what is written.
  private mutating func orderMembers(from first: Int) {
    guard let found = members?[first...] else { return }
    members?.removeSubrange(first...)
    if zip(found, found.dropFirst()).allSatisfy({ name(at: $0).lexicographicallyPrecedes(name(at: $1)) }) {
      return
    }
    let ends = found.dropFirst().map { $0 - 1 } + [bytes.count]
    let ordered = zip(found, ends).sorted { name(at: $0.0).lexicographicallyPrecedes(name(at: $1.0)) }
    let written = bytes
    guard let start = found.first else { return }
    bytes.removeSubrange(start...)
    for (member, end) in ordered {
      if bytes.count > start { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: written[member..<end])
    }
  }

  /// The name that begins at a quote, as it is written.
  private func name(at quote: Int) -> ArraySlice<UInt8> {
    var end = quote + 1
    while bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return bytes[(quote + 1)..<end]
  }

  /// Writes an array; its elements are written by `body`.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
  }

  /// Writes an array with one call of `body` for each element.
  package mutating func array<Elements: Sequence>(
    of elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// Writes the name of a member; its value has to follow.
  package mutating func key(_ name: String) {
    beginValue()
    members?.append(bytes.count)
    quote(name)
    endKey()
  }

  /// Writes the name of a member that stands in the program: ASCII without anything to escape.
  package mutating func key(_ name: StaticString) {
    beginValue()
    members?.append(bytes.count)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a member whose value is written by `body`.
  package mutating func member(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
    key(name)
    body(&self)
  }

  /// Writes a member with a text, or with null where there is none.
  package mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member with a whole number.
  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  /// Writes a member with a boolean.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes a text; control characters, quotes and backslashes are escaped.
  package mutating func string(_ value: String) {
    beginValue()
    quote(value)
    needsComma = true
  }

  /// Writes a value that is JSON already, as it stands.
  package mutating func verbatim(_ json: String) {
    literal(json)
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) {
    literal(String(value))
  }

  /// Writes a number from its hundredths, with two decimals.
  package mutating func decimal(hundredths value: Int64) {
    let cents = (value % 100).magnitude
    literal("\(value < 0 ? "-" : "")\((value / 100).magnitude).\(cents < 10 ? "0" : "")\(cents)")
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    literal(value ? "true" : "false")
  }

  /// Writes `null`.
  package mutating func null() {
    literal("null")
  }

  /// Writes a line end between two values of a stream of lines (`ndjson`), or after the last.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes a comma and a line end between two values of an array that is written piece by piece.
  package mutating func separateLine() {
    bytes.append(UInt8(ascii: ","))
    endLine()
  }

  private mutating func literal(_ text: String) {
    beginValue()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func container(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
    beginValue()
    bytes.append(open)
    depth += 1
    needsComma = false
    let before = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > before { breakLine() }
    bytes.append(close)
    needsComma = true
    followsKey = false
  }

  private mutating func beginValue() {
    if followsKey {
      followsKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .indented, !bytes.isEmpty, bytes.last != 0x0A else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { JSONWriter.escape($0, into: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes what stands between the quotes of a text: control characters, quotes and backslashes are escaped.
  package static func escape(_ utf8: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var start = 0
    while start < utf8.count {
      let end = endOfPlain(utf8, from: start)
      if start < end { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end])) }
      if end < utf8.count { append(escaped: utf8[end], to: &bytes) }
      start = end + 1
    }
  }

  /// The place of the next byte that is to be escaped, or the end; eight bytes are looked at in one step.
  ///
  /// Source: the tests for a byte that is zero, or below a number, of Sean Anderson's "Bit Twiddling Hacks".
  package static func endOfPlain(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    func has(_ byte: UInt64, in word: UInt64) -> UInt64 {
      let rest = word ^ (byte &* 0x0101_0101_0101_0101)
      return (rest &- 0x0101_0101_0101_0101) & ~rest
    }
    var place = start
    while place + 8 <= utf8.count {
      let word = UInt64(
        littleEndian: UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let control = (word &- 0x2020_2020_2020_2020) & ~word
      let found = control | has(0x22, in: word) | has(0x5C, in: word) | has(0x7F, in: word)
      // Bytes above the first may be marked in error, never the first.
      let marks = found & 0x8080_8080_8080_8080
      if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < utf8.count {
      let byte = utf8[place]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return place }
      place += 1
    }
    return place
  }

  /// A backslash and what stands behind it.
  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(0x5C)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
