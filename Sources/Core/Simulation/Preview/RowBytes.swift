import PolicySyntax
import Receivables

/// Rows of JSON that all look alike, written straight into bytes: what is the same in every row goes out as it
/// stands, only values are looked at.
///
/// Nothing checks that the pieces together are JSON, which `JSONWriter` would; there are millions of these rows. For
/// the same reason it owns its memory: every piece put behind an array asks whether that is shared, and that takes
/// longer than the writing.
struct RowBytes: ~Copyable {
  /// How many bytes were written.
  private(set) var count = 0
  private var room: UnsafeMutableRawBufferPointer

  /// - Parameter capacity: Bytes to make room for at once; more are found when they are needed.
  init(capacity: Int = 256) {
    room = .allocate(byteCount: max(capacity, 64), alignment: 1)
  }

  deinit { room.deallocate() }

  /// What was written.
  var bytes: [UInt8] { [UInt8](room[..<count]) }

  /// What a piece of a row is made of, for rows to come.
  static func made(_ write: (inout RowBytes) -> Void) -> [UInt8] {
    var row = RowBytes()
    write(&row)
    return row.bytes
  }

  /// Writes a piece as it stands in the program.
  mutating func literal(_ piece: StaticString) {
    append(UnsafeRawBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  /// Writes a piece that was made before.
  mutating func literal(_ piece: [UInt8]) {
    piece.withUnsafeBytes { append($0) }
  }

  /// Writes a piece of what was made before.
  mutating func literal(_ piece: ArraySlice<UInt8>) {
    piece.withUnsafeBytes { append($0) }
  }

  /// Writes what stands between the quotes of a text.
  mutating func text(_ text: String) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { self.text($0) }
    if isWritten != nil { return }
    var text = text
    text.withUTF8 { self.text($0) }
  }

  private mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < utf8.count {
      let end = JSONWriter.endOfPlain(utf8, from: start)
      append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(utf8)[start..<end]))
      guard end < utf8.count else { return }
      escape(utf8[end])
      start = end + 1
    }
  }

  /// Writes a byte that cannot stand as it is; in letters that is mostly the end of a line.
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 10: literal("\\n")
    case UInt8(ascii: "\""): literal("\\\"")
    default:
      var escaped: [UInt8] = []
      withUnsafeBytes(of: byte) { JSONWriter.escape($0.assumingMemoryBound(to: UInt8.self), into: &escaped) }
      literal(escaped)
    }
  }

  /// Writes what stands between the quotes of texts in a row, and their quotes.
  mutating func texts<Elements: Collection>(_ elements: Elements, _ text: (Elements.Element) -> String) {
    var isFirst = true
    for element in elements {
      literal(isFirst ? "\"" : ",\"")
      self.text(text(element))
      literal("\"")
      isFirst = false
    }
  }

  /// Writes a day as `YYYY-MM-DD`.
  mutating func day(_ day: Day) {
    let (year, month, number) = day.civil
    // What can be read lies within; anything else takes the long way.
    guard (1000...9999).contains(year) else { return text(day.description) }
    if room.count - count < 10 { grow(by: 10) }
    write(year / 100, at: count)
    write(year % 100, at: count + 2)
    room[count + 4] = UInt8(ascii: "-")
    write(month, at: count + 5)
    room[count + 7] = UInt8(ascii: "-")
    write(number, at: count + 8)
    count += 10
  }

  /// Two digits, where there is room for them.
  private func write(_ number: Int, at place: Int) {
    room[place] = UInt8(truncatingIfNeeded: 48 + number / 10)
    room[place + 1] = UInt8(truncatingIfNeeded: 48 + number % 10)
  }

  /// Ends a row of NDJSON.
  mutating func endLine() { literal("\n") }

  /// Goes on to the next row of an array.
  mutating func separateLine() { literal(",\n") }

  @inline(__always)
  private mutating func append(_ piece: UnsafeRawBufferPointer) {
    if room.count - count < piece.count { grow(by: piece.count) }
    UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: piece)
    count += piece.count
  }

  private mutating func grow(by needed: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(2 * room.count, count + needed), alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
    room.deallocate()
    room = larger
  }
}
