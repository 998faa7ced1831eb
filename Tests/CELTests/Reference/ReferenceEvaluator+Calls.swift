import CEL

extension ReferenceEvaluator {
  /// A call of a function of the language or of the host.
  mutating func call(
    _ node: Expression, _ name: String, _ receiver: Expression?, _ arguments: [Expression]
  ) throws(ReferenceFailure) -> Value {
    let reference = expression.reference(of: node.id)
    if case .fallback(let kind) = reference {
      guard let receiver, let other = arguments.first else { throw .any }
      return try fallback(kind, receiver, other)
    }
    var nodes = arguments
    if let receiver, expression.reference(of: receiver.id) != .nameSpace { nodes.insert(receiver, at: 0) }
    var values: [Value] = []
    do throws(ReferenceFailure) {
      for node in nodes { values.append(try value(node)) }
    } catch {
      // A pattern that is written out may be read, and refused, before the expression runs.
      guard reference == .function(.matches), nodes.last?.literal != nil, error != .tooLarge else {
        throw error
      }
      throw error + ReferenceFailure(.invalidArgument)
    }
    switch reference {
    case .function(let function): return try result(of: function, values, nodes)
    case .host(let number):
      do throws(EvaluationError) {
        return try facts.call(number, values)
      } catch {
        throw ReferenceFailure(error.kind)
      }
    default: throw ReferenceFailure(.unknownFunction)
    }
  }

  private func result(
    of function: StandardFunction, _ values: [Value], _ nodes: [Expression]
  ) throws(ReferenceFailure) -> Value {
    switch function {
    case .size, .contains, .startsWith, .endsWith, .matches, .charAt, .indexOf, .lastIndexOf, .lowerAscii,
      .upperAscii, .replace, .split, .substring, .trim, .join, .format, .reverse, .quote:
      return try ReferenceText.call(function, values)
    case .int, .uint, .double, .string, .bool, .bytes, .dyn, .type, .timestamp, .duration, .getFullYear,
      .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getHours, .getMinutes, .getSeconds,
      .getMilliseconds, .days, .weekday:
      return try ReferenceConversion.call(function, values)
    case .optionalOf, .optionalNone, .optionalOfNonZeroValue, .optionalUnwrap, .unwrapOpt, .hasValue, .value,
      .range, .slice, .flatten, .distinct, .sort, .first, .last:
      return try ReferenceLists.call(function, values, rates)
    case .greatest, .least, .ceil, .floor, .round, .trunc, .abs, .sign, .sqrt, .isNaN, .isInf, .isFinite,
      .bitAnd, .bitOr, .bitXor, .bitNot, .bitShiftLeft, .bitShiftRight:
      return try ReferenceMath.call(function, values, nodes.map { $0.literal?.decimal }, rates)
    }
  }
}
