extension Checker {
  mutating func unary(_ node: Expression, _ operation: UnaryOperator, _ operand: Expression) -> CELType? {
    switch operation {
    case .not:
      boolean(operand, for: "`!`")
      return .bool
    case .negate:
      guard let type = value(operand) else { return nil }
      switch type {
      case .int, .double, .money, .dateSpan, .dyn: return type
      default:
        report(
          Issue(
            range: node.range, kind: .typeMismatch,
            message: "`\(snippet(operand))` is \(type.phrase), and `-` needs a number or money"))
        return nil
      }
    }
  }

  mutating func binary(
    _ node: Expression, _ operation: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> CELType? {
    switch operation {
    case .and, .or:
      boolean(left, for: "`\(operation.rawValue)`")
      let shown = shown(by: left)
      assuming(operation == .and ? shown.whenTrue : shown.whenFalse) { checker in
        checker.boolean(right, for: "`\(operation.rawValue)`")
      }
      return .bool
    case .equal, .notEqual: return equality(node, left, right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let (leftType, rightType) = (value(left), value(right))
      guard let leftType, let rightType else { return .bool }
      if !OperatorTypes.areOrdered(leftType, rightType) {
        reportUncomparable(node, (left, leftType), (right, rightType))
      }
      return .bool
    case .in: return membership(node, left, right)
    case .add, .subtract, .multiply, .divide, .remainder:
      let (leftType, rightType) = (value(left), value(right))
      guard let leftType, let rightType else { return nil }
      if let type = OperatorTypes.arithmetic(operation, leftType, rightType) { return type }
      reportArithmetic(node, operation, (left, leftType), (right, rightType))
      return nil
    }
  }

  private mutating func equality(_ node: Expression, _ left: Expression, _ right: Expression) -> CELType {
    if left.isNull || right.isNull {
      let (leftType, rightType) = (check(left), check(right))
      for (side, type) in [(left, leftType), (right, rightType)] {
        guard let type, !type.isNullable, type != .dyn, !isPresent(side) else { continue }
        report(
          Issue(
            range: node.range, kind: .typeMismatch,
            message: "`\(snippet(side))` is \(type.phrase) and never null"))
      }
      return .bool
    }
    let (leftType, rightType) = (value(left), value(right))
    guard let leftType, let rightType else { return .bool }
    if !OperatorTypes.areEquatable(leftType, rightType) {
      reportUncomparable(node, (left, leftType), (right, rightType))
    }
    return .bool
  }

  /// Whether a test has shown this value to be there, though its declaration says that it may be missing.
  func isPresent(_ node: Expression) -> Bool { path(node).map(present.contains) ?? false }

  private mutating func membership(_ node: Expression, _ left: Expression, _ right: Expression) -> CELType {
    let leftType = left.isNull ? check(left) : value(left)
    guard let rightType = value(right), let leftType else { return .bool }
    let element: CELType
    switch rightType {
    case .dyn: return .bool
    case .list(let type): element = type
    case .map(let key, _): element = key
    default:
      var issue = Issue(
        range: right.range, kind: .typeMismatch,
        message: "`in` needs a list or a map on its right, and `\(snippet(right))` is \(rightType.phrase)")
      if rightType == .string {
        issue.help = "to look for a part of a text write `\(snippet(right)).contains(\(snippet(left)))`"
      } else {
        issue.help = "a list is written `[\(snippet(right))]`"
      }
      report(issue)
      return .bool
    }
    if !OperatorTypes.areEquatable(leftType, element) {
      reportUncomparable(node, (left, leftType), (right, rightType))
    }
    return .bool
  }

  mutating func conditional(
    _ node: Expression, _ condition: Expression, _ yes: Expression, _ no: Expression
  ) -> CELType? {
    boolean(condition, for: "`?`")
    let shown = shown(by: condition)
    let yesType = assuming(shown.whenTrue) { $0.check(yes) }
    let noType = assuming(shown.whenFalse) { $0.check(no) }
    guard let yesType, let noType else { return nil }
    if let type = joined((yes, yesType), (no, noType)) { return type }
    report(
      Issue(
        range: node.range, kind: .typeMismatch,
        message: "the two sides of `:` have different types: \(yesType) and \(noType)",
        labels: labels((yes, yesType), (no, noType))))
    return nil
  }

  /// The type of a value that is one of two nodes; a literal number takes the other side's type.
  mutating func joined(
    _ left: (node: Expression, type: CELType), _ right: (node: Expression, type: CELType)
  ) -> CELType? {
    if let type = left.type.joined(with: right.type) { return type }
    if coerce(right.node, to: left.type.unwrapped) { return left.type }
    if coerce(left.node, to: right.type.unwrapped) { return right.type }
    return nil
  }

  mutating func index(_ node: Expression, _ operand: Expression, _ place: Expression) -> CELType? {
    let (type, placeType) = (value(operand), value(place))
    guard let type, let placeType else { return nil }
    switch type {
    case .dyn: return .dyn
    case .list(let element):
      if placeType == .int || placeType == .uint || placeType == .dyn { return element }
      report(
        Issue(
          range: place.range, kind: .typeMismatch,
          message:
            "a place in a list is an int, counted from 0, and `\(snippet(place))` is \(placeType.phrase)"))
    case .map(let key, let value):
      if OperatorTypes.areEquatable(placeType, key) { return value }
      report(
        Issue(
          range: place.range, kind: .typeMismatch,
          message: "the keys of `\(snippet(operand))` are of type \(key), and `\(snippet(place))` is "
            + placeType.phrase))
    default:
      report(
        Issue(
          range: operand.range, kind: .typeMismatch,
          message: "`\(snippet(operand))` is \(type.phrase), and only lists and maps have `[…]`"))
    }
    return nil
  }

  mutating func list(_ elements: [Expression]) -> CELType? {
    var types: [CELType?] = []
    for element in elements { types.append(element.isNull ? check(element) : value(element)) }
    return common(types).map { .list($0) }
  }

  mutating func map(_ entries: [Expression.Entry]) -> CELType? {
    var keys: [CELType?] = []
    var values: [CELType?] = []
    for entry in entries {
      keys.append(value(entry.key))
      values.append(entry.value.isNull ? check(entry.value) : value(entry.value))
      guard let key = keys.last ?? nil, ![.bool, .int, .uint, .string, .dyn].contains(key) else { continue }
      report(
        Issue(
          range: entry.key.range, kind: .typeMismatch,
          message: "`\(snippet(entry.key))` is \(key.phrase), and a key is a bool, int, uint or string"))
    }
    guard let key = common(keys), let value = common(values) else { return nil }
    return .map(key, value)
  }

  /// The type of the elements of a literal: `dyn` where they differ, nil where one is not known.
  private func common(_ types: [CELType?]) -> CELType? {
    guard var common = types.first else { return .dyn }
    for type in types.dropFirst() {
      guard let before = common, let type else { return nil }
      common = before.joined(with: type) ?? .dyn
    }
    return common
  }
}
