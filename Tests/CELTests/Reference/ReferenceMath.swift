import CEL
import Foundation

/// The functions of the extension library of mathematics.
enum ReferenceMath {
  static func call(
    _ function: StandardFunction, _ values: [Value], _ literals: [CEL.Decimal?], _ rates: MoneyRates
  ) throws(ReferenceFailure) -> Value {
    switch (function, values.first, values.dropFirst().first) {
    case (.greatest, _, _), (.least, _, _):
      return try extreme(values, literals, rates, sign: function == .greatest ? 1 : -1)
    case (.ceil, .double(let double), nil): return .double(Foundation.ceil(double))
    case (.floor, .double(let double), nil): return .double(Foundation.floor(double))
    case (.trunc, .double(let double), nil): return .double(Foundation.trunc(double))
    case (.round, .double(let double), nil): return .double(Foundation.round(double))
    case (.abs, .int(let int), nil): return try ReferenceArithmetic.int(Int128(int.magnitude))
    case (.abs, .uint(let uint), nil): return .uint(uint)
    case (.abs, .double(let double), nil): return .double(Foundation.fabs(double))
    case (.sign, .int(let int), nil): return .int(int.signum())
    case (.sign, .uint(let uint), nil): return .uint(uint == 0 ? 0 : 1)
    case (.sign, .double(let double), nil):
      return .double(double.isNaN ? .nan : (double > 0 ? 1 : (double < 0 ? -1 : 0)))
    case (.sqrt, .int(let int), nil): return .double(Foundation.sqrt(Double(int)))
    case (.sqrt, .uint(let uint), nil): return .double(Foundation.sqrt(Double(uint)))
    case (.sqrt, .double(let double), nil): return .double(Foundation.sqrt(double))
    case (.isNaN, .double(let double), nil): return .bool(double != double)
    case (.isInf, .double(let double), nil): return .bool(double.magnitude == .infinity)
    case (.isFinite, .double(let double), nil): return .bool(double - double == 0)
    default: return try bits(function, values)
    }
  }

  private static func bits(
    _ function: StandardFunction, _ values: [Value]
  ) throws(ReferenceFailure) -> Value {
    switch (function, values.first, values.dropFirst().first) {
    case (.bitNot, .int(let int), nil): return .int(-1 - int)
    case (.bitNot, .uint(let uint), nil): return .uint(UInt64.max - uint)
    case (.bitAnd, .int(let left), .int(let right)): return .int(left & right)
    case (.bitOr, .int(let left), .int(let right)): return .int(left | right)
    case (.bitXor, .int(let left), .int(let right)): return .int(left ^ right)
    case (.bitAnd, .uint(let left), .uint(let right)): return .uint(left & right)
    case (.bitOr, .uint(let left), .uint(let right)): return .uint(left | right)
    case (.bitXor, .uint(let left), .uint(let right)): return .uint(left ^ right)
    case (.bitShiftLeft, .int(let int), .int(let count)):
      return .int(Int64(bitPattern: try shifted(UInt64(bitPattern: int), count, isLeft: true)))
    case (.bitShiftRight, .int(let int), .int(let count)):
      return .int(Int64(bitPattern: try shifted(UInt64(bitPattern: int), count, isLeft: false)))
    case (.bitShiftLeft, .uint(let uint), .int(let count)):
      return .uint(try shifted(uint, count, isLeft: true))
    case (.bitShiftRight, .uint(let uint), .int(let count)):
      return .uint(try shifted(uint, count, isLeft: false))
    default: throw ReferenceFailure(.typeMismatch, .nullValue)
    }
  }

  /// The bits, moved one by one; what leaves the 64 is lost, what comes in is zero.
  private static func shifted(
    _ bits: UInt64, _ count: Int64, isLeft: Bool
  ) throws(ReferenceFailure) -> UInt64 {
    guard count >= 0 else { throw ReferenceFailure(.invalidArgument) }
    var bits = bits
    for _ in 0..<min(count, 64) { bits = isLeft ? bits &+ bits : bits / 2 }
    return bits
  }

  /// The greatest or least of numbers, or of a list of them; of equal ones the first.
  private static func extreme(
    _ values: [Value], _ literals: [CEL.Decimal?], _ rates: MoneyRates, sign: Int
  ) throws(ReferenceFailure) -> Value {
    var values = values
    var literals = literals
    if values.count == 1, case .list(let list) = values[0] {
      values = list
      literals = list.map { _ in nil }
    }
    guard let first = values.first else { throw ReferenceFailure(.invalidArgument) }
    var best = (value: first, literal: literals[0])
    guard first.isQuantity else { throw ReferenceFailure(.typeMismatch, .nullValue) }
    for (value, literal) in zip(values, literals).dropFirst() {
      let operands = ReferenceOperands(
        left: value, right: best.value, leftLiteral: literal, rightLiteral: best.literal, rates: rates)
      // cel-go compares each with the best so far, and NaN has no order.
      guard let order = try operands.order() else { throw ReferenceFailure(.invalidArgument) }
      if order.signum() == sign { best = (value, literal) }
    }
    return best.value
  }
}
