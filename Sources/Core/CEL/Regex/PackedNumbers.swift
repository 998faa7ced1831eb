/// Reads numbers that `scripts/make-unicode-tables.py` packed: base 64 as in source maps, five bits a digit.
struct PackedNumbers: Sequence, IteratorProtocol {
  private var bytes: String.UTF8View.Iterator

  init(_ text: String) { bytes = text.utf8.makeIterator() }

  /// The next number; nil at the end of the text.
  mutating func next() -> UInt32? {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while let byte = bytes.next() {
      let digit = PackedNumbers.digit(byte)
      number |= (digit & 31) << shift
      shift += 5
      if digit & 32 == 0 { return number }
    }
    return nil
  }

  /// Ranges packed as the gap behind the range before, and the length less one.
  static func ranges(_ text: String) -> [ClosedRange<UInt32>] {
    var numbers = PackedNumbers(text)
    var ranges: [ClosedRange<UInt32>] = []
    var end: UInt32 = 0
    while let gap = numbers.next(), let length = numbers.next() {
      ranges.append(end + gap...end + gap + length)
      end += gap + length + 1
    }
    return ranges
  }

  private static func digit(_ byte: UInt8) -> UInt32 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
    case UInt8(ascii: "+"): 62
    default: 63
    }
  }
}
