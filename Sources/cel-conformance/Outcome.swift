import CEL

/// What came of one case.
enum Outcome {
  case passed
  case failed(expected: String, found: String)
  case skipped(LeftOut)

  /// Runs a case, unless it is left out.
  init(of test: ConformanceCase, zones: any TimeZoneDatabase) {
    if let entry = LeftOut.entry(for: test) {
      self = .skipped(entry)
      return
    }
    switch test.setting {
    case .success(let setting): self.init(of: test, setting, zones)
    case .failure(let malformed): self = .failed(expected: "a case", found: malformed.reason)
    }
  }

  private init(of test: ConformanceCase, _ setting: ConformanceCase.Setting, _ zones: any TimeZoneDatabase) {
    let wanted = Outcome.description(setting.expected)
    let result =
      test.isUnchecked
      ? resolve(text: test.expression, in: setting.environment)
      : check(text: test.expression, in: setting.environment, expecting: nil, validatingLiterals: false)
    guard let expression = result.expression else {
      let issues = result.issues.map(\.message).joined(separator: "; ")
      self = .failed(expected: wanted, found: "refused: \(issues)")
      return
    }
    if case .type(let type, _) = setting.expected, Outcome.published(expression.type) != type {
      self = .failed(expected: wanted, found: "the type \(expression.type)")
      return
    }
    if test.isCheckOnly {
      self = .passed
      return
    }
    do {
      let facts = BoundFacts(setting.bindings, in: setting.environment)
      self.init(try Program(expression, zones: zones).evaluate(facts), setting.expected)
    } catch {
      if case .error = setting.expected {
        self = .passed
      } else {
        self = .failed(expected: wanted, found: "the error \(error)")
      }
    }
  }

  private init(_ found: Value, _ expected: ConformanceCase.Expectation) {
    switch expected {
    case .value(let wanted), .type(_, let wanted?):
      self = Outcome.isSame(found, wanted) ? .passed : .failed(expected: "\(wanted)", found: "\(found)")
    case .type(_, nil): self = .passed
    case .error: self = .failed(expected: "an error", found: "\(found)")
    }
  }

  /// The type as the suite names it: timestamps, durations and optionals may be null there without saying so.
  private static func published(_ type: CELType) -> CELType {
    switch type {
    case .nullable(.timestamp): .timestamp
    case .nullable(.duration): .duration
    case .nullable(.optional(let content)): .optional(published(content))
    case .list(let element): .list(published(element))
    case .map(let key, let value): .map(published(key), published(value))
    default: type
    }
  }

  /// Whether two values are the same, not-a-number included, which is equal to nothing in the language.
  private static func isSame(_ found: Value, _ wanted: Value) -> Bool {
    switch (found, wanted) {
    case (.double(let found), .double(let wanted)): return found == wanted || (found.isNaN && wanted.isNaN)
    case (.list(let found), .list(let wanted)):
      return found.count == wanted.count && zip(found, wanted).allSatisfy(isSame)
    case (.map(let found), .map(let wanted)):
      return found.entries.count == wanted.entries.count
        && found.entries.allSatisfy { entry in wanted[entry.key].map { isSame(entry.value, $0) } ?? false }
    default: return found == wanted
    }
  }

  private static func description(_ expected: ConformanceCase.Expectation) -> String {
    switch expected {
    case .value(let value): "\(value)"
    case .type(let type, _): "the type \(type)"
    case .error: "an error"
    }
  }
}

/// The values of a case by slot; a name without a value is an error when it is asked for.
private final class BoundFacts: Facts {
  private let values: [Value?]

  init(_ bindings: [String: Value], in environment: Environment) {
    values = environment.slots.map { bindings[$0.name] }
  }

  func fact(_ slot: Int) throws(EvaluationError) -> Value {
    guard let value = values[slot] else { throw .factUnavailable(slot) }
    return value
  }
}
