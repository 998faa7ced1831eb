/// A function of the language, told apart by what it does, not by the types it takes.
///
///     print(StandardFunction.abs.rawValue)  // math.abs
///
/// The raw value is the name as it is called: `size`, `math.abs`. Which types each takes is in `Signature`.
/// Sources: the language definition, "List of Standard Definitions"; the documentation of cel-go's extension
/// libraries `ext` and of its optional types.
public enum StandardFunction: String, Hashable, Sendable, CaseIterable {
  // Standard definitions of the language.
  /// The size of a text, list or map, and questions about the parts of a text.
  case size, contains, startsWith, endsWith, matches
  /// Conversions to a type, `dyn`, which hides the type, and `type`, which gives it.
  case int, uint, double, string, bool, bytes, dyn, type, timestamp, duration
  /// The parts of the day of an instant, in a time zone; months and some days count from 0.
  case getFullYear, getMonth, getDate, getDayOfMonth, getDayOfWeek, getDayOfYear
  /// The parts of the time of day of an instant, and of a length of time.
  case getHours, getMinutes, getSeconds, getMilliseconds

  // Optional values; `x.or(y)` is a reference of its own, for it need not look at `y`.
  /// The optional that holds a value.
  case optionalOf = "optional.of"
  /// The optional that holds none.
  case optionalNone = "optional.none"
  /// The optional of a value, empty for zero, false and empty values.
  case optionalOfNonZeroValue = "optional.ofNonZeroValue"
  /// The values of the optionals in a list.
  case optionalUnwrap = "optional.unwrap"
  /// The values of the optionals in a list; whether an optional holds one; and that value.
  case unwrapOpt, hasValue, value

  // The extension library of strings.
  /// Places, letters and parts of texts; positions count Unicode scalars from 0.
  case charAt, indexOf, lastIndexOf, lowerAscii, upperAscii, replace, split, substring, trim, join, format
  /// The letters of a text, or the elements of a list, from the end to the start.
  case reverse
  /// A text in quotes, with its special letters escaped.
  case quote = "strings.quote"

  // The extension library of mathematics.
  /// The greatest of numbers or amounts, or of a list of them.
  case greatest = "math.greatest"
  /// The least of numbers or amounts, or of a list of them.
  case least = "math.least"
  /// The least whole double that is not below a double.
  case ceil = "math.ceil"
  /// The greatest whole double that is not above a double.
  case floor = "math.floor"
  /// The nearest whole double, halves away from zero.
  case round = "math.round"
  /// A double without what stands behind its point.
  case trunc = "math.trunc"
  /// A number without its sign.
  case abs = "math.abs"
  /// -1, 0 or 1, in the type of the number.
  case sign = "math.sign"
  /// The square root as a double; NaN below zero.
  case sqrt = "math.sqrt"
  /// Whether a double is not a number.
  case isNaN = "math.isNaN"
  /// Whether a double is one of the two infinities.
  case isInf = "math.isInf"
  /// Whether a double is neither infinite nor NaN.
  case isFinite = "math.isFinite"
  /// The bits that both numbers have.
  case bitAnd = "math.bitAnd"
  /// The bits that one of the numbers has.
  case bitOr = "math.bitOr"
  /// The bits in which the numbers differ.
  case bitXor = "math.bitXor"
  /// The bits that a number has not.
  case bitNot = "math.bitNot"
  /// The bits moved to the left; by 64 or more gives 0.
  case bitShiftLeft = "math.bitShiftLeft"
  /// The bits moved to the right, with zeros from the left whatever the sign.
  case bitShiftRight = "math.bitShiftRight"

  // The extension library of lists; `reverse` is above, and `sortBy` is a macro.
  /// The whole numbers from 0 up to, but without, another.
  case range = "lists.range"
  /// Lists made of a list: a part, one level less, each element once, in order; its ends as optionals.
  case slice, flatten, distinct, sort, first, last

  // Additions to CEL: a number of days to add to a date; 1 for Monday to 7 for Sunday.
  /// The number of days to add to a date; 1 for Monday to 7 for Sunday.
  case days, weekday

  /// Where a function is kept: the standard definitions, a library, or our own additions.
  enum Family { case standard, conversion, time, optional, text, number, list, date }

  /// The family that works a function out.
  var family: Family {
    switch self {
    case .size, .contains, .startsWith, .endsWith, .matches, .reverse: .standard
    case .int, .uint, .double, .string, .bool, .bytes, .dyn, .type, .timestamp, .duration: .conversion
    case .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getHours,
      .getMinutes, .getSeconds, .getMilliseconds:
      .time
    case .optionalOf, .optionalNone, .optionalOfNonZeroValue, .optionalUnwrap, .unwrapOpt, .hasValue, .value:
      .optional
    case .charAt, .indexOf, .lastIndexOf, .lowerAscii, .upperAscii, .replace, .split, .substring, .trim,
      .join,
      .format, .quote:
      .text
    case .greatest, .least, .ceil, .floor, .round, .trunc, .abs, .sign, .sqrt, .isNaN, .isInf, .isFinite,
      .bitAnd, .bitOr, .bitXor, .bitNot, .bitShiftLeft, .bitShiftRight:
      .number
    case .range, .slice, .flatten, .distinct, .sort, .first, .last: .list
    case .days, .weekday: .date
    }
  }
}
