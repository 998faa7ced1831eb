/// A value written out in an expression.
public enum Literal: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// `42`; a minus before it belongs to it.
  case int(Int64)
  /// `42u`.
  case uint(UInt64)
  /// `4.99`, with the exact decimal that was written where it has at most 38 digits.
  case double(Double, exact: Decimal?)
  /// A text.
  case string(String)
  /// Raw bytes.
  case bytes([UInt8])

  /// The value at run time.
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
