import CEL

/// The invoices of a letter as a table: those that the letter is about, then the others that are open.
///
/// An invoice of a lower tier than the first one's stands among the others, under their heading. Where charges are
/// demanded, those of an invoice stand below it, a line each, and a last line has what all comes to.
struct InvoiceTable {
  /// Why there can be no table.
  enum Failure: Error {
    case empty
    case tooLong
  }

  /// A text of the table: a range of `bytes`, and the columns that it takes in a fixed font.
  struct Cell {
    let bytes: Range<Int>
    let width: Int
  }

  /// One invoice.
  struct Row {
    let number: Cell
    /// `2/3`, empty where the invoice is paid in one.
    let part: Cell
    let day: Int32
    var due: Cell
    let open: Cell
    let isAmongOthers: Bool
  }

  /// A line below an invoice, or the last one of the table: a name and an amount.
  struct ChargeLine {
    /// Place in `rows`; the number of rows for the last line.
    let row: Int
    let name: [UInt8]
    let amount: Cell
  }

  let language: LetterLanguage
  /// In the order of the lines; those among the others may stand between the first ones.
  private(set) var rows: [Row] = []
  /// The text of all cells, clean and in the letter's language, nothing escaped.
  private(set) var bytes: [UInt8] = []
  private(set) var hasParts = false
  private(set) var hasOthers = false
  /// In the order of the rows; empty where no charges are demanded.
  private(set) var chargeLines: [ChargeLine] = []

  /// The table of a letter, days in their medium form.
  init(_ facts: any LetterFacts, _ language: LetterLanguage) throws(Failure) {
    self.language = language
    let lines = facts.invoiceLines
    guard lines.count <= TemplateLimits.letterBytes / 16 else { throw .tooLong }
    guard let first = lines.first, !first.isAmongOthers else { throw .empty }
    rows.reserveCapacity(lines.count)
    bytes.reserveCapacity(48 * lines.count)
    for line in lines { try add(line) }
    guard let total = facts.demandedTotal else { return }
    for (row, line) in lines.enumerated() {
      guard let charges = line.charges else { continue }
      addCharge(language.headings.interest, charges.interest, below: row)
      addCharge(language.headings.compensation, charges.compensation, below: row)
    }
    addLine(language.headings.total, total, below: rows.count)
  }

  private mutating func addCharge(_ name: [UInt8], _ charge: MoneyAmount, below row: Int) {
    if charge.amount > Decimal(0) { addLine(name, charge, below: row) }
  }

  private mutating func addLine(_ name: [UInt8], _ amount: MoneyAmount, below row: Int) {
    let start = bytes.count
    language.append(amount, to: &bytes)
    chargeLines.append(ChargeLine(row: row, name: name, amount: cell(from: start)))
  }

  private mutating func add(_ line: InvoiceLine) throws(Failure) {
    let start = bytes.count
    guard CleanText.append(line.number, to: &bytes, escaping: false) else { throw .empty }
    let number = cell(from: start)
    if line.instalments > 1 {
      LetterLanguage.append(line.instalment, to: &bytes)
      bytes.append(UInt8(ascii: "/"))
      LetterLanguage.append(line.instalments, to: &bytes)
      hasParts = true
    }
    let part = cell(from: number.bytes.upperBound)
    language.append(line.due, .medium, to: &bytes)
    let due = cell(from: part.bytes.upperBound)
    language.append(line.open, to: &bytes)
    let open = cell(from: due.bytes.upperBound)
    hasOthers = hasOthers || line.isAmongOthers
    rows.append(
      Row(
        number: number, part: part, day: line.due, due: due, open: open, isAmongOthers: line.isAmongOthers))
  }

  /// What was written since `start`.
  private func cell(from start: Int) -> Cell {
    let range = start..<bytes.count
    return Cell(bytes: range, width: InvoiceTable.width(bytes, range))
  }

  /// The same table with the days in their short form.
  var withShortDays: InvoiceTable {
    var table = self
    for place in rows.indices {
      let start = table.bytes.count
      language.append(rows[place].day, .short, to: &table.bytes)
      table.rows[place].due = table.cell(from: start)
    }
    return table
  }
}
