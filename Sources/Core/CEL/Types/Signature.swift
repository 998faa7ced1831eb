/// One form of a function of the language.
struct Signature {
  let function: StandardFunction
  let isMember: Bool
  /// The types of the parameters, the receiver's first.
  let parameters: [CELType]
  let result: CELType

  static let all: [Signature] =
    sizes + texts + conversions + times + optionals + numbers + lists + days

  /// The functions, in all their forms, that have a name.
  static func named(_ name: String, isMember: Bool) -> [Signature] {
    (isMember ? members : globals)[name] ?? []
  }

  private static let members = Dictionary(grouping: all.filter(\.isMember)) { $0.function.rawValue }
  private static let globals = Dictionary(grouping: all.filter { !$0.isMember }) { $0.function.rawValue }

  private static func member(
    _ function: StandardFunction, _ parameters: [CELType], _ result: CELType
  ) -> Signature {
    Signature(function: function, isMember: true, parameters: parameters, result: result)
  }

  private static func global(
    _ function: StandardFunction, _ parameters: [CELType], _ result: CELType
  ) -> Signature {
    Signature(function: function, isMember: false, parameters: parameters, result: result)
  }

  private static let element = CELType.parameter("A")
  private static let anyList = CELType.list(element)

  private static let sizes: [Signature] = [.string, .bytes, anyList, .map(element, .parameter("B"))].flatMap {
    [global(.size, [$0], .int), member(.size, [$0], .int)]
  }

  private static let texts: [Signature] =
    [StandardFunction.contains, .startsWith, .endsWith, .matches].map {
      member($0, [.string, .string], .bool)
    } + [
      global(.matches, [.string, .string], .bool),
      member(.charAt, [.string, .int], .string),
      member(.indexOf, [.string, .string], .int), member(.indexOf, [.string, .string, .int], .int),
      member(.lastIndexOf, [.string, .string], .int), member(.lastIndexOf, [.string, .string, .int], .int),
      member(.lowerAscii, [.string], .string), member(.upperAscii, [.string], .string),
      member(.replace, [.string, .string, .string], .string),
      member(.replace, [.string, .string, .string, .int], .string),
      member(.split, [.string, .string], .list(.string)),
      member(.split, [.string, .string, .int], .list(.string)),
      member(.substring, [.string, .int], .string), member(.substring, [.string, .int, .int], .string),
      member(.trim, [.string], .string), member(.reverse, [.string], .string),
      member(.join, [.list(.string)], .string), member(.join, [.list(.string), .string], .string),
      member(.format, [.string, .list(.dyn)], .string), global(.quote, [.string], .string),
    ]

  private static let conversions: [Signature] = {
    let sources: [(StandardFunction, CELType, [CELType])] = [
      (.int, .int, [.int, .uint, .double, .string, .timestamp, .duration]),
      (.uint, .uint, [.int, .uint, .double, .string]),
      (.double, .double, [.int, .uint, .double, .string]),
      (
        .string, .string,
        [.string, .bytes, .bool, .int, .uint, .double, .timestamp, .duration, .date, .money]
      ),
      (.bool, .bool, [.bool, .string]),
      (.bytes, .bytes, [.bytes, .string]),
      (.timestamp, .timestamp, [.timestamp, .string, .int]),
      (.duration, .duration, [.duration, .string, .int]),
      (.dyn, .dyn, [element]),
      (.type, .type(element), [element]),
    ]
    return sources.flatMap { function, result, types in types.map { global(function, [$0], result) } }
  }()

  private static let times: [Signature] = {
    let all: [StandardFunction] = [
      .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getHours, .getMinutes,
      .getSeconds, .getMilliseconds,
    ]
    let ofDurations: [StandardFunction] = [.getHours, .getMinutes, .getSeconds, .getMilliseconds]
    return all.flatMap { [member($0, [.timestamp], .int), member($0, [.timestamp, .string], .int)] }
      + ofDurations.map { member($0, [.duration], .int) }
  }()

  private static let optionals: [Signature] = [
    global(.optionalOf, [element], .optional(element)),
    global(.optionalNone, [], .optional(element)),
    global(.optionalOfNonZeroValue, [element], .optional(element)),
    global(.optionalUnwrap, [.list(.optional(element))], anyList),
    member(.unwrapOpt, [.list(.optional(element))], anyList),
    member(.hasValue, [.optional(element)], .bool),
    member(.value, [.optional(element)], element),
  ]

  // `math.greatest` and `math.least` take any number of numbers; the checker looks at those itself.
  private static let numbers: [Signature] =
    [StandardFunction.ceil, .floor, .round, .trunc].map { global($0, [.double], .double) }
    + [.isNaN, .isInf, .isFinite].map { global($0, [.double], .bool) }
    + [CELType.int, .uint, .double].flatMap {
      [global(.abs, [$0], $0), global(.sign, [$0], $0), global(.sqrt, [$0], .double)]
    }
    + [CELType.int, .uint].flatMap { type in
      [StandardFunction.bitAnd, .bitOr, .bitXor].map { global($0, [type, type], type) }
        + [StandardFunction.bitShiftLeft, .bitShiftRight].map { global($0, [type, .int], type) }
        + [global(.bitNot, [type], type)]
    }
    + [
      global(.greatest, [.list(.dyn)], .dyn), global(.least, [.list(.dyn)], .dyn),
    ]

  private static let lists: [Signature] = [
    global(.range, [.int], .list(.int)),
    member(.slice, [anyList, .int, .int], anyList),
    member(.flatten, [.list(anyList)], anyList),
    member(.flatten, [.list(.dyn), .int], .list(.dyn)),
    member(.distinct, [anyList], anyList),
    member(.reverse, [anyList], anyList),
    member(.sort, [anyList], anyList),
    member(.first, [anyList], .optional(element)),
    member(.last, [anyList], .optional(element)),
  ]

  // Additions to CEL.
  private static let days: [Signature] = [
    global(.days, [.int], .dateSpan), member(.weekday, [.date], .int),
  ]
}
