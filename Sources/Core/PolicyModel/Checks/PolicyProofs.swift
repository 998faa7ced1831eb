import CEL
import PolicySyntax
import Proofs
import Receivables
import Vocabulary

/// What is proved about the conditions of one policy: one prover for all of them, and one bound on its work.
final class PolicyProofs {
  /// All questions of one policy together may cost so much; what is asked later is unknown.
  static let workLimit = 1_500_000

  let prover: Prover
  private let conditions: [Condition]
  private let numbers: [Span: Int]
  private var work = PolicyProofs.workLimit

  /// - Parameters:
  ///   - conditions: All conditions that could be read, in the order of the file.
  ///   - tiers: The names of all tiers.
  init(
    _ conditions: [Condition], base: Currency, rates: [Rate], tiers: [String], zones: any TimeZoneDatabase
  ) {
    self.conditions = conditions
    numbers = Dictionary(conditions.enumerated().map { ($0.element.span, $0.offset) }) { first, _ in first }
    prover = Prover(
      conditions.map(\.expression),
      in: FactWorld(base: base, rates: rates.map { ($0.currency, $0.worth) }, tiers: tiers, zones: zones))
  }

  /// The condition's place among those of the prover.
  func number(of condition: Condition) -> Int? { numbers[condition.span] }

  /// True where it is proved that no facts meet the demands.
  func isImpossible(_ demands: [Demand]) -> Bool { prover.isImpossible(demands, spending: &work) == true }

  /// True where facts were found that meet some demands on one day and others on another.
  func isPossible(
    _ first: [Demand], andLater second: [Demand], isSteady: (Vocabulary.Fact) -> Bool
  ) -> Bool {
    prover.isImpossible(first, andLater: second, isSteady: isSteady, spending: &work) == false
  }

  /// True where it is proved that a condition holds for every invoice that is at least so many days overdue.
  func holds(_ condition: Condition, fromDaysOverdue days: Int) -> Bool {
    guard let number = number(of: condition) else { return false }
    return [Outcome.fails, .breaks].allSatisfy {
      prover.isImpossible([Demand(number, $0)], daysOverdueAtLeast: days, spending: &work) == true
    }
  }

  /// True where it is proved that the condition holds for nobody.
  func neverHolds(_ condition: Condition) -> Bool {
    guard let number = number(of: condition) else { return false }
    return isImpossible([Demand(number, .holds)])
  }

  /// True where it is proved that the condition holds for everybody for whom it can be worked out.
  func neverFails(_ condition: Condition) -> Bool {
    guard let number = number(of: condition) else { return false }
    return isImpossible([Demand(number, .fails)])
  }

  /// Facts that meet the demands, replayed; nil where there are none or none were found.
  func witness(_ demands: [Demand], trustingUnread: Bool = false) -> Witness? {
    // Finding the smallest costs many questions; so many findings are nobody's reading.
    guard work > 0 else { return nil }
    work -= 5_000
    guard case .possible(let witness) = prover.answer(demands, trustingUnread: trustingUnread) else {
      return nil
    }
    return witness
  }

  /// Runs the rules that are about one condition each; what one finds the next need not say again.
  func conditionFindings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (number, condition) in conditions.enumerated() {
      guard !condition.isLiteralTrue else { continue }
      // A value that never occurs makes what is around it always false: that is one mistake.
      let impossible = ImpossibleValue.diagnostics(condition, number, self)
      if !impossible.isEmpty {
        findings += impossible
        continue
      }
      if let constant = AlwaysTheSame.diagnostic(condition, number, self) {
        findings.append(constant)
        continue
      }
      if let redundant = RedundantPart.diagnostic(condition, number, self) { findings.append(redundant) }
      if let broken = MayBeMissing.diagnostic(condition, number, self) { findings.append(broken) }
    }
    return findings
  }
}

extension Expression {
  /// The parts that are joined by `&&`, `||` and `!`, and the branches of `?:`.
  var logicalParts: [Expression] {
    switch kind {
    case .binary(.and, let left, let right), .binary(.or, let left, let right): [left, right]
    case .unary(.not, let operand): [operand]
    default: []
    }
  }

  /// All parts that are joined in one chain of `&&`, or of `||`; the node alone where it is no such chain.
  func chain(of operation: BinaryOperator) -> [Expression] {
    guard case .binary(operation, let left, let right) = kind else { return [self] }
    return left.chain(of: operation) + right.chain(of: operation)
  }
}

extension Condition {
  /// The characters of a part, or of the whole condition with the brackets around it.
  func place(of part: Expression) -> Span {
    // The range of a node leaves out the brackets around it; of the whole condition they are marked too.
    guard part.id == expression.root.id else { return scalar.source(part.range) }
    let text = expression.text.utf8
    return scalar.source(0..<(text.count - text.reversed().prefix { $0 == 10 || $0 == 32 }.count))
  }

  /// The text of a part, on one line.
  func text(of part: Expression) -> String {
    let bytes = Array(expression.text.utf8)
    return String(decoding: bytes[part.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
