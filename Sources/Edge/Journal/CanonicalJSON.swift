import PolicySyntax

/// Reads over JSON of the one form in which the journal stores it: names sorted by their bytes and none twice, no
/// blanks, no byte below a space.
///
/// It says where an object ends or what is wrong with it, and makes nothing of what is in it.
struct CanonicalJSON {
  /// What is wrong, in words that stand after "the body".
  struct Mistake: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  private let bytes: [UInt8]
  private var place: Int
  private var depth = 0

  /// The place behind the object that begins at a place.
  static func endOfObject(_ bytes: [UInt8], from start: Int) throws(Mistake) -> Int {
    var reading = CanonicalJSON(bytes: bytes, place: start)
    guard reading.next == UInt8(ascii: "{") else { throw Mistake("is no JSON object") }
    try reading.skipValue()
    return reading.place
  }

  /// Says what keeps a text from being one object and nothing else; nil where nothing does.
  static func mistake(in text: String) -> String? {
    let bytes = Array(text.utf8)
    do throws(Mistake) {
      let end = try endOfObject(bytes, from: 0)
      return end == bytes.count ? nil : "goes on behind its object"
    } catch {
      return error.message
    }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipValue() throws(Mistake) {
    switch next {
    case UInt8(ascii: "{"):
      try skipContainer(UInt8(ascii: "}")) { reading, last throws(Mistake) in
        let name = try reading.skipString()
        if let last, !reading.isOrdered(last, before: name) {
          throw Mistake("has names out of order, or one twice")
        }
        try reading.skip(UInt8(ascii: ":"), "a colon")
        try reading.skipValue()
        last = name
      }
    case UInt8(ascii: "["):
      try skipContainer(UInt8(ascii: "]")) { reading, _ throws(Mistake) in
        try reading.skipValue()
      }
    case UInt8(ascii: "\""): _ = try skipString()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
  }

  private mutating func skipContainer(
    _ end: UInt8, _ skipElement: (inout CanonicalJSON, inout Range<Int>?) throws(Mistake) -> Void
  ) throws(Mistake) {
    depth += 1
    guard depth <= JournalLimits.bodyDepth else {
      throw Mistake("has more than \(JournalLimits.bodyDepth) objects and arrays within each other")
    }
    place += 1
    var last: Range<Int>?
    if next != end {
      try skipElement(&self, &last)
      while next == UInt8(ascii: ",") {
        place += 1
        try skipElement(&self, &last)
      }
    }
    try skip(end, "the end of an object or array")
    depth -= 1
  }

  private mutating func skip(_ byte: UInt8, _ what: String) throws(Mistake) {
    guard next == byte else { throw Mistake("lacks \(what) at its byte \(place)") }
    place += 1
  }

  private mutating func skipWord(_ word: StaticString) throws(Mistake) {
    for index in 0..<word.utf8CodeUnitCount {
      try skip((word.utf8Start + index).pointee, "a value that is JSON")
    }
  }

  /// Where what is in the quotes stands.
  private mutating func skipString() throws(Mistake) -> Range<Int> {
    try skip(UInt8(ascii: "\""), "a quote")
    let start = place
    while true {
      place = bytes.withUnsafeBufferPointer { JSONWriter.endOfPlain($0, from: place) }
      guard let byte = next, byte != UInt8(ascii: "\"") else { break }
      guard byte >= 0x20 else { throw Mistake("has a control character at its byte \(place)") }
      place += 1
      if byte == UInt8(ascii: "\\") { try skipEscape() }
    }
    try skip(UInt8(ascii: "\""), "a quote")
    return start..<(place - 1)
  }

  private mutating func skipEscape() throws(Mistake) {
    guard let byte = next, #""\/bfnrtu"#.utf8.contains(byte) else {
      throw Mistake("has an escape that JSON has not at its byte \(place)")
    }
    place += 1
    guard byte == UInt8(ascii: "u") else { return }
    for _ in 0..<4 {
      guard let digit = next, Self.isHex(digit) else {
        throw Mistake("has a broken escape at its byte \(place)")
      }
      place += 1
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private mutating func skipNumber() throws(Mistake) {
    if next == UInt8(ascii: "-") { place += 1 }
    let start = place
    let whole = skipDigits()
    guard whole > 0, whole == 1 || bytes[start] != UInt8(ascii: "0") else {
      throw Mistake("lacks a value that is JSON at its byte \(start)")
    }
    if next == UInt8(ascii: ".") {
      place += 1
      guard skipDigits() > 0 else { throw Mistake("has a broken number at its byte \(start)") }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { place += 1 }
      guard skipDigits() > 0 else { throw Mistake("has a broken number at its byte \(start)") }
    }
  }

  private mutating func skipDigits() -> Int {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }

  private func isOrdered(_ first: Range<Int>, before second: Range<Int>) -> Bool {
    bytes[first].lexicographicallyPrecedes(bytes[second])
  }
}
