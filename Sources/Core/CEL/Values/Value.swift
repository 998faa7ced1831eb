/// An element of a list of objects, such as one invoice of `invoices`.
///
///     final class Item: ObjectValue {
///       let count: Int64
///       init(_ count: Int64) { self.count = count }
///       func field(_ index: Int) -> Value { .int(count) }
///     }
///     final class Basket: Facts {
///       func fact(_ slot: Int) -> Value { .list([.object(Item(2)), .object(Item(5))]) }
///     }
///     let environment = Environment(
///       objects: [ObjectType("item", fields: [Declaration("count", .int)])],
///       variables: [Declaration("items", .list(.object("item")))])
///     let text = "items.exists(item, item.count > 4)"
///     if let expression = check(text: text, in: environment, expecting: .bool).expression {
///       print(try Program(expression).evaluateBool(Basket()))  // true
///     }
public protocol ObjectValue: AnyObject, Sendable {
  /// The field at its place in the declaration of the object type; `.null` where it is missing.
  ///
  /// The host may throw `factUnavailable` with a number of its own where the field cannot be known.
  func field(_ index: Int) throws(EvaluationError) -> Value
}

/// What an expression can evaluate to.
///
///     let tags = Value.list([.string("trade"), .string("vip")])
///     print(tags.typeName)  // list
///     print(Value.string("e\u{301}") == Value.string("\u{e9}"))  // false
public enum Value: Sendable {
  /// The missing value.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number with sign.
  case int(Int64)
  /// A whole number without sign.
  case uint(UInt64)
  /// A binary floating-point number; never money.
  case double(Double)
  /// A text; compared by code points, without any normalisation.
  case string(String)
  /// Raw bytes.
  case bytes([UInt8])
  /// Values in order.
  case list([Value])
  /// Values by key.
  case map(MapValue)
  /// A calendar day: days since 1970-01-01 (an addition to CEL).
  case date(Int32)
  /// A number of days to add to a date (an addition to CEL).
  case dateSpan(Int)
  /// An exact amount in a currency (an addition to CEL).
  case money(MoneyAmount)
  /// An instant on the time line.
  case timestamp(Timestamp)
  /// A length of time in nanoseconds; about ±292 years.
  case duration(Int64)
  /// A type, by its name: what `type(x)` gives and `int` written alone is.
  case type(String)
  /// A value that is there or not: `optional.of(x)` or `optional.none()`.
  indirect case optional(Value?)
  /// An object of the host.
  case object(any ObjectValue)
}

extension Value: Equatable {
  /// Whether two values are the same thing of the same type: no conversion of numbers or currencies.
  ///
  /// The language's own `==` does convert: `1 == 1.0` holds there and not here.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.uint(let left), .uint(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.string(let left), .string(let right)): Text.isEqual(left, right)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.dateSpan(let left), .dateSpan(let right)): left == right
    case (.money(let left), .money(let right)): left == right
    case (.timestamp(let left), .timestamp(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.type(let left), .type(let right)): left == right
    case (.optional(let left), .optional(let right)): left == right
    case (.object(let left), .object(let right)): left === right
    default: false
    }
  }
}
