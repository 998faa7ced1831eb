/// The extension library of lists: `lists.range`, `slice`, `flatten`, `distinct`, `sort` and their like.
///
/// The rules are those of cel-go's `ext.Lists`, version 3: <https://pkg.go.dev/github.com/google/cel-go/ext>;
/// `first` and `last` are those of its optional types, version 2.
enum ListFunctions {
  /// What a function gives for its arguments, the receiver first.
  ///
  /// Throws `typeMismatch` where no form of the function takes them, and `invalidArgument` for a place
  /// outside of the list, a negative size or depth, and elements that have no common order.
  static func call(
    _ function: StandardFunction, _ arguments: [Value], _ rates: MoneyRates, _ budget: inout Budget
  ) throws(EvaluationError) -> Value {
    if function == .range {
      guard arguments.count == 1, case .int(let size) = arguments[0] else { throw .typeMismatch }
      return .list(try range(size, &budget))
    }
    guard case .list(let elements) = arguments.first else { throw .typeMismatch }
    switch (function, arguments.count) {
    case (.distinct, 1): return .list(try distinct(elements, rates, &budget))
    case (.reverse, 1):
      try budget.spend(elements.count)
      return .list(elements.reversed())
    case (.sort, 1): return .list(try sorted(elements, by: elements, rates, &budget))
    case (.first, 1): return .optional(elements.first)
    case (.last, 1): return .optional(elements.last)
    case (.flatten, 1): return .list(try flatten(elements, depth: 1, &budget))
    case (.flatten, 2):
      guard case .int(let depth) = arguments[1] else { throw .typeMismatch }
      return .list(try flatten(elements, depth: depth, &budget))
    case (.slice, 3):
      guard case .int(let start) = arguments[1], case .int(let end) = arguments[2] else {
        throw .typeMismatch
      }
      return .list(try slice(elements, from: start, to: end, &budget))
    default: throw .typeMismatch
    }
  }

  private static func range(_ size: Int64, _ budget: inout Budget) throws(EvaluationError) -> [Value] {
    guard size >= 0 else { throw .invalidArgument("size must be non-negative, got \(size)") }
    try budget.spend(Int(size))
    return (0..<size).map { .int($0) }
  }

  private static func slice(
    _ elements: [Value], from start: Int64, to end: Int64, _ budget: inout Budget
  ) throws(EvaluationError) -> [Value] {
    guard start >= 0, end >= 0 else {
      throw .invalidArgument("cannot slice(\(start), \(end)), negative indexes not supported")
    }
    guard start <= end else {
      throw .invalidArgument("cannot slice(\(start), \(end)), start index must not be above end index")
    }
    guard end <= elements.count else {
      throw .invalidArgument("cannot slice(\(start), \(end)), list is length \(elements.count)")
    }
    try budget.spend(Int(end - start))
    return Array(elements[Int(start)..<Int(end)])
  }

  /// The elements with those that are lists replaced by their own, this many levels down.
  ///
  /// With depth 0 they stay as they are; those that are no lists stay at any depth, as in cel-go. Keeps its
  /// own stack, so lists that are nested deeply cost no more of the machine's.
  private static func flatten(
    _ elements: [Value], depth: Int64, _ budget: inout Budget
  ) throws(EvaluationError) -> [Value] {
    guard depth >= 0 else { throw .invalidArgument("level must be non-negative, got \(depth)") }
    var flat: [Value] = []
    var open = [elements[...]]
    while var rest = open.popLast() {
      while let element = rest.popFirst() {
        try budget.spend(1)
        if open.count < depth, case .list(let inner) = element {
          open.append(rest)
          rest = inner[...]
        } else {
          flat.append(element)
        }
      }
    }
    return flat
  }
}
