/// What the language can do with instants and lengths of time.
enum TimeFunctions {
  /// What a function such as `getHours` gives for its arguments: an instant or length of time, then the time
  /// zone, which only an instant may have and which is UTC where it is left out.
  ///
  /// - Throws: `typeMismatch` where no form of the function takes the arguments, `invalidArgument` for an
  ///   unknown time zone.
  static func call(
    _ function: StandardFunction, _ arguments: [Value], _ zones: any TimeZoneDatabase
  ) throws(EvaluationError) -> Value {
    guard let accessor = TimeAccessor(function), let value = arguments.first, arguments.count <= 2
    else { throw .typeMismatch }
    switch (value, arguments.dropFirst().first) {
    case (.timestamp(let timestamp), nil):
      return .int(accessor.part(local: timestamp.seconds, nanoseconds: timestamp.nanoseconds))
    case (.timestamp(let timestamp), .string(let zone)):
      let local = timestamp.seconds + Int64(try offset(of: zone, at: timestamp.seconds, zones))
      return .int(accessor.part(local: local, nanoseconds: timestamp.nanoseconds))
    case (.duration(let nanoseconds), nil):
      guard let part = accessor.part(ofDuration: nanoseconds) else { throw .typeMismatch }
      return .int(part)
    case (.timestamp, .some(let zone)): throw mismatch(zone)
    default: throw mismatch(value)
    }
  }

  /// The value of `timestamp(value)` or `duration(value)`, whichever the function is.
  static func convert(_ value: Value, to function: StandardFunction) throws(EvaluationError) -> Value {
    switch function {
    case .timestamp: return try timestamp(value)
    case .duration: return try duration(value)
    default: throw .typeMismatch
    }
  }

  /// The value of `string(duration)`: seconds with their fraction, such as `60.001s`.
  static func text(ofDuration nanoseconds: Int64) -> String { DurationText.text(nanoseconds) }

  /// `timestamp(value)`: of an instant itself, of seconds since 1970 and of a text by RFC 3339.
  private static func timestamp(_ value: Value) throws(EvaluationError) -> Value {
    switch value {
    case .timestamp: return value
    case .string(let text): return .timestamp(try Timestamp(text))
    case .int(let seconds):
      guard let timestamp = Timestamp(seconds: seconds) else { throw .overflow }
      return .timestamp(timestamp)
    default: throw mismatch(value)
    }
  }

  /// `duration(value)`: of a length of time itself, of a text such as `1h30m`, and of nanoseconds.
  ///
  /// The int is an addition of cel-go to the language definition.
  private static func duration(_ value: Value) throws(EvaluationError) -> Value {
    switch value {
    case .duration: return value
    case .string(let text): return .duration(try DurationText.nanoseconds(text))
    case .int(let nanoseconds): return .duration(nanoseconds)
    default: throw mismatch(value)
    }
  }

  /// `left + right`; nil where neither the instants nor the lengths of time have a sum of these types.
  static func sum(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
    switch (left, right) {
    case (.timestamp(let timestamp), .duration(let nanoseconds)),
      (.duration(let nanoseconds), .timestamp(let timestamp)):
      return .timestamp(try timestamp.adding(nanoseconds: nanoseconds))
    case (.duration(let left), .duration(let right)):
      let (sum, overflow) = left.addingReportingOverflow(right)
      guard !overflow else { throw .overflow }
      return .duration(sum)
    default: return nil
    }
  }

  /// `left - right`; nil where neither the instants nor the lengths of time have a difference of these types.
  static func difference(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
    switch (left, right) {
    case (.timestamp(let timestamp), .duration(let nanoseconds)):
      return .timestamp(try timestamp.subtracting(nanoseconds: nanoseconds))
    case (.timestamp(let left), .timestamp(let right)): return .duration(try left.nanoseconds(since: right))
    case (.duration(let left), .duration(let right)):
      let (difference, overflow) = left.subtractingReportingOverflow(right)
      guard !overflow else { throw .overflow }
      return .duration(difference)
    default: return nil
    }
  }

  private static func mismatch(_ value: Value) -> EvaluationError {
    if case .null = value { return .nullValue }
    return .typeMismatch
  }
}
