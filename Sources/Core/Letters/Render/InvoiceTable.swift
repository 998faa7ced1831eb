import CEL
import Vocabulary

/// The invoices of a letter as a table: those that the letter is about, then the others that are open.
///
/// An invoice of a lower tier than the first one's stands among the others, under their heading. Where charges are
/// demanded, those of an invoice stand below it, a line each, and a last line has what all comes to.
struct InvoiceTable {
  /// Why there can be no table.
  enum Failure: Error {
    case empty
    case wrongType
    case tooLong
    case noValue(EvaluationError)
  }

  /// One invoice; each cell is a range of `cells`.
  struct Row {
    let number: Range<Int>
    /// `2/3`, empty where the invoice is paid in one.
    let part: Range<Int>
    let due: Int32
    let open: Range<Int>
    let isAmongOthers: Bool
    /// The columns that the number and the amount take.
    let numberWidth, openWidth: Int
  }

  /// A line below an invoice, or the last one of the table: a name, and an amount as a range of `cells`.
  struct ChargeLine {
    /// Place in `rows`; the number of rows for the last line.
    let row: Int
    let name: [UInt8]
    let amount: Range<Int>
    let amountWidth: Int
  }

  let language: LetterLanguage
  /// In the order of the facts; those among the others may stand between the first ones.
  private(set) var rows: [Row] = []
  /// The text of all cells but the days, clean and in the letter's language, nothing escaped.
  private(set) var cells: [UInt8] = []
  private(set) var hasParts = false
  private(set) var hasOthers = false
  /// In the order of the rows; empty where no charges are demanded.
  private(set) var chargeLines: [ChargeLine] = []

  init(_ facts: any LetterFacts, _ language: LetterLanguage) throws(Failure) {
    self.language = language
    let invoices = try InvoiceTable.elements(LetterSlots.invoices, facts)
    let alsoListed = try InvoiceTable.elements(LetterSlots.alsoListed, facts)
    guard invoices.count + alsoListed.count <= TemplateLimits.letterBytes / 16 else { throw .tooLong }
    guard let first = invoices.first else { throw .empty }
    rows.reserveCapacity(invoices.count + alsoListed.count)
    cells.reserveCapacity(32 * (invoices.count + alsoListed.count))
    guard case .string(let leading) = try InvoiceTable.field(.tier, of: first) else { throw .wrongType }
    for invoice in invoices {
      guard case .string(let tier) = try InvoiceTable.field(.tier, of: invoice) else { throw .wrongType }
      try add(invoice, isAmongOthers: tier != leading)
    }
    for invoice in alsoListed { try add(invoice, isAmongOthers: true) }
    if facts.demandsCharges {
      for (row, invoice) in invoices.enumerated() { try addCharges(of: invoice, below: row) }
      addLine(language.headings.total, try InvoiceTable.total(facts), below: rows.count)
    }
  }

  private mutating func addCharges(of invoice: Value, below row: Int) throws(Failure) {
    let names = language.headings
    for (fact, name) in [(InvoiceFact.interest, names.interest), (.compensation, names.compensation)] {
      guard case .money(let charge) = try InvoiceTable.field(fact, of: invoice) else { throw .wrongType }
      if charge.amount > Decimal(0) { addLine(name, charge, below: row) }
    }
  }

  private mutating func addLine(_ name: [UInt8], _ amount: MoneyAmount, below row: Int) {
    let start = cells.count
    language.append(amount, to: &cells)
    chargeLines.append(
      ChargeLine(
        row: row, name: name, amount: start..<cells.count,
        amountWidth: InvoiceTable.width(cells[start...])))
  }

  private static func total(_ facts: any LetterFacts) throws(Failure) -> MoneyAmount {
    let value: Value
    do throws(EvaluationError) {
      value = try facts.fact(LetterSlots.totalDue)
    } catch {
      throw .noValue(error)
    }
    guard case .money(let total) = value else { throw .wrongType }
    return total
  }

  private mutating func add(_ invoice: Value, isAmongOthers: Bool) throws(Failure) {
    guard case .string(let number) = try InvoiceTable.field(.number, of: invoice),
      case .date(let due) = try InvoiceTable.field(.due, of: invoice),
      case .money(let balance) = try InvoiceTable.field(.balance, of: invoice),
      case .int(let instalment) = try InvoiceTable.field(.instalment, of: invoice),
      case .int(let instalments) = try InvoiceTable.field(.instalments, of: invoice)
    else { throw .wrongType }
    let start = cells.count
    guard CleanText.append(number, to: &cells, escaping: false) else { throw .empty }
    let partStart = cells.count
    if instalments > 1 {
      LetterLanguage.append(instalment, to: &cells)
      cells.append(UInt8(ascii: "/"))
      LetterLanguage.append(instalments, to: &cells)
      hasParts = true
    }
    let openStart = cells.count
    language.append(balance, to: &cells)
    hasOthers = hasOthers || isAmongOthers
    let numberWidth = InvoiceTable.width(cells[start..<partStart])
    let openWidth = InvoiceTable.width(cells[openStart...])
    rows.append(
      Row(
        number: start..<partStart, part: partStart..<openStart, due: due, open: openStart..<cells.count,
        isAmongOthers: isAmongOthers, numberWidth: numberWidth, openWidth: openWidth))
  }

  private static func elements(_ slot: Int, _ facts: any LetterFacts) throws(Failure) -> [Value] {
    let value: Value
    do throws(EvaluationError) {
      value = try facts.fact(slot)
    } catch {
      throw .noValue(error)
    }
    guard case .list(let elements) = value else { throw .wrongType }
    return elements
  }

  private static func field(_ fact: InvoiceFact, of invoice: Value) throws(Failure) -> Value {
    guard case .object(let object) = invoice else { throw .wrongType }
    do throws(EvaluationError) {
      return try object.field(fact.rawValue)
    } catch {
      throw .noValue(error)
    }
  }
}
