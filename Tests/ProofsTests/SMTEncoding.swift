import CEL
import Vocabulary

/// Writes conditions in SMT-LIB, with three-valued logic spelt out: a second reading of the language, which knows
/// nothing of the prover's. Texts are numbers, so only their equality can be asked about.
struct SMTEncoding {
  /// What has to be declared, and what holds in every world.
  private(set) var declarations: [String: String] = [:]
  private(set) var assertions: [String] = []
  private var texts: [String: Int] = ["business": 0, "consumer": 1, "public": 2]
  private var expression: CheckedExpression
  private var locals: [SMTTerm] = []

  init(_ first: CheckedExpression) { expression = first }

  /// The condition; nil where it asks for something that cannot be written here.
  mutating func encode(_ condition: CheckedExpression) -> SMTTruth? {
    expression = condition
    locals = []
    return truth(condition.root)
  }

  private mutating func truth(_ node: Expression) -> SMTTruth? {
    switch node.kind {
    case .unary(.not, let operand): return truth(operand).map { !$0 }
    case .binary(.and, let left, let right): return pair(left, right).map { $0 && $1 }
    case .binary(.or, let left, let right): return pair(left, right).map { $0 || $1 }
    case .conditional(let condition, let yes, let no):
      guard let condition = truth(condition), let (yes, no) = pair(yes, no) else { return nil }
      return SMTTruth(
        holds: "(or (and \(condition.holds) \(yes.holds)) (and \(condition.fails) \(no.holds)))",
        fails: "(or (and \(condition.holds) \(yes.fails)) (and \(condition.fails) \(no.fails)))")
    case .binary(.equal, let left, let right) where expression.type(of: left.id) == .bool:
      guard let (left, right) = pair(left, right) else { return nil }
      return SMTTruth(
        holds: "(or (and \(left.holds) \(right.holds)) (and \(left.fails) \(right.fails)))",
        fails: "(or (and \(left.holds) \(right.fails)) (and \(left.fails) \(right.holds)))")
    case .binary(.in, let element, let container): return membership(element, container)
    case .binary(let operation, let left, let right):
      guard let comparison = Comparison(operation), let left = value(left), let right = value(right) else {
        return nil
      }
      return compared(comparison, left, right, isText: isText(node))
    case .presence(let operand):
      if case .key(let key) = expression.reference(of: operand.id) {
        return .formula(declare("has-\(key)", "Bool"), given: "true")
      }
      return value(operand).map { .formula("(not \($0.isNull))", given: $0.works) }
    case .comprehension(let loop): return test(loop)
    case .literal(.bool(let value)): return .formula("\(value)", given: "true")
    default: return value(node).map { .formula($0.value, given: $0.works) }
    }
  }

  private mutating func pair(_ left: Expression, _ right: Expression) -> (SMTTruth, SMTTruth)? {
    guard let left = truth(left), let right = truth(right) else { return nil }
    return (left, right)
  }

  private func isText(_ node: Expression) -> Bool {
    node.children.contains { expression.type(of: $0.id).unwrapped == .string }
  }

  private func compared(_ comparison: Comparison, _ left: SMTTerm, _ right: SMTTerm, isText: Bool)
    -> SMTTruth?
  {
    if isText, comparison != .equal, comparison != .notEqual { return nil }
    let works = "(and \(left.works) \(right.works))"
    let isReal = left.isReal || right.isReal
    let (first, second) = isReal ? (left.real, right.real) : (left.value, right.value)
    let sign =
      switch comparison {
      case .equal, .notEqual: "="
      case .less: "<"
      case .lessOrEqual: "<="
      case .greater: ">"
      case .greaterOrEqual: ">="
      }
    let equal =
      "(ite (or \(left.isNull) \(right.isNull)) (and \(left.isNull) \(right.isNull)) (\(sign) \(first) \(second)))"
    switch comparison {
    case .equal: return .formula(equal, given: works)
    case .notEqual: return !.formula(equal, given: works)
    default:
      let bothThere = "(and \(works) (not \(left.isNull)) (not \(right.isNull)))"
      return .formula("(\(sign) \(first) \(second))", given: bothThere)
    }
  }

