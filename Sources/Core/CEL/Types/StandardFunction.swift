/// A function of the language, told apart by what it does, not by the types it takes.
///
/// The raw value is the name as it is called: `size`, `math.abs`. Which types each takes is in `Signature`.
public enum StandardFunction: String, Hashable, Sendable, CaseIterable {
  // Standard definitions of the language.
  case size, contains, startsWith, endsWith, matches
  case int, uint, double, string, bool, bytes, dyn, type, timestamp, duration
  case getFullYear, getMonth, getDate, getDayOfMonth, getDayOfWeek, getDayOfYear
  case getHours, getMinutes, getSeconds, getMilliseconds

  // Optional values; `x.or(y)` is a reference of its own, for it need not look at `y`.
  case optionalOf = "optional.of"
  case optionalNone = "optional.none"
  case optionalOfNonZeroValue = "optional.ofNonZeroValue"
  case optionalUnwrap = "optional.unwrap"
  case unwrapOpt, hasValue, value

  // The extension library of strings.
  case charAt, indexOf, lastIndexOf, lowerAscii, upperAscii, replace, split, substring, trim, join, format
  case reverse
  case quote = "strings.quote"

  // The extension library of mathematics.
  case greatest = "math.greatest"
  case least = "math.least"
  case ceil = "math.ceil"
  case floor = "math.floor"
  case round = "math.round"
  case trunc = "math.trunc"
  case abs = "math.abs"
  case sign = "math.sign"
  case sqrt = "math.sqrt"
  case isNaN = "math.isNaN"
  case isInf = "math.isInf"
  case isFinite = "math.isFinite"
  case bitAnd = "math.bitAnd"
  case bitOr = "math.bitOr"
  case bitXor = "math.bitXor"
  case bitNot = "math.bitNot"
  case bitShiftLeft = "math.bitShiftLeft"
  case bitShiftRight = "math.bitShiftRight"

  // The extension library of lists; `reverse` is above, and `sortBy` is a macro.
  case range = "lists.range"
  case slice, flatten, distinct, sort, first, last

  // Additions to CEL: a number of days to add to a date; 1 for Monday to 7 for Sunday.
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
