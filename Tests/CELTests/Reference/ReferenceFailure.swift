import CEL

/// Why the reference gives no value: the errors of which any one may be reported.
struct ReferenceFailure: Error, Equatable {
  /// The sorts of errors that the definition allows here: of `a || b` with two errors, either.
  let kinds: Set<Kind>

  /// A sort of error, without the words or numbers that go with it.
  enum Kind: String, Hashable, CaseIterable {
    case noRate, factUnavailable, noSuchKey, divisionByZero, overflow, indexOutOfRange, nullValue
    case typeMismatch, invalidConversion, duplicateKey, unsupportedKey, invalidArgument, noValue
    case unknownName, unknownFunction, stepLimit, functionUnavailable
  }

  /// The work is too much for a plain evaluator: the case is not compared.
  static let tooLarge = ReferenceFailure(kinds: [.stepLimit])

  /// Any error will do: the definition asks for one and leaves open which.
  static let any = ReferenceFailure(kinds: Set(Kind.allCases))

  init(kinds: Set<Kind>) { self.kinds = kinds }

  init(_ kinds: Kind...) { self.kinds = Set(kinds) }

  /// Both errors of an operator that could report either.
  static func + (left: ReferenceFailure, right: ReferenceFailure) -> ReferenceFailure {
    left == tooLarge || right == tooLarge ? tooLarge : ReferenceFailure(kinds: left.kinds.union(right.kinds))
  }
}

extension EvaluationError {
  /// The sort of error, as the reference tells them apart.
  var kind: ReferenceFailure.Kind {
    switch self {
    case .noRate: .noRate
    case .factUnavailable: .factUnavailable
    case .noSuchKey: .noSuchKey
    case .divisionByZero: .divisionByZero
    case .overflow: .overflow
    case .indexOutOfRange: .indexOutOfRange
    case .nullValue: .nullValue
    case .typeMismatch: .typeMismatch
    case .invalidConversion: .invalidConversion
    case .duplicateKey: .duplicateKey
    case .unsupportedKey: .unsupportedKey
    case .invalidArgument: .invalidArgument
    case .noValue: .noValue
    case .unknownName: .unknownName
    case .unknownFunction: .unknownFunction
    case .stepLimit: .stepLimit
    case .functionUnavailable: .functionUnavailable
    }
  }
}