  private mutating func membership(_ element: Expression, _ container: Expression) -> SMTTruth? {
    guard let list = value(container) else { return nil }
    if let fact = list.container {
      guard case .string(let text)? = element.literal ?? locals.last.flatMap(literal) else { return nil }
      return .formula(declare("\(fact)-\(text)", "Bool"), given: "true")
    }
    guard let element = value(element) else { return nil }
    var truth = SMTTruth.formula("false", given: "true")
    var works = element.works
    for other in list.elements {
      guard let equal = compared(.equal, element, other, isText: false) else { return nil }
      truth = truth || equal
      works = "(and \(works) \(other.works))"
    }
    return SMTTruth(holds: "(and \(works) \(truth.holds))", fails: "(and \(works) \(truth.fails))")
  }

  /// The text that a number stands for.
  private func literal(_ term: SMTTerm) -> Literal? {
    texts.first { "\($0.value)" == term.value }.map { .string($0.key) }
  }

  private mutating func test(_ loop: Comprehension) -> SMTTruth? {
    if loop.kind == .bind {
      guard let bound = value(loop.range) else { return nil }
      locals.append(bound)
      defer { locals.removeLast() }
      return truth(loop.body)
    }
    guard let list = value(loop.range), loop.kind == .exists || loop.kind == .all else { return nil }
    var whole = SMTTruth.formula("\(loop.kind == .all)", given: "true")
    for element in list.elements {
      locals.append(element)
      defer { locals.removeLast() }
      guard let body = truth(loop.body) else { return nil }
      whole = loop.kind == .all ? whole && body : whole || body
    }
    return whole
  }

  mutating func declare(_ name: String, _ sort: String) -> String {
    declarations[name] = sort
    return name
  }

  // MARK: - Values

  private mutating func value(_ node: Expression) -> SMTTerm? {
    if case .slot(let slot) = expression.reference(of: node.id) { return fact(slot) }
    if case .local(let place) = expression.reference(of: node.id) { return locals[place] }
    switch node.kind {
    case .literal(let literal): return constant(literal)
    case .unary(.negate, let operand):
      return value(operand).map { SMTTerm(works: $0.works, value: "(- \($0.value))", isReal: $0.isReal) }
    case .binary(let operation, let left, let right):
      guard let left = value(left), let right = value(right) else { return nil }
      let isReal = left.isReal || right.isReal
      let (first, second) = isReal ? (left.real, right.real) : (left.value, right.value)
      return SMTTerm(
        works: "(and \(left.works) \(right.works))", value: "(\(operation.rawValue) \(first) \(second))",
        isReal: isReal)
    case .list(let elements):
      var term = SMTTerm(value: "0")
      for element in elements {
        guard let value = value(element.value) else { return nil }
        term.elements.append(value)
      }
      return term
    case .select(_, let name): return key(name.text)
    case .index(_, let place), .optionalIndex(_, let place):
      guard case .string(let text)? = place.literal else { return nil }
      guard case .optionalIndex = node.kind else { return key(text) }
      let found = key(text)
      return SMTTerm(isNull: "(not \(found.works))", value: found.value)
    case .call(let name, let receiver, let arguments): return call(name.text, receiver, arguments)
    default: return nil
    }
  }

  private mutating func key(_ name: String) -> SMTTerm {
    SMTTerm(works: declare("has-\(name)", "Bool"), value: declare("value-\(name)", "Int"))
  }

  private mutating func constant(_ literal: Literal) -> SMTTerm? {
    switch literal {
    case .null: return SMTTerm(isNull: "true", value: "0")
    case .bool(let value): return SMTTerm(value: "\(value)")
    case .int(let int): return SMTTerm(value: int < 0 ? "(- \(int.magnitude))" : "\(int)")
    case .double(_, let exact):
      return exact.map { SMTTerm(value: $0.scale == 0 ? "\($0).0" : "\($0)", isReal: true) }
    case .string(let text):
      let number = texts[text] ?? texts.count
      texts[text] = number
      return SMTTerm(value: "\(number)")
    case .uint, .bytes: return nil
    }
  }

