/// A function of the language, told apart by what it does, not by the types it takes.
public enum StandardFunction: String, Hashable, Sendable, CaseIterable {
  /// How many letters, bytes, elements or keys there are.
  case size
  /// Whether a text has a part.
  case contains
  /// Whether a text begins with a part.
  case startsWith
  /// Whether a text ends with a part.
  case endsWith
  /// The value as an int.
  case int
  /// The value as a uint.
  case uint
  /// The value as a double.
  case double
  /// The value as a text.
  case string
  /// The value as a bool.
  case bool
  /// The value as bytes.
  case bytes
  /// The value, with its type forgotten until the expression runs.
  case dyn
  /// A number of days to add to a date (an addition to CEL).
  case days
  /// 1 for Monday to 7 for Sunday (an addition to CEL).
  case weekday
}
