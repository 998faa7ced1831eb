/// What the words of a language lean to: learnt from labelled replies, and asked where people put things as no rule does.
///
/// A table of numbers, one row for each sign (a word, two words, the beginning of a word, a day ahead) and one column for
/// each thing that a reply can say. A reply leans to what the numbers of its signs add up to; there is nothing else in it.
package struct Leanings: Sendable {
  /// What a reply can say, in the order of the columns.
  package static let columns: [Understanding.Intent] = [
    .promise, .dispute, .claimsPaid, .request, .stop, .question, .contactChange, .thanks, .unclear,
    .outOfOffice, .spam,
  ]

  /// Where the numbers of a sign begin, by the hash of the sign.
  private var places: [UInt64: Int32] = [:]
  /// In hundredths, a row behind the other.
  private var numbers: [Int16] = []
  /// What is leant to where no sign is known.
  private var usual = Array(repeating: 0.0, count: columns.count)

  /// A table without a row.
  package init() {}

  /// True where nothing was learnt of the language.
  var isEmpty: Bool { places.isEmpty }

  /// Reads a table: a head, then lines of a sign and its numbers with commas between; a number left out is 0. The sign `*`
  /// stands for any reply.
  package init(_ table: [UInt8]) {
    for line in table.split(separator: 10).dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count == Self.columns.count + 1, let sign = fields.first else { continue }
      let row = fields.dropFirst().map(Self.number)
      if sign.elementsEqual("*".utf8) {
        usual = row.map { Double($0) / 100 }
      } else {
        places[SignHash(sign).value] = Int32(numbers.count)
        numbers += row
      }
    }
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int16 {
    var value = 0
    for byte in field.prefix(6) where byte.isDigit { value = value * 10 + Int(byte - 48) }
    return Int16(clamping: field.first == UInt8(ascii: "-") ? -value : value)
  }

  /// What some signs lean to together, in the order of the columns; more of them count more, but not in proportion.
  func scores(_ signs: some Sequence<LeaningSign>) -> [Double] {
    var sums = Array(repeating: 0, count: Self.columns.count)
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
struct SignHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