  private mutating func call(_ name: String, _ receiver: Expression?, _ arguments: [Expression]) -> SMTTerm? {
    guard let argument = arguments.first else { return nil }
    switch name {
    case "or", "orValue":
      guard let receiver, let first = value(receiver), let other = value(argument) else { return nil }
      // A key that is missing is a missing value to `or`.
      let isKey = { if case .string = expression.type(of: receiver.id) { true } else { false } }()
      let isMissing = isKey ? "(not \(first.works))" : first.isNull
      let isReal = first.isReal || other.isReal
      let (one, two) = isReal ? (first.real, other.real) : (first.value, other.value)
      return SMTTerm(
        works: "(or (and (not \(isMissing)) \(first.works)) (and \(isMissing) \(other.works)))",
        value: "(ite \(isMissing) \(two) \(one))", isReal: isReal)
    case "days": return value(argument)
    case "abs": return value(argument).map { SMTTerm(works: $0.works, value: "(abs \($0.value))") }
    case "size": return size()
    default: return nil
    }
  }

  private mutating func size() -> SMTTerm {
    let size = declare("size", "Int")
    assertions.append("(>= size 0)")
    for name in ["tags-a", "tags-b"] { assertions.append("(=> \(declare(name, "Bool")) (>= size 1))") }
    return SMTTerm(value: size)
  }

  // MARK: - Facts

  private mutating func fact(_ slot: Int) -> SMTTerm? {
    let slotOfFact = Vocabulary.escalationConditions.slots[slot]
    let name = slotOfFact.name
    if name == "customer.tags" { return SMTTerm(value: "0", container: "tags") }
    if name == "customer.fields" { return SMTTerm(value: "0", container: "has") }
    if name == "invoice.days_overdue" {
      return SMTTerm(value: "(- \(declare("today", "Int")) \(declare("invoice.due", "Int")))")
    }
    let isNull = slotOfFact.type.isNullable ? declare("null-\(name)", "Bool") : "false"
    switch slotOfFact.type.unwrapped {
    case .bool: return SMTTerm(value: declare(name, "Bool"))
    case .int, .date, .string: return SMTTerm(isNull: isNull, value: declare(name, "Int"))
    case .double: return SMTTerm(isNull: isNull, value: declare(name, "Real"), isReal: true)
    case .money: return SMTTerm(value: "(/ (to_real \(declare(name, "Int"))) 100.0)", isReal: true)
    default: return nil
    }
  }

  /// What holds in every world, as far as what it is about is declared.
  var relations: [String] {
    let all: [(needs: [String], formula: String)] = [
      (["customer.kind"], "(and (>= customer.kind 0) (<= customer.kind 2))"),
      (["customer.balance"], "(>= customer.balance 1)"), (["customer.overdue"], "(>= customer.overdue 0)"),
      (["customer.overdue", "customer.balance"], "(<= customer.overdue customer.balance)"),
      (["customer.invoices_paid"], "(>= customer.invoices_paid 0)"),
      (["history.sent"], "(>= history.sent 0)"),
      (["history.unanswered"], "(>= history.unanswered 0)"),
      (["history.unanswered", "history.sent"], "(<= history.unanswered history.sent)"),
      (["history.days_since_last"], "(>= history.days_since_last 1)"),
      (
        ["null-history.days_since_last", "history.sent"],
        "(= null-history.days_since_last (= history.sent 0))"
      ),
      (
        ["null-history.days_since_last", "history.unanswered"],
        "(=> null-history.days_since_last (= history.unanswered 0))"
      ),
      (
        ["null-customer.average_days_late", "customer.invoices_paid"],
        "(or null-customer.average_days_late (>= customer.invoices_paid 1))"
      ),
      (["invoice.issued", "today"], "(<= invoice.issued today)"),
      (["customer.overdue", "invoice.due", "today"], "(=> (< invoice.due today) (>= customer.overdue 1))"),
    ]
    return all.filter { $0.needs.allSatisfy { declarations[$0] != nil } }.map(\.formula) + assertions
  }
}
