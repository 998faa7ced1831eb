/// Finds the place in a list by the identifier that stands there: customer ids, invoice numbers.
///
/// It holds no identifiers, only the place and a hash of each; the caller compares. Open addressing, at
/// most three quarters full. The hash is seeded by the standard library, so nobody can write books that collide.
/// - Complexity: O(1) expected for a look-up; 11 to 22 bytes an identifier.
struct IdentifierIndex {
  // Invariant: the count of `slots` is a power of two.
  private var slots: [Slot]
  private var count = 0

  /// `place` is one more than the place in the list, 0 where the slot is empty.
  private struct Slot {
    var place: UInt32
    var hash: UInt32
  }

  /// - Parameter capacity: How many identifiers are expected; more of them make it grow.
  init(capacity: Int) {
    var size = 1024
    while size * 3 < capacity * 4 { size *= 2 }
    slots = Array(repeating: Slot(place: 0, hash: 0), count: size)
  }

  static func hash(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> UInt32 {
    var hasher = Hasher()
    bytes.withUnsafeBytes { all in
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: all[field.start..<field.end]))
    }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  /// The place of an identifier, or nil.
  @inline(__always)
  func place(hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].place != 0 {
      if slots[index].hash == hash && isSame(Int(slots[index].place) - 1) {
        return Int(slots[index].place) - 1
      }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Adds an identifier that is not there yet.
  mutating func insert(_ place: Int, hash: UInt32) {
    if (count + 1) * 4 > slots.count * 3 {
      let old = slots
      slots = Array(repeating: Slot(place: 0, hash: 0), count: old.count * 2)
      for slot in old where slot.place != 0 { put(slot) }
    }
    put(Slot(place: UInt32(place + 1), hash: hash))
    count += 1
  }

  private mutating func put(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Int(slot.hash) & mask
    while slots[index].place != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }
}

/// True if `text` is what is written at a place.
@inline(__always)
func matches(_ text: String, _ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> Bool {
  let length = field.end - field.start
  guard text.utf8.count == length else { return false }
  let written = text.utf8Span.span
  for index in 0..<length where written[index] != bytes[field.start + index] { return false }
  return true
}
