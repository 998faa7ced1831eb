import CEL

/// What one evaluation gave, in the words of the comparison.
enum Outcome {
  case value(Value)
  case failure(Set<ReferenceFailure.Kind>)
  /// A value, or one of the errors.
  case either(Value, Set<ReferenceFailure.Kind>)

  /// What the library gives.
  init(_ work: () throws(EvaluationError) -> Value) {
    do throws(EvaluationError) { self = .value(try work()) } catch { self = .failure([error.kind]) }
  }

  /// What the reference gives.
  init(reference expression: CheckedExpression, _ facts: any Facts, rates: MoneyRates) {
    var reference = ReferenceEvaluator(expression, facts, rates: rates)
    do throws(ReferenceFailure) {
      let value = try reference.value()
      let kinds = reference.bindingFailures
      self = kinds.isEmpty ? .value(value) : .either(value, kinds)
    } catch {
      self =
        error == .tooLarge ? .failure(error.kinds) : .failure(error.kinds.union(reference.bindingFailures))
    }
  }

  /// Whether the work was more than one of the two sides does.
  var isTooLarge: Bool {
    if case .failure([.stepLimit]) = self { return true }
    return false
  }

  /// Whether there is a value.
  var isValue: Bool {
    switch self {
    case .value, .either: true
    case .failure: false
    }
  }

  /// Whether both are one value, or errors of one sort.
  func agrees(with other: Outcome) -> Bool {
    switch (self, other) {
    case (.value(let left), .value(let right)): Outcome.isSame(left, right)
    case (.failure(let left), .failure(let right)): !left.isDisjoint(with: right)
    case (.either(let value, let kinds), let other), (let other, .either(let value, let kinds)):
      Outcome.value(value).agrees(with: other) || Outcome.failure(kinds).agrees(with: other)
    case (.value, .failure), (.failure, .value): false
    }
  }

  /// Whether two values cannot be told apart: of one type, `NaN` equal to itself, `0.0` unlike `-0.0`.
  static func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.double(let left), .double(let right)):
      left.isNaN ? right.isNaN : left == right && left.sign == right.sign
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy(isSame)
    case (.map(let left), .map(let right)):
      left.entries.count == right.entries.count
        && zip(left.entries, right.entries).allSatisfy {
          isSame($0.key, $1.key) && isSame($0.value, $1.value)
        }
    case (.optional(let left?), .optional(let right?)): isSame(left, right)
    default: left == right
    }
  }
}

extension CheckedExpression {
  /// Whether the checker let a literal number stand for a double or money, or keeps more digits of one than
  /// a double has, which only it can do.
  var hasConvertedLiterals: Bool {
    func isConverted(_ node: Expression) -> Bool {
      if let literal = node.literal {
        switch (literal, type(of: node.id)) {
        case (.int, .double), (.int, .money), (.uint, .money), (.double, .money): return true
        case (.double(let double, let exact?), _): return Decimal(shortest: double) != exact
        default: return false
        }
      }
      return node.children.contains(where: isConverted)
    }
    return isConverted(root)
  }
}
