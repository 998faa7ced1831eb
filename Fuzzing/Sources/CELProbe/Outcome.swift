import CEL

/// What one evaluation gave: a value or an error, and the steps that it took.
struct Outcome {
  let result: Result<Value, EvaluationError>
  let spent: Int
  /// The facts that were asked for.
  let asked: Set<Int>

  /// The steps that one probe may take: few, so that work which is not paid for shows as a slow input.
  static let steps = 100_000

  /// How deep into a value the probe looks, and at how many parts of each list or map: a small expression can
  /// make a value that holds itself, so to say, a million times over.
  static let depth = 5
  static let width = 10

  /// Evaluates an expression once.
  init(_ program: Program, _ facts: ProbeFacts) {
    var budget = Budget(steps: Self.steps)
    do throws(EvaluationError) {
      result = .success(try program.evaluate(facts, spending: &budget))
    } catch {
      result = .failure(error)
    }
    spent = Self.steps - budget.steps
    asked = facts.asked
  }

  /// Whether two evaluations gave the same value, bit by bit, or the same error.
  func isSame(as other: Outcome) -> Bool {
    switch (result, other.result) {
    case (.success(let left), .success(let right)): Self.isSame(left, right)
    case (.failure(let left), .failure(let right)): left == right
    default: false
    }
  }

  /// Whether two values are the same; only the outer part of large ones counts.
  static func isSame(_ left: Value, _ right: Value, depth: Int = 0) -> Bool {
    guard depth <= Self.depth else { return true }
    switch (left, right) {
    case (.double(let left), .double(let right)):
      return left.bitPattern == right.bitPattern || (left.isNaN && right.isNaN)
    case (.list(let left), .list(let right)):
      return left.count == right.count
        && zip(left, right).prefix(Self.width).allSatisfy { isSame($0, $1, depth: depth + 1) }
    case (.map(let left), .map(let right)):
      return left.entries.count == right.entries.count
        && zip(left.entries, right.entries).prefix(Self.width).allSatisfy {
          isSame($0.key, $1.key) && isSame($0.value, $1.value, depth: depth + 1)
        }
    case (.optional(let left?), .optional(let right?)): return isSame(left, right, depth: depth + 1)
    // Each reading of an object makes one of its own.
    case (.object, .object): return true
    default: return left == right
    }
  }
}
