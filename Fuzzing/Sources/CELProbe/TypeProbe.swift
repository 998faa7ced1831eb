import CEL

/// What is promised of types: values have those that were deduced, and known types rule out some errors.
enum TypeProbe {
  /// Whether a checked expression without a part of unknown type can never end in an error.
  static func excludes(_ error: EvaluationError) -> Bool {
    switch error {
    case .typeMismatch, .nullValue, .unknownName, .unknownFunction, .unsupportedKey: true
    default: false
    }
  }

  /// Whether the types of all parts are known to their last layer.
  static func isKnown(_ expression: CheckedExpression) -> Bool {
    var waiting = [expression.root]
    while let node = waiting.popLast() {
      switch expression.reference(of: node.id) {
      // What a longer name is made of has no type of its own.
      case .nameSpace: continue
      case .slot, .type:
        guard isKnown(expression.type(of: node.id)) else { return false }
      default:
        guard isKnown(expression.type(of: node.id)) else { return false }
        waiting += node.children
      }
    }
    return true
  }

  private static func isKnown(_ type: CELType) -> Bool {
    switch type {
    case .dyn, .parameter: false
    // A type as a value: what it is the type of does not matter.
    case .type: true
    case .list(let part), .optional(let part), .nullable(let part): isKnown(part)
    case .map(let key, let value): isKnown(key) && isKnown(value)
    case .abstract(_, let parts): parts.allSatisfy(isKnown)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .dateSpan, .money,
      .object:
      true
    }
  }
}

extension Value {
  /// Whether the value has a type, as far as the type is known before it runs and `Outcome` looks into it.
  func has(_ type: CELType, depth: Int = 0) -> Bool {
    guard depth <= Outcome.depth else { return true }
    switch (self, type) {
    case (_, .dyn), (_, .parameter): return true
    case (.null, .nullable), (.null, .null): return true
    case (_, .nullable(let content)): return has(content, depth: depth + 1)
    // The language lets null stand for these without saying so.
    case (.null, .timestamp), (.null, .duration), (.null, .optional), (.null, .object), (.null, .abstract):
      return true
    case (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string),
      (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.date, .date),
      (.dateSpan, .dateSpan), (.money, .money), (.type, .type), (.object, .object):
      return true
    case (.list(let elements), .list(let element)):
      return elements.prefix(Outcome.width).allSatisfy { $0.has(element, depth: depth + 1) }
    case (.map(let map), .map(let key, let value)):
      return map.entries.prefix(Outcome.width).allSatisfy {
        $0.key.has(key) && $0.value.has(value, depth: depth + 1)
      }
    case (.optional(let content), .optional(let type)):
      return content.map { $0.has(type, depth: depth + 1) } ?? true
    default: return false
    }
  }
}
