import CEL

/// The functions of lists and optionals, as the documentation of the extensions describes them.
enum ReferenceLists {
  static func call(
    _ function: StandardFunction, _ values: [Value], _ rates: MoneyRates
  ) throws(ReferenceFailure) -> Value {
    switch (function, values.first, values.dropFirst().first, values.dropFirst(2).first) {
    case (.optionalNone, nil, _, _): return .optional(nil)
    case (.optionalOf, let value?, nil, _): return .optional(value)
    case (.optionalOfNonZeroValue, let value?, nil, _): return .optional(isZero(value) ? nil : value)
    case (.hasValue, .optional(let content), nil, _): return .bool(content != nil)
    case (.value, .optional(let content), nil, _):
      guard let content else { throw ReferenceFailure(.noValue) }
      return content
    case (.optionalUnwrap, .list(let list), nil, _), (.unwrapOpt, .list(let list), nil, _):
      var values: [Value] = []
      for element in list {
        guard case .optional(let content) = element else { throw ReferenceFailure(.typeMismatch) }
        if let content { values.append(content) }
      }
      return .list(values)
    case (.range, .int(let count), nil, _):
      guard count >= 0 else { throw ReferenceFailure(.invalidArgument) }
      guard count < 5_000 else { throw .tooLarge }
      return .list((0..<count).map { .int($0) })
    case (.slice, .list(let list), .int(let start), .int(let end)):
      guard start >= 0, end <= list.count, start <= end else {
        throw ReferenceFailure(.indexOutOfRange, .invalidArgument)
      }
      return .list(Array(list[Int(start)..<Int(end)]))
    case (.flatten, .list(let list), nil, _): return .list(flattened(list, 1))
    case (.flatten, .list(let list), .int(let depth), nil):
      guard depth >= 0 else { throw ReferenceFailure(.invalidArgument) }
      return .list(flattened(list, depth))
    case (.distinct, .list(let list), nil, _): return .list(try distinct(list, rates))
    case (.sort, .list(let list), nil, _): return .list(try sorted(list, by: list, rates))
    case (.first, .list(let list), nil, _): return .optional(list.first)
    case (.last, .list(let list), nil, _): return .optional(list.last)
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  private static func isZero(_ value: Value) -> Bool {
    switch value {
    case .null: true
    case .bool(let bool): !bool
    case .int(let int): int == 0
    case .uint(let uint): uint == 0
    case .double(let double): double == 0
    case .string(let text): text.unicodeScalars.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let list): list.isEmpty
    case .map(let map): map.entries.isEmpty
    case .dateSpan(let days): days == 0
    case .money(let money): money.amount.mantissa == 0
    case .duration(let nanoseconds): nanoseconds == 0
    case .timestamp(let instant): ReferenceTime.nanoseconds(instant) == 0
    case .date, .type, .optional, .object: false
    }
  }

  private static func flattened(_ list: [Value], _ depth: Int64) -> [Value] {
    guard depth > 0 else { return list }
    return list.flatMap { element -> [Value] in
      guard case .list(let inner) = element else { return [element] }
      return flattened(inner, depth - 1)
    }
  }

  private static func distinct(_ list: [Value], _ rates: MoneyRates) throws(ReferenceFailure) -> [Value] {
    var kept: [Value] = []
    for element in list {
      let known = ReferenceOperands(left: element, right: .list(kept), rates: rates)
      if !(try known.isMember()) { kept.append(element) }
    }
    return kept
  }

  /// The elements in rising order of their keys, which have to be of one type that has an order; equal ones
  /// keep their places.
  static func sorted(
    _ list: [Value], by keys: [Value], _ rates: MoneyRates
  ) throws(ReferenceFailure) -> [Value] {
    var order: [Int] = []
    for (place, key) in keys.enumerated() {
      if case .double(let double) = key, double.isNaN { throw .tooLarge }
      guard ReferenceConversion.typeName(key) == ReferenceConversion.typeName(keys[0]) else {
        throw ReferenceFailure(.typeMismatch, .invalidArgument)
      }
      // Even one element alone has to have an order.
      do throws(ReferenceFailure) {
        _ = try ReferenceOperands(left: key, right: key, rates: rates).order()
      } catch {
        throw error + ReferenceFailure(.invalidArgument)
      }
      var position = order.count
      while position > 0,
        try ReferenceOperands(left: key, right: keys[order[position - 1]], rates: rates).order() ?? 0 < 0
      {
        position -= 1
      }
      order.insert(place, at: position)
    }
    return order.map { list[$0] }
  }
}
