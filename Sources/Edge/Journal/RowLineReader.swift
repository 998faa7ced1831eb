/// Reads lines that `RowLine` writes, and no other form of the same JSON.
struct RowLineReader {
  /// What is wrong, in words that stand after "line N: ".
  struct Mistake: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The row of a line, without its line end.
  static func row(_ line: [UInt8]) throws(Mistake) -> JournalRow {
    var reading = RowLineReader(line)
    try reading.skip(#"{"at":"#)
    let at = try reading.string()
    try reading.skip(#","body":"#)
    let body = try reading.object()
    try reading.skip(#","customer":"#)
    let customer = try reading.stringOrNull()
    try reading.skip(#","day":"#)
    let day = try reading.string()
    try reading.skip(#","frees":"#)
    let frees = try reading.boolean()
    try reading.skip(#","hash":"#)
    let hash = try reading.string()
    try reading.skip(#","key":"#)
    let key = try reading.stringOrNull()
    try reading.skip(#","kind":"#)
    let kind = try reading.string()
    try reading.skip(#","seq":"#)
    let seq = try reading.integer()
    try reading.skip(#","takes":"#)
    let takes = try reading.slots()
    try reading.skip("}")
    let event = NewRow(
      at: at, day: day, kind: kind, customer: customer, key: key, body: body, takes: takes, frees: frees)
    let row = JournalRow(seq: seq, event: event, hash: hash)
    // Whatever else was read over (an escape that need not be, slots out of order) shows here.
    guard RowLine.text(row) == line else { throw Mistake("is not written as an export writes it") }
    return row
  }

  /// What the first line of an export says.
  static func header(_ line: [UInt8]) throws(Mistake) -> ExportHeader {
    var reading = RowLineReader(line)
    try reading.skip(#"{"duly":"#)
    let duly = try reading.string()
    try reading.skip(#","events":"#)
    let events = try reading.integer()
    try reading.skip(#","format":"#)
    let format = try reading.integer()
    try reading.skip(#","hash":"#)
    let hash = try reading.string()
    try reading.skip("}")
    guard duly == ExportHeader.mark, reading.place == line.count else {
      throw Mistake("is not the first line of an export")
    }
    return ExportHeader(events: events, format: Int(clamping: format), hash: hash)
  }

  /// Slots as they stand in storage.
  static func slots(_ text: String) throws(Mistake) -> [ClaimSlot] {
    var reading = RowLineReader(Array(text.utf8))
    let slots = try reading.slots()
    guard reading.place == reading.bytes.count, RowLine.slots(slots) == text else {
      throw Mistake("has slots that cannot be read")
    }
    return slots
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip(_ text: StaticString) throws(Mistake) {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[place...].starts(with: wanted) else {
      throw Mistake("`\(text)` was expected at column \(place + 1)")
    }
    place += wanted.count
  }

  private func startsWith(_ text: StaticString) -> Bool {
    bytes[place...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func stringOrNull() throws(Mistake) -> String? {
    guard startsWith("null") else { return try string() }
    try skip("null")
    return nil
  }

  private mutating func boolean() throws(Mistake) -> Bool {
    let isTrue = startsWith("true")
    if isTrue { try skip("true") } else { try skip("false") }
    return isTrue
  }

  /// A whole number that is not negative.
  private mutating func integer() throws(Mistake) -> Int64 {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    guard let number = Int64(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw Mistake("a whole number was expected at column \(start + 1)")
    }
    return number
  }

  private mutating func object() throws(Mistake) -> String {
    let start = place
    do throws(CanonicalJSON.Mistake) {
      place = try CanonicalJSON.endOfObject(bytes, from: start)
    } catch {
      throw Mistake("the body \(error.message)")
    }
    return try text(bytes[start..<place])
  }

  private mutating func slots() throws(Mistake) -> [ClaimSlot] {
    var slots: [ClaimSlot] = []
    try skip("[")
    while next == UInt8(ascii: "{") {
      try skip(#"{"customer":"#)
      let customer = try string()
      try skip(#","instalment":"#)
      let instalment = Int(clamping: try integer())
      try skip(#","invoice":"#)
      let invoice = try string()
      try skip(#","tier":"#)
      let tier = try string()
      try skip("}")
      slots.append(ClaimSlot(customer: customer, invoice: invoice, instalment: instalment, tier: tier))
      if next == UInt8(ascii: ",") { place += 1 }
    }
    try skip("]")
    return slots
  }

  private mutating func string() throws(Mistake) -> String {
    try skip("\"")
    var unescaped: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      place += 1
      if byte == UInt8(ascii: "\\") { unescaped.append(try escaped()) } else { unescaped.append(byte) }
    }
    try skip("\"")
    return try text(unescaped[...])
  }

  /// The byte that an escape stands for; the journal's own lines escape only what is ASCII.
  private mutating func escaped() throws(Mistake) -> UInt8 {
    let start = place
    place += 1
    switch start < bytes.count ? bytes[start] : 0 {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "\""): return UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
    case UInt8(ascii: "u"):
      let digits = String(decoding: bytes[place...].prefix(4), as: UTF8.self)
      place += 4
      if digits.utf8.count == 4, let byte = UInt8(digits, radix: 16) { return byte }
    default: break
    }
    throw Mistake("an escape at column \(start) is not one that an export writes")
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(Mistake) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Mistake("is not UTF-8") }
    return text
  }
}
