import Receivables

/// The currencies met in the books, each looked up once.
struct CurrencyTable {
  /// A currency with its decimals.
  struct Entry {
    let currency: Currency
    let decimals: Int

    init(_ currency: Currency) {
      self.currency = currency
      self.decimals = currency.minorDigits
    }
  }

  private var entries: [Entry] = []

  /// The place of a currency, adding it where it is new.
  mutating func place(of currency: Currency) -> UInt8 {
    if let place = entries.firstIndex(where: { $0.currency == currency }) { return UInt8(place) }
    entries.append(Entry(currency))
    return UInt8(entries.count - 1)
  }

  /// The place of the currency whose code is written at a place of a file; nil where it is unknown.
  mutating func place(_ bytes: Span<UInt8>, _ field: CSVScanner.Field) -> UInt8? {
    guard field.end - field.start == 3 else { return nil }
    var packed: UInt32 = 0
    for index in field.start..<field.end { packed = packed << 8 | UInt32(bytes[index]) }
    for index in entries.indices where entries[index].currency.packed == packed { return UInt8(index) }
    return Currency(code: string(bytes, field)).map { place(of: $0) }
  }

  subscript(place: UInt8) -> Entry { entries[Int(place)] }
}
