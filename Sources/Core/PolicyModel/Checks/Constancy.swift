import CEL

/// Whether a condition can be both true and false, as far as that is certain.
///
/// The condition, and its opposite, are brought into the form "one of these groups of comparisons holds"; a group
/// whose comparisons leave no value of some fact contradicts itself. What is no comparison with a fixed value
/// stands for itself: the same text is the same answer. Sound, not complete: `open` may be said of a constant.
enum Constancy {
  case alwaysTrue, alwaysFalse, open

  static func of(_ condition: Condition) -> Constancy {
    of(condition.expression.root, condition.expression)
  }

  /// - Complexity: At most `groupLimit` groups; a condition that has more is open.
  static func of(_ node: Expression, _ expression: CheckedExpression) -> Constancy {
    let reader = AtomReader(expression: expression, bytes: Array(expression.text.utf8))
    if let groups = reader.groups(node, isWanted: true), groups.allSatisfy(\.isContradiction) {
      return .alwaysFalse
    }
    if let groups = reader.groups(node, isWanted: false), groups.allSatisfy(\.isContradiction) {
      return .alwaysTrue
    }
    return .open
  }
}

/// Something that is true or false, or a bound of a value.
private enum Atom {
  /// A text that is no comparison with a fixed value, and whether it is to hold.
  case opaque(String, Bool)
  /// `key` compared with a number.
  case number(String, Comparison, Decimal, isWhole: Bool)
  /// `key` is or is not a text, a truth value or null.
  case equal(String, Literal, Bool)
  case constant(Bool)
}

/// Comparisons that hold together.
private struct Group {
  var atoms: [Atom]

  /// True if no facts make all of them hold.
  var isContradiction: Bool {
    var answers: [String: Bool] = [:]
    var bounds: [String: Bounds] = [:]
    var values: [String: (is: Literal?, isNot: Set<Literal>)] = [:]
    for atom in atoms {
      switch atom {
      case .constant(let holds):
        if !holds { return true }
      case .opaque(let text, let holds):
        if let before = answers[text], before != holds { return true }
        answers[text] = holds
      case .number(let key, let comparison, let number, let isWhole):
        bounds[key, default: Bounds(isWhole: isWhole)].take(comparison, number)
      case .equal(let key, let literal, let holds):
        var known = values[key] ?? (nil, [])
        if holds {
          if let before = known.is, before != literal { return true }
          known.is = literal
        } else {
          known.isNot.insert(literal)
        }
        if let value = known.is, known.isNot.contains(value) { return true }
        values[key] = known
      }
    }
    return bounds.values.contains(where: \.isEmpty)
  }
}

/// The numbers that a value can still be.
private struct Bounds {
  let isWhole: Bool
  private var low: (value: Decimal, isIn: Bool)?
  private var high: (value: Decimal, isIn: Bool)?
  private var excluded: Set<Decimal> = []

  init(isWhole: Bool) { self.isWhole = isWhole }

  mutating func take(_ comparison: Comparison, _ number: Decimal) {
    switch comparison {
    case .greater: raise(number, false)
    case .greaterOrEqual: raise(number, true)
    case .less: lower(number, false)
    case .lessOrEqual: lower(number, true)
    case .equal:
      raise(number, true)
      lower(number, true)
    case .notEqual: excluded.insert(number)
    }
  }

  private mutating func raise(_ value: Decimal, _ isIn: Bool) {
    guard let low else { return self.low = (value, isIn) }
    if value > low.value || (value == low.value && !isIn) { self.low = (value, isIn) }
  }

  private mutating func lower(_ value: Decimal, _ isIn: Bool) {
    guard let high else { return self.high = (value, isIn) }
    if value < high.value || (value == high.value && !isIn) { self.high = (value, isIn) }
  }

  var isEmpty: Bool {
    guard let low, let high else { return false }
    if low.value > high.value { return true }
    if low.value == high.value { return !low.isIn || !high.isIn || excluded.contains(low.value) }
    guard isWhole, !low.isIn, !high.isIn, let first = whole(low.value), let last = whole(high.value) else {
      return false
    }
    return last - first == 1
  }

  private func whole(_ value: Decimal) -> Int128? { value.scale == 0 ? value.mantissa : nil }
}

/// Takes a condition apart.
private struct AtomReader {
  static let groupLimit = 64

  let expression: CheckedExpression
  let bytes: [UInt8]

  /// The groups of which one has to hold for the node to be as wanted; nil where they are too many.
  func groups(_ node: Expression, isWanted: Bool) -> [Group]? {
    switch node.kind {
    case .unary(.not, let operand): return groups(operand, isWanted: !isWanted)
    case .binary(.and, let left, let right):
      return isWanted ? both(left, right, isWanted) : either(left, right, isWanted)
    case .binary(.or, let left, let right):
      return isWanted ? either(left, right, isWanted) : both(left, right, isWanted)
    default:
      return atom(node, isWanted).map { [Group(atoms: [$0])] } ?? [
        Group(atoms: [.opaque(text(node), isWanted)])
      ]
    }
  }

  private func either(_ left: Expression, _ right: Expression, _ isWanted: Bool) -> [Group]? {
    guard let left = groups(left, isWanted: isWanted), let right = groups(right, isWanted: isWanted),
      left.count + right.count <= Self.groupLimit
    else { return nil }
    return left + right
  }

  private func both(_ left: Expression, _ right: Expression, _ isWanted: Bool) -> [Group]? {
    guard let left = groups(left, isWanted: isWanted), let right = groups(right, isWanted: isWanted),
      left.count * right.count <= Self.groupLimit
    else { return nil }
    return left.flatMap { first in right.map { Group(atoms: first.atoms + $0.atoms) } }
  }

  private func atom(_ node: Expression, _ isWanted: Bool) -> Atom? {
    switch node.kind {
    case .literal(.bool(let value)): return .constant(value == isWanted)
    case .binary(let operation, let left, let right):
      guard let comparison = Comparison(operation) else { return nil }
      let wanted = isWanted ? comparison : comparison.opposite
      if let literal = right.literal { return compared(left, wanted, literal) }
      if let literal = left.literal { return compared(right, wanted.swapped, literal) }
      return nil
    default: return nil
    }
  }

  private func compared(_ value: Expression, _ comparison: Comparison, _ literal: Literal) -> Atom? {
    if let left = value.literal {
      guard let first = left.decimal, let second = literal.decimal else { return nil }
      return .constant(comparison.holds(first, second))
    }
    let type = expression.type(of: value.id).unwrapped
    // A double can be no number, which is neither above nor below anything: only exact values are bounds.
    if let number = literal.decimal, type == .int || type == .money {
      return .number(text(value), comparison, number, isWhole: type == .int)
    }
    switch (literal, comparison) {
    case (.string, .equal), (.bool, .equal): return .equal(text(value), literal, true)
    case (.string, .notEqual), (.bool, .notEqual): return .equal(text(value), literal, false)
    default: return nil
    }
  }

  /// The node's text without spaces outside quotes: two of one text have one value.
  private func text(_ node: Expression) -> String {
    var out: [UInt8] = []
    var quote: UInt8?
    for byte in bytes[node.range.clamped(to: 0..<bytes.count)] {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        // `a in b` must not become `ainb`, the name of something else: one space stays.
        if out.last != UInt8(ascii: " ") { out.append(UInt8(ascii: " ")) }
        continue
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
