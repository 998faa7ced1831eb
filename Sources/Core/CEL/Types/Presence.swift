/// A value that a test can show to be there: a fact, a loop variable, or a field of one.
indirect enum Path: Hashable, Sendable {
  case slot(Int)
  /// A macro's variable, by its number in the expression.
  case local(Int)
  case field(Path, Int)
  case key(Path, String)
}

/// What is known to be there where an expression is true, and where it is false.
struct Presence {
  var whenTrue: Set<Path> = []
  var whenFalse: Set<Path> = []

  /// What `expression` shows; `path` names the value that a node stands for.
  static func shown(by expression: Expression, path: (Expression) -> Path?) -> Presence {
    switch expression.kind {
    case .presence(let operand):
      return Presence(whenTrue: path(operand).map { [$0] } ?? [])
    case .unary(.not, let operand):
      let inner = shown(by: operand, path: path)
      return Presence(whenTrue: inner.whenFalse, whenFalse: inner.whenTrue)
    case .binary(.equal, let left, let right):
      return Presence(whenFalse: compared(left, right, path))
    case .binary(.notEqual, let left, let right):
      return Presence(whenTrue: compared(left, right, path))
    case .binary(.and, let left, let right):
      let (left, right) = (shown(by: left, path: path), shown(by: right, path: path))
      return Presence(
        whenTrue: left.whenTrue.union(right.whenTrue),
        whenFalse: left.whenFalse.intersection(right.whenFalse))
    case .binary(.or, let left, let right):
      let (left, right) = (shown(by: left, path: path), shown(by: right, path: path))
      return Presence(
        whenTrue: left.whenTrue.intersection(right.whenTrue),
        whenFalse: left.whenFalse.union(right.whenFalse))
    case .conditional(let condition, let yes, let no):
      return chosen(
        shown(by: condition, path: path), shown(by: yes, path: path), shown(by: no, path: path))
    default:
      return Presence()
    }
  }

  private static func chosen(_ condition: Presence, _ yes: Presence, _ no: Presence) -> Presence {
    Presence(
      whenTrue: condition.whenTrue.union(yes.whenTrue)
        .intersection(condition.whenFalse.union(no.whenTrue)),
      whenFalse: condition.whenTrue.union(yes.whenFalse)
        .intersection(condition.whenFalse.union(no.whenFalse)))
  }

  /// The value that is compared with `null`.
  private static func compared(
    _ left: Expression, _ right: Expression, _ path: (Expression) -> Path?
  ) -> Set<Path> {
    let value = right.isNull ? left : (left.isNull ? right : nil)
    return value.flatMap(path).map { [$0] } ?? []
  }
}

extension Expression {
  /// Whether this is the literal `null`.
  var isNull: Bool {
    if case .literal(.null) = kind { return true }
    return false
  }

  /// The literal that this node is; nil for anything else, also for an operator before a literal.
  public var literal: Literal? {
    if case .literal(let literal) = kind { return literal }
    return nil
  }
}
