extension Checker {
  mutating func unary(_ node: Expression, _ operation: UnaryOperator, _ operand: Expression) -> CELType? {
    switch operation {
    case .not:
      boolean(operand, for: "`!`")
      return .bool
    case .negate:
      guard let type = value(operand) else { return nil }
      switch type {
      case .int, .double, .money, .dateSpan, .dyn, .parameter: return type
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
      if let type = OperatorTypes.arithmetic(operation, leftType, rightType, &substitution) { return type }
      reportArithmetic(node, operation, (left, leftType), (right, rightType))
      return nil
    }
  }

  private mutating func equality(_ node: Expression, _ left: Expression, _ right: Expression) -> CELType {
    if left.isNull || right.isNull {
      let (leftType, rightType) = (check(left), check(right))
      for (side, type) in [(left, leftType), (right, rightType)] {
        guard let type, !type.isOpen, !type.takesNull, !isPresent(side) else { continue }
        report(
          Issue(
            range: node.range, kind: .typeMismatch,
            message: "`\(snippet(side))` is \(type.phrase) and never null"))
      }
      return .bool
    }
    let (leftType, rightType) = (value(left), value(right))
    guard let leftType, let rightType else { return .bool }
    if !OperatorTypes.areEquatable(leftType, rightType, &substitution) {
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
    case .dyn, .parameter: return .bool
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
    if !OperatorTypes.areEquatable(leftType, element, &substitution) {
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
    if let type = substitution.joinedOrNull(left.type, right.type) { return type }
    if coerce(right.node, to: left.type.unwrapped) { return left.type }
    if coerce(left.node, to: right.type.unwrapped) { return right.type }
    return nil
  }

  /// The type of `operand[place]`; of an optional's element an optional.
  mutating func index(_ operand: Expression, _ place: Expression) -> CELType? {
    let (type, placeType) = (value(operand), value(place))
    guard let type, let placeType else { return nil }
    if case .optional(let content) = type {
      return element(of: content, operand, place, placeType).map { .optional($0) }
    }
    return element(of: type, operand, place, placeType)
  }

  /// The type of `operand[?place]`: always an optional.
  mutating func optionalIndex(_ operand: Expression, _ place: Expression) -> CELType? {
    let (type, placeType) = (value(operand), value(place))
    guard let type, let placeType else { return nil }
    if case .optional(let content) = type {
      return element(of: content, operand, place, placeType).map { .optional($0) }
    }
    return element(of: type, operand, place, placeType).map { .optional($0) }
  }

  private mutating func element(
    of type: CELType, _ operand: Expression, _ place: Expression, _ placeType: CELType
  ) -> CELType? {
    switch type {
    case .dyn, .parameter: return .dyn
    case .list(let element):
      if placeType == .int || placeType == .uint || placeType.isOpen { return element }
      report(
        Issue(
          range: place.range, kind: .typeMismatch,
          message:
            "a place in a list is an int, counted from 0, and `\(snippet(place))` is \(placeType.phrase)"))
    case .map(let key, let value):
      if OperatorTypes.areEquatable(placeType, key, &substitution) { return value }
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
}
