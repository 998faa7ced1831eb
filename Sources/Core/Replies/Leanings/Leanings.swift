/// What signs lean to: learnt from labelled replies, and asked where people put things as no rule does.
///
/// A table of numbers, one row for each sign (a word, two words, a theme, a day ahead) and one column for each thing that
/// can be meant. A reply leans to what the numbers of its signs add up to; there is nothing else in it.
package struct Leanings: Sendable {
  /// What can be meant, as the head of the table says.
  package private(set) var columns: [String] = []
  /// Where the numbers of a sign begin, by the hash of the sign.
  private var places: [UInt64: Int32] = [:]
  /// In hundredths, a row behind the other.
  private var numbers: [Int16] = []
  /// What is leant to where no sign is known.
  private var usual: [Double] = []

  /// A table without a row.
  package init() {}

  /// True where nothing was learnt.
  var isEmpty: Bool { places.isEmpty }

  /// Reads a table: a head, then lines of a sign and its numbers with commas between; a number left out is 0, and a line of
  /// another length is none. The sign `*` stands for any reply.
  package init(_ table: [UInt8]) {
    var lines = table.split(separator: 10)[...]
    guard let head = lines.popFirst() else { return }
    columns = head.split(separator: UInt8(ascii: ",")).dropFirst().map { String(decoding: $0, as: UTF8.self) }
    usual = Array(repeating: 0, count: columns.count)
    places.reserveCapacity(lines.count)
    numbers.reserveCapacity(lines.count * columns.count)
    for line in lines { add(line) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    guard let comma = line.firstIndex(of: UInt8(ascii: ",")) else { return }
    let start = numbers.count
    var value = 0
    var isNegative = false
    for byte in line[(comma + 1)...] {
      switch byte {
      case UInt8(ascii: ","):
        numbers.append(Int16(clamping: isNegative ? -value : value))
        value = 0
        isNegative = false
      case UInt8(ascii: "-"): isNegative = true
      default: if byte.isDigit, value < 100_000 { value = value * 10 + Int(byte - 48) }
      }
    }
    numbers.append(Int16(clamping: isNegative ? -value : value))
    guard numbers.count - start == columns.count else {
      numbers.removeSubrange(start...)
      return
    }
    let sign = line[..<comma]
    if sign.count == 1, sign.first == UInt8(ascii: "*") {
      usual = numbers[start...].map { Double($0) / 100 }
      numbers.removeSubrange(start...)
    } else {
      places[SignHash(sign).value] = Int32(start)
    }
  }

  /// What some signs lean to together, in the order of the columns; more of them count more, but not in proportion.
  func scores(_ signs: some Sequence<LeaningSign>) -> [Double] {
    var sums = Array(repeating: 0, count: columns.count)
    var known = 0
    for sign in signs {
      guard let place = places[sign.hash] else { continue }
      known += 1
      for column in sums.indices { sums[column] += Int(numbers[Int(place) + column]) }
    }
    let weight = 100 * Double(max(known, 1)).squareRoot()
    return sums.indices.map { usual[$0] + Double(sums[$0]) / weight }
  }
}

/// The hash by which a sign is found. Source: FNV-1a.
struct SignHash: Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// The hash with more bytes behind.
  func adding(_ bytes: some Sequence<UInt8>) -> SignHash {
    var hash = self
    hash.add(bytes)
    return hash
  }
}
