import Receivables

/// The currencies met in the books, each looked up once.
struct CurrencyTable {
  private var known: [Currency] = []

  /// The three letters at a place of a file, packed as those of `Currency`; nil where there are more or fewer.
  static func letters(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> UInt32? {
    guard field.end - field.start == 3 else { return nil }
    var packed: UInt32 = 0
    for index in field.start..<field.end { packed = packed << 8 | UInt32(bytes[index]) }
    return packed
  }

  /// A currency that was met before, by its packed letters.
  func currency(_ letters: UInt32) -> Currency? { known.first { $0.packed == letters } }

  /// Keeps a currency; nil stays nil.
  mutating func keep(_ currency: Currency?) -> Currency? {
    if let currency { known.append(currency) }
    return currency
  }
}
