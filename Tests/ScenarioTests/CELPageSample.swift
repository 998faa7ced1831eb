import CEL
import TimeZones
import Vocabulary

/// The customer and the invoice of the page: the facts of its table, under the names of real conditions.
final class CELPageSample: Facts {
  /// A row of the table that the sample cannot be made of.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  static let environment = Vocabulary.escalationConditions

  private var values: [Value?] = Array(repeating: nil, count: environment.slots.count)
  private let rates: MoneyRates

  /// Makes the sample of the table headed `fact` and `sample`; each fact stands in it once.
  init(_ page: CELPage) throws {
    guard let pound = CurrencyCode("GBP"), let euro = CurrencyCode("EUR"), let worth = Decimal("0.85") else {
      throw Unreadable(description: "the rate of the page")
    }
    rates = MoneyRates(base: pound, rates: [(euro, worth)])
    for row in page.tables(headed: ["fact", "sample"]) {
      guard let slot = Self.environment.slot(row.cells[0]), values[slot] == nil else {
        throw Unreadable(description: "docs/cel.md:\(row.line): no fact, or a second time: \(row.cells[0])")
      }
      let value = try Self.value(row.cells[1], Self.environment.slots[slot].type)
      guard CELPageText.text(of: value) == row.cells[1] else {
        throw Unreadable(description: "docs/cel.md:\(row.line): `\(row.cells[1])` reads as \(value)")
      }
      values[slot] = value
    }
  }

  /// The facts that the table leaves out.
  var missing: [String] {
    zip(Self.environment.slots, values).filter { $0.1 == nil }.map { $0.0.name }
  }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    guard let value = values[slot] else { throw .factUnavailable(slot) }
    return value
  }

  /// What an expression of the page gives.
  func claim(of text: String) -> CELPage.Claim {
    let result = check(text: text, in: Self.environment, expecting: nil)
    guard let checked = result.expression else {
      return .refused(result.issues.map(\.message).joined(separator: "; "))
    }
    do throws(EvaluationError) {
      let program = Program(checked, rates: rates, zones: SystemTimeZones())
      return .value(CELPageText.text(of: try program.evaluate(self)))
    } catch {
      return .fails(CELPageText.text(of: error))
    }
  }

  /// A value of a declared type from the words of the table.
  private static func value(_ text: String, _ type: CELType) throws -> Value {
    if text == "nothing", type.isNullable { return .null }
    switch type.unwrapped {
    case .date:
      guard case .timestamp(let noon) = try evaluate("timestamp('\(text)T12:00:00Z')") else { break }
      return .date(Int32(noon.seconds / 86_400))
    case .money:
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 2, let amount = Decimal(parts[0]), let currency = CurrencyCode(parts[1]) else {
        break
      }
      return .money(MoneyAmount(amount: amount, currency: currency))
    default: return try evaluate(text)
    }
    throw Unreadable(description: "`\(text)` is no \(type)")
  }

  private static func evaluate(_ text: String) throws -> Value {
    guard let checked = check(text: text, in: Environment(), expecting: nil).expression else {
      throw Unreadable(description: "`\(text)` is no value")
    }
    return try Program(checked).evaluate(NoFacts())
  }

  private final class NoFacts: Facts {
    func fact(_ slot: Int) throws(EvaluationError) -> Value { throw .factUnavailable(slot) }
  }
}
