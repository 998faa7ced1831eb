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
  private(set) var usual: [Double] = []

  /// A table without a row.
  package init() {}

  /// True where nothing was learnt.
  var isEmpty: Bool { places.isEmpty }

  /// Reads a table: a head, then lines of a sign and its numbers with commas between; a number left out is 0, and a line of
  /// another length is none. The sign `*` stands for any reply.
  package init(_ table: [UInt8]) {
    guard let head = table.split(separator: 10, maxSplits: 1).first else { return }
    columns = head.split(separator: UInt8(ascii: ",")).dropFirst().map { String(decoding: $0, as: UTF8.self) }
    usual = Array(repeating: 0, count: columns.count)
    // A row has at least a sign of a letter and its commas.
    places.reserveCapacity(table.count / (columns.count + 12))
    table.withUnsafeBufferPointer { bytes in
      var start = head.count + 1
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 10 { end += 1 }
        add(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end + 1
      }
    }
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    var hash = SignHash()
    var at = 0
    while at < line.count, line[at] != UInt8(ascii: ",") {
      hash.add(line[at])
      at += 1
    }
    guard at < line.count else { return }
    let isUsual = at == 1 && line[0] == UInt8(ascii: "*")
    let start = numbers.count
    var value = 0
    var isNegative = false
    for byte in line[(at + 1)...] {
      if byte == UInt8(ascii: ",") {
        numbers.append(Int16(clamping: isNegative ? -value : value))
        value = 0
        isNegative = false
      } else if byte == UInt8(ascii: "-") {
        isNegative = true
      } else if byte.isDigit, value < 100_000 {
        value = value * 10 + Int(byte - 48)
      }
    }
    numbers.append(Int16(clamping: isNegative ? -value : value))
    guard numbers.count - start == columns.count else {
      numbers.removeSubrange(start...)
      return
    }
    if isUsual {
      usual = numbers[start...].map { Double($0) / 100 }
      numbers.removeSubrange(start...)
    } else {
      places[hash.value] = Int32(start)
    }
  }

  /// What some signs lean to together, in the order of the columns; more of them count more, but not in proportion.
  func scores(_ signs: some Collection<LeaningSign>) -> [Double] {
    zip(usual, sums(signs)).map(+)
  }

  /// What the signs of each sentence lean to, without what is leant to anyway; a sign of no sentence counts nowhere.
  ///
  /// - Parameter count: How many sentences there are.
  func sums(_ signs: [LeaningSign], sentences count: Int) -> [[Double]] {
    var sums = Array(repeating: Array(repeating: 0, count: columns.count), count: count)
    var counts = Array(repeating: 0, count: count)
    for sign in signs where counts.indices.contains(sign.sentence) {
      counts[sign.sentence] += 1
      guard let place = places[sign.hash] else { continue }
      for column in columns.indices { sums[sign.sentence][column] += Int(numbers[Int(place) + column]) }
    }
    return zip(sums, counts).map { sums, count in
      let weight = 100 * Double(max(count, 1)).squareRoot()
      return sums.map { Double($0) / weight }
    }
  }

  /// The same of all signs together.
  func sums(_ signs: some Collection<LeaningSign>) -> [Double] {
    var sums = Array(repeating: 0, count: columns.count)
    for sign in signs {
      guard let place = places[sign.hash] else { continue }
      for column in sums.indices { sums[column] += Int(numbers[Int(place) + column]) }
    }
    let weight = 100 * Double(max(signs.count, 1)).squareRoot()
    return sums.map { Double($0) / weight }
  }

  /// The numbers of one sign, in the order of the columns; nil where there is no such row.
  func numbers(of sign: String) -> [Double]? {
    guard let place = places[SignHash(sign.utf8).value].map(Int.init) else { return nil }
    return columns.indices.map { Double(numbers[place + $0]) / 100 }
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

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
