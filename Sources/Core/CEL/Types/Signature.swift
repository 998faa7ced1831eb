/// One form of a function of the language.
struct Signature {
  let function: StandardFunction
  let isMember: Bool
  /// The types of the parameters, the receiver's first.
  let parameters: [CELType]
  let result: CELType

  static let all: [Signature] = sizes + texts + conversions + days

  /// The functions, in all their forms, that have a name.
  static func named(_ name: String, isMember: Bool) -> [Signature] {
    all.filter { $0.function.rawValue == name && $0.isMember == isMember }
  }

  private static let sizes: [Signature] = [CELType.string, .bytes, .list(.dyn), .map(.dyn, .dyn)].flatMap {
    [
      Signature(function: .size, isMember: false, parameters: [$0], result: .int),
      Signature(function: .size, isMember: true, parameters: [$0], result: .int),
    ]
  }

  private static let texts: [Signature] = [StandardFunction.contains, .startsWith, .endsWith].map {
    Signature(function: $0, isMember: true, parameters: [.string, .string], result: .bool)
  }

  private static let conversions: [Signature] = {
    let sources: [(StandardFunction, CELType, [CELType])] = [
      (.int, .int, [.int, .uint, .double, .string]),
      (.uint, .uint, [.int, .uint, .double, .string]),
      (.double, .double, [.int, .uint, .double, .string]),
      (.string, .string, [.string, .bytes, .bool, .int, .uint, .double, .date, .money]),
      (.bool, .bool, [.bool, .string]),
      (.bytes, .bytes, [.bytes, .string]),
      (.dyn, .dyn, [.dyn]),
    ]
    return sources.flatMap { function, result, types in
      types.map { Signature(function: function, isMember: false, parameters: [$0], result: result) }
    }
  }()

  // Additions to CEL.
  private static let days: [Signature] = [
    Signature(function: .days, isMember: false, parameters: [.int], result: .dateSpan),
    Signature(function: .weekday, isMember: true, parameters: [.date], result: .int),
  ]
}
