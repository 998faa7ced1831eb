/// A value written out in an expression.
///
///     if let root = resolve(text: "4.990", in: Environment()).expression?.root {
///       print(root.literal?.decimal ?? 0)  // 4.99
///     }
public enum Literal: Hashable, Sendable {
  /// The missing value: `null`.
  case null
  /// A truth: `true` or `false`.
  case bool(Bool)
  /// A whole number with sign: `42`; a minus before it belongs to it.
  case int(Int64)
  /// A whole number without sign: `42u`.
  case uint(UInt64)
  /// A number with decimals: `4.99`, with the exact decimal that was written where it has at most 38 digits.
  case double(Double, exact: Decimal?)
  /// A text, with its escapes resolved.
  case string(String)
  /// Raw bytes, with their escapes resolved: `b'…'`.
  case bytes([UInt8])

  /// The value that the literal has when the expression runs; a double keeps no exact decimal.
  public var value: Value {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .int(let int): .int(int)
    case .uint(let uint): .uint(uint)
    case .double(let double, exact: _): .double(double)
    case .string(let text): .string(text)
    case .bytes(let bytes): .bytes(bytes)
    }
  }

  /// The number as it was written, exactly; nil where this is no number or has too many digits.
  public var decimal: Decimal? {
    switch self {
    case .int(let int): Decimal(int)
    case .uint(let uint): Decimal(mantissa: Int128(uint), scale: 0)
    case .double(_, let exact): exact
    case .null, .bool, .string, .bytes: nil
    }
  }
}
