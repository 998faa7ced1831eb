/// A TZif file that a test makes, sound if nothing is said.
struct ZoneFileFixture {
  var version = UInt8(ascii: "2")
  /// The moments of the changes, each with the place of its type.
  var changes: [(seconds: Int64, type: UInt8)] = []
  /// The seconds east of UTC of each type.
  var offsets: [Int32] = [0]
  var leapSeconds = 0
  var footer = "\n\n"

  /// The bytes of the file; a block of version 1 without changes comes first where the version has two.
  var bytes: [UInt8] {
    guard version != 0 else { return block(timeBytes: 4) }
    var empty = self
    (empty.changes, empty.leapSeconds) = ([], 0)
    return empty.block(timeBytes: 4) + block(timeBytes: 8) + footer.utf8
  }

  private func block(timeBytes: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leapSeconds, changes.count, offsets.count, 4] {
      bytes += Self.number(Int64(count), 4)
    }
    for change in changes { bytes += Self.number(change.seconds, timeBytes) }
    bytes += changes.map(\.type)
    for offset in offsets { bytes += Self.number(Int64(offset), 4) + [0, 0] }
    bytes += "ABC\0".utf8
    return bytes + [UInt8](repeating: 0, count: leapSeconds * (timeBytes + 4))
  }

  private static func number(_ value: Int64, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (Int64($0) * 8)) }
  }
}
