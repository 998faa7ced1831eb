import Receivables

/// The names of one customer and of its parts, made ready once for the many rows in which they stand.
struct RowNames {
  private var bytes: [UInt8] = []
  /// Where the name of each part ends.
  private var ends: [Int] = []
  private let customerEnd: Int

  init(_ preview: CustomerPreview) {
    var row = RowBytes(capacity: 32 * (preview.parts.count + 1))
    row.text(preview.customer.id.text)
    customerEnd = row.count
    ends.reserveCapacity(preview.parts.count)
    for part in preview.parts {
      row.text(part.number)
      if part.instalment > 0 {
        row.literal("/")
        row.text(String(part.instalment))
      }
      ends.append(row.count)
    }
    bytes = row.bytes
  }

  /// What stands between the quotes of the customer's id.
  func customer(_ row: inout RowBytes) { row.literal(bytes[..<customerEnd]) }

  /// What stands between the quotes of a part's name.
  func part(_ place: Int, _ row: inout RowBytes) {
    row.literal(bytes[(place == 0 ? customerEnd : ends[place - 1])..<ends[place]])
  }

  /// The names of parts in a row, each in quotes.
  func parts(_ places: some Sequence<Int>, _ row: inout RowBytes) {
    var isFirst = true
    for place in places {
      row.literal(isFirst ? "\"" : ",\"")
      part(place, &row)
      row.literal("\"")
      isFirst = false
    }
  }
}
