import CEL
import Vocabulary

/// What the conditions of a plan read that changes from day to day without an event: it tells the simulator
/// which days matter, so that the others are jumped.
package struct Clockwork: Sendable, Equatable {
  /// Days overdue at which a condition can change, in rising order.
  package private(set) var daysOverdue: [Int] = []
  /// Days since the last message at which a condition can change, in rising order.
  package private(set) var daysSinceLast: [Int] = []
  /// True if a condition reads `history`: it can change on the day after a message.
  package private(set) var readsHistory = false
  /// True if a condition reads the date in a way that can change on any day: every day matters.
  package private(set) var isDaily = false

  /// Whether what an invoice costs on top grows from day to day.
  private let hasCharges: Bool

  /// - Parameters:
  ///   - conditions: All conditions of the plan, checked in `Vocabulary.escalationConditions` or
  ///     `Vocabulary.segmentConditions`.
  ///   - hasCharges: True where the plan has charges.
  package init(_ conditions: [CheckedExpression], hasCharges: Bool = false) {
    self.hasCharges = hasCharges
    for condition in conditions { read(condition.root, condition) }
    daysOverdue = Array(Set(daysOverdue)).sorted()
    daysSinceLast = Array(Set(daysSinceLast)).sorted()
  }

  private mutating func read(_ node: Expression, _ condition: CheckedExpression) {
    if case .binary(let operation, let left, let right) = node.kind, let sign = Comparison(operation) {
      if let days = Clockwork.constant(right), count(left, condition, Clockwork.turns(sign, days)) { return }
      if let days = Clockwork.constant(left), count(right, condition, Clockwork.turns(sign.swapped, days)) {
        return
      }
    }
    if case .presence(let operand) = node.kind, fact(operand, condition) == .history(.daysSinceLast) {
      readsHistory = true
      return
    }
    switch fact(node, condition) {
    case .today, .invoice(.daysOverdue): isDaily = true
    case .invoice(.interest), .invoice(.compensation), .invoice(.total): isDaily = isDaily || hasCharges
    case .history(let fact):
      readsHistory = true
      if fact == .daysSinceLast { isDaily = true }
    case .customer, .invoice, .letter, nil: break
    }
    for child in node.children { read(child, condition) }
  }

  /// Notes that a condition compares a count of days with a constant; false where `node` is no such count.
  private mutating func count(_ node: Expression, _ condition: CheckedExpression, _ days: [Int]) -> Bool {
    switch fact(node, condition) {
    case .invoice(.daysOverdue):
      daysOverdue += days
      return true
    case .history(.daysSinceLast):
      readsHistory = true
      daysSinceLast += days
      return true
    default: break
    }
    guard case .call(_, let receiver?, let arguments) = node.kind,
      condition.reference(of: node.id) == .fallback(.plain),
      arguments.allSatisfy({ Clockwork.constant($0) != nil })
    else { return false }
    return count(receiver, condition, days)
  }

  private func fact(_ node: Expression, _ condition: CheckedExpression) -> Vocabulary.Fact? {
    guard case .slot(let slot) = condition.reference(of: node.id) else { return nil }
    return Vocabulary.escalationFacts[slot]
  }

  /// The counts at which `count sign days` changes while the count grows day by day.
  private static func turns(_ sign: Comparison, _ days: Int) -> [Int] {
    switch sign {
    case .less, .greaterOrEqual: [days]
    case .lessOrEqual, .greater: [days + 1]
    case .equal, .notEqual: [days, days + 1]
    }
  }

  /// Days beyond are left to `isDaily`: they could not be added to a date.
  private static let countable = -999_999...999_999

  private static func constant(_ node: Expression) -> Int? {
    switch node.kind {
    case .literal(.int(let value)): Int(exactly: value).flatMap { countable.contains($0) ? $0 : nil }
    case .unary(.negate, let operand): constant(operand).map { -$0 }
    default: nil
    }
  }
}
